"""Text written from right to left, letter by letter: its runs overlap, its ligatures are turned.

PDFium gives the letters of a line in the order of reading, but a piece of a page may hold letters
from several places of a line (the spaces between words of another font), and the two letters of
one glyph (lam-alef) come the wrong way round. Where each letter stands tells.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import NamedTuple

from pypdfium2 import raw as pdfium  # type: ignore[import-untyped]  # it has no stubs

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WESTERN = re.compile(r"[A-Za-z\d]")
_UNSEEN = frozenset({0x200E, 0x200F, 0x2060})  # they steer lines and take no place
_ONE_PLACE = 0.05
_JUMP = 1.1
_WIDE = 0.15


class Letter(NamedTuple):
    """A character of a piece, and where it stands."""

    text: str
    x: float
    x1: float


def letters_of(words: pdfium.FPDF_TEXTPAGE) -> dict[int, list[Letter]]:
    """The characters of every piece of text on a page in the order of reading, by the address of
    the piece."""
    found: dict[int, list[Letter]] = {}
    last: list[Letter] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(words)):
        code = pdfium.FPDFText_GetUnicode(words, index)
        if code < ord(" ") or code in _UNSEEN:
            continue
        piece = pdfium.FPDFText_GetTextObject(words, index)
        address = ctypes.cast(piece, ctypes.c_void_p).value or 0
        if not address:  # in place of a space that stands in the file
            if code == ord(" ") and last:
                last.append(last[-1]._replace(text=" ", x1=last[-1].x))
            continue
        pdfium.FPDFText_GetCharOrigin(words, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(words, index, box)
        last = found.setdefault(address, [])
        last.append(Letter(chr(code), x.value, box.right))
    return found


def stretches(letters: list[Letter], size: float) -> Iterator[tuple[str, float, float]]:
    """The letters of a piece as words with their left and right ends, cut where they jump."""
    group: list[Letter] = []
    for letter in letters:
        if group and not _beside(group[-1], letter, size):
            yield _stretch(group)
            group = []
        group.append(letter)
    if group:
        yield _stretch(group)


def _beside(one: Letter, other: Letter, size: float) -> bool:
    left, right = (one, other) if one.x <= other.x else (other, one)
    return right.x - left.x1 <= _WIDE * size and right.x - left.x <= _JUMP * size


def _left(letter: Letter) -> float:
    return letter.x


def _stretch(group: list[Letter]) -> tuple[str, float, float]:
    text, index = "", 0
    words = "".join(letter.text for letter in group)
    if _WESTERN.search(words) and not RIGHT_TO_LEFT.search(words):
        group = sorted(group, key=_left)  # PDFium turns "/C" round as it turns its neighbours
    while index < len(group):
        end = index + 1
        while end < len(group) and abs(group[end].x - group[index].x) < _ONE_PLACE:
            end += 1
        same = "".join(letter.text for letter in group[index:end])
        words = same.rstrip()
        text += words[::-1] + same[len(words) :] if RIGHT_TO_LEFT.search(same) else same
        index = end
    seen = [each for each in group if not each.text.isspace()] or group
    return text, min(each.x for each in seen), max(each.x1 for each in seen)

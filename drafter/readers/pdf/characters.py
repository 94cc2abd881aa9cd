"""Pages with text from right to left, glyph by glyph.

A piece of such a page may hold what stands in several places of a line, and PDFium changes the
order of the letters and turns brackets round as it sees fit. Where each glyph stands is certain.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pypdfium2 import raw as pdfium  # type: ignore[import-untyped]  # it has no stubs

from drafter.readers.pdf.bidi import RIGHT_TO_LEFT
from drafter.readers.pdf.page import Run

_UNSEEN = frozenset({0x200E, 0x200F, 0x2060})  # they steer lines and take no place
# what PDFium turns round, quotation marks too, which are no pair of mirror images (UAX #9)
_TURNED = str.maketrans("()<>[]{}«»‹›“”‘’", ")(><][}{»«›‹”“’‘")
# the ligature of lam and alef; there is none of alef and lam
_LIGATURE = re.compile("([\u0622\u0623\u0625\u0627])\u0644([\u064b-\u0652]*)")
_VOWELLED = re.compile("([\u064b-\u0650])\u0651")
_ONE_PLACE = 0.05
_ONE_LINE = 0.6
_REACH = 0.2


class Letter(NamedTuple):
    """A character of a piece: where it is drawn from, and its left and right ends as seen."""

    text: str
    x: float
    x0: float
    x1: float


def runs_leftward(words: pdfium.FPDF_TEXTPAGE) -> bool:
    """Whether a page has anything to be read from right to left."""
    count = pdfium.FPDFText_CountChars(words)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(words, 0, count, buffer)
    return bool(RIGHT_TO_LEFT.search(bytes(buffer).decode("utf-16-le", "replace")))


def letters_of(
    words: pdfium.FPDF_TEXTPAGE,
    upright: Container[int],
    seen: Callable[[float, float], float],
    *,
    leftward: bool,
) -> dict[int, list[Letter]]:
    """The characters of the `upright` pieces of text on a page, by the address of the piece.

    `seen` is how far from the left edge a place of the page is seen; `leftward` whether the file
    says that it is read from right to left.
    """
    found: dict[int, list[Letter]] = {}
    line: list[tuple[list[Letter], Letter]] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(words)):
        code = pdfium.FPDFText_GetUnicode(words, index)
        if code in (10, 13):
            _put(line, leftward=leftward)
        piece = pdfium.FPDFText_GetTextObject(words, index)
        address = ctypes.cast(piece, ctypes.c_void_p).value or 0
        if address not in upright or code < ord(" "):  # or a space that PDFium has made up
            continue
        letters = found.setdefault(address, [])
        if code not in _UNSEEN:
            pdfium.FPDFText_GetCharOrigin(words, index, x, y)
            pdfium.FPDFText_GetLooseCharBox(words, index, box)
            ends = sorted((seen(box.left, box.bottom), seen(box.right, box.top)))
            line.append((letters, Letter(chr(code), seen(x.value, y.value), *ends)))
    _put(line, leftward=leftward)
    return found


def _put(line: list[tuple[list[Letter], Letter]], *, leftward: bool) -> None:
    """Add the letters of a line to those of their pieces, and empty it. PDFium has turned round
    brackets wherever it took the line to run from right to left: from its beginning or from a
    letter that does, until a letter that does not."""
    leftward = leftward or (len(line) > 1 and line[0][1].x > line[-1][1].x)
    for letters, letter in line:
        kind = unicodedata.bidirectional(letter.text)
        leftward = kind in ("R", "AL") or (leftward and kind != "L")
        text = letter.text.translate(_TURNED) if leftward else letter.text
        letters.append(letter._replace(text=text))
    line.clear()


def glyphs(letters: Iterable[Letter]) -> Iterator[Letter]:
    """The letters of a piece, those of one glyph together; a space is a glyph without text.

    Spaces without width are made up from distances, which tell by themselves.
    """
    for _, group in groupby(letters, lambda letter: round(letter.x / _ONE_PLACE)):
        same = list(group)
        words = [letter for letter in same if not letter.text.isspace()]
        if words:
            x0 = min(letter.x0 for letter in words) if len(words) > 1 else words[0].x
            x1 = max(letter.x1 for letter in words)
            yield words[0]._replace(text=_read(words), x0=x0, x1=x1)
        elif same[0].x1 > same[0].x0:
            yield same[0]._replace(text="")


def _read(letters: Sequence[Letter]) -> str:
    """The letters of one glyph in the order of reading. PDFium turns those of a ligature round, or
    gives each a share of its place."""
    text = "".join(letter.text for letter in letters)
    if len(text) == 1 or not RIGHT_TO_LEFT.search(text):
        return text
    turned = letters[::-1]
    read = sorted(turned, key=lambda each: (unicodedata.combining(each.text) > 0, -each.x1))
    text = composed("".join(letter.text for letter in read))
    ligature = _LIGATURE.fullmatch(text)
    return f"\u0644{ligature[1]}{ligature[2]}" if ligature else text


def composed(text: str) -> str:
    """`text` with letters and marks as one sign where there is one, shadda before its vowel as it
    is typed (the canonical order has the vowel first)."""
    return _VOWELLED.sub("\u0651\\1", unicodedata.normalize("NFC", text))


def with_marks(runs: list[Run]) -> list[Run]:
    """Glyphs with vowel marks in the text of the letter that they are drawn on, and on its line: a
    letter and its mark may be two glyphs, and either or both may carry the text of both."""
    lines = Counter(round(run.y, 1) for run in runs)
    marked = [at for at, run in enumerate(runs) if any(map(unicodedata.combining, run.text))]
    found = dict(enumerate(runs))
    for at in sorted(marked, key=lambda at: lines[round(runs[at].y, 1)]):
        mark = found.pop(at)
        near = [i for i, run in found.items() if _on(mark, run)]
        bare = all(map(unicodedata.combining, mark.text))
        if bare and near:
            home = min(near, key=lambda i: abs(runs[i].x0 + runs[i].x1 - mark.x0 - mark.x1))
            text = composed(found[home].text + mark.text)
            found[home] = found[home]._replace(text=text)
        elif not any(runs[i].text == mark.text for i in near):
            y = max(lines, key=lambda y: lines[y] * (abs(y - mark.y) < _ONE_LINE * mark.size))
            found[at] = mark._replace(y=y)
    return [found[at] for at in sorted(found)]


def _on(mark: Run, run: Run) -> bool:
    """Whether a glyph is drawn on another."""
    if not run.text or abs(mark.y - run.y) > _ONE_LINE * run.size:
        return False
    reach, middle = _REACH * run.size, (mark.x0 + mark.x1) / 2
    return run.x0 - reach <= middle <= run.x1 + reach

"""Breaking text into lines of a fixed width, Han characters counting two columns.

No line starts with a mark that closes or ends with one that opens (Requirements for Chinese Text
Layout, "prohibition rules"), and none starts with what a reader would take for a label: "(b)" in
the middle of a sentence must not become a sub-paragraph when the file is read again. Nor does
one hold a number, a symbol or a blank alone: those are what runs on every page. No line ends at a
no-break space, or within words that their language keeps together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

NO_BREAK = "\u00a0"
_WIDE = frozenset("WF")
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_NO_START = frozenset("，。、；：？！》〉」』】〕）”’…—·,.;:?!)]}%‰℃°″′¹²³⁴⁵⁶⁷⁸⁹⁰،؛؟»*")
_NO_END = frozenset("《〈「『【〔（“‘([{«")
# What a redline puts round words (`drafter.writers.redlines.text`) stays with them.
_OPENERS = ("[-", "{+")
_CLOSERS = ("-]", "+}")
_LABEL = re.compile(
    r"[(（\[]?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,5}|[一二三四五六七八九十]{1,4}|[؀-ۿ])"
    r"(?:[.)）．、]|\s-\s)"
)
_ALONE = re.compile(r"(?:\d+[.:;,]?|[!-~]*/[!-~]*|_+)$")
# "low- and middle-income": a hyphen at the end of a line would join the two
_HANGING = re.compile(r"[-‐/]\s+$")
_PIECE = re.compile(
    r"\s+|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+|.", re.S
)


class _Widths(dict[str, int]):
    """The columns of each character, looked up once: combining marks and those that only say how
    to write what is beside them (direction marks, joiners) take none."""

    def __missing__(self, character: str) -> int:
        unseen = unicodedata.category(character) in _UNSEEN
        wide = unicodedata.east_asian_width(character) in _WIDE
        width = self[character] = 0 if unseen else 2 if wide else 1
        return width


_width = _Widths().__getitem__


def columns(text: str) -> int:
    """The columns `text` takes in a fixed-width type."""
    return len(text) if text.isascii() else sum(map(_width, text))


def wrapped(
    text: str, width: int, unparted: str = "", *,
    first: str = "", rest: str = "", no_end: str = "",
) -> list[str]:  # fmt: skip
    """`text` in lines of at most `width` columns, the first after `first`, the others after `rest`.

    Words are never cut; one that is wider than a line stands out. No line ends with one of the
    characters `no_end` while words follow, nor where `unparted`, which is `text` with no-break
    spaces in what a language keeps on one line ("25 September"), has one. Text of nothing gives no
    line.
    """
    lines: list[str] = []
    line, room = "", width - columns(first)
    for piece in _unbreakable(text, unparted or text, _NO_END | frozenset(no_end)):
        if line and columns(piece.rstrip()) > room:
            lines.append(line.rstrip())
            line, room = "", width - columns(rest)
        line += piece
        room -= columns(piece)
    lines.append(line.rstrip())
    return [(rest if index else first) + each for index, each in enumerate(lines) if each]


def _unbreakable(text: str, kept: str, no_end: frozenset[str]) -> Iterator[str]:
    """The pieces of `text` between which a line may end, in order; joined they give it back."""
    start = position = 0
    for piece in _PIECE.findall(kept):
        if start < position and _may_break(kept, position, no_end):
            yield text[start:position]
            start = position
        position += len(piece)
    if start < position:
        yield text[start:position]


def _may_break(text: str, position: int, no_end: frozenset[str]) -> bool:
    after, last = text[position], position - 1
    while last > 0 and text[last].isspace():
        last -= 1
    if after.isspace() or after in _NO_START:
        return False
    if text[position - 1] == NO_BREAK or text[last] in no_end:
        return False
    if text.startswith(_CLOSERS, position) or text.endswith(_OPENERS, 0, position):
        return False
    if _HANGING.search(text, max(position - 2, 0), position):
        return False
    return not (_LABEL.match(text, position) or _ALONE.match(text, position))

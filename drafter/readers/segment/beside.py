"""Masthead fields that a page sets side by side and extraction puts on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.languages import Language
from drafter.readers.segment.lines import Line, columns
from drafter.readers.segment.roles import head_role

_GAP = re.compile(r"\s{3,}")
_DEEPEST = 40
_TOP = 16
_NARROW = 6  # no fields beside each other take more words
# what stands left and right of each other at the top of the first page
_BESIDE = frozenset({"organization", "symbol", "organ", "distribution", "date"})


def parted(lines: Iterable[Line], language: Language) -> Iterator[Line]:
    """The lines, those at the top taken apart where wide white space parts two known fields."""
    for index, line in enumerate(lines):
        pieces = _GAP.split(line.text) if index < _DEEPEST else [line.text]
        if len(pieces) > 1 and all(head_role(piece, language) for piece in pieces):
            yield from _pieces(line, pieces)
        elif index < _TOP and not head_role(line.text, language):
            yield from _pieces(line, _fields(line.text, language))
        else:
            yield line


def _fields(text: str, language: Language) -> list[str]:
    """The two fields that one space parts ("United Nations A/79/L.1"), or the text alone."""
    words = text.split(" ")
    for index in range(1, len(words) if len(words) <= _NARROW else 0):
        pieces = [" ".join(words[:index]), " ".join(words[index:])]
        roles = {head_role(piece, language) for piece in pieces}
        if len(roles) == 2 and roles <= _BESIDE:
            return pieces
    return [text]


def _pieces(line: Line, pieces: list[str]) -> Iterator[Line]:
    position = 0
    for number, piece in enumerate(pieces):
        start = line.text.index(piece, position)
        position = start + len(piece)
        indent = line.indent + columns(line.text[:start])
        blank = line.blank_before if number == 0 else 0
        yield replace(line, text=piece, indent=indent, blank_before=blank, raised=None)

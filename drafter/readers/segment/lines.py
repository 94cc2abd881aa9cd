"""A line of a file with whatever its reader knows of how it looks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_WIDE = frozenset("WF")
TAB = 8

Stretches = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one whole paragraph where the format keeps paragraphs.

    `text` has no white space at its ends. `number` is the line in the file and `page` its page
    (1-based, 0 if the format has none); `indent` counts columns; `blank_before` the empty lines
    just before. The rest are hints, each left at its default by a reader that does not know:
    `starts` whether a paragraph starts here; `label` an automatic number that is not in `text`;
    `bold`; `italic` how many leading characters are italic; `emphasis` every italic stretch as
    (start, end), from a format that tells them all; `size` in points; `raised` the
    stretches (start, end) of `text` that stand raised, None where type is not known; `seam` whether
    something (a page break, notes, running matter) stood between this line and the one before;
    `role` what the line is if its style or place tells (a name of `roles.BODY` or `roles.HEAD`,
    "agenda-title", "title", "heading", "text" for what is surely no title or heading, or "row" for
    a row of a table: plain text that has no label, whatever it begins with).
    """

    text: str
    number: int = 0
    page: int = 0
    indent: int = 0
    blank_before: int = 0
    starts: bool | None = None
    label: str = ""
    bold: bool | None = None
    italic: int = 0
    emphasis: Stretches = ()
    size: float | None = None
    raised: Stretches | None = None
    seam: bool = False
    role: str = ""

    @property
    def width(self) -> int:
        """The columns the text takes, a Han character counting two."""
        return columns(self.text)


def columns(text: str) -> int:
    """The columns `text` takes in a fixed-width type; combining marks take none."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(c) in _WIDE else 1
        for c in text
        if not unicodedata.combining(c)
    )


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of plain text; a form feed begins a page."""
    found: list[Line] = []
    blank, page = 0, 1
    for number, raw in enumerate(text.split("\n"), 1):
        for index, piece in enumerate(raw.split("\f")):
            page += index > 0
            stripped = piece.strip()
            if not stripped:
                blank += index == 0
                continue
            body = piece.expandtabs(TAB)
            indent = columns(body[: len(body) - len(body.lstrip())])
            found.append(Line(" ".join(stripped.split("\t")), number, page, indent, blank))
            blank = 0
    return tuple(found)

"""The lines before the text, each with what its words do not say exactly.

A date in words, an organ's name for its key, a list of sponsors: the values go along as data, so
that the page reads back as the masthead it was made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.model.masthead import Masthead
from drafter.writers.blocks.values import Block
from drafter.writers.front import Front
from drafter.writers.html.pieces import Pieces
from drafter.writers.html.values import HeadLine, Piece
from drafter.writers.issue import SHORT_BLANK, IssueLine

# What a line in this style prints, and the fields of the masthead that stand in it.
_STYLES = {
    "Session": ("session", ("session", "committee")),
    "Committee": ("committee", ("committee",)),
    "AgendaItemNormal": ("agenda", ("agenda_items", "agenda_titles")),
    "AgendaTitleH2": ("agenda-title", ()),
    "TitleHCH": ("adopted", ("adopted_on", "meeting")),
    "TitleH1": ("adopted", ("adopted_on", "meeting")),
    "Bracket": ("bracket", ("bracket_line", "documents")),
    "Sponsors": (
        "sponsors",
        ("submitters", "sponsors", "added_sponsors", "group", "submitter", "predecessor"),
    ),
}
_IN_TEXT = {
    "TitleH1": ("heading-line", ("predecessor",)),
    "Rapporteur": ("rapporteur", ("rapporteur",)),
    "Closing": ("closing", ("closing", "meeting", "adopted_on")),
    "Vote": ("closing vote", ("closing", "meeting", "adopted_on")),
}
_ISSUE = {
    "Distribution": ("distribution", ("distribution",)),
    "Publication": ("date", ("date",)),
    "Original": ("original", ("original_language",)),
}


@dataclass(frozen=True, slots=True)
class HeadLines:
    """The masthead by its places: above the rule, in the box, below it."""

    organization: HeadLine
    symbol: HeadLine
    organ: HeadLine
    issue: tuple[HeadLine, ...]
    below: tuple[HeadLine, ...]


def head_lines(
    face: Front, masthead: Masthead, blocks: tuple[Block, ...], pieces: Pieces, root: str
) -> HeadLines:
    """The lines of the masthead; `blocks` are those that stand before the text, their marks counted
    with the notes of the part `root`."""
    lines = _Lines(masthead)
    return HeadLines(
        organization=lines.line("organization", (), _words(face.united_nations)),
        symbol=lines.line("symbol", ("symbol",), _symbol(face.symbol)),
        organ=lines.line("organ", ("body",), _words(face.organ)),
        issue=tuple(lines.issue(face.issue)),
        below=tuple(lines.line(*_told(block, face), pieces.of(block, root)) for block in blocks),
    )


def line_in_text(style: str, masthead: Masthead) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The name and the data of a line that stands below the title or at the end."""
    name, fields = _IN_TEXT.get(style, ("line", ()))
    return name, _Lines(masthead).line(name, fields, ()).data


def _told(block: Block, face: Front) -> tuple[str, tuple[str, ...]]:
    words = "".join(run.text for run in block.runs)
    if words == face.council:
        return "council", ()
    if words == face.alone:
        return _IN_TEXT["TitleH1"]
    return ("number", ()) if words == face.resolution else _STYLES.get(block.style, ("line", ()))


class _Lines:
    def __init__(self, masthead: Masthead) -> None:
        self._masthead = masthead

    def line(self, name: str, fields: tuple[str, ...], pieces: tuple[Piece, ...]) -> HeadLine:
        data = tuple((field.replace("_", "-"), self._value(field)) for field in fields)
        shown = "".join(piece.text for piece in pieces)
        unknown = SHORT_BLANK in shown and not any(value for _, value in data)
        return HeadLine(name, pieces, data, blank=unknown)

    def issue(self, lines: tuple[IssueLine, ...]) -> Iterator[HeadLine]:
        """Distribution, date and language lines; the first of two language lines names that of this
        version."""
        left = sum(line.style == "Original" for line in lines)
        for each in lines:
            name, fields = _ISSUE.get(each.style, ("line", ()))
            left -= name == "original"
            if name == "original" and left:
                name, fields = "version", ()
            yield replace(self.line(name, fields, _words(each.text)), spaced=each.spaced)

    def _value(self, field: str) -> str:
        value = getattr(self._masthead, field)
        if isinstance(value, tuple):
            return "\n".join(value)
        return "" if value is None else str(value)


def _words(text: str) -> tuple[Piece, ...]:
    return (Piece(text),) if text else ()


def _symbol(symbol: str) -> tuple[Piece, ...]:
    """Its first letter is printed large."""
    return (Piece(symbol[0], "initial"), *_words(symbol[1:])) if symbol else ()

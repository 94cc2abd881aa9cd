"""The content of a Word file before it is read either way: pieces, paragraphs, tables, sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from drafter.readers.docx.styles import Look, Shape, Style


@dataclass(frozen=True, slots=True)
class Revision:
    """Who put words in or took them out, and when: `kind` is one of `TrackedChange.kind`."""

    kind: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """By which revisions something came in and went out, None where no change was tracked."""

    gain: Revision | None = None
    loss: Revision | None = None

    def shown(self, *, original: bool) -> bool:
        """Whether it stands in the original text, or in the accepted one."""
        return (self.gain if original else self.loss) is None


UNTRACKED = Tracked()


# A character of the file: its part, its paragraph, its number there (see `model.located`).
Origin: TypeAlias = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of characters of one look, or something that stands between characters.

    `note` is the key of the note marked here, `text` then its mark if it is `custom`; `again` says
    that the characters repeat the mark of a note. `comment` is the id of a comment made here;
    `thing` what is no text: a picture, equation, object, chart, diagram, field or part; `page` that
    a page began here; `ended` that a paragraph ended here whose mark is not there in this reading;
    `at` where the first of its characters stands in the file, the others after it.
    """

    text: str = ""
    look: Look = Look()
    tracked: Tracked = UNTRACKED
    note: str = ""
    custom: bool = False
    again: bool = False
    comment: str = ""
    thing: str = ""
    page: bool = False
    ended: bool = False
    at: Origin | None = None


@dataclass(frozen=True, slots=True)
class NoteRules:
    """How the notes of a section are numbered: `restart` is continuous, eachSect or eachPage;
    empty or 0 where nothing is said."""

    style: str = ""
    start: int = 0
    restart: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its headers and footers by type (default, first, even), ids of links; whether its
    first page has its own; how its notes are numbered."""

    headers: tuple[tuple[str, str], ...] = ()
    footers: tuple[tuple[str, str], ...] = ()
    first_page: bool = False
    footnotes: NoteRules = NoteRules()
    endnotes: NoteRules = NoteRules()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `mark` tells of the paragraph mark at its end, `runs_on` that the mark is hidden
    so that the next paragraph stands on the same line; `boxes` are the text boxes that hang on it.
    """

    pieces: tuple[Piece, ...]
    style: Style = Style()
    style_id: str = ""
    shape: Shape = Shape()
    mark: Tracked = UNTRACKED
    runs_on: bool = False
    boxes: tuple[tuple[Block, ...], ...] = ()
    section: Section | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, from column `start` of its grid to before column `end`."""

    blocks: tuple[Block, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `head` says that it is to be repeated at the top of each page."""

    cells: tuple[Cell, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells of blocks."""

    rows: tuple[Row, ...] = field(default=())


Block: TypeAlias = Paragraph | Table

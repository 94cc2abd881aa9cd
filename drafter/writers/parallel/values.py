"""The table of language versions: a column a version, a row a paragraph with its notes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look: "plain", "emphasis" or "mark"; `href` is where they lead."""

    text: str
    look: str = "plain"
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a cell with its label; `note` if it is a footnote."""

    pieces: tuple[Piece, ...]
    label: str = ""
    note: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a version says in a row: a paragraph, then the notes first marked in it; nothing if it
    has no counterpart."""

    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A version: the `code` of its language, its direction of writing, its `heading`, which is in
    the language of the interface."""

    code: str
    direction: str
    heading: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `look` is "field", "title", "heading" or "text", `level` the depth in the part."""

    cells: tuple[Cell, ...]
    look: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Parallel:
    """The whole table: its `title`, the language `interface` of title and headings, the remarks on
    what has no counterpart, and a line that says that the document is not official."""

    title: str
    interface: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()
    unofficial: str = ""

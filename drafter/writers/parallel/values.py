"""The table of language versions: a column a version, a row a paragraph with its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.languages import Language
from drafter.model.text import SpanKind, Text
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView
from drafter.writers.clean import for_xml
from drafter.writers.front import Front, front
from drafter.writers.layout import Layout
from drafter.writers.linking import linked
from drafter.writers.writer import WriteOptions

_FIELDS = (
    "session",
    "committee",
    "agenda_items",
    "agenda_titles",
    "adopted",
    "bracket",
    "sponsors",
)
_BOLD = frozenset({"session", "committee", "agenda_titles", "adopted", "sponsors"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look: "plain", "emphasis" or "mark"; `href` where they lead."""

    text: str
    look: str = "plain"
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in a cell, its label before it; `note` if it is a footnote."""

    pieces: tuple[Piece, ...]
    label: str = ""
    note: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a version says in a row: its paragraph, then the notes first marked in it. A cell
    without lines has no counterpart."""

    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A version: its language `code`, its `heading`, its direction of writing."""

    code: str
    heading: str
    direction: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; `look` is "title", "heading", "field" or "text", `level` the depth in the part."""

    cells: tuple[Cell, ...]
    look: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Parallel:
    """The whole table. `remarks` tell what has no counterpart; `interface` is their language."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    remarks: tuple[str, ...]
    interface: str
    unofficial: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One version that goes into the table, and the heading of its column."""

    view: DocumentView
    language: Language
    heading: str

"""What the template of a page is given: pieces of text, paragraphs, parts, notes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look (`look` "plain", "emphasis", "initial"), a "break" or a "mark".

    `href` is where the characters lead. A mark leads to the note `note`; `anchor` is its own place,
    empty where the note has been marked before; `next` if it stands right behind another mark.
    """

    text: str = ""
    look: str = "plain"
    href: str = ""
    note: int = 0
    anchor: str = ""
    next: bool = False


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line before the text: its `name` is that of the field it prints ("date", "agenda-title").

    `data` are the fields of the masthead that it prints and whose value its words do not give
    exactly, by name; `blank` if it only shows that something is not known.
    """

    name: str
    pieces: tuple[Piece, ...]
    data: tuple[tuple[str, str], ...] = ()
    blank: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Hanging:
    """What stands under a paragraph: a list of sub-paragraphs, or text that carries on."""

    items: tuple[Item, ...]
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, title, heading or line of the text, with its place (`anchor`) in the page.

    `name` is its kind, "part-heading", or the field that a line prints; `style` the style of its
    block in small letters; `rank` is the rank of a heading, 0 for none; `flush` if its first line
    is not indented; `data` are fields of the masthead, as in a `HeadLine`.
    """

    name: str
    style: str
    anchor: str
    label: str
    pieces: tuple[Piece, ...]
    rank: int = 0
    flush: bool = False
    new_page: bool = False
    children: tuple[Hanging, ...] = ()
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NoteItem:
    """A footnote with its printed mark; `back` are the places it is marked at."""

    id: int
    mark: str
    pieces: tuple[Piece, ...]
    back: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document: what it holds in order, then the notes numbered in it."""

    kind: str
    path: str
    content: tuple[Item | Section, ...]
    notes: tuple[NoteItem, ...] = ()

"""The draft as a page: one item a paragraph, each laid out into rows of a given width."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.tui.cells import width
from drafter.tui.prose import Line, Prose, Run, wrapped

LABEL_COLUMNS = 4
MAX_INDENT_LEVEL = 4
# Layouts that take a blank line before them even where rows are scarce.
_SPACED = frozenset({"title", "heading", "part", "enacting", "notes"})
_CENTRED = frozenset({"title", "part"})
_FLUSH = frozenset({"heading", "continuation"})


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph, heading or note as the page shows it.

    `layout` is the kind of paragraph, or "masthead", "part" (the heading of an annex), "notes" or
    "note"; `level` is 1 outermost; `mark` is one of `=≈+−↷` or blank, `flag` the sign of its
    worst finding or blank, `tag` the name of its kind where a page shows it; `unchecked` says that
    its text was inserted without having been checked, `gone` that something of the base was
    dropped after it. The cursor stops only at an item with `editable`.
    """

    id: str
    layout: str
    words: Prose
    label: str = ""
    level: int = 1
    mark: str = " "
    flag: str = " "
    editable: bool = True
    tag: str = ""
    unchecked: bool = False
    gone: bool = False


def rows(item: Item, columns: int, *, airy: bool) -> tuple[Line, ...]:
    """The lines of an item, a blank one first where the layout asks for it.

    `airy` puts a blank line before every item; without it only before headings and titles.
    """
    body = _body(item, columns)
    spaced = item.layout in _SPACED or (airy and item.layout != "note")
    return ((), *body) if spaced else body


def _body(item: Item, columns: int) -> tuple[Line, ...]:
    if item.layout in _CENTRED:
        return tuple(_centred(line, columns) for line in wrapped(item.words, columns - 8))
    if item.layout in ("masthead", "notes"):
        return wrapped(item.words, columns)
    indent = LABEL_COLUMNS * (min(item.level, MAX_INDENT_LEVEL) - 1)
    if item.label:
        return _labelled(item, columns, indent)
    if item.layout in ("preambular", "enacting"):
        return _first_line_indented(item, columns, indent)
    left = indent + (0 if item.layout in _FLUSH else LABEL_COLUMNS)
    return tuple(_indented(line, left) for line in wrapped(item.words, columns - left))


def _labelled(item: Item, columns: int, indent: int) -> tuple[Line, ...]:
    hang = indent + max(LABEL_COLUMNS, width(item.label) + 1)
    gap = " " * (hang - indent - width(item.label))
    lines = wrapped(item.words, columns - hang)
    first = (*_indented((Run(item.label, "label"), Run(gap)), indent), *lines[0])
    return (first, *(_indented(line, hang) for line in lines[1:]))


def _first_line_indented(item: Item, columns: int, indent: int) -> tuple[Line, ...]:
    # An official text indents the first line of a preambular paragraph (Editorial Manual).
    hang = indent + LABEL_COLUMNS
    room = columns - hang
    lines = wrapped(item.words, room, first=room - LABEL_COLUMNS)
    first = _indented(lines[0], hang + LABEL_COLUMNS)
    return (first, *(_indented(line, hang) for line in lines[1:]))


def _indented(line: Line, columns: int) -> Line:
    return (Run(" " * columns), *line) if columns else line


def _centred(line: Line, columns: int) -> Line:
    room = max(columns - sum(width(run.text) for run in line), 0)
    return _indented(line, room // 2)

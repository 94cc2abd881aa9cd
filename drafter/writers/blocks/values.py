"""What formats with pages are given: blocks, runs, lists and notes, all plain values."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.conventions import Counter
from drafter.model.view import ElementView

# what follows the name of a style whose paragraphs have a number in the margin
NUMBERED = "Numbered"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look, or a footnote mark.

    `note` is the id of a footnote of the file (0: none); `mark` is printed for a note with its own
    mark, and, raised, for a second mark of a note that Word can mark only once; `printed` is the
    mark as it prints, whoever counts, and `beside` says that it stands right after another mark.
    `breaks` says that `text` is a single line break or tab;
    `href` is the address of the document that `text` cites.
    """

    text: str = ""
    emphasis: bool = False
    note: int = 0
    mark: str = ""
    breaks: str = ""
    printed: str = ""
    beside: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A paragraph's place in an automatic list: which list, and which level (0 is outermost)."""

    number: int
    level: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the file.

    `style` is the id of a style of styles.xml; `label` the number as it prints, and `list` the
    automatic list that prints it (None: the label is literal, as a number that was frozen);
    `indents`/`level` name a row of `indents` in layout.yaml (empty: the indents of the style).
    `close` says that the distance which its style sets before it does not count: on top of a page,
    or below a heading of the same style.
    `element` is what it prints; front matter and closing lines have none.
    """

    style: str
    runs: tuple[Run, ...] = ()
    list: ListPlace | None = None
    label: str = ""
    indents: str = ""
    level: int = 0
    new_page: bool = False
    close: bool = False
    element: ElementView | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an automatic list: its counting, the words round it, the first number."""

    counter: Counter
    prefix: str
    suffix: str
    start: int = 1


@dataclass(frozen=True, slots=True)
class NumberedList:
    """One automatic list with its own count; `indents` names its rows in layout.yaml."""

    number: int
    indents: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of the file; `mark` is what it prints where Word does not number it, `printed`
    what it prints in any case."""

    id: int
    runs: tuple[Run, ...]
    mark: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """Everything that stands between masthead and end."""

    blocks: tuple[Block, ...]
    lists: tuple[NumberedList, ...]
    footnotes: tuple[Footnote, ...]

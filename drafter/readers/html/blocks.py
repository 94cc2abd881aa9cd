"""A page's tree to its paragraphs: runs of text as they look, layout tables and lists undone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from drafter.readers.html.counting import Counting
from drafter.readers.html.shown import SCRIPTS, Shown, holds_notes
from drafter.readers.html.styles import Look, Sheet, look_of, sheet_of
from drafter.readers.html.tables import SEPARATOR, is_data
from drafter.readers.html.tokens import Words
from drafter.readers.html.tree import BLOCKS, Element
from drafter.readers.reader import Removed

_WHITE = re.compile(r"[ \t\n\f\r]+")
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `target` is the place in this page that a link around it points to, `line`
    the line it stands on in the file, `order` that of the element it stands in."""

    text: str
    look: Look
    line: int
    order: int
    target: str = ""


@dataclass(slots=True)
class Piece:
    """What stands between two line breaks of a paragraph; `blank` empty lines come before it."""

    runs: list[Run] = field(default_factory=list)
    blank: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Block:
    """A paragraph, or the row of a table (`row`). `element` is the innermost block it stands in;
    `label` an automatic number of a list; `kept` if its pieces are printed lines; `ruled` if a
    rule stands above it."""

    element: Element
    look: Look
    label: str = ""
    row: bool = False
    ruled: bool = False
    pieces: list[Piece] = field(default_factory=lambda: [Piece()])

    @property
    def runs(self) -> list[Run]:
        """All runs of all pieces."""
        return [run for piece in self.pieces for run in piece.runs]

    @property
    def text(self) -> str:
        """The words of all pieces."""
        return " ".join(piece.text.strip() for piece in self.pieces).strip()

    @property
    def kept(self) -> bool:
        """Whether its pieces are printed lines."""
        return self.look.kept

    @property
    def is_heading(self) -> bool:
        """Whether it is marked as a heading."""
        return any(each.tag in _HEADINGS for each in self.element.up())

    @property
    def order(self) -> int:
        """The order of the element that its first words stand in."""
        return next((r.order for r in self.runs if r.text.strip()), self.element.order)

    @property
    def line(self) -> int:
        """The line of the file on which its first words stand."""
        return next((r.line for r in self.runs if r.text.strip()), self.element.line)


@dataclass(frozen=True, slots=True)
class Blocks:
    """The paragraphs of a page in their order, and what of the page is none of its text."""

    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]


def blocks_of(root: Element, shown: Shown) -> Blocks:
    """The paragraphs of what a page shows."""
    sheet = sheet_of(each.text() for each in root.elements() if each.tag == "style")
    return _Walking(root, shown, sheet).walked()


class _Walking:
    def __init__(self, root: Element, shown: Shown, sheet: Sheet) -> None:
        self._root = root
        self._shown = shown
        self._sheet = sheet
        self._open: list[tuple[Element, Look, str]] = []
        self._blocks: list[Block] = []
        self._removed: list[Removed] = []
        self._current: Block | None = None
        self._counting = Counting()
        self._rows = 0
        self._rule = False
        self._label = ""

    def walked(self) -> Blocks:
        todo: list[tuple[bool, Element | Words]] = [(True, self._root)]
        while todo:
            begins, node = todo.pop()
            if isinstance(node, Words):
                self._words(node)
            elif not begins:
                self._end(node)
            elif self._start(node):
                todo.append((False, node))
                todo += [(True, child) for child in reversed(node.children)]
        self._flush()
        return Blocks(tuple(self._blocks), tuple(self._removed))

    # elements

    def _start(self, element: Element) -> bool:
        """Go into an element; gives False if it is passed over."""
        _, around, target = self._open[-1] if self._open else (element, Look(), "")
        look = look_of(element, around, self._sheet)
        reason = self._reason(element, look)
        if reason:
            self._take_out(reason, element.text(), element.line)
            return False
        self._open.append((element, look, _fragment(element) or target))
        tag = element.tag
        if tag == "br":
            self._break()
        elif tag == "q":
            self._add("“", element.line)
        elif tag == "table" and (self._rows or is_data(element)):
            self._rows += 1
            self._flush()
        elif self._rows and tag in BLOCKS and tag != "tr":
            self._add(SEPARATOR if tag in ("td", "th") and self._begun() else " ", element.line)
        elif tag in BLOCKS or tag == "hr":
            self._block(element, look)
        return True

    def _block(self, element: Element, look: Look) -> None:
        if element.resumed:
            return
        self._flush()
        if element.tag == "hr":
            self._rule = True
        elif element.tag in _LISTS:
            self._counting.enter(element)
        elif element.tag == "li":
            self._label = self._counting.item(element, look.lists)

    def _end(self, element: Element) -> None:
        if element.tag == "q":
            self._add("”", element.line)
        if element.tag in BLOCKS and not element.cut and (not self._rows or element.tag == "tr"):
            self._flush()
        if element.tag in _LISTS and not element.cut and not self._rows:
            self._counting.leave()
        if element.tag == "table" and self._rows:
            self._rows -= 1
            self._flush()
        self._open.pop()

    def _reason(self, element: Element, look: Look) -> str:
        """Why an element is none of the document's text; empty if it is."""
        main = self._shown.main
        if element.tag in SCRIPTS:
            return "script"
        if element.order in self._shown.site:
            return "web-page"
        if look.hidden:
            return "hidden"
        if look.struck:
            return "deleted"
        if main.holds(element.order) or element.holds(main.order):
            return ""
        return "" if any(holds_notes(each) for each in element.up()) else "web-page"

    def _take_out(self, reason: str, text: str, line: int) -> None:
        if text.strip():
            self._removed.append(Removed(reason, line, text.strip()))

    # words

    def _words(self, words: Words) -> None:
        element, look, _ = self._open[-1]
        if element.order < self._shown.main.order:
            self._take_out("web-page", words.text, words.line)
        elif look.kept:
            self._printed(words.text, words.line)
        else:
            text = words.text
            before = text.count("\n", 0, len(text) - len(text.lstrip()))
            self._add(_WHITE.sub(" ", text), words.line + before)

    def _printed(self, text: str, line: int) -> None:
        for index, part in enumerate(text.replace("\r\n", "\n").split("\n")):
            if index:
                self._break()
            self._add(part, line + index)

    def _begun(self) -> bool:
        return self._current is not None and bool(self._current.text)

    def _add(self, text: str, line: int) -> None:
        element, look, target = self._open[-1]
        current = self._current
        if current is None:
            if not text.strip():
                return
            holder = next(each for each in element.up() if each.tag in BLOCKS)
            holder_look = next(lk for el, lk, _ in reversed(self._open) if el is holder)
            current = self._current = Block(holder, holder_look, row=self._rows > 0)
            current.ruled, self._rule = self._rule, False
            current.label, self._label = self._label, ""
        piece = current.pieces[-1]
        if not look.kept:
            before = piece.runs[-1].text[-1:] if piece.runs else " "
            text = text.lstrip(" ") if before == " " else text
        if text:
            piece.runs.append(Run(text, look, line, element.order, target))

    def _break(self) -> None:
        current = self._current
        if current is None:
            return
        if current.pieces[-1].text.strip():
            current.pieces.append(Piece())
        else:
            current.pieces[-1].runs.clear()
            current.pieces[-1].blank += 1

    def _flush(self) -> None:
        current, self._current = self._current, None
        if current is None:
            return
        current.pieces = [piece for piece in current.pieces if piece.text.strip()]
        if current.pieces:
            self._blocks.append(current)


def _fragment(element: Element) -> str:
    """The name of the place in a page that a link points to."""
    href = element.get("href") if element.tag == "a" else ""
    return href.partition("#")[2]


def merged(first: Block, second: Block) -> Block:
    """The second block with the first put before it, as a label stands before its words."""
    space = replace(first.runs[-1], text=" ", look=second.look, target="")
    pieces = [Piece([*first.runs, space, *second.pieces[0].runs]), *second.pieces[1:]]
    return replace(second, pieces=pieces, ruled=first.ruled or second.ruled)

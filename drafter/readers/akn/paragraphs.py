"""Paragraphs with their sub-paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.tree import Kind
from drafter.readers.akn.inline import STRUCTURES, Inline
from drafter.readers.akn.markup import Element
from drafter.readers.outline import Outline, Words
from drafter.readers.segment.nesting import Node

# elements that hold the words of a paragraph between its number and its sub-paragraphs
_HOLDERS = frozenset({"content", "intro", "wrapUp", "blockContainer", "container", "interstitial"})
TEXTS = frozenset({"p", "block", "listIntroduction", "listWrapUp", "longTitle", "foreign"})
ITEMS = frozenset({
    "point", "indent", "subparagraph", "subclause", "subrule", "sublist", "paragraph", "clause",
    "rule", "proviso", "alinea", "item", "li", "level", "transitional", "recital", "citation",
})  # fmt: skip
LISTS = frozenset({"list", "blockList", "ul", "ol", "toc", "sublist"})
_UNNUMBERED = frozenset({"alinea", "crossHeading", "heading", "subheading"})
_HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
_SEPARATOR = " | "
_KINDS = {kind.value: kind for kind in Kind if kind not in (Kind.NOTE, Kind.CONTINUATION)}


def kind_of(element: Element, around: Kind) -> Kind:
    """What a paragraph is: what its class or name says, else what those around it are."""
    named = (*element.get("class").lower().split(), element.get("name").lower())
    return next((_KINDS[name] for name in named if name in _KINDS), around)


def _alone_in(container: Element) -> Element | None:
    """What a container holds to give its paragraph a number, as it can have none itself."""
    alone = container.name == "container" and len(container.elements) == 1
    return container.child("blockContainer") if alone else None


def _is_numbered_in(block: Element, element: Element) -> bool:
    """Whether a holder of blocks is an item beside others of the element."""
    numbered = block.name == "blockContainer" and block.child("num") is not None
    return numbered and block is not _alone_in(element)


class Paragraphs:
    """Reads paragraphs into an outline."""

    def __init__(self, outline: Outline, inline: Inline) -> None:
        self._outline = outline
        self._inline = inline

    def label(self, element: Element) -> str:
        """The number of an element, as printed."""
        held = _alone_in(element)
        num = element.child("num") or (held.child("num") if held is not None else None)
        if num is None:
            return element.get("value") if element.name == "li" else ""
        return self._inline.words(num).text

    def node(self, element: Element, kind: Kind) -> Node:
        """A paragraph and everything in it."""
        kind = kind_of(element, kind)
        pieces = list(self._pieces(element, kind))
        first = pieces[0] if pieces else None
        own = first if isinstance(first, Words) else Words("", element.line)
        made = self._outline.node(kind, own, self.label(element))
        for piece in pieces[1:] if own is first else pieces:
            if isinstance(piece, Words):
                made.children.append(self._outline.node(Kind.CONTINUATION, piece))
            else:
                made.children.append(self.child(piece, kind))
        return made

    def child(self, element: Element, kind: Kind) -> Node:
        """A sub-paragraph: of the kind of its parent, or text that carries on after a list."""
        if element.name in _UNNUMBERED and element.child("num") is None:
            kind = Kind.CONTINUATION
        return self.node(element, kind)

    def texts(self, element: Element) -> Iterator[Words]:
        """The paragraphs of a holder that has none numbered, each by itself."""
        for piece in self._pieces(element, Kind.PROSE):
            yield piece if isinstance(piece, Words) else self._inline.words(piece)

    def _pieces(self, element: Element, kind: Kind) -> Iterator[Words | Element]:
        """What a paragraph holds in order: words, and the elements of its sub-paragraphs."""
        if element.name in TEXTS or element.name in _UNNUMBERED - {"alinea"}:
            yield from self.split(element)
            return
        loose = [c for c in element.children if isinstance(c, str) and c.strip()]
        if loose:
            self._inline.unknown(element)
            yield from self.split(element)
            return
        for child in element.elements:
            name = child.name
            if name == "num":
                continue
            if name in TEXTS:
                yield from self.split(child)
            elif name in ("tblock", "table"):
                yield from self.rows(child)
            elif name in ITEMS or name in _UNNUMBERED or _is_numbered_in(child, element):
                yield child
            elif name in _HOLDERS or name in LISTS:
                yield from self._pieces(child, kind)
            elif name not in ("meta", "componentRef", "documentRef"):
                yield from self._strange(child)

    def _strange(self, element: Element) -> Iterator[Words]:
        """The words of an element that has no business here."""
        if element.text():
            self._inline.unknown(element)
            yield from self.split(element)

    def split(self, element: Element) -> Iterator[Words]:
        """The words of a block, and after them those of each block quoted or embedded in it."""
        inner: list[Element] = []

        def leave(each: Element) -> bool:
            if each.name in STRUCTURES:
                inner.append(each)
            return each.name in STRUCTURES

        words = self._inline.words(element, leave)
        if words.text or words.marks:
            yield words
        for structure in inner:
            yield from self._quoted(structure)

    def _quoted(self, structure: Element) -> Iterator[Words]:
        found = [words for block in blocks_in(structure) for words in self._block(block)]
        opened, closed = structure.get("startQuote"), structure.get("endQuote")
        for index, words in enumerate(found):
            before = opened if index == 0 else ""
            after = closed if index == len(found) - 1 else ""
            marks = tuple((offset + len(before), note) for offset, note in words.marks)
            yield Words(before + words.text + after, words.line, marks, 0)

    def _block(self, block: Element) -> Iterator[Words]:
        if block.name in TEXTS:
            yield from self.split(block)
            return
        label = self.label(block)
        words = self._inline.words(block, lambda each: each.name == "num")
        shift = len(label) + 1 if label else 0
        marks = tuple((offset + shift, note) for offset, note in words.marks)
        yield Words(f"{label} {words.text}".strip(), words.line, marks)

    def rows(self, table: Element) -> Iterator[Words]:
        """A table as its rows, each a line of text."""
        self._outline.findings.add("table", table.line)
        for each in table.elements:
            if each.name in ("heading", "subheading", "caption", "num"):
                yield self._inline.words(each)
            elif each.name == "tr":
                yield self._row(each)
            elif each.name == "table":
                yield from (self._row(row) for row in each.inside() if row.name == "tr")
            else:
                yield from self.split(each)

    def _row(self, row: Element) -> Words:
        text, marks = "", []
        for cell in row.every("td", "th"):
            words = self._inline.words(cell)
            text += _SEPARATOR if text else ""
            marks += [(offset + len(text), note) for offset, note in words.marks]
            text += words.text
        return Words(text, row.line, tuple(marks))


def blocks_in(structure: Element) -> Iterator[Element]:
    """The blocks of text inside a structure, in order; numbers stay with what they number."""
    todo = list(reversed(structure.elements))
    while todo:
        found = todo.pop()
        if found.name in ("meta", "num"):
            continue
        simple = all(each.name in ("num", "content") for each in found.elements)
        single = found.child("content")
        one = simple and single is not None and len(single.elements) == 1
        if found.name in TEXTS | _HEADINGS or (found.name in ITEMS and one):
            yield found
        else:
            todo += reversed(found.elements)

"""From blocks, one after the other, to parts, paragraphs and what hangs on them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from drafter.model.footnotes import scope
from drafter.model.masthead import Masthead
from drafter.model.tree import Document, Kind
from drafter.writers.blocks.lists import stands_alone
from drafter.writers.blocks.values import Block
from drafter.writers.html.head import line_in_text
from drafter.writers.html.pieces import Pieces
from drafter.writers.html.values import Hanging, Item, Section

_SPACE = re.compile(r"\s+")
_FIRST, _SECOND, _THIRD = 1, 2, 3


def structure(document: Document, blocks: Iterable[Block], pieces: Pieces) -> Section:
    """The root part of a page with all that stands in it, made of the blocks of the text."""
    made = _Structure(document.masthead, blocks, pieces)
    return made.section(document.root.kind.value)


class _Structure:
    def __init__(self, masthead: Masthead, blocks: Iterable[Block], pieces: Pieces) -> None:
        self._masthead = masthead
        self._blocks = deque(blocks)
        self._pieces = pieces
        self._titled = False

    def section(self, path: str) -> Section:
        """The part `path`."""
        content: list[Item | Section] = []
        while self._blocks:
            here = self._part(path)
            if here == path:
                content.append(self._item(path))
            elif here.startswith(f"{path}/"):
                step = here.removeprefix(f"{path}/").partition("/")[0]
                content.append(self.section(f"{path}/{step}"))
            else:
                break
        notes = self._pieces.notes(path) if scope(path) == path else ()
        return Section(_kind(path), path, tuple(content), notes)

    def _part(self, around: str) -> str:
        """The part that the next block stands in: a line that is no element stays with the text
        before it."""
        element = self._blocks[0].element
        return around if element is None else element.part

    def _item(self, path: str) -> Item:
        block = self._blocks.popleft()
        element = block.element
        if element is None:
            name, data = line_in_text(block.style, self._masthead)
            return Item(name, "", "", "", self._pieces.of(block, scope(path)), data=data)
        heading = element.paragraph is None
        block = _with_label(block)
        return Item(
            name="part-heading" if heading else element.kind.value,
            style=block.style.removesuffix("Numbered").lower(),
            anchor=_SPACE.sub("-", element.id),
            label="" if heading else block.label,
            pieces=self._pieces.of(block, scope(path)),
            rank=self._rank(element.kind, path, heading=heading),
            flush=block.indents.startswith("flush"),
            new_page=block.new_page,
            children=self._children(path, element.level),
        )

    def _children(self, path: str, level: int) -> tuple[Hanging, ...]:
        groups: list[Hanging] = []
        while self._blocks:
            element = self._blocks[0].element
            if element is None or element.part != path or element.level <= level:
                break
            continues = element.kind is Kind.CONTINUATION
            item = self._item(path)
            if groups and not continues and not groups[-1].continues:
                groups[-1] = replace(groups[-1], items=(*groups[-1].items, item))
            else:
                groups.append(Hanging((item,), continues))
        return tuple(groups)

    def _rank(self, kind: Kind, path: str, *, heading: bool) -> int:
        """The rank of a heading: one title is the page's, all others are below it."""
        if kind is Kind.TITLE and not self._titled:
            self._titled = True
            return _FIRST
        if heading or kind is Kind.TITLE:
            return _SECOND
        if kind is Kind.HEADING:
            return _THIRD if "/" in path else _SECOND
        return 0


def _kind(path: str) -> str:
    """The kind of a part by its path: "annex" for resolution/annex-1."""
    return path.rpartition("/")[2].partition("-")[0]


def _with_label(block: Block) -> Block:
    """A title with the number that hangs before it, between tabs, as its label; a heading with the
    number on the line above it."""
    if block.element and block.element.kind is Kind.HEADING and stands_alone(block.element.label):
        return replace(block, label=block.runs[0].text, runs=block.runs[2:])
    if len(block.runs) < 3 or block.runs[0].breaks != "tab":
        return block
    return replace(block, label=block.runs[1].text, runs=block.runs[3:])

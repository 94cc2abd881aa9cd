"""From the numbered view to the blocks of a file: styles, lists and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.model.text import SpanKind, Text
from drafter.model.tree import RECOMMENDED, Kind, PartKind
from drafter.model.view import DocumentView, ElementView
from drafter.writers.blocks.front_blocks import (
    after_title,
    before_text,
    closing_blocks,
    numbered_title,
)
from drafter.writers.blocks.lists import Lists, stands_alone
from drafter.writers.blocks.notes import Notes
from drafter.writers.blocks.values import NUMBERED, Block, Body, ListPlace, Run
from drafter.writers.clean import for_xml
from drafter.writers.front import Front

_TEXT = "SingleTxt"
_LIST_HEADING = "ListHeading"
_FLUSH = frozenset({Kind.PROSE, Kind.REPORT})
_NEW_PAGE = frozenset({PartKind.ANNEX, PartKind.APPENDIX})
_OWN_TITLE = RECOMMENDED | {PartKind.DECLARATION}


def body(view: DocumentView, styles: Mapping[str, str], face: Front) -> Body:
    """The body of the file; `styles` names the paragraph styles of this type of document
    (`title`, `sections`, `parts` of `types` in layout.yaml)."""
    writer = _Writer(view, styles, face)
    return Body(tuple(_distances(writer.blocks())), writer.lists.lists(), writer.notes.footnotes())


def _distances(blocks: Iterable[Block]) -> Iterator[Block]:
    above = _TEXT
    for block in blocks:
        style = block.style.removesuffix(NUMBERED)
        alike = style == above != _TEXT
        yield replace(block, close=True) if alike or block.new_page else block
        above = style


class _Writer:
    def __init__(self, view: DocumentView, styles: Mapping[str, str], face: Front) -> None:
        self._elements = view.elements
        self._styles = styles
        self._face = face
        self._parts = dict(view.document.parts())
        self._indents = ""
        self._root = view.document.root.kind.value
        self._counted = any(
            each.kind is Kind.HEADING and each.part == self._root and each.label
            for each in view.elements
        )
        self.notes = Notes(view)
        self.lists = Lists(view.conventions)

    def blocks(self) -> Iterator[Block]:
        """Every block, front matter and closing formula included."""
        yield from before_text(self._face, self.notes)
        closing = closing_blocks(self._face)
        titled = False
        for element in self._elements:
            if self._parts[element.part].kind in _NEW_PAGE:
                yield from closing
                closing = ()
            block = self._block(element)
            if titled or element.kind is not Kind.TITLE:
                yield block
                continue
            titled = True
            yield numbered_title(block, self._face)
            yield from after_title(self._face)
        yield from closing

    def _block(self, element: ElementView) -> Block:
        if element.paragraph is None:
            return self._part_heading(element)
        match element.kind:
            case Kind.TITLE:
                style = self._title_style(element)
                return Block(style, self.notes.runs(element.text), element=element)
            case Kind.HEADING:
                return self._section(element)
            case Kind.ENACTING:
                runs = self.notes.runs(enacting_text(element.text))
                return Block("Enacting", runs, element=element)
            case _:
                return self._row(element)

    def _part_heading(self, element: ElementView) -> Block:
        kind = self._parts[element.part].kind
        style = "H1Centred" if kind is PartKind.LETTERED else self._styles["parts"]
        runs = self.notes.runs(element.text)
        return Block(style, runs, new_page=kind in _NEW_PAGE, element=element)

    def _title_style(self, element: ElementView) -> str:
        if element.part == self._root:
            return self._styles["title"]
        own = self._parts[element.part].kind in _OWN_TITLE
        return "TitleH1" if own else self._styles["parts"]

    def _section(self, element: ElementView) -> Block:
        style = self._section_style(element)
        runs = self.notes.runs(element.text)
        if not element.label:
            return Block(style, runs, element=element)
        if stands_alone(element.label):
            runs = (Run(for_xml(element.label)), Run(breaks="line"), *runs)
            return Block(style, runs, element=element)
        place, label = self._label(element, f"section-{style}", 0)
        return Block(f"{style}{NUMBERED}", runs, place, label, element=element)

    def _section_style(self, element: ElementView) -> str:
        """The sections of a report are not its lettered headings: "II.", below it "A.", and below
        that headings without a number (A/80/604/Add.1)."""
        if element.part != self._root or (self._counted and not element.label):
            return "H23"
        below = bool(element.label and element.paragraph and not element.paragraph.numbered)
        return self._styles["parts" if below else "sections"]

    def _row(self, element: ElementView) -> Block:
        if element.level == 1:
            self._indents = "flush" if element.kind in _FLUSH else "indented"
        level = element.level - 1
        style, indents, place, label = _TEXT, self._indents, None, ""
        if element.kind is Kind.CONTINUATION:
            style = _LIST_HEADING if heads_a_list(element.text) else _TEXT
            indents, level = f"{indents}-continued", max(level - 1, 0)
        elif not element.label:
            indents = "unlabelled"
        else:
            place, label = self._label(element, indents, level)
        runs = self.notes.runs(element.text)
        return Block(style, runs, place, label, indents, level, element=element)

    def _label(
        self, element: ElementView, indents: str, level: int
    ) -> tuple[ListPlace | None, str]:
        place = self.lists.place(element.part, indents, level, element.label)
        return place, for_xml(element.label)


def heads_a_list(text: Text) -> bool:
    """Whether a line is the heading of the list below it, as "In favour:" in a recorded vote."""
    return bool(text.spans) and all(span.kind is SpanKind.EMPHASIS for span in text.spans)


def enacting_text(text: Text) -> Text:
    """The name of the organ is emphasised even where the file it was read from did not show it;
    the comma after it is not (A/C.2/80/L.18)."""
    if any(span.kind is SpanKind.EMPHASIS for span in text.spans):
        return text
    words = text.plain().rstrip()
    while words and not words[-1].isalnum():
        words = words[:-1]
    return text.emphasised(len(words))

"""The blocks of a story: paragraphs and tables, whatever they are wrapped in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from drafter.readers.docx.blocks import (
    UNTRACKED,
    Block,
    Cell,
    NoteRules,
    Paragraph,
    Piece,
    Row,
    Section,
    Table,
    Tracked,
)
from drafter.readers.docx.markup import below, switch, value, whole
from drafter.readers.docx.runs import Runs, branch, revision
from drafter.readers.docx.styles import Styles, shaped

_MARK_GAINS = (("w:ins", "inserted"), ("w:moveTo", "moved-to"))
_MARK_LOSSES = (("w:del", "deleted"), ("w:moveFrom", "moved-from"))
_SILENT = frozenset({"w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:tblPr", "w:tblGrid", "w:trPr"})


class Story:
    """Reads the blocks of one part: of the body, a header, a note. `part` is its name where it is
    to be known at which places of the file the words stand."""

    def __init__(self, styles: Styles, *, original: bool, part: str = "") -> None:
        self._styles = styles
        self._original = original
        self._part = part
        self._runs = Runs(styles, original=original, part=part)

    def blocks(self, container: Element | None, tracked: Tracked = UNTRACKED) -> tuple[Block, ...]:
        """The blocks in an element, in order."""
        return tuple(self._inside(container, tracked)) if container is not None else ()

    def _inside(self, container: Element, tracked: Tracked) -> Iterator[Block]:
        for child in container:
            if child.tag == "w:p":
                yield self._paragraph(child, tracked)
            elif child.tag == "w:tbl":
                yield Table(tuple(self._rows(child, tracked)))
            elif child.tag == "mc:AlternateContent":
                chosen = branch(child)
                if chosen is not None:
                    yield from self._inside(chosen, tracked)
            elif child.tag in ("w:altChunk", "w:subDoc"):
                yield Paragraph((Piece(tracked=tracked, thing="part"),))
            elif child.tag == "w:sectPr":
                continue
            elif child.tag not in _SILENT:
                yield from self._inside(child, _wrapped(child, tracked))

    def _paragraph(self, element: Element, tracked: Tracked) -> Paragraph:
        properties = below(element, "w:pPr")
        section = below(properties, "w:sectPr")
        of_mark = below(properties, "w:rPr")
        if properties is not None and self._original:
            before = below(properties, "w:pPrChange", "w:pPr")
            properties = before if before is not None else properties
        style_id = value(properties, "w:pStyle")
        style = self._styles.paragraph(style_id)
        shape = shaped(style.shape, properties)
        if self._original and _numbered_later(properties):
            shape = replace(shape, number="0")
        # a text box is a story of its own, and fields of this one go on after it
        found = self._runs.gathered(element, style.look, tracked)
        inner = Story(self._styles, original=self._original, part=self._part)
        return Paragraph(
            pieces=tuple(found.pieces),
            style=style,
            style_id=style_id,
            shape=shape,
            mark=_of_mark(of_mark, tracked),
            runs_on=bool(switch(of_mark, "w:specVanish")) and bool(switch(of_mark, "w:vanish")),
            boxes=tuple(inner.blocks(box, tracked) for box in found.boxes),
            section=section_of(section) if section is not None else None,
        )

    def _rows(self, table: Element, tracked: Tracked) -> Iterator[Row]:
        for child in table:
            if child.tag == "w:tr":
                yield self._row(child, below(child, "w:trPr"), tracked)
            elif child.tag == "mc:AlternateContent":
                chosen = branch(child)
                if chosen is not None:
                    yield from self._rows(chosen, tracked)
            elif child.tag not in _SILENT:
                yield from self._rows(child, _wrapped(child, tracked))

    def _row(self, element: Element, properties: Element | None, tracked: Tracked) -> Row:
        at = _columns(properties, "w:gridBefore", 0)
        cells = []
        for blocks, width in self._cells(element, _of_mark(properties, tracked)):
            cells.append(Cell(blocks, at, at + width))
            at += width
        return Row(tuple(cells), bool(switch(properties, "w:tblHeader")))

    def _cells(self, row: Element, tracked: Tracked) -> Iterator[tuple[tuple[Block, ...], int]]:
        """The blocks of each cell and how many columns it takes."""
        for child in row:
            if child.tag == "w:tc":
                properties = below(child, "w:tcPr")
                blocks = self.blocks(child, _of_cell(properties, tracked))
                yield blocks, _columns(properties, "w:gridSpan", 1)
            elif child.tag == "mc:AlternateContent":
                chosen = branch(child)
                if chosen is not None:
                    yield from self._cells(chosen, tracked)
            elif child.tag not in _SILENT:
                yield from self._cells(child, _wrapped(child, tracked))


def _columns(properties: Element | None, tag: str, least: int) -> int:
    """How many columns of the grid a property takes, at least `least`."""
    return max(whole(value(properties, tag), least), least)


def _wrapped(element: Element, tracked: Tracked) -> Tracked:
    """What an element round blocks tells of tracked changes."""
    for tag, kind in _MARK_GAINS:
        if element.tag == tag:
            return replace(tracked, gain=revision(element, kind))
    for tag, kind in _MARK_LOSSES:
        if element.tag == tag:
            return replace(tracked, loss=revision(element, kind))
    return tracked


def _of_mark(properties: Element | None, tracked: Tracked) -> Tracked:
    """What the properties of a paragraph mark, or of a row, tell of tracked changes."""
    if properties is None:
        return tracked
    for tag, kind in _MARK_GAINS:
        found = below(properties, tag)
        if found is not None:
            tracked = replace(tracked, gain=revision(found, kind))
    for tag, kind in _MARK_LOSSES:
        found = below(properties, tag)
        if found is not None:
            tracked = replace(tracked, loss=revision(found, kind))
    return tracked


def _of_cell(properties: Element | None, tracked: Tracked) -> Tracked:
    added = below(properties, "w:cellIns")
    dropped = below(properties, "w:cellDel")
    if added is not None:
        tracked = replace(tracked, gain=revision(added, "inserted"))
    if dropped is not None:
        tracked = replace(tracked, loss=revision(dropped, "deleted"))
    return tracked


def _numbered_later(properties: Element | None) -> bool:
    """Whether a tracked change gave the paragraph its automatic number."""
    return below(properties, "w:numPr", "w:ins") is not None


def section_of(element: Element) -> Section:
    """The section that a `w:sectPr` ends."""
    refs: dict[str, list[tuple[str, str]]] = {"w:headerReference": [], "w:footerReference": []}
    for child in element:
        if child.tag in refs:
            refs[child.tag].append((child.get("w:type", "default"), child.get("r:id", "")))
    return Section(
        headers=tuple(refs["w:headerReference"]),
        footers=tuple(refs["w:footerReference"]),
        first_page=bool(switch(element, "w:titlePg")),
        footnotes=note_rules(below(element, "w:footnotePr")),
        endnotes=note_rules(below(element, "w:endnotePr")),
    )


def note_rules(element: Element | None) -> NoteRules:
    """How notes are numbered, as a section or the settings of the file say."""
    return NoteRules(
        value(element, "w:numFmt"),
        whole(value(element, "w:numStart"), 0),
        value(element, "w:numRestart"),
    )

"""The rows of the table: the lines before the text, then the paragraphs that are tied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.compare.versions import VersionRow, version_rows
from drafter.languages import Language
from drafter.model.text import SpanKind, Text
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView
from drafter.writers.clean import for_xml
from drafter.writers.front import front
from drafter.writers.layout import Layout
from drafter.writers.linking import linked
from drafter.writers.parallel.values import Cell, Line, Piece, Row
from drafter.writers.writer import WriteOptions

_FIELDS = ("organ", "session", "committee", "agenda_items", "agenda_titles", "adopted", "bracket",
           "sponsors")  # fmt: skip
_LOOKS = {Kind.TITLE: "title", Kind.HEADING: "heading"}


@dataclass(frozen=True, slots=True)
class Version:
    """One version that goes into the table."""

    view: DocumentView
    language: Language


def rows(
    versions: Sequence[Version], rules: Layout
) -> tuple[tuple[Row, ...], tuple[VersionRow, ...]]:
    """The rows of the table, and the elements that stand in those of the text."""
    tied = version_rows([version.view for version in versions])
    printing = [_Printing(version) for version in versions]
    return (*_fields(versions, rules), *(_row(row, printing) for row in tied)), tied


def _fields(versions: Sequence[Version], rules: Layout) -> Iterator[Row]:
    faces = [front(v.view, v.language, WriteOptions(final=True), rules) for v in versions]
    for name in _FIELDS:
        told = [getattr(face, name) for face in faces]
        values = [each if isinstance(each, tuple) else (each,) for each in told]
        cells = tuple(Cell(tuple(_words(each) for each in value if each)) for value in values)
        if any(cell.lines for cell in cells):
            yield Row(cells, "field")


def _words(text: str) -> Line:
    return Line((Piece(for_xml(text)),))


def _row(tied: VersionRow, printing: Sequence[_Printing]) -> Row:
    first = next(element for element in tied if element is not None)
    cells = tuple(
        Cell() if element is None else each.cell(element)
        for element, each in zip(tied, printing, strict=True)
    )
    return Row(cells, _LOOKS.get(first.kind, "text"), first.level)


class _Printing:
    """The cells of one version; a note stands in the cell of its first mark."""

    def __init__(self, version: Version) -> None:
        self._view = version.view
        self._language = version.language
        self._said: set[str] = set()

    def cell(self, element: ElementView) -> Cell:
        label = element.label if element.paragraph is not None else ""
        own = Line(self._pieces(element.text), for_xml(label))
        return Cell((own, *self._notes(element)))

    def _notes(self, element: ElementView) -> Iterator[Line]:
        for note_id in element.text.notes:
            note = self._view.note(note_id)
            if note is not None and note_id not in self._said:
                self._said.add(note_id)
                yield Line(self._pieces(note.text), for_xml(note.number), note=True)

    def _pieces(self, text: Text) -> tuple[Piece, ...]:
        """The pieces of a text, cut where a link or another look begins."""
        links = linked(text.plain(), self._language)
        out: list[Piece] = []
        position = 0
        for span in text.spans:
            if span.kind is SpanKind.NOTE:
                note = self._view.note(span.text)
                if out and out[-1].look == "mark":
                    out.append(Piece(self._language.note_marks.between, "mark"))
                out.append(Piece(for_xml(note.number if note else "?"), "mark"))
                continue
            look = "emphasis" if span.kind is SpanKind.EMPHASIS else "plain"
            end = position + len(span.text)
            cuts = {cut for link in links for cut in (link.start, link.end) if position < cut < end}
            edges = sorted({position, end, *cuts})
            for start, stop in pairwise(edges):
                href = next((k.href for k in links if k.start <= start and stop <= k.end), "")
                words = span.text[start - position : stop - position]
                out.append(Piece(for_xml(words), look, href))
            position = end
        return tuple(out)

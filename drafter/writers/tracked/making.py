"""Paragraphs and words that come in, set like those of the file beside which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from drafter.model.revision import Fate, Revised
from drafter.model.text import Span, SpanKind, Text
from drafter.model.view import ElementView
from drafter.writers.tracked.carrying import MOVED, NOTE, Carrying, Source
from drafter.writers.tracked.ground import Ground
from drafter.writers.tracked.labels import GAP, Labels
from drafter.writers.tracked.notes import Footnotes
from drafter.writers.tracked.properties import (
    Properties,
    at_level,
    with_mark,
    with_tail,
    without_number,
)
from drafter.writers.tracked.units import Slot


class Making:
    """Makes the markup of what comes in."""

    def __init__(self, ground: Ground, notes: Footnotes, labels: Labels) -> None:
        base = ground.base
        self._base, self._draft, self._main = base, ground.draft, ground.main
        self._sheet, self._sheets = ground.sheet, ground.sheets
        self._places, self._notes, self._labels = ground.places, notes, labels
        self._order = {each.id: index for index, each in enumerate(base.elements)}
        self._at = 0
        self._sources: dict[str, str] = {}
        self._placed = [each for each in base.elements if self._is_usable(each)]

    def near(self, element: str) -> None:
        """The element of the base that what comes in stands beside."""
        self._at = self._order.get(element, self._at)

    def sources(self, rows: Iterable[Revised]) -> None:
        """Remember which element each move comes from: a row of a table is not moved, it goes here
        and comes there."""
        self._sources = {
            row.move: row.old
            for row in rows
            if row.fate is Fate.MOVED_FROM and len(self._places.paragraphs(row.old)) == 1
        }

    def is_move(self, row: Revised) -> bool:
        """Whether it is one place of a paragraph that is marked as moved."""
        return bool(row.move) and row.move in self._sources

    def whole(self, row: Revised, *, ending: Properties | None = None) -> bytes:
        """A whole paragraph. With `ending` it takes the mark, and the section, of those."""
        marks = self._sheet.marks
        moved = self.is_move(row)
        kind = "moveTo" if moved else "ins"
        element = self._draft.element(row.new)
        source = self._base.element(self._sources.get(row.move, ""))
        source = source if source in self._placed else None
        like = self._like(element, source)
        plain = self._properties_for(element, like)
        if ending is None:
            properties = with_mark(plain, marks.mark(kind, alone=False), marks)
        else:
            was = marks.was(ending.plain) if ending.plain and ending.plain != plain else b""
            properties = with_tail(plain, ending.section + was, marks)
        start, end = marks.range("moveTo", row.move) if moved else (b"", b"")
        label = ((kind, run) for run in self._label(element, like))
        runs = groupby((*label, *self._content(row, source or like, kind)), key=itemgetter(0))
        content = b"".join(
            marks.round(each, b"".join(r for _, r in same))
            if each
            else b"".join(r for _, r in same)
            for each, same in runs
        )
        return marks.element("p", properties + start + content) + end

    def properties(self, new: str, where: tuple[str, int]) -> bytes:
        """The properties for an element of the draft that begins in a paragraph of the file."""
        element = self._draft.element(new)
        own = next((e for e in self._placed if where in self._places.paragraphs(e.id)), None)
        if element is None or (own is not None and _alike(own, element)):
            sheet = self._sheets[where[0]]
            return Properties.of(sheet.scan, sheet.paragraph(where[1])).plain
        return self._properties_for(element, self._nearest(element))

    def label(self, new: str) -> Sequence[bytes]:
        """The runs of the typed label of an element of the draft."""
        element = self._draft.element(new)
        return self._label(element, self._nearest(element) if element else None)

    def runs(self, part: str, text: Text, around: Iterable[Slot]) -> Iterator[bytes]:
        """Runs for words and note marks, set like the nearest words with the same emphasis."""
        near = tuple(around)
        marks = self._sheets[part].marks
        for span in text.spans:
            if span.kind is SpanKind.NOTE:
                note = self._draft.note(span.text)
                yield self._notes.reference(note) if note is not None else b""
            else:
                yield marks.run(self._look(near, span.kind), span.text)

    def _content(
        self, row: Revised, like: ElementView | None, kind: str
    ) -> Iterator[tuple[str, bytes]]:
        """The words of a whole paragraph, each run with what became of it; those that were moved
        look as they did."""
        slots = self._slots(like)
        source = self._source(like) if kind == MOVED and like is not None else None
        carrying = Carrying(slots, self._look_at, self._sheet.marks, source)
        for piece in row.pieces:
            if piece.fate is not Fate.KEPT:
                yield from (("ins", run) for run in self.runs(self._main, piece.text, slots))
                continue
            for each, data in carrying.words(piece.text):
                if each == NOTE:
                    mark = Text((Span(data.decode(), SpanKind.NOTE),))
                    yield from ((kind, run) for run in self.runs(self._main, mark, ()))
                else:
                    yield (each and kind), data
        yield from carrying.rest()
        if source is not None:
            edit = self._sheet.edit(source.paragraph.number)
            edit.broken += carrying.broken()

    def _source(self, like: ElementView) -> Source | None:
        """The paragraph that a move comes from, if nothing else stands in it."""
        if not self._labels.is_alone(like.id):
            return None
        part, number = self._places.paragraphs(like.id)[0]
        sheet = self._sheets[part]
        return Source(sheet.scan, sheet.paragraph(number), self._places.units(part, number))

    # looks

    def _look(self, near: Sequence[Slot], kind: SpanKind) -> bytes:
        for slot in near:
            look = self._look_at(slot) if slot.kind is kind else None
            if look is not None:
                return look
        for element in self._by_distance(self._placed):
            for slot in self._slots(element):
                look = self._look_at(slot) if slot.kind is kind else None
                if look is not None:
                    return look
        plain = next((x for slot in near if (x := self._look_at(slot)) is not None), b"")
        if kind is SpanKind.PLAIN or plain:
            return plain
        return self._sheet.marks.element("rPr", self._sheet.marks.tag("i"))

    def _look_at(self, slot: Slot) -> bytes | None:
        """How a character is set; None for one without a place of its own, or in a link."""
        spot = slot.spot
        if spot is None or slot.note or slot.char.isspace():
            return None
        paragraph = self._sheets[spot.part].paragraph(spot.paragraph)
        run = paragraph.runs[self._places.units(spot.part, spot.paragraph)[spot.first].run]
        if run.zone >= 0:
            return None
        return self._labels.look((spot.part, spot.paragraph), spot.first)

    # likeness

    def _is_usable(self, element: ElementView) -> bool:
        where = self._places.paragraphs(element.id)
        if not where or self._sheets.get(where[0][0]) is not self._sheet:
            return False
        return not self._sheet.paragraph(where[0][1]).fixed

    def _like(self, element: ElementView | None, source: ElementView | None) -> ElementView | None:
        """The element that a paragraph which comes in is set like: where it was moved from, if it
        is at the same level there, or the nearest of its kind."""
        if element is None or (source is not None and _alike(source, element)):
            return source
        return self._nearest(element)

    def _nearest(self, element: ElementView) -> ElementView | None:
        def rank(other: ElementView) -> tuple[bool, int, bool, bool, int]:
            row = self._sheet.paragraph(self._places.paragraphs(other.id)[0][1]).row
            return (
                other.kind is not element.kind,
                abs(other.level - element.level),
                bool(other.label) is not bool(element.label),
                row >= 0,
                abs(self._order[other.id] - self._at),
            )

        return min(self._placed, key=rank, default=None)

    def _by_distance(self, elements: Sequence[ElementView]) -> list[ElementView]:
        return sorted(elements, key=lambda each: abs(self._order[each.id] - self._at))

    def _slots(self, element: ElementView | None) -> Sequence[Slot]:
        return self._places.slots(element.id, element.text) if element is not None else ()

    def _properties_of(self, like: ElementView | None) -> bytes:
        if like is None:
            return b""
        part, number = self._places.paragraphs(like.id)[0]
        sheet = self._sheets[part]
        return Properties.of(sheet.scan, sheet.paragraph(number)).plain

    def _properties_for(self, element: ElementView | None, like: ElementView | None) -> bytes:
        """The properties of `like`, with the number that an element has at its level."""
        plain = self._properties_of(like)
        if element is None or like is None:
            return plain
        if _is_uncounted(element, like):
            return without_number(plain)
        return at_level(plain, element.level - like.level)

    # labels

    def _label(self, element: ElementView | None, like: ElementView | None) -> list[bytes]:
        """The runs before the words of an element, as those of `like` stand in the file: its label
        where that is typed, and tabs."""
        if element is None or like is None or element.paragraph is None:
            return []
        where, units = self._labels.before(like.id)
        read = like.label_read or like.label
        words = self._labels.words(where, units)
        at = words.find(read) if read else -1
        if at >= 0 and not element.label:
            return []
        made: list[bytes] = []
        for index, unit in enumerate(units):
            if words[index] == "\0":
                continue
            if at >= 0 and at <= index < at + len(read):
                text = element.label if index == at else ""
            else:
                text = words[index]
            made.append(self._sheet.marks.run(self._labels.look(where, unit), text))
        if element.label and at < 0 and (not read or _is_uncounted(element, like)):
            made.append(self._sheet.marks.run(b"", element.label + GAP))
        return made


def _is_uncounted(element: ElementView, like: ElementView) -> bool:
    """Whether an element set like another is not in the count of that one."""
    return not element.label or element.kind is not like.kind


def _alike(one: ElementView, other: ElementView) -> bool:
    return (one.kind, one.level) == (other.kind, other.level)

"""What moves with the words of a paragraph: pictures and other objects, links and fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from drafter.model.text import Span, SpanKind, Text
from drafter.writers.tracked.marks import Marks
from drafter.writers.tracked.parts import Child, Paragraph, Run, Scan
from drafter.writers.tracked.units import Slot, Unit

MOVED, NOTE = "moveTo", "note"
_CHAR = "char"
_ANCHORS = frozenset({"commentReference", "annotationRef"})
_CARRIED = frozenset({"", "hyperlink", "fldSimple"})  # "": a field made of runs
# what has an id or a name of its own, which no other may have
_OWN = rb"<%s:(?:bookmark|commentRange|perm)(?:Start|End)\b[^>]*/>"
_UNSEEN = frozenset(
    {"commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd"}
)  # fmt: skip


def is_object(child: Child) -> bool:
    """Whether it is something to be seen that no word stands for: a picture."""
    return child.kind == "other" and child.key not in _ANCHORS


def has_comment(paragraph: Paragraph) -> bool:
    """Whether a comment is tied to words of a paragraph."""
    names = {zone.name for zone in paragraph.zones}
    keys = {child.key for run in paragraph.runs for child in run.children}
    return "commentRangeStart" in names or "commentReference" in keys


def is_bound(paragraph: Paragraph) -> bool:
    """Whether it holds what can neither be taken out nor moved: an equation, a box outside runs."""
    held = {run.zone for run in paragraph.runs}
    return any(
        index not in held and zone.name not in _UNSEEN
        for index, zone in enumerate(paragraph.zones)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """The paragraph that words are moved from, and its units."""

    scan: Scan
    paragraph: Paragraph
    units: Sequence[Unit]

    def objects(self) -> Iterator[tuple[int, int, bytes]]:
        """Objects: before which unit each stands, in which zone, and a run with it alone."""
        counts = Counter(unit.run for unit in self.units)
        at = 0
        for number, run in enumerate(self.paragraph.runs):
            mine = self.units[at : at + counts[number]]
            for index, child in enumerate(run.children):
                if is_object(child):
                    before = sum(1 for unit in mine if unit.child < index)
                    yield at + before, run.zone, self._alone(run, child)
            at += counts[number]

    def zone_of(self, unit: int) -> int:
        """The zone that a unit stands in, -1 for none."""
        return self.paragraph.runs[self.units[unit].run].zone

    def may_carry(self, zone: int, begins: int) -> bool:
        """Whether a zone may stand in two places, `begins` being the first unit of words."""
        known = self.paragraph.zones[zone]
        inside = [index for index in range(len(self.units)) if self.zone_of(index) == zone]
        notes = any(
            child.kind == "note"
            for run in self.paragraph.runs
            if run.zone == zone
            for child in run.children
        )
        return known.name in _CARRIED and not known.closed and not notes and inside[0] >= begins

    def carried(self, zone: int, marks: Marks) -> bytes:
        """A zone as it comes in: its runs are new here, all else is the same."""
        known, data = self.paragraph.zones[zone], self.scan.data
        own = re.compile(_OWN % self.scan.prefix.encode())
        out: list[bytes] = []
        at = known.start
        for run in self.paragraph.runs:
            if run.zone == zone:
                out.append(own.sub(b"", data[at : run.start]))
                out.append(marks.round(MOVED, marks.renewed(data[run.start : run.end])))
                at = run.end
        return b"".join((*out, own.sub(b"", data[at : known.end])))

    def _alone(self, run: Run, child: Child) -> bytes:
        data = self.scan.data
        opened = data[run.start : run.opened]
        name = opened[1:].split(b">")[0].split()[0]
        held = data[run.props[0] : run.props[1]] + data[child.start : child.end]
        return opened + held + b"</" + name + b">"


class Carrying:
    """The words of a paragraph that was moved, as they come in elsewhere.

    `slots` are the words of its element; without a `source` they are words alone. `look` tells how
    a word is set.
    """

    def __init__(
        self,
        slots: Sequence[Slot],
        look: Callable[[Slot], bytes | None],
        marks: Marks,
        source: Source | None,
    ) -> None:
        self._slots, self._look, self._marks, self._source = slots, look, marks, source
        self._objects = list(source.objects()) if source else []
        self._spans = dict(self._all_spans())
        self._carried: set[int] = set()
        self._cursor = 0

    def words(self, text: Text) -> Iterator[tuple[str, bytes]]:
        """A text that stayed: runs, each moved, "" for markup that says so itself, and the ids of
        notes whose marks stand between."""
        held, look = "", b""
        for kind, data, slot in self._steps(text):
            own = self._look(slot) if slot is not None and kind == _CHAR else None
            if held and (kind != _CHAR or own not in (None, look)):
                yield MOVED, self._marks.run(look, held)
                held = ""
            if kind == _CHAR:
                look = look if own is None else own
                held += data.decode()
            else:
                yield kind, data
        if held:
            yield MOVED, self._marks.run(look, held)

    def rest(self) -> Iterator[tuple[str, bytes]]:
        """The objects after the last words."""
        yield from ((MOVED, data) for data in self._objects_before(None))

    def broken(self) -> Iterator[str]:
        """The words of the links and fields that were not carried."""
        if self._source is None:
            return
        words: dict[int, str] = {}
        for slot in self._slots:
            zone = self._zone(slot)
            if zone >= 0 and zone not in self._carried:
                words[zone] = words.get(zone, "") + slot.char
        yield from words.values()

    def _steps(self, text: Text) -> Iterator[tuple[str, bytes, Slot | None]]:
        signs = [sign for span in text.spans for sign in _signs(span)]
        begun = _found([slot.char for slot in self._slots], [c for c, _ in signs], self._cursor)
        self._cursor = begun + len(signs)
        index = 0
        while index < len(signs):
            char, note = signs[index]
            slot = self._slots[begun + index] if begun + index < len(self._slots) else None
            slot = slot if slot is not None and slot.char == char else None
            length, zone = self._spans.get(begun + index, (0, -1)) if slot else (0, -1)
            whole = 0 < length <= len(signs) - index
            if whole:
                self._carried.add(zone)
            yield from ((MOVED, data, None) for data in self._objects_before(slot))
            if whole and self._source is not None:
                yield "", self._source.carried(zone, self._marks), None
            else:
                yield (NOTE, note.encode(), slot) if note else (_CHAR, char.encode(), slot)
            index += length if whole else 1

    def _objects_before(self, slot: Slot | None) -> Iterator[bytes]:
        """The objects up to a word, all for None; those in a zone that is carried are there."""
        if slot is not None and slot.spot is None:
            return
        unit = slot.spot.first if slot is not None and slot.spot is not None else -1
        while self._objects and (slot is None or self._objects[0][0] <= unit):
            _, zone, data = self._objects.pop(0)
            if zone not in self._carried:
                yield self._marks.renewed(data)

    def _all_spans(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """For each zone that may be carried: its first word, how many it has, its number."""
        zones = [self._zone(slot) for slot in self._slots]
        begins = next((s.spot.first for s in self._slots if s.spot is not None), 0)
        for zone in dict.fromkeys(zones):
            if zone >= 0 and self._source is not None and self._source.may_carry(zone, begins):
                first = zones.index(zone)
                length = zones.count(zone)
                if zones[first : first + length] == [zone] * length:
                    yield first, (length, zone)

    def _zone(self, slot: Slot) -> int:
        if self._source is None or slot.spot is None:
            return -1
        return self._source.zone_of(slot.spot.first)


def _signs(span: Span) -> Iterator[tuple[str, str]]:
    """The characters of a span; for a note mark none, and the id of its note."""
    if span.kind is SpanKind.NOTE:
        yield "", span.text
    else:
        yield from ((char, "") for char in span.text)


def _found(signs: Sequence[str], wanted: Sequence[str], cursor: int) -> int:
    """Where `wanted` stand among `signs`, from `cursor` on; `cursor` if nowhere."""
    for at in range(cursor, len(signs) - len(wanted) + 1):
        if signs[at] == wanted[0] and list(signs[at : at + len(wanted)]) == list(wanted):
            return at
    return cursor

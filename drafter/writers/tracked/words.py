"""The words of an element, or of a note, while their pieces are taken in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.model.text import SpanKind, Text
from drafter.writers.tracked.edits import AFTER, BEFORE, CannotMark
from drafter.writers.tracked.units import Slot

Where = tuple[str, int]


class Words:
    """The words as they stand in the paragraphs `where` of the file, as (part, number)."""

    def __init__(self, slots: Sequence[Slot], where: Sequence[Where]) -> None:
        self._slots = slots
        self._where = where
        self._at = 0

    @property
    def done(self) -> bool:
        """Whether all of them were taken."""
        return self._at == len(self._slots)

    def take(self, text: Text) -> Sequence[Slot]:
        """The next of them, which must be those of `text`."""
        wanted = list(_signs(text))
        taken = self._slots[self._at : self._at + len(wanted)]
        if [each.char for each in taken] != wanted:
            raise CannotMark
        self._at += len(wanted)
        return taken

    def around(self) -> Iterator[Slot]:
        """The words from here outward, those before first."""
        for step in range(max(self._at, len(self._slots) - self._at) + 1):
            for index in (self._at - 1 - step, self._at + step):
                if 0 <= index < len(self._slots):
                    yield self._slots[index]

    def element_at(self, number: int) -> tuple[str, int]:
        """The paragraph of the file, as (part, number)."""
        return next(each for each in self._where if each[1] == number)

    def anchor(self, label: Mapping[Where, int]) -> tuple[str, int, int, int]:
        """Beside which unit what comes in here stands: (part, paragraph, unit, side)."""
        before = (each.spot for each in reversed(self._slots[: self._at]))
        for spot in before:
            if spot is not None:
                return spot.part, spot.paragraph, spot.last, AFTER
        for slot in self._slots[self._at :]:
            if slot.spot is not None:
                return slot.spot.part, slot.spot.paragraph, slot.spot.first, BEFORE
        if not self._where:
            raise CannotMark
        unit = label.get(self._where[0], -1)
        return *self._where[0], unit, AFTER


def _signs(text: Text) -> Iterator[str]:
    """The characters of a text, an empty one for each note mark."""
    for span in text.spans:
        yield from [""] if span.kind is SpanKind.NOTE else span.text

"""Two texts as stretches to show: what both share, what only the old has, what only the new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.compare.changes import changes
from drafter.languages import Language
from drafter.model.findings import Change


class SegmentState(StrEnum):
    """Which of the two texts a stretch stands in."""

    EQUAL = "equal"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch; `change` is the change it belongs to, None where both texts are equal."""

    state: SegmentState
    text: str
    change: Change | None = None


def segments(a: str, b: str, language: Language) -> tuple[Segment, ...]:
    """The stretches of both texts in order, what was before what is.

    Equal and old stretches joined give `a`, equal and new ones `b`; no number, date, citation,
    title or Latin word is cut.
    """
    return tuple(_segments(b, changes(a, b, language)))


def _segments(b: str, found: tuple[Change, ...]) -> Iterator[Segment]:
    position = 0
    for change in found:
        if change.new_start > position:
            yield Segment(SegmentState.EQUAL, b[position : change.new_start])
        if change.old:
            yield Segment(SegmentState.OLD, change.old, change)
        if change.new:
            yield Segment(SegmentState.NEW, change.new, change)
        position = change.new_end
    if position < len(b):
        yield Segment(SegmentState.EQUAL, b[position:])

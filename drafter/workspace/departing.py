"""Where a text that was read back departs from the one that was wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Departure(StrEnum):
    """What of a paragraph did not come out: its words, its notes, its label, or its place."""

    WORDS = "words"
    NOTES = "notes"
    LABEL = "label"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Printed:
    """What is compared of a paragraph: printed label, words and the words of its notes, without
    white space; `shown` is how a person knows it. What kind of paragraph it is stands nowhere in a
    Word file: readers tell it by what stands around it."""

    label: str
    words: str
    notes: tuple[str, ...]
    shown: str = field(compare=False, default="")


def departed(got: Sequence[Printed], wanted: Sequence[Printed]) -> tuple[Printed, Departure] | None:
    """The first paragraph of `wanted` that is not in `got`, and what of it is not.

    One whose words are nowhere goes before one with another note, and that before one with another
    label: where a paragraph is missing the labels after it are others too. None for equal texts.
    """
    if list(got) == list(wanted):
        return None
    parts: tuple[tuple[Departure, Callable[[Printed], Hashable]], ...] = (
        (Departure.WORDS, lambda each: each.words),
        (Departure.NOTES, lambda each: (each.words, each.notes)),
        (Departure.LABEL, lambda each: each),
    )
    for departure, part in parts:
        for first, other in ((wanted, got), (got, wanted)):
            missing = _first_missing(first, other, part)
            if missing is not None:
                return missing, departure
    pairs = zip(got, wanted, strict=True)
    return next((other, Departure.ORDER) for one, other in pairs if one != other)


def _first_missing(
    rows: Sequence[Printed], others: Sequence[Printed], part: Callable[[Printed], Hashable]
) -> Printed | None:
    left = Counter(map(part, others))
    for each in rows:
        left[part(each)] -= 1
        if left[part(each)] < 0:
            return each
    return None

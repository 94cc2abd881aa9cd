"""What was said of the clauses of a draft, carried over to the text that was issued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.compare import containment
from drafter.library import Curated
from drafter.workspace.comparing import Compared

# the share of the shorter text that has to stand in the longer one, in its order
_GOES_ON = 0.5


def counterparts(compared: Compared) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each paragraph of the new text with those of the old one that it comes from: in its place,
    and with more than a few words in common."""
    for row in compared.comparison.rows:
        for new in row.b:
            olds = tuple(old for old in row.a if _goes_on(old, new, compared))
            if olds:
                yield new, olds


def _goes_on(old: str, new: str, compared: Compared) -> bool:
    a, b = compared.a.element(old), compared.b.element(new)
    if a is None or b is None:
        return False
    return containment(a.text.plain(), b.text.plain()) >= _GOES_ON


def passed_on(said: Sequence[Curated]) -> Curated:
    """What the draft's clauses hand on: topics, addressees and family; remarks and reviews are
    about the text they were made on."""
    return Curated(
        topics=tuple(dict.fromkeys(topic for each in said for topic in each.topics)),
        addressees=tuple(dict.fromkeys(name for each in said for name in each.addressees)),
        family=next((each.family for each in said if each.family), ""),
    )


def joined(here: Curated, carried: Curated) -> Curated:
    """What was said here already counts."""
    return replace(
        here,
        topics=here.topics or carried.topics,
        addressees=here.addressees or carried.addressees,
        family=here.family or carried.family,
    )

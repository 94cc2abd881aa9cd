"""Where a clause file keeps footnotes: beside the paragraph that first marks them.

So two maintainers who add footnotes to different clauses change different places of the file, and
their changes merge. The order of the notes is told by where they stand, so one that no paragraph
marks, or that is out of its turn, stands with the note before it; without one before it, under
`notes` at the end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.model.tree import Document, Note


@dataclass(frozen=True, slots=True)
class NotePlaces:
    """The notes beside paragraphs, by the id of the paragraph, and those at the end."""

    beside: Mapping[str, tuple[Note, ...]]
    at_end: tuple[Note, ...]


def note_places(document: Document) -> NotePlaces:
    """Where the notes of `document` stand: reading gives those at the end first, then the others
    paragraph by paragraph, and that is their order."""
    ids = [paragraph.id for _, paragraph in document.walk()]
    first: dict[str, int] = {}
    for at, (_, paragraph) in enumerate(document.walk()):
        for mark in paragraph.text.notes:
            first.setdefault(mark, at)
    own = [first.get(note.id, -1) for note in document.notes]
    in_turn = _longest_rising(own)
    beside: dict[str, list[Note]] = {}
    at_end: list[Note] = []
    here = at_end
    for number, note in enumerate(document.notes):
        if number in in_turn and own[number] >= 0:
            here = beside.setdefault(ids[own[number]], [])
        here.append(note)
    return NotePlaces({name: tuple(several) for name, several in beside.items()}, tuple(at_end))


def _longest_rising(values: Sequence[int]) -> frozenset[int]:
    """The places of the longest run of values, not side by side, none of which is below the one
    before it; negative values count for nothing."""
    ends: list[int] = []
    places: list[int] = []
    before: dict[int, int] = {}
    for place, value in enumerate(values):
        if value < 0:
            continue
        at = bisect_right(ends, value)
        before[place] = places[at - 1] if at else -1
        ends[at : at + 1] = [value]
        places[at : at + 1] = [place]
    found: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return frozenset(found)

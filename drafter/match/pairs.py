"""All pairs of texts at or above a similarity, exact: every wording against those after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product

import numpy as np

from drafter.compare.similarity import ratio
from drafter.match.candidates import Alike
from drafter.match.segment import Query, Segment
from drafter.match.verifying import ROUNDING, needed_of_both, shared_tokens

_HELD = 1 << 14  # so many wordings have their clauses at hand: like ones come again and again
_KeysOf = Callable[[int], tuple[str, ...]]


def alike(segments: Sequence[Segment], floor: float) -> Iterator[Alike]:
    """Every pair of wordings at or above `floor`, above 0, once; and every wording that several
    clauses have, with itself."""
    floor = max(floor, ROUNDING)
    read = [(segment, _keys_of(segment)) for segment in segments]
    for number, (segment, keys_of) in enumerate(read):
        for row in range(len(segment)):
            keys = keys_of(row)
            if not keys:
                continue
            if len(keys) > 1:
                yield Alike(keys, keys, 1.0)
            for other, others_of in read[number:]:
                own = other is segment
                query = segment.query_of(row) if own else other.query(segment.words_of(row))
                for after, score in _beside(other, query, floor, row + 1 if own else 0):
                    if others := others_of(after):
                        yield Alike(keys, others, score)


def _keys_of(segment: Segment) -> _KeysOf:
    return lru_cache(_HELD)(lambda row: tuple(segment.keys(row)))


def pairs(found: Iterator[Alike]) -> Iterator[tuple[str, str, float]]:
    """The same as pairs of keys, the smaller key first."""
    for each in found:
        same = each.keys is each.others
        for one, other in combinations(each.keys, 2) if same else product(each.keys, each.others):
            yield (one, other, each.score) if one < other else (other, one, each.score)


def _beside(
    segment: Segment, query: Query, floor: float, first: int
) -> Iterator[tuple[int, float]]:
    """The rows from `first` on that are alike, each with its similarity."""
    length = len(query.codes)
    low = max(first, segment.row_of_length(int(np.ceil(length * floor / (2 - floor) - ROUNDING))))
    high = segment.row_of_length(int(length * (2 - floor) / floor + ROUNDING) + 1)
    for rows, _ in segment.candidates(query, needed_of_both(length, floor), low, high):
        totals = (segment.lengths[rows] + length).tolist()
        shared = shared_tokens(segment, query.codes, rows)
        for row, count, total in zip(rows.tolist(), shared, totals, strict=True):
            score = ratio(count, total, 0)
            if score >= floor:
                yield row, score

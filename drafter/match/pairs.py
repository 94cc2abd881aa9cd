"""All pairs of texts at or above a similarity, exact: every wording against those after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import numpy as np

from drafter.compare.similarity import ratio
from drafter.match.candidates import Alike
from drafter.match.segment import Query, Segment
from drafter.match.verifying import ROUNDING, needed_of_both, shared_tokens


def alike(segments: Sequence[Segment], floor: float) -> Iterator[Alike]:
    """Every pair of wordings at or above `floor`, above 0, once; and every wording that several
    clauses have, with itself."""
    floor = max(floor, ROUNDING)
    for number, segment in enumerate(segments):
        for row in range(len(segment)):
            keys = tuple(segment.keys(row))
            if not keys:
                continue
            if len(keys) > 1:
                yield Alike(keys, keys, 1.0)
            yield from _beside(segment, segment.query_of(row), keys, floor, row + 1)
            for other in segments[number + 1 :]:
                yield from _beside(other, other.query(segment.words_of(row)), keys, floor, 0)


def pairs(found: Iterator[Alike]) -> Iterator[tuple[str, str, float]]:
    """The same as pairs of keys, the smaller key first."""
    for each in found:
        same = each.keys is each.others
        for one, other in combinations(each.keys, 2) if same else product(each.keys, each.others):
            yield min(one, other), max(one, other), each.score


def _beside(
    segment: Segment, query: Query, keys: tuple[str, ...], floor: float, first: int
) -> Iterator[Alike]:
    """The wordings from row `first` on that are alike."""
    length = len(query.codes)
    low = max(first, segment.row_of_length(int(np.ceil(length * floor / (2 - floor) - ROUNDING))))
    high = segment.row_of_length(int(length * (2 - floor) / floor + ROUNDING) + 1)
    for rows, _ in segment.candidates(query, needed_of_both(length, floor), low, high):
        chosen = rows.tolist()
        totals = (segment.lengths[rows] + length).tolist()
        shared = shared_tokens(segment, query.codes, rows)
        for row, count, total in zip(chosen, shared, totals, strict=True):
            score = ratio(count, total, 0)
            if score >= floor:
                others = tuple(segment.keys(row))
                if others:
                    yield Alike(keys, others, score)

"""An exact index of token sequences: top k by Indel ratio without comparing with every text.

Every text has a sketch (`building`), whose bits in common with a query's bound the common tokens
from above, collisions included (`counting`): nothing true is dismissed. What survives is compared
in full, best bound first, texts of the query's own length first, and every text found raises what
the others must reach. What holds for one segment holds for any number of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from drafter.compare.similarity import ratio, share
from drafter.match.building import arrays_of
from drafter.match.bulk import Coder, Counts, Numbers
from drafter.match.candidates import Alike, Found, Held
from drafter.match.pairs import alike
from drafter.match.segment import UNKNOWN, Query, Segment
from drafter.match.verifying import ROUNDING, needed_of_both, needed_of_shorter, shared_tokens

_AT_ONCE_WORDS, _FIRST_WORDS, _MOST_WORDS = 1024, 512, 4096
_FIRST_COMPARED, _MOST_COMPARED = 32, 256


class Index:
    """Segments searched as one. Keys are unique; they break ties in their order."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        self.segments = tuple(segments)

    @staticmethod
    def of(texts: Iterable[tuple[str, Sequence[str]]]) -> Index:
        """An index in memory of (key, tokens)."""
        rows = list(texts)
        coded = Coder().tokens(words for _, words in rows)
        return Index((Segment(arrays_of(coded, [key for key, _ in rows], [0] * len(rows))),))

    def __len__(self) -> int:
        return sum(segment.count for segment in self.segments)

    @property
    def _written(self) -> Iterator[Segment]:
        for segment in self.segments:
            yield segment
            if segment.written is not None:
                yield segment.written

    def top(
        self, words: Sequence[str], *, limit: int, floor: float, skip: Collection[str] = ()
    ) -> tuple[Found, ...]:
        """The `limit` texts most alike to `words` at or above `floor`, ties by key."""
        best = _Best(limit, floor, skip)
        if words and limit > 0:
            for segment in self.segments:
                _Search(segment, segment.query(words), best).run()
        return best.found

    def containing(
        self, words: Sequence[str], *, floor: float, fewest: int = 1, longest: float = 1.0
    ) -> tuple[Held, ...]:
        """Every wording whose containment with `words` is at or above `floor`, best first.

        Only pairs whose shorter text has at least `fewest` tokens and at most `longest` of those of
        the longer one.
        """
        length = len(words)
        found: list[Held] = []
        for segment in self.segments:
            query = segment.query(words)
            for first, end in _unlike(segment, length, fewest, longest):
                rows, _ = _joined(
                    segment.candidates(query, needed_of_shorter(length, floor), first, end)
                )
                shared = shared_tokens(segment, query.codes, rows)
                least = np.minimum(segment.lengths[rows], length)
                for row, count, shorter in zip(rows.tolist(), shared, least.tolist(), strict=True):
                    score = share(count, shorter, shorter)
                    if score >= floor and next(segment.keys(row), None) is not None:
                        found.append(_held(segment, query, row, score))
        return tuple(sorted(found, key=lambda each: -each.share))

    def stands(self, words: Sequence[str], *, whole: bool, skip: Collection[str] = ()) -> bool:
        """Whether a text, as it is written, is these words, or, unless `whole`, has them in one
        piece."""
        length = len(words)
        for segment in self._written:
            query = segment.query(words)
            if not length or UNKNOWN in query.codes:
                continue
            first = segment.row_of_length(length)
            end = segment.row_of_length(length + 1) if whole else len(segment)
            for rows, _ in segment.candidates(query, needed_of_shorter(length, 1.0), first, end):
                for row in rows.tolist():
                    if query.codes in segment.codes(row) and _any_key(segment, row, skip):
                        return True
        return False

    def pieces(
        self, words: Sequence[str], *, fewest: int, skip: Collection[str] = ()
    ) -> tuple[tuple[int, int], ...]:
        """Where texts of `fewest` tokens or more, as they are written, stand first, whole and in
        one piece, in longer `words`: (first token, token after the last), ascending."""
        length = len(words)
        found: set[tuple[int, int]] = set()
        for segment in self._written:
            query = segment.query(words)
            first, end = segment.row_of_length(fewest), segment.row_of_length(length)
            for rows, _ in segment.candidates(query, needed_of_shorter(length, 1.0), first, end):
                for row in rows.tolist():
                    codes = segment.codes(row)
                    start = query.codes.find(codes)
                    if start >= 0 and _any_key(segment, row, skip):
                        found.add((start, start + len(codes)))
        return tuple(sorted(found))

    def alike(self, floor: float) -> Iterator[Alike]:
        """Every pair of wordings at or above `floor`, above 0, once; and every wording that several
        clauses have, with itself."""
        return alike(self.segments, floor)


class _Best:
    """The best `limit` so far; `least` is what a text must reach to be among them."""

    def __init__(self, limit: int, floor: float, skip: Collection[str]) -> None:
        self._limit = limit
        self._skip = skip
        self._rows: list[tuple[float, str, int]] = []
        self.least = floor

    def add(self, score: float, shared: int, keys: Iterator[str]) -> None:
        kept = (key for key in keys if key not in self._skip)
        self._rows += [(-score, key, shared) for key in islice(kept, self._limit)]
        self._rows.sort()
        del self._rows[self._limit :]
        if len(self._rows) == self._limit:
            self.least = max(self.least, -self._rows[-1][0])

    @property
    def found(self) -> tuple[Found, ...]:
        return tuple(Found(key, shared, -score) for score, key, shared in self._rows)


class _Search:
    """One query in one segment: from its own length outwards, as far as a hit can still be."""

    def __init__(self, segment: Segment, query: Query, best: _Best) -> None:
        self._segment = segment
        self._query = query
        self._best = best
        self._length = len(query.codes)

    def run(self) -> None:
        low, high = self._window()
        if high - low <= _AT_ONCE_WORDS * 64:
            self._look(low, high)
            return
        middle = self._segment.row_of_length(self._length)
        step = _FIRST_WORDS * 64
        left = right = max(middle - step // 2, 0) // 64 * 64
        while left > low or right < high:
            if right < high and (left <= low or self._nearer(right, left - 1)):
                first, end = max(right, low), min(right + step, high)
                right += step
            else:
                first, end = max(left - step, low), min(left, high)
                left -= step
            if first < end:
                self._look(first, end)
                low, high = self._window()
            step = min(step * 2, _MOST_WORDS * 64)

    def _window(self) -> tuple[int, int]:
        """The texts long and short enough to reach what they must."""
        floor, length = self._best.least, self._length
        if floor <= 0:
            return 0, len(self._segment)
        shortest = max(length * floor / (2 - floor) - ROUNDING, 0)
        longest = length * (2 - floor) / floor + ROUNDING
        segment = self._segment
        return segment.row_of_length(-int(-shortest // 1)), segment.row_of_length(int(longest) + 1)

    def _nearer(self, one: int, other: int) -> bool:
        lengths = self._segment.lengths
        return abs(int(lengths[one]) - self._length) <= abs(int(lengths[other]) - self._length)

    def _look(self, first: int, end: int) -> None:
        needed = needed_of_both(self._length, self._best.least)
        rows, shared = _joined(self._segment.candidates(self._query, needed, first, end))
        if not len(rows):
            return
        lengths = self._segment.lengths[rows]
        totals = lengths + self._length
        bounds = np.minimum(np.minimum(shared, lengths), self._length) * 2 / totals
        order = np.argsort(-bounds, kind="stable")
        self._compare(rows[order], bounds[order], totals[order])

    def _compare(self, rows: Numbers, bounds: NDArray[np.float64], totals: Counts) -> None:
        at, step = 0, _FIRST_COMPARED
        best, segment = self._best, self._segment
        while at < len(rows) and bounds[at] >= best.least:
            chosen = rows[at : at + step]
            shared = shared_tokens(segment, self._query.codes, chosen)
            for row, count, total in zip(
                chosen.tolist(), shared, totals[at : at + step].tolist(), strict=True
            ):
                score = ratio(count, total, 0)
                if score >= best.least:
                    best.add(score, count, segment.keys(row))
            at, step = at + step, min(step * 2, _MOST_COMPARED)


def _unlike(
    segment: Segment, length: int, fewest: int, longest: float
) -> Iterator[tuple[int, int]]:
    """The texts shorter, and those longer, that are as unlike in length as asked."""
    fewest = max(fewest, 1)
    if longest >= 1:
        if length >= fewest:
            yield segment.row_of_length(fewest), len(segment)
        return
    shorter = int(longest * length + ROUNDING)
    yield segment.row_of_length(fewest), segment.row_of_length(shorter + 1)
    if length >= fewest:
        longer = -int(-(length / longest - ROUNDING) // 1)
        yield segment.row_of_length(max(longer, shorter + 1)), len(segment)


def _joined(parts: Iterator[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    found = list(parts)
    if len(found) == 1:
        return found[0]
    rows, shared = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for one, counts in found:
        rows.append(one)
        shared.append(counts)
    return np.concatenate(rows), np.concatenate(shared)


def _held(segment: Segment, query: Query, row: int, score: float) -> Held:
    return Held(query.codes, segment.codes(row), score, lambda: segment.keys(row))


def _any_key(segment: Segment, row: int, skip: Collection[str]) -> bool:
    return any(key not in skip for key in segment.keys(row, as_written=True))

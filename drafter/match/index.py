"""An exact index of token sequences: top k by Indel ratio without comparing with every text.

Each text keeps a sketch: one bit for every (token, how often so far) pair, hashed. With x the
bits that two sketches share, no more than x + (tokens that lost their own bit to a collision)
tokens can be common, so a text whose bound is below the floor is never a hit: nothing true is
dismissed, collisions included. What survives is compared in full, best bound first.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from drafter.compare.similarity import ratio, share
from drafter.compare.vocabulary import Vocabulary

SKETCH_BITS = 1024
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Found:
    """A text found: `key` as given to the index, `shared` tokens in common, and its score."""

    key: str
    shared: int
    score: float


@dataclass(frozen=True, slots=True)
class _Query:
    codes: str
    sketch: int
    lost: int


class Index:
    """The texts given once, as (key, tokens); keys are unique and break ties in their order."""

    def __init__(self, texts: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._vocabulary = Vocabulary()
        rows = sorted(
            ((self._vocabulary.learn(words), key) for key, words in texts),
            key=lambda row: (len(row[0]), row[1]),
        )
        self._codes = [codes for codes, _ in rows]
        self._keys = [key for _, key in rows]
        self._sketches = [sketch(codes) for codes in self._codes]
        self._lengths = [len(codes) for codes in self._codes]
        self._blocks = tuple(self._of_equal_length())

    def __len__(self) -> int:
        return len(self._keys)

    def top(
        self, words: Sequence[str], *, limit: int, floor: float, skip: Collection[str] = ()
    ) -> tuple[Found, ...]:
        """The `limit` texts most alike to `words` at or above `floor`, ties by key."""
        if not words or limit < 1:
            return ()
        query = self._query(words)
        best = _Best(limit, floor)
        for bound, row in self._candidates(query, floor):
            if bound < best.least:
                break
            if self._keys[row] in skip:
                continue
            codes = self._codes[row]
            total = len(query.codes) + len(codes)
            needed = least_shared(best.least, total)
            shared = LCSseq.similarity(query.codes, codes, score_cutoff=needed)
            if shared >= needed:
                best.add(
                    Found(self._keys[row], shared, ratio(shared, len(query.codes), len(codes)))
                )
        return best.found()

    def containing(
        self,
        words: Sequence[str],
        *,
        floor: float,
        fewest: int = 1,
        longest: float = 1.0,
        skip: Collection[str] = (),
    ) -> tuple[Found, ...]:
        """Every text whose containment with `words` is at or above `floor`, best first.

        Only pairs whose shorter text has at least `fewest` tokens and at most `longest` of those of
        the longer one.
        """
        query = self._query(words)
        found = (
            Found(self._keys[row], shared, share(shared, len(query.codes), self._lengths[row]))
            for row in self._containable(query, floor, fewest, longest)
            if self._keys[row] not in skip
            and (shared := LCSseq.similarity(query.codes, self._codes[row]))
        )
        return tuple(sorted((each for each in found if each.score >= floor), key=_order))

    def _query(self, words: Sequence[str]) -> _Query:
        codes = self._vocabulary.read(words)
        bits = sketch(codes)
        return _Query(codes, bits, len(codes) - bits.bit_count())

    def _candidates(self, query: _Query, floor: float) -> list[tuple[float, int]]:
        """The rows that may reach `floor` with the bound on their score, best bound first."""
        length, bits = len(query.codes), query.sketch
        kept: list[tuple[float, int]] = []
        for other, start, end, lost in self._blocks:
            needed = least_shared(floor, length + other)
            if needed > min(length, other):
                continue
            slack = min(lost, query.lost)
            least = needed - slack
            kept += [
                (ratio(min(x + slack, length, other), length, other), row)
                for row, held in enumerate(self._sketches[start:end], start)
                if (x := (held & bits).bit_count()) >= least
            ]
        kept.sort(key=lambda each: (-each[0], each[1]))
        return kept

    def _containable(self, query: _Query, floor: float, fewest: int, longest: float) -> list[int]:
        length, bits = len(query.codes), query.sketch
        kept: list[int] = []
        for other, start, end, lost in self._blocks:
            shorter, longer = min(length, other), max(length, other)
            if shorter < max(fewest, 1) or shorter > longest * longer:
                continue
            least = floor * shorter - min(lost, query.lost) - _ROUNDING
            kept += [
                row
                for row, held in enumerate(self._sketches[start:end], start)
                if (held & bits).bit_count() >= least
            ]
        return kept

    def _of_equal_length(self) -> Iterable[tuple[int, int, int, int]]:
        """Stretches of rows of one length: (length, start, end, most tokens that lost a bit)."""
        start = 0
        while start < len(self._lengths):
            length = self._lengths[start]
            end = bisect_right(self._lengths, length, lo=start)
            lost = max(length - held.bit_count() for held in self._sketches[start:end])
            yield length, start, end, lost
            start = end


class _Best:
    """The best `limit` so far; `least` is what a text must reach to be among them."""

    def __init__(self, limit: int, floor: float) -> None:
        self._limit = limit
        self._heap: list[tuple[float, _Reversed, Found]] = []
        self.least = floor

    def add(self, found: Found) -> None:
        entry = (found.score, _Reversed(found.key), found)
        if len(self._heap) < self._limit:
            heapq.heappush(self._heap, entry)
        else:
            heapq.heappushpop(self._heap, entry)
        if len(self._heap) == self._limit:
            self.least = max(self.least, self._heap[0][0])

    def found(self) -> tuple[Found, ...]:
        return tuple(sorted((entry[2] for entry in self._heap), key=_order))


class _Reversed(str):
    """A key that sorts the other way round: among ties the smaller key is the better."""

    __slots__ = ()

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)


def _order(found: Found) -> tuple[float, str]:
    return -found.score, found.key


def sketch(codes: str) -> int:
    """The bits of a text: one for every token and every repetition of it, collisions allowed."""
    bits = 0
    seen: dict[str, int] = {}
    for code in codes:
        times = seen[code] = seen.get(code, 0) + 1
        bits |= 1 << (((ord(code) * 2654435761 + times * 2246822519) >> 9) % SKETCH_BITS)
    return bits


def least_shared(floor: float, total: int) -> int:
    """The fewest common tokens with which two texts of `total` tokens reach `floor`."""
    needed = max(int(floor * total / 2) - 1, 0)
    while 2 * needed < total and ratio(needed, total, 0) < floor:
        needed += 1
    return needed

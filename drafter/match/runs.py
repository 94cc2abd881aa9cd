"""Runs of tokens that a text shares with others: every one of some length, in any number of texts.

A run of `fewest` tokens holds one of the short windows that stand at regular steps in the text. A
text that holds a window has all its tokens, so its sketch (`building`) has all their bits: nothing
true is dismissed. What the sketches let through is looked at token by token, the widest first, but
for what could only lie inside a run that is known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drafter.match.building import columns
from drafter.match.bulk import Numbers
from drafter.match.candidates import Run
from drafter.match.segment import UNKNOWN, Band, Segment

_WORDS = 1024
_FIRST, _MOST = 32, 1024
# so many wordings are named that have a run: enough to choose from
_MOST_PLACES = 16
_ONE, _SIX, _LAST_BIT = np.uint64(1), np.uint64(6), np.uint64(63)
_BITS = _ONE << np.arange(64, dtype=np.uint64)
_NONE = np.zeros(0, np.int64)


def shared_runs(
    segments: Iterable[Segment], words: Sequence[str], fewest: int, skip: Collection[str]
) -> tuple[Run, ...]:
    """The longest runs of `words` that stand, as they are written, in one piece in texts.

    Every run of `fewest` tokens or more that stands in a text lies in one of them, and none lies
    in another; of `words` fewer than that, only texts that are those words. In order.
    """
    known = _Known(len(words), skip)
    whole = len(words) < fewest
    size, step = (len(words), 1) if whole else (fewest - fewest // 3, fewest // 3 + 1)
    for segment in segments if words else ():
        end = segment.row_of_length(size + 1) if whole else len(segment)
        _Search(segment, words, size, step, known).run(end)
    return tuple(known.longest())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a run stands: from token `inner` on in a text of a segment."""

    segment: Segment
    row: int
    inner: int

    def keys(self, skip: Collection[str]) -> Iterator[tuple[str, int]]:
        for key in self.segment.keys(self.row, as_written=True):
            if key not in skip:
                yield key, self.inner


class _Known:
    """The runs found so far; `reach` is where the farthest of those ends that start at a token or
    before it."""

    def __init__(self, length: int, skip: Collection[str]) -> None:
        self._skip = skip
        self._places: dict[tuple[int, int], list[_Place]] = {}
        self.reach = np.zeros(length + 1, np.int64)

    def add(self, start: int, end: int, place: _Place) -> None:
        if self.reach[start] >= end and (start, end) not in self._places:
            return
        if len(self._places.get((start, end), ())) >= _MOST_PLACES:
            return
        if next(place.keys(self._skip), None) is not None:
            self._places.setdefault((start, end), []).append(place)
            np.maximum(self.reach[start:], end, out=self.reach[start:])

    def is_full(self, starts: Numbers, ends: Numbers) -> NDArray[np.bool_]:
        """Whether each is a run of which enough places are known."""
        length = len(self.reach)
        full = [
            start * length + end
            for (start, end), places in self._places.items()
            if len(places) >= _MOST_PLACES
        ]
        return np.isin(starts * length + ends, full)

    def longest(self) -> Iterator[Run]:
        reached = 0
        for start, end in sorted(self._places, key=lambda each: (each[0], -each[1])):
            if end > reached:
                reached = end
                yield Run(start, end, self._reader(tuple(self._places[start, end])))

    def _reader(self, places: Sequence[_Place]) -> Callable[[], Iterator[tuple[str, int]]]:
        return lambda: (found for place in places for found in place.keys(self._skip))


class _Search:
    """A text in one segment: windows of `size` tokens, every `step` tokens."""

    def __init__(
        self, segment: Segment, words: Sequence[str], size: int, step: int, known: _Known
    ) -> None:
        self._segment = segment
        self._words = words
        self._size = size
        self._step = step
        self._known = known
        self._codes = segment.query(words).codes
        self._ranks = self._first_ranks()

    def run(self, end: int) -> None:
        """Add what the texts up to `end` share."""
        rows, first, last = self._groups(*self._having_windows(end))
        low, high = self._widest(rows, first, last)
        left = np.argsort(low - high, kind="stable")
        left = left[(high - low)[left] >= self._fewest]
        count = _FIRST
        while len(left):
            for number in left[:count].tolist():
                starts = range(
                    int(first[number]) * self._step, int(last[number]) * self._step + 1, self._step
                )
                self._look(int(rows[number]), starts)
            left = left[count:]
            reach = self._known.reach[low[left]]
            before = np.where(low[left] > 0, self._known.reach[low[left] - 1], 0)
            left = left[(reach <= high[left]) & (before < high[left])]
            left = left[~self._known.is_full(low[left], high[left])]
            count = min(count * 2, _MOST)

    def _look(self, row: int, starts: Sequence[int]) -> None:
        text = self._segment.codes(row)
        for start, end, inner in _runs(self._codes, text, starts, self._size):
            if end - start >= self._fewest:
                self._known.add(start, end, _Place(self._segment, row, inner))

    @property
    def _fewest(self) -> int:
        return self._size + self._step - 1

    def _having_windows(self, end: int) -> tuple[Numbers, Numbers]:
        """Pairs of a text up to `end` and a window that it may hold: all that there are."""
        starts = np.arange(0, len(self._codes) - self._size + 1, self._step)
        tokens = starts[:, None] + np.arange(self._size)
        order = np.flatnonzero((self._ranks[tokens] >= 0).all(axis=1))
        if not len(order):
            return _NONE, _NONE
        rows, found = [_NONE], [_NONE]
        for band, low, high in self._segment.stretches(
            self._segment.row_of_length(self._size), end
        ):
            bits = columns(self._ranks.astype(np.int32), len(band.matrix))
            for start in range(low, high, _WORDS):
                pairs = _having(band, bits, tokens[order], start, min(start + _WORDS, high))
                rows.append(pairs[0])
                found.append(order[pairs[1]])
        held = np.concatenate(rows)
        return held[held < end], np.concatenate(found)[held < end]

    def _first_ranks(self) -> Numbers:
        """For every token its rank where it stands for the first time in a text, -1 for those that
        no text has."""
        known = dict(zip(self._codes, self._words, strict=True))
        known.pop(UNKNOWN, None)
        codes = sorted(known)
        # code points and ranks both go by the number of the token
        found = self._segment.query([known[code] for code in codes]).ranks.tolist()
        ranks = dict(zip(codes, found, strict=True))
        return np.array([ranks.get(code, -1) for code in self._codes], np.int64)

    def _widest(self, rows: Numbers, first: Numbers, last: Numbers) -> tuple[Numbers, Numbers]:
        """How far a run with these windows and no more can reach: as long as the text may have the
        next token too."""
        low, high = first * self._step, last * self._step + self._size
        left, right = np.ones(len(rows), np.bool_), np.ones(len(rows), np.bool_)
        for _ in range(self._step - 1):
            left &= self._may_hold(rows, low - 1)
            right &= self._may_hold(rows, high)
            low, high = low - left, high + right
        return low, high

    def _may_hold(self, rows: Numbers, places: Numbers) -> NDArray[np.bool_]:
        """Whether each text may have the token at a place; none stands outside."""
        inside = (places >= 0) & (places < len(self._ranks))
        ranks = np.where(inside, self._ranks[np.where(inside, places, 0)], -1)
        held = np.zeros(len(rows), np.bool_)
        for band, _, _ in self._segment.stretches(0, len(self._segment)):
            here = np.flatnonzero((rows >= band.first) & (rows < band.end) & (ranks >= 0))
            texts = (rows[here] - band.first).astype(np.uint64)
            words = band.matrix[
                columns(ranks[here].astype(np.int32), len(band.matrix)), texts >> _SIX
            ]
            held[here] = (words >> (texts & _LAST_BIT)) & _ONE
        return held

    def _groups(self, rows: Numbers, windows: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Windows one after another in a text: the text, the first window, the last."""
        order = np.lexsort((windows, rows))
        rows, windows = rows[order], windows[order]
        breaks = np.ones(len(rows), np.bool_)
        breaks[1:] = (np.diff(rows) != 0) | (np.diff(windows) != 1)
        firsts = np.flatnonzero(breaks)
        lasts = np.append(firsts[1:], len(rows))[: len(firsts)] - 1
        return rows[firsts], windows[firsts], windows[lasts]


def _having(
    band: Band, bits: Numbers, windows: Numbers, low: int, high: int
) -> tuple[Numbers, Numbers]:
    """Pairs of a text in these words and a window of tokens all of whose bits it has."""
    rows = band.matrix[bits, low:high]
    common = rows[windows[:, 0]]
    for place in range(1, windows.shape[1]):
        common &= rows[windows[:, place]]
    numbers, at = common.nonzero()
    held = (common[numbers, at][:, None] & _BITS) != 0
    pairs, bit = held.nonzero()
    texts = (low + at[pairs]) * 64 + bit + band.first
    inside = texts < band.end
    return texts[inside], numbers[pairs][inside]


def _runs(
    query: str, text: str, starts: Sequence[int], size: int
) -> Iterator[tuple[int, int, int]]:
    """The longest runs around the windows: first token, token after the last, where in `text`."""
    seen: dict[int, int] = {}
    for start in starts:
        window = query[start : start + size]
        inner = text.find(window)
        while inner >= 0:
            if seen.get(start - inner, -1) < start:
                first, last = _widened(query, text, start, inner, size)
                seen[start - inner] = last
                yield first, last, inner - (start - first)
            inner = text.find(window, inner + 1)


def _widened(query: str, text: str, start: int, inner: int, size: int) -> tuple[int, int]:
    first, apart = start, inner - start
    while first and first + apart and query[first - 1] == text[first - 1 + apart]:
        first -= 1
    last, end = start + size, min(len(query), len(text) - apart)
    while last < end and query[last] == text[last + apart]:
        last += 1
    return first, last

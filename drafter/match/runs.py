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
_BITS = np.uint64(1) << np.arange(64, dtype=np.uint64)
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
        if next(place.keys(self._skip), None) is not None:
            self._places.setdefault((start, end), []).append(place)
            np.maximum(self.reach[start:], end, out=self.reach[start:])

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

    def run(self, end: int) -> None:
        """Add what the texts up to `end` share."""
        rows, first, last = self._groups(*self._having_windows(end))
        low = np.maximum(first * self._step - self._step + 1, 0)
        high = last * self._step + self._size + self._step - 1
        high = np.minimum(high, len(self._words))
        left = np.argsort(low - high, kind="stable")
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
        numbers, ranks = self._first_ranks()
        starts = range(0, len(self._codes) - self._size + 1, self._step)
        windows = [
            (number, [numbers[code] for code in self._codes[start : start + self._size]])
            for number, start in enumerate(starts)
            if UNKNOWN not in self._codes[start : start + self._size]
        ]
        if not windows:
            return _NONE, _NONE
        order = np.array([number for number, _ in windows], np.int64)
        tokens = np.array([window for _, window in windows], np.int64)
        rows, found = [_NONE], [_NONE]
        for band, low, high in self._segment.stretches(
            self._segment.row_of_length(self._size), end
        ):
            bits = columns(ranks, len(band.matrix))
            for start in range(low, high, _WORDS):
                pairs = _having(band, bits, tokens, start, min(start + _WORDS, high))
                rows.append(pairs[0])
                found.append(order[pairs[1]])
        held = np.concatenate(rows)
        return held[held < end], np.concatenate(found)[held < end]

    def _first_ranks(self) -> tuple[dict[str, int], NDArray[np.int32]]:
        """The tokens that it knows, numbered, and by that number the rank of each where it stands
        for the first time in a text."""
        known = dict(zip(self._codes, self._words, strict=True))
        known.pop(UNKNOWN, None)
        codes = sorted(known)
        # code points and ranks both go by the number of the token
        ranks = self._segment.query([known[code] for code in codes]).ranks
        return {code: number for number, code in enumerate(codes)}, ranks

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

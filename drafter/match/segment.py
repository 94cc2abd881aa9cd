"""One segment of an index: texts that never change, shortest first, behind their sketches."""

from __future__ import annotations

from codecs import utf_16_le_decode, utf_32_le_decode
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from drafter.match.array_file import Array, DamagedIndex
from drafter.match.building import AS_WRITTEN, BANDS, REPEATS, code_points, columns, word_hash
from drafter.match.bulk import Counts, Numbers
from drafter.match.counting import reaching

# how many common tokens a text of each of these lengths must have
Needed = Callable[[Counts], Numbers]
UNKNOWN = "\0"
_LONGEST = 2**31 - 1
_MOST_KNOWN = 200_000
_UNSEEN = -2
_MISSING = 0.6
_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Query:
    """A text as a segment reads it: a code point a token, `UNKNOWN` for those it does not hold,
    and the ranks of the features that it does."""

    codes: str
    ranks: NDArray[np.int32]
    _bits: dict[int, Numbers] = field(default_factory=dict, compare=False)

    def bits(self, band: Band) -> Numbers:
        """The bits of its sketch in a band, the rarest there first."""
        width = len(band.matrix)
        if width not in self._bits:
            held = np.zeros(width, np.bool_)
            held[columns(self.ranks, width)] = True
            found = held.nonzero()[0]
            self._bits[width] = found[band.often[found].argsort(kind="stable")]
        return self._bits[width]


@dataclass(frozen=True, slots=True)
class Band:
    """Texts `first`…`end` of a segment, whose sketches are equally wide."""

    first: int
    end: int
    matrix: NDArray[np.uint64]
    often: NDArray[np.int32]
    lost: NDArray[np.int32]
    shortest: Numbers
    most_lost: Numbers


class Segment:
    """The arrays of `building.built`; `gone` are the numbers of files no longer there.

    `written` holds, as they are written, the texts that stand here with their terms renewed.
    """

    def __init__(self, arrays: Mapping[str, Array], gone: Collection[int] = ()) -> None:
        self._arrays = arrays
        self.gone = frozenset(gone)
        self.lengths: NDArray[np.int32] = arrays["lengths"]
        longest = int(self.lengths[-1]) if len(self.lengths) else 0
        # of the array's own type: another would copy all of it first
        every = np.arange(longest + 2, dtype=np.int32)
        self._starts: list[int] = self.lengths.searchsorted(every).tolist()
        self._texts = arrays["texts"].data
        self._keys = arrays["keys"].data
        self._ranks: NDArray[np.int32] = arrays["ranks"]
        self._known: dict[str, int] = {}
        self._bands = tuple(self._read_bands())
        written = {
            name.removeprefix(AS_WRITTEN): array
            for name, array in arrays.items()
            if name.startswith(AS_WRITTEN)
        }
        self.written = Segment(written, gone) if written else None

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def count(self) -> int:
        """How many clauses have these texts."""
        files = self._arrays["files"]
        if not self.gone:
            return len(files)
        return int(np.isin(files, list(self.gone), invert=True).sum())

    def _read_bands(self) -> Iterator[Band]:
        first = 0
        for number, (longest, _) in enumerate(BANDS):
            end = self.row_of_length(longest + 1)
            if end > first:
                names = ("sketch", "often", "lost", "shortest", "most_lost")
                arrays = [self._arrays[f"{name}{number}"] for name in names]
                yield Band(first, end, *arrays[:3], *(each.astype(np.int64) for each in arrays[3:]))
            first = end

    def query(self, words: Sequence[str]) -> Query:
        """A text as this segment reads it."""
        known = self._known
        numbers = [known.get(word, _UNSEEN) for word in words]
        if _UNSEEN in numbers:
            # read from this dictionary, whatever another thread puts in its place
            known = self._with(words)
            numbers = [known[word] for word in words]
        return self._read(np.array(numbers, np.int32))

    def query_of(self, row: int) -> Query:
        """One of its own texts."""
        points = np.frombuffer(self.codes(row).encode("utf-32-le"), np.uint32).astype(np.int32)
        return self._read(np.where(points > 0xDFFF, points - 0x800, points) - 1)

    def _read(self, numbers: NDArray[np.int32]) -> Query:
        # -1, which is not held, comes out as 0: UNKNOWN
        codes, _ = utf_32_le_decode(code_points(numbers).data)
        known = np.sort(numbers[numbers >= 0])
        # how often a token stood there before, all in one go: equal ones are side by side
        before = np.arange(len(known)) - known.searchsorted(known)
        features = known.astype(np.int64) * REPEATS + np.minimum(before, REPEATS - 1)
        return Query(codes, self._ranks[features])

    def _with(self, words: Collection[str]) -> dict[str, int]:
        """The numbers of words met so far, with these among them; -1 for those not held."""
        if len(self._known) > _MOST_KNOWN:
            self._known = {}
        known = self._known
        for word in words:
            if word not in known:
                known[word] = self._number(word)
        return known

    def _number(self, word: str) -> int:
        hashes = self._arrays["word_hashes"]
        written = word.encode("utf-8", "surrogatepass")
        hashed = np.uint32(word_hash(written))
        for at in range(int(hashes.searchsorted(hashed)), len(hashes)):
            if hashes[at] != hashed:
                break
            number = int(self._arrays["word_numbers"][at])
            if self._written(number) == written:
                return number
        return -1

    def _written(self, number: int) -> bytes:
        ends = self._arrays["words_ends"]
        start = int(ends[number - 1]) if number else 0
        return self._arrays["words"][start : int(ends[number])].tobytes()

    def word(self, number: int) -> str:
        """The token with this number."""
        return self._written(number).decode("utf-8", "surrogatepass")

    def codes(self, row: int) -> str:
        """The tokens of a text, a code point each."""
        return self.codes_of(np.array([row]))[0]

    def codes_of(self, rows: Numbers) -> list[str]:
        """The tokens of some texts, a code point each."""
        ends = self._arrays["text_ends"]
        starts = np.where(rows > 0, ends[rows - 1], 0).tolist()
        pairs = zip(starts, ends[rows].tolist(), strict=True)
        texts = self._texts
        try:
            return [utf_16_le_decode(texts[start:end], "strict", True)[0] for start, end in pairs]
        except UnicodeDecodeError as error:
            raise DamagedIndex("texts") from error

    def words_of(self, row: int) -> tuple[str, ...]:
        """The tokens of a text."""
        points = (ord(code) for code in self.codes(row))
        return tuple(self.word(point - (0x801 if point > 0xDFFF else 1)) for point in points)

    def keys(self, row: int, *, as_written: bool = False) -> Iterator[str]:
        """The keys of the clauses with this text, in their order; those `as_written` alone are
        without those whose terms were renewed."""
        first, end = self._arrays["firsts"][row : row + 2].tolist()
        ends = self._arrays["keys_ends"]
        stop = int(ends[first - 1]) if first else 0
        for number in range(first, end):
            start, stop = stop, int(ends[number])
            there = not self.gone or int(self._arrays["files"][number]) not in self.gone
            if there and not (as_written and self._arrays["renamed"][number]):
                yield str(self._keys[start:stop], "utf-8", "surrogatepass")

    def row_of_length(self, length: int) -> int:
        """The first text of at least `length` tokens."""
        return self._starts[min(max(length, 0), len(self._starts) - 1)]

    def stretches(self, first: int, end: int) -> Iterator[tuple[Band, int, int]]:
        """The words of the bands in which the texts `first`…`end` stand."""
        for band in self._bands:
            low, high = max(first, band.first), min(end, band.end)
            if low < high:
                yield band, (low - band.first) // 64, -(-(high - band.first) // 64)

    def candidates(
        self, query: Query, needed: Needed, first: int, end: int
    ) -> Iterator[tuple[Numbers, Numbers]]:
        """Texts among `first`…`end` that may have the common tokens needed, and at most how many.

        All that have them are there; `needed` never falls as texts grow.
        """
        for band, low, high in self.stretches(first, end):
            rows, shared = self._among(query, needed, band, low, high)
            if len(rows):
                inside = shared >= needed(self.lengths[rows])
                inside &= rows >= first
                inside &= rows < end
                yield rows[inside], shared[inside]

    def _among(
        self, query: Query, needed: Needed, band: Band, low: int, high: int
    ) -> tuple[Numbers, Numbers]:
        bits = query.bits(band)
        lost = len(query.ranks) - len(bits)
        slack = np.minimum(band.most_lost[low:high], lost)
        least = needed(band.shortest[low:high]) - slack
        lowest = int(least.min())
        if lowest > len(bits):
            return _NONE, _NONE
        unread = _unread(len(bits), lowest)
        least -= unread
        loose = lowest - unread < 1
        rows, shared = reaching(
            band.matrix, bits[: len(bits) - unread], low, high,
            np.maximum(least, 1) if loose else least,
        )  # fmt: skip
        shared += np.minimum(band.lost[rows], lost)
        shared += unread
        if loose:
            rows, shared = _with_every(np.flatnonzero(least < 1) + low, band, rows, shared)
        return rows + band.first, shared


def _unread(bits: int, least: int) -> int:
    """How many of the more frequent bits need not be read: a text that reaches `least` misses few
    bits, and few of the rarer ones in particular."""
    missing = bits - least
    return bits - min(bits, int(missing / _MISSING) + 1)


def _with_every(
    words: Numbers, band: Band, rows: Numbers, shared: Numbers
) -> tuple[Numbers, Numbers]:
    """The rows, and all of the words where none can be told apart, for those as much as can be."""
    every = (words[:, None] * 64 + np.arange(64)).ravel()
    every = every[every < band.end - band.first]
    others = ~np.isin(rows // 64, words)
    length = np.full(len(every), _LONGEST, np.int64)
    return np.concatenate((rows[others], every)), np.concatenate((shared[others], length))

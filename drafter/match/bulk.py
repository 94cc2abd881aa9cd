"""Many texts as token numbers at once: what `norms` says of each, a chunk at a time.

The classes of characters are read off the patterns of `compare.tokens`, so both always agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from drafter.compare.tokens import COMBINING, HAN, LETTER, folded, norm, norms

Numbers = NDArray[np.int64]
_CHUNK = 16384
_CODES = 0x110000
_LETTERS_END = 0x40000  # no plane beyond has letters, digits or Han characters
_FEW = 2048
_HAN, _LETTER, _COMBINING, _DIGIT = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Coded:
    """Texts as numbers: `flat` holds the tokens of all, `lengths` how many each has; token `i` is
    `words[i]`."""

    flat: NDArray[np.int32]
    lengths: Numbers
    words: tuple[str, ...]


class Coder:
    """Gives every token a number, in the order in which tokens are first met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._as_written: dict[str, int] = {}
        self._han: NDArray[np.int32] = np.zeros(0, np.int32)

    @property
    def words(self) -> tuple[str, ...]:
        """The tokens by number."""
        return tuple(self._numbers)

    def texts(self, texts: Iterable[str]) -> Coded:
        """The tokens of the texts as they are written."""
        flat: list[NDArray[np.int32]] = []
        lengths: list[Numbers] = []
        remaining = iter(texts)
        while chunk := list(islice(remaining, _CHUNK)):
            if not flat and len(chunk) < _FEW:
                return self.tokens(map(norms, chunk))
            found, counts = self._chunk(chunk)
            flat.append(found)
            lengths.append(counts)
        return self._coded(flat, lengths)

    def tokens(self, texts: Iterable[Sequence[str]]) -> Coded:
        """The same for texts that are tokens already."""
        rows = [[self._number(word) for word in words] for words in texts]
        flat = [np.array([number for row in rows for number in row], np.int32)]
        return self._coded(flat, [np.array([len(row) for row in rows], np.int64)])

    def _coded(self, flat: list[NDArray[np.int32]], lengths: list[Numbers]) -> Coded:
        return Coded(
            np.concatenate(flat) if flat else np.zeros(0, np.int32),
            np.concatenate(lengths) if lengths else np.zeros(0, np.int64),
            self.words,
        )

    def _chunk(self, texts: list[str]) -> tuple[NDArray[np.int32], Numbers]:
        # a line break is no part of any token, so no token reaches into the next text
        joined = "\n".join(texts)
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        classes = _classes()[codes]
        starts, ends, han = _places(classes)
        flat = np.empty(len(starts), np.int32)
        flat[han] = self._characters(codes[starts[han]])
        begins, stops = starts[~han].tolist(), ends[~han].tolist()
        words = [joined[begin:stop] for begin, stop in zip(begins, stops, strict=True)]
        flat[~han] = np.fromiter(map(self._word, words), np.int32, len(words))
        bounds = np.cumsum(np.fromiter((len(text) + 1 for text in texts), np.int64, len(texts)))
        counted = np.searchsorted(starts, bounds)
        return flat, np.diff(counted, prepend=0)

    def _characters(self, codes: NDArray[np.uint32]) -> NDArray[np.int32]:
        if not len(self._han):
            self._han = np.full(_CODES, -1, np.int32)
        numbers = self._han[codes]
        if (numbers < 0).any():
            # in the order in which they are met, so that numbers depend on the texts alone
            new, first = np.unique(codes[numbers < 0], return_index=True)
            for code in new[np.argsort(first)].tolist():
                self._han[code] = self._number(norm(chr(code)))
            numbers = self._han[codes]
        return numbers

    def _word(self, word: str) -> int:
        number = self._as_written.get(word)
        if number is None:
            number = self._as_written[word] = self._number(norm(folded(word)))
        return number

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))


def _places(classes: NDArray[np.uint8]) -> tuple[Numbers, Numbers, NDArray[np.bool_]]:
    """Where tokens start and end, and which of them are Han characters."""
    inside = classes == _LETTER
    if (classes == _COMBINING).any():
        inside |= _attached(classes)
    digits = classes == _DIGIT
    run = inside.view(np.uint8) + 2 * digits.view(np.uint8)
    before = np.concatenate(([np.uint8(0)], run[:-1]))
    after = np.concatenate((run[1:], [np.uint8(0)]))
    han = classes == _HAN
    starts = np.flatnonzero(han | ((run != 0) & (run != before)))
    ends = np.flatnonzero(han | ((run != 0) & (run != after))) + 1
    return starts, ends, han[starts]


def _attached(classes: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """The combining marks that stand on a letter, directly or on marks that do."""
    base = np.where(classes == _COMBINING, 0, np.arange(len(classes)))
    stands_on = classes[np.maximum.accumulate(base)]
    return np.asarray((classes == _COMBINING) & (stands_on == _LETTER))


@cache
def _classes() -> NDArray[np.uint8]:
    """The class of every character after folding its width, 0 for what is in no token."""
    found = np.zeros(_CODES, np.uint8)
    every = "".join(map(chr, range(_LETTERS_END)))
    read = folded(every)
    for number, pattern in _patterns():
        for stretch in re.finditer(f"{pattern}+", read):
            part = found[stretch.start() : stretch.end()]
            part[part == 0] = number
    return found


def _patterns() -> Iterator[tuple[int, str]]:
    yield _HAN, f"[{HAN}]"
    yield _LETTER, LETTER
    yield _DIGIT, r"\d"
    yield _COMBINING, f"[{COMBINING}]"

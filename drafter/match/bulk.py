"""Many texts as token numbers at once: what `norms` says of each, a chunk at a time.

The classes of characters are read off the patterns of `compare.tokens`, so both always agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from drafter.compare.tokens import COMBINING, HAN, LETTER, folded, norm, norms

Numbers = NDArray[np.int64]
# whole numbers that may be narrower, as they are kept
Counts: TypeAlias = NDArray[np.signedinteger]
# fewer texts are read one by one; more at a time fall out of the processor's cache
_CHUNK = 2048
# odd, so that it has an inverse; otherwise any
_BASE = np.uint64(0x9E3779B97F4A7C15)
_CODES = 0x110000
_LETTERS_END = 0x40000  # no plane beyond has letters, digits or Han characters
_HAN, _LETTER, _COMBINING, _DIGIT = 1, 2, 3, 4
# the code page of Western Europe: a byte a character, with the curly quotes and dashes of print
_PAGE = "cp1252"
# what stands after every plain text: no token, since every sign in them becomes a space
_END = b"."
_ENDS, _SEVERAL = -1, -2


@dataclass(frozen=True, slots=True)
class Coded:
    """Texts as numbers: `flat` holds the tokens of all, `lengths` how many each has; token `i` is
    `words[i]`."""

    flat: NDArray[np.int32]
    lengths: Numbers
    words: tuple[str, ...]


class _PlainWords(dict[bytes, int]):
    """The numbers of words in `_PAGE`: `_SEVERAL` for those that are more than one token."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__({_END: _ENDS})
        self._number = number

    def __missing__(self, word: bytes) -> int:
        found = norms(word.decode(_PAGE))
        self[word] = number = self._number(found[0]) if len(found) == 1 else _SEVERAL
        return number


class Coder:
    """Gives every token a number; which one depends on the texts alone."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._plain_words = _PlainWords(self._number)
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
            if not flat and len(chunk) < _CHUNK:
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
        plain, plain_lengths, is_plain = self._plain(texts)
        if is_plain.all():
            return plain, plain_lengths
        rest = [texts[number] for number in np.flatnonzero(~is_plain).tolist()]
        lengths = np.empty(len(texts), np.int64)
        other, lengths[~is_plain] = self._any(rest)
        lengths[is_plain] = plain_lengths
        of_plain = np.repeat(is_plain, lengths)
        flat = np.empty(len(of_plain), np.int32)
        flat[of_plain], flat[~of_plain] = plain, other
        return flat, lengths

    def _plain(self, texts: list[str]) -> tuple[NDArray[np.int32], Numbers, NDArray[np.bool_]]:
        """The tokens of the plain texts, how many each has, and which texts these are.

        Plain are those of one byte a character in which no word runs into a number ("1a"): once
        every sign in them is a space, white space parts their tokens.
        """
        spaced = list(map(_spaced, texts))
        is_plain = np.array([text is not None for text in spaced], np.bool_)
        words = b"".join(text + b" . " for text in spaced if text is not None).split()
        flat = np.fromiter(map(self._plain_words.__getitem__, words), np.int32, len(words))
        ends = np.flatnonzero(flat == _ENDS)
        lengths = np.diff(ends, prepend=-1) - 1
        flat = flat[flat != _ENDS]
        kept = np.ones(len(ends), np.bool_)
        kept[np.repeat(np.arange(len(ends)), lengths)[flat == _SEVERAL]] = False
        is_plain[is_plain] = kept
        return flat[np.repeat(kept, lengths)], lengths[kept], is_plain

    def _any(self, texts: list[str]) -> tuple[NDArray[np.int32], Numbers]:
        # a line break is no part of any token, so no token reaches into the next text
        joined = "\n".join(texts)
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        classes = _classes()[codes]
        starts, ends, han = _places(classes)
        flat = np.empty(len(starts), np.int32)
        flat[han] = self._characters(codes[starts[han]])
        flat[~han] = self._runs(joined, codes, starts[~han], ends[~han])
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

    def _runs(
        self, joined: str, codes: NDArray[np.uint32], starts: Numbers, ends: Numbers
    ) -> NDArray[np.int32]:
        """The numbers of words and digits: each kind is looked up once, found by its hash."""
        _, first, kind = np.unique(
            _hashes(codes, starts, ends), return_index=True, return_inverse=True
        )
        pieces = zip(starts[first].tolist(), ends[first].tolist(), strict=True)
        known = np.array([self._word(joined[start:end]) for start, end in pieces], np.int32)
        numbers = known[kind]
        for at in _unlike(codes, starts, ends, first[kind]).tolist():
            numbers[at] = self._word(joined[starts[at] : ends[at]])
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
    for at in np.flatnonzero(classes == _COMBINING).tolist():
        # a mark belongs to the word whose letter it stands on, or whose mark before it does
        inside[at] = at > 0 and inside[at - 1]
    digits = classes == _DIGIT
    run = inside.view(np.uint8) + 2 * digits.view(np.uint8)
    before = np.concatenate(([np.uint8(0)], run[:-1]))
    after = np.concatenate((run[1:], [np.uint8(0)]))
    han = classes == _HAN
    starts = np.flatnonzero(han | ((run != 0) & (run != before)))
    ends = np.flatnonzero(han | ((run != 0) & (run != after))) + 1
    return starts, ends, han[starts]


def _hashes(codes: NDArray[np.uint32], starts: Numbers, ends: Numbers) -> NDArray[np.uint64]:
    """A hash of each stretch: polynomials read off running sums, modulo 2 to the 64th."""
    powers, inverse = _powers(1 << len(codes).bit_length())
    sums = np.concatenate(([np.uint64(0)], np.cumsum(codes * powers[: len(codes)])))
    return np.asarray((sums[ends] - sums[starts]) * inverse[starts])


@lru_cache(maxsize=2)
def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
    powers, inverses = (
        np.cumprod(np.full(count, base, np.uint64), dtype=np.uint64) for base in (_BASE, inverse)
    )
    return powers, inverses


def _unlike(codes: NDArray[np.uint32], starts: Numbers, ends: Numbers, others: Numbers) -> Numbers:
    """The stretches that are not, character by character, the other one with their hash."""
    lengths = ends - starts
    alike = lengths == lengths[others]
    open_still = np.flatnonzero(alike & (starts != starts[others]))
    step = 0
    while len(open_still):
        same = codes[starts[open_still] + step] == codes[starts[others[open_still]] + step]
        alike[open_still[~same]] = False
        step += 1
        open_still = open_still[same & (lengths[open_still] > step)]
    return np.flatnonzero(~alike)


def _spaced(text: str) -> bytes | None:
    """`text` in `_PAGE` with a space for every sign, if it can be written in it."""
    try:
        # the quicker of two ways to the same bytes
        return text.encode("ascii" if text.isascii() else _PAGE).translate(_spaces())
    except UnicodeEncodeError:
        return None


@cache
def _spaces() -> bytes:
    """For every byte of `_PAGE` its lower case if it is in a token, else a space."""
    letters = bytes(range(256)).decode(_PAGE, "replace")
    small = (letter.lower() if _classes()[ord(letter)] else " " for letter in letters)
    return "".join(small).encode(_PAGE)


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

"""Building a segment: equal texts once, shortest first, with their sketches on their side.

A text's features are its tokens, each with how often it stood there before. The most frequent
features have a bit of their own, the others share what is left evenly, so few are lost to
collisions. Longer texts have wider sketches.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drafter.languages import Language
from drafter.match.array_file import Array
from drafter.match.bulk import Coded, Coder, Numbers
from drafter.match.terms import all_current

VERSION = 1
REPEATS = 8
# (longest text in tokens, bits of its sketch); what is longer has the last
BANDS = ((512, 2048), (1 << 40, 8192))
_ROWS = 8192
_COUNTED = 16
# code points for tokens: from 1, without the surrogates that UTF-16 needs for itself
_BELOW_SURROGATES, _SURROGATES, _LAST = 0xD7FF, 0x800, 0x10FFFF
# so many kinds of tokens there may be in a segment
MOST_WORDS = _LAST - _SURROGATES


AS_WRITTEN = "written."


class TooManyWords(OverflowError):
    """There are more kinds of tokens than a segment has numbers for: make it two."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Clauses to be indexed: their keys, unique, the numbers of their files, and their texts."""

    keys: Sequence[str]
    files: Sequence[int]
    texts: Sequence[str]


def built(rows: Rows, language: Language) -> dict[str, Array]:
    """The arrays of a segment. The same rows give the same arrays, in whatever order.

    Texts are read with their terms in current form; those that this changes are there a second
    time as they are written, under names that begin with `AS_WRITTEN`. Raises `TooManyWords`.
    """
    current = all_current(rows.texts, language)
    renamed = [number for number, text in enumerate(rows.texts) if current[number] != text]
    found = arrays_of(Coder().texts(current), rows.keys, rows.files, renamed)
    if renamed:
        written = arrays_of(
            Coder().texts(rows.texts[number] for number in renamed),
            [rows.keys[number] for number in renamed],
            [rows.files[number] for number in renamed],
        )
        found |= {AS_WRITTEN + name: array for name, array in written.items()}
    return found


def fits(words: int) -> bool:
    """Whether a segment has numbers for so many kinds of tokens."""
    return words <= MOST_WORDS


def arrays_of(
    coded: Coded, keys_read: Sequence[str], files_read: Sequence[int], renamed: Sequence[int] = ()
) -> dict[str, Array]:
    """The arrays for texts that are tokens already; `renamed` are those not as they are written.

    Raises `TooManyWords`.
    """
    if not fits(len(coded.words)):
        raise TooManyWords(len(coded.words))
    order, keys = _by_key(keys_read)
    changed = np.zeros(len(keys), np.bool_)
    changed[list(renamed)] = True
    flat, lengths = _gathered(coded.flat, coded.lengths, order)
    flat, words = _by_frequency(flat, coded.words)
    text_of, first = _distinct(flat, lengths)
    ranks = np.argsort(lengths[first], kind="stable")
    chosen = first[ranks]
    place = np.empty(len(first), np.int64)
    place[ranks] = np.arange(len(first))
    texts, counted = _gathered(flat, lengths, chosen)
    owners = place[text_of]
    held = np.argsort(owners, kind="stable")
    files = np.asarray(files_read, np.int32)[order]
    return {
        **_words(words),
        **_texts(texts, counted),
        **_keys([keys[number] for number in held.tolist()]),
        "files": files[held],
        "renamed": changed[order][held],
        "firsts": np.searchsorted(owners[held], np.arange(len(first) + 1)).astype(np.int32),
        **_sketches(texts, counted, len(words)),
    }


def _by_key(keys: Sequence[str]) -> tuple[Numbers, list[str]]:
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return np.array(order, np.int64), [keys[number] for number in order]


def _gathered(
    flat: NDArray[np.int32], lengths: Numbers, chosen: Numbers
) -> tuple[NDArray[np.int32], Numbers]:
    """The texts chosen, in that order, one after another, with their lengths."""
    if len(chosen) == len(lengths) and (np.diff(chosen) == 1).all():
        return flat, lengths
    counted = lengths[chosen]
    starts = np.cumsum(lengths) - lengths
    within = np.arange(int(counted.sum())) - np.repeat(np.cumsum(counted) - counted, counted)
    return flat[np.repeat(starts[chosen], counted) + within], counted


def _by_frequency(
    flat: NDArray[np.int32], words: Sequence[str]
) -> tuple[NDArray[np.int32], list[str]]:
    """Tokens numbered from the most frequent, ties in order of the alphabet; unused ones go."""
    often = np.bincount(flat, minlength=len(words)).tolist()
    used = [number for number in range(len(words)) if often[number]]
    used.sort(key=lambda number: (-often[number], words[number]))
    renamed = np.zeros(len(words) + 1, np.int32)
    renamed[used] = np.arange(len(used))
    return renamed[flat], [words[number] for number in used]


def _distinct(flat: NDArray[np.int32], lengths: Numbers) -> tuple[Numbers, Numbers]:
    """For each text the number of its wording, and where each wording stands first."""
    data = flat.tobytes()
    ends = (np.cumsum(lengths) * flat.itemsize).tolist()
    seen: dict[bytes, int] = {}
    found, first = np.empty(len(lengths), np.int64), []
    start = 0
    for number, end in enumerate(ends):
        count = len(seen)
        found[number] = at = seen.setdefault(data[start:end], count)
        if at == count:
            first.append(number)
        start = end
    return found, np.array(first, np.int64)


def code_points(numbers: NDArray[np.int32]) -> NDArray[np.uint32]:
    """The code points that stand for tokens."""
    points = numbers.astype(np.uint32) + 1
    points[points > _BELOW_SURROGATES] += _SURROGATES
    return points


def _texts(flat: NDArray[np.int32], lengths: Numbers) -> dict[str, Array]:
    points = code_points(flat)
    written = points.tobytes().decode("utf-32-le").encode("utf-16-le")
    wide = np.concatenate(([0], np.cumsum(1 + (points > 0xFFFF))))
    return {
        "texts": np.frombuffer(written, np.uint16),
        "text_ends": wide[np.cumsum(lengths)].astype(np.int64),
        "lengths": lengths.astype(np.int32),
    }


def _keys(keys: Sequence[str]) -> dict[str, Array]:
    return _blob("keys", [key.encode("utf-8", "surrogatepass") for key in keys])


def _words(words: Sequence[str]) -> dict[str, Array]:
    written = [word.encode("utf-8", "surrogatepass") for word in words]
    hashed = np.array([word_hash(word) for word in written], np.uint32)
    order = np.argsort(hashed, kind="stable")
    return {
        **_blob("words", written),
        "word_hashes": hashed[order],
        "word_numbers": order.astype(np.int32),
    }


def word_hash(written: bytes) -> int:
    """What words are looked up by: the same on every machine and in every run."""
    return zlib.crc32(written)


def _blob(name: str, pieces: Sequence[bytes]) -> dict[str, Array]:
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
    return {name: np.frombuffer(b"".join(pieces), np.uint8), f"{name}_ends": np.cumsum(lengths)}


def columns(ranks: NDArray[np.int32], bits: int) -> Numbers:
    """The bit of a feature by its rank among the frequent ones."""
    own = bits // 4 * 3
    wide = ranks.astype(np.int64)
    return np.where(wide < own, wide, own + wide % (bits - own))


def _sketches(flat: NDArray[np.int32], lengths: Numbers, words: int) -> dict[str, Array]:
    ends = np.concatenate(([0], np.cumsum(lengths)))
    ranks = _ranks(flat, lengths, ends, words)
    found: dict[str, Array] = {"ranks": ranks}
    low = 0
    for number, (longest, bits) in enumerate(BANDS):
        high = int(np.searchsorted(lengths, longest, side="right"))
        counted = lengths[low:high]
        band = _matrix(flat[ends[low] : ends[high]], counted, ranks, bits)
        found[f"sketch{number}"], found[f"lost{number}"] = band
        found[f"often{number}"] = np.bitwise_count(band[0]).sum(axis=1, dtype=np.int32)
        found[f"shortest{number}"] = counted[::64].astype(np.int32)
        found[f"most_lost{number}"] = np.maximum.reduceat(band[1], np.arange(0, len(band[1]), 64))
        low = high
    return found


def _ranks(
    flat: NDArray[np.int32], lengths: Numbers, ends: Numbers, words: int
) -> NDArray[np.int32]:
    """The rank of every feature, the most frequent first; of many texts, every so many are counted:
    a rank that is a little off costs time and nothing else."""
    often = np.zeros(words * REPEATS, np.int64)
    for start in range(0, len(lengths), _ROWS * max(1, len(lengths) // (_ROWS * _COUNTED))):
        end = min(start + _ROWS, len(lengths))
        _, features = _features(flat[ends[start] : ends[end]], lengths[start:end])
        often += np.bincount(features, minlength=len(often))
    ranks = np.empty(len(often), np.int32)
    ranks[np.argsort(-often, kind="stable")] = np.arange(len(often))
    return ranks


def _matrix(
    flat: NDArray[np.int32], lengths: Numbers, ranks: NDArray[np.int32], bits: int
) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Row `c` holds bit `c` of every text, 64 texts a word; and how many tokens of each text lost
    their bit to another."""
    lost = np.empty(len(lengths), np.int32)
    matrix = np.zeros((bits, -(-len(lengths) // 64)), np.uint64)
    ends = np.concatenate(([0], np.cumsum(lengths)))
    for start in range(0, len(lengths), _ROWS):
        end = min(start + _ROWS, len(lengths))
        rows, features = _features(flat[ends[start] : ends[end]], lengths[start:end])
        held = np.zeros((bits, -(-(end - start) // 64) * 64), np.bool_)
        held[columns(ranks[features], bits), rows] = True
        lost[start:end] = lengths[start:end] - held[:, : end - start].sum(axis=0)
        packed = np.packbits(held, axis=1, bitorder="little").view(np.uint64)
        matrix[:, start // 64 : start // 64 + packed.shape[1]] = packed
    return matrix, lost


def _features(flat: NDArray[np.int32], lengths: Numbers) -> tuple[Numbers, Numbers]:
    """For every token, the text it stands in and its feature."""
    rows = np.repeat(np.arange(len(lengths)), lengths)
    # rows are in order already, which a stable sort makes use of
    sorted_tokens = np.sort((rows << 32) | flat, kind="stable")
    repeated = np.zeros(len(flat), np.int64)
    for back in range(1, REPEATS):
        repeated[back:] += sorted_tokens[back:] == sorted_tokens[:-back]
    return sorted_tokens >> 32, (sorted_tokens & 0xFFFFFFFF) * REPEATS + repeated

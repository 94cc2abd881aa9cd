"""Counting common bits of a text with many others at once: whole words of rows, bit by bit.

A sketch matrix stands on its side: row `c` holds, for every text, whether it has bit `c`. A query
then reads only the rows of its own bits. They are added up for 64 texts at a time by full adders
(`a ^ b ^ c` and its carry), so the counts themselves stand on their side, and one last carry says
which texts reach what they need.
"""

from __future__ import annotations

import numpy as np
from numpy import bitwise_and, bitwise_or, bitwise_xor
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_ONE = np.uint64(1)
_WEIGHTS = 1 << np.arange(62)
_SHIFTS = np.arange(62)[:, None]


def reaching(
    matrix: Bits, chosen: Numbers, start: int, end: int, least: Numbers
) -> tuple[Numbers, Numbers]:
    """The texts in words `start`…`end` of `matrix` that have at least `least` of the `chosen` bits.

    `least`, one number a word of 64 texts, is 1 or more. Returns the numbers of the texts from the
    beginning of the matrix, ascending, and how many of the bits each has.
    """
    width = int(max(len(chosen), int(least.max()))).bit_length()
    bias = (1 << width) - least
    planes = _added(matrix, chosen, start, end, _planes(bias, width))
    words = planes[width].nonzero()[0]
    if not len(words):
        return words, words
    bits = np.unpackbits(planes[width][words].view(np.uint8), bitorder="little")
    found = bits.nonzero()[0]
    at, bit = words[found >> 6], found & 63
    counts = np.array([plane[at] for plane in planes[:width]])
    counts >>= bit.view(np.uint64)
    counts &= _ONE
    weighed = _WEIGHTS[:width] @ counts.view(np.int64)
    return ((start + at) << 6) + bit, weighed + least[at]


def _planes(numbers: Numbers, width: int) -> Bits:
    """Numbers on their side: plane `i` is all ones where bit `i` of the number is set."""
    # minus one is all ones
    return (-((numbers >> _SHIFTS[:width]) & 1)).view(np.uint64)


def _added(matrix: Bits, chosen: Numbers, start: int, end: int, bias: Bits) -> list[Bits]:
    """The planes of the sum of the chosen rows and `bias`, lowest first, one more than `bias`."""
    width = len(bias)
    # one row more than chosen, to be written over: gathering is what costs
    gathered = np.empty(len(chosen) + 1, np.int64)
    gathered[:-1], gathered[-1] = chosen, 0
    current = matrix[gathered, start:end]
    current[-1] = bias[0]
    sums: list[Bits] = []
    for number in range(width + 1):
        height = len(current)
        carried = np.empty((height // 2 + 1, end - start), np.uint64)
        carries = _reduced(current, carried)
        sums.append(current[-1] if height else np.zeros(end - start, np.uint64))
        if number + 1 < width:
            carried[carries] = bias[number + 1]
            carries += 1
        current = carried[:carries]
    return sums


def _reduced(rows: Bits, carried: Bits) -> int:
    """Add up rows in place until the last one holds the sum; how many carries there are."""
    low, high, carries = 0, len(rows), 0
    while high - low >= 3:
        third = (high - low) // 3
        middle, last, end = low + third, low + 2 * third, low + 3 * third
        a, b, c = rows[low:middle], rows[middle:last], rows[last:end]
        carry = carried[carries : carries + third]
        bitwise_and(a, b, carry)
        bitwise_xor(a, b, a)
        bitwise_and(a, c, b)
        bitwise_or(carry, b, carry)
        bitwise_xor(a, c, c)
        low = last
        carries += third
    if high - low == 2:
        bitwise_and(rows[low], rows[low + 1], carried[carries])
        bitwise_xor(rows[low], rows[low + 1], rows[low + 1])
        carries += 1
    return carries

"""Counting common bits of a text with many others at once: whole words of rows, bit by bit.

A sketch matrix stands on its side: row `c` holds, for every text, whether it has bit `c`. A query
then reads only the rows of its own bits. They are added up for 64 texts at a time by full adders
(`a ^ b ^ c` and its carry), so the counts themselves stand on their side, and one last carry says
which texts reach what they need.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_ONES = np.uint64(0xFFFFFFFFFFFFFFFF)


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
    words = np.flatnonzero(planes[width])
    bits = np.unpackbits(planes[width][words].view(np.uint8), bitorder="little").reshape(-1, 64)
    where, bit = np.nonzero(bits)
    if not len(where):
        return where, where
    at = words[where]
    shift = bit.astype(np.uint64)
    counts = least[at]
    for number in range(width):
        counts += ((planes[number][at] >> shift) & np.uint64(1)).astype(np.int64) << number
    return (start + at) * 64 + bit, counts


def _planes(numbers: Numbers, width: int) -> Bits:
    """Numbers on their side: plane `i` is all ones where bit `i` of the number is set."""
    shifts = np.arange(width)[:, None]
    return ((numbers >> shifts) & 1).astype(np.uint64) * _ONES


def _added(matrix: Bits, chosen: Numbers, start: int, end: int, bias: Bits) -> list[Bits]:
    """The planes of the sum of the chosen rows and `bias`, lowest first, one more than `bias`."""
    width = len(bias)
    # one row more than chosen, to be written over: gathering is what costs
    current = matrix[np.append(chosen, 0), start:end]
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
        a, b, c = (rows[low + third * part : low + third * (part + 1)] for part in range(3))
        carry = carried[carries : carries + third]
        np.bitwise_and(a, b, out=carry)
        np.bitwise_xor(a, b, out=a)
        np.bitwise_and(a, c, out=b)
        np.bitwise_or(carry, b, out=carry)
        np.bitwise_xor(a, c, out=c)
        low += 2 * third
        carries += third
    if high - low == 2:
        np.bitwise_and(rows[low], rows[low + 1], out=carried[carries])
        np.bitwise_xor(rows[low], rows[low + 1], out=rows[low + 1])
        carries += 1
    return carries

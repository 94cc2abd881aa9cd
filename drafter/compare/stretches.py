"""Where one text stands inside another: the densest stretch that both share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_GAP_COST = 0.5


@dataclass(frozen=True, slots=True)
class Shared:
    """Tokens `start`…`end` of the longer text hold tokens `inner_start`…`inner_end` of the shorter
    one, `count` of them in the same order; `containment` is their share of the shorter text."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    count: int
    containment: float

    def turned(self) -> Shared:
        """The same seen from the shorter text."""
        return Shared(
            self.inner_start, self.inner_end, self.start, self.end, self.count, self.containment
        )


def dense_pairs(longer: Sequence[str], shorter: Sequence[str]) -> list[tuple[int, int]]:
    """The tokens that both have in common in the stretch of `shared_stretch`: pairs of places,
    ascending."""
    pairs = [
        (block.src_start + step, block.dest_start + step)
        for block in Indel.opcodes(longer, shorter)
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    ]
    if not pairs:
        return []
    first, last = _best_run(pairs)
    return pairs[first : last + 1]


def shared_stretch(longer: Sequence[str], shorter: Sequence[str]) -> Shared | None:
    """The stretch of `longer` that holds most of `shorter`, without stray words far from it.

    From the longest common subsequence, the run of matched tokens that is worth most when every
    token between them, on either side, costs half a match. None if nothing is shared.
    """
    pairs = dense_pairs(longer, shorter)
    if not pairs:
        return None
    (start, inner_start), (end, inner_end), count = pairs[0], pairs[-1], len(pairs)
    return Shared(start, end + 1, inner_start, inner_end + 1, count, count / len(shorter))


def _best_run(pairs: list[tuple[int, int]]) -> tuple[int, int]:
    """The first and last of the run of pairs worth most."""
    best, best_run = 0.0, (0, 0)
    worth, first = 0.0, 0
    for number, (i, j) in enumerate(pairs):
        if number:
            worth -= _GAP_COST * (i - pairs[number - 1][0] - 1 + j - pairs[number - 1][1] - 1)
        if worth <= 0:
            worth, first = 0.0, number
        worth += 1
        if worth > best:
            best, best_run = worth, (first, number)
    return best_run

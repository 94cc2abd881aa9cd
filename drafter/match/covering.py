"""Runs that a text shares with clauses, chosen and divided so that no token is told twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from drafter.match.candidates import Run

FEWEST = 8  # tokens of a run that count as quoted


class Share(NamedTuple):
    """Tokens `start`…`end` of a text, as its share of a run."""

    start: int
    end: int
    run: Run


def covering(runs: Iterable[Run]) -> tuple[Share, ...]:
    """As few runs as cover what all of them cover, each with its share; no token is in two shares.

    Where two overlap, the longer has what both have, unless less than `FEWEST` tokens would be left
    of the other; where that cannot be, the other keeps what it has alone.
    """
    chosen: list[Run] = []
    for run in runs:
        # none lies in another, so starts and ends both ascend
        while len(chosen) > 1 and run.start <= chosen[-2].end:
            chosen.pop()
        chosen.append(run)
    shares: list[Share] = []
    starts = [n for n, run in enumerate(chosen) if not n or run.start >= chosen[n - 1].end]
    for first, after in pairwise([*starts, len(chosen)]):
        shares += _divided(chosen[first:after])
    return tuple(shares)


def _divided(runs: Sequence[Run]) -> Iterator[Share]:
    """The shares of runs each of which overlaps the next."""
    joints = list(pairwise(runs))
    latest = [runs[-1].end]
    for one, other in reversed(joints):
        latest.append(max(other.start, min(one.end, latest[-1] - FEWEST)))
    edges = [runs[0].start]
    for (one, other), last in zip(joints, latest[:0:-1], strict=True):
        wanted = one.end if one.end - one.start >= other.end - other.start else other.start
        edges.append(min(max(wanted, edges[-1] + FEWEST), last))
    edges.append(runs[-1].end)
    for at in range(len(runs)):
        if edges[at + 1] - edges[at] < FEWEST:
            # too few whatever is done: the neighbours have all that they can
            edges[at] = runs[at - 1].end if at else edges[at]
            edges[at + 1] = runs[at + 1].start if at + 1 < len(runs) else edges[at + 1]
    return map(Share, edges, edges[1:], runs)

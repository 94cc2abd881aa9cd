"""Which pairs left their place: as few as can be, each part or paragraph with what is in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from drafter.compare.elements import NOTE
from drafter.compare.partners import Partners
from drafter.compare.parts import parent_pairs

Pair = tuple[int, int]


def moved(partners: Partners) -> frozenset[int]:
    """The old places of the elements that moved.

    Under each pair of parents the longest series in the same order stays. Where a part or
    paragraph was divided, or two became one, their contents count as one series. A part moves as
    its heading, its contents stay; a note never moves, its place follows from its marks.
    """
    forward, backward = _parents(partners)
    families: dict[str, list[Pair]] = {}
    found = [(i, j) for i, j in partners.pairs() if partners.old[i].group != NOTE]
    for i, j in found:
        old, new = partners.old[i].parent, partners.new[j].parent
        if forward[old] == new or backward[new] == old:
            families.setdefault(forward[old], []).append((i, j))
    staying = {i for family in families.values() for i, _ in _increasing(family)}
    return frozenset(i for i, _ in found if i not in staying)


def _parents(partners: Partners) -> tuple[dict[str, str], dict[str, str]]:
    """The parent on the other side of each parent: its pair, or where most of its contents went
    or came from."""
    votes = Counter(
        (partners.old[i].parent, partners.new[j].parent) for i, j in partners.forward.items()
    )
    known = parent_pairs(partners)
    ranked = sorted(votes, key=lambda pair: (votes[pair], pair[0] == pair[1], pair))
    # a later entry of a dictionary wins: the most votes, then what is known
    return dict(ranked) | known, {new: old for old, new in ranked} | _turned(known)


def _turned(pairs: dict[str, str]) -> dict[str, str]:
    return {new: old for old, new in pairs.items()}


def _increasing(family: list[Pair]) -> list[Pair]:
    """The longest series of pairs, in the old order, that stand in the same order in the new."""
    tops: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, (_, j) in enumerate(family):
        place = bisect_left(tops, j)
        previous.append(last[place - 1] if place else -1)
        tops[place : place + 1] = [j]
        last[place : place + 1] = [number]
    series: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        series.append(family[number])
        number = previous[number]
    return series

"""Which pairs left their place: as few as can be, each part or paragraph with what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from drafter.compare.elements import NOTE, Element
from drafter.compare.partners import Partners
from drafter.compare.parts import parent_pairs

Pair = tuple[int, int]
# how long a series is, how large, and which pair of the family is its last
_Series = tuple[int, int, int]


def moved(partners: Partners) -> frozenset[int]:
    """The old places of the elements that moved.

    Under each pair of parents the longest series in the same order stays, of several the one with
    the most words: of two that changed places the shorter one moved. Where a part or paragraph was
    divided, or two became one, their contents count as one series. A part moves as its heading, its
    contents stay; a note never moves, its place follows from its marks.
    """
    forward, backward = _parents(partners)
    families: dict[str, list[Pair]] = {}
    found = [(i, j) for i, j in partners.pairs() if partners.old[i].group != NOTE]
    for i, j in found:
        old, new = partners.old[i].parent, partners.new[j].parent
        if forward[old] == new or backward[new] == old:
            families.setdefault(forward[old], []).append((i, j))
    sizes = _sizes(partners.old)
    staying = {i for family in families.values() for i in _staying(family, sizes)}
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


def _sizes(side: Sequence[Element]) -> tuple[int, ...]:
    """The characters of each element and all below it; of a part's heading, those of the part."""
    total: Counter[str] = Counter()
    sizes: list[int] = []
    for element in reversed(side):
        size = len(element.text) + total[element.id.removesuffix("/heading")]
        total[element.parent] += size
        sizes.append(size)
    return tuple(reversed(sizes))


def _staying(family: Sequence[Pair], sizes: Sequence[int]) -> list[int]:
    """The longest series in the old order that stands in the same order in the new, of several the
    largest. A tree of best series by their last place in the new order (Fenwick, 1994)."""
    ranks: Mapping[int, int] = {j: at for at, j in enumerate(sorted(j for _, j in family), 1)}
    none = (0, 0, -1)
    best = [none] * (len(family) + 1)
    before: list[int] = []
    for number, (i, j) in enumerate(family):
        length, size, last = _best(best, ranks[j] - 1, none)
        before.append(last)
        found = (length + 1, size + sizes[i], number)
        at = ranks[j]
        while at < len(best):
            best[at] = max(best[at], found, key=lambda each: each[:2])
            at += at & -at
    number = _best(best, len(family), none)[2]
    series: list[int] = []
    while number >= 0:
        series.append(family[number][0])
        number = before[number]
    return series


def _best(tree: Sequence[_Series], until: int, none: _Series) -> _Series:
    found = none
    while until:
        found = max(found, tree[until], key=lambda each: each[:2])
        until -= until & -until
    return found

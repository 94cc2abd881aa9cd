"""Which part of one document is which of another: the one that its paragraphs went to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.compare.elements import Element
from drafter.compare.partners import Partners

Votes = Counter[tuple[str, str]]


def part_pairs(partners: Partners) -> dict[str, str]:
    """One-to-one, by path: the most paired words first, then by the parts inside, then those left
    over of one kind under paired parts, in order."""
    direct, inherited = _votes(partners)
    ranked = [pair for votes in (direct, inherited) for pair, _ in _ranked(votes)]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for old, new in ranked:
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    for old, new in _left_over(_paths(partners.old), _paths(partners.new), found, taken):
        found[old] = new
        taken.add(new)
    return found


def parent_pairs(partners: Partners) -> dict[str, str]:
    """The pairs of parts, by path, and of paragraphs, by id."""
    ids = {partners.old[i].id: partners.new[j].id for i, j in partners.forward.items()}
    return part_pairs(partners) | ids


def heading_pairs(partners: Partners) -> Iterator[tuple[int, int]]:
    """The own headings of paired parts."""
    for old, new in part_pairs(partners).items():
        i = partners.old_place.get(f"{old}/heading")
        j = partners.new_place.get(f"{new}/heading")
        if i is not None and j is not None:
            yield i, j


def _votes(partners: Partners) -> tuple[Votes, Votes]:
    """How many tokens in each pair of parts are in paired elements; the same for parts above."""
    direct: Votes = Counter()
    for i, j in partners.pairs():
        a, b = partners.old[i], partners.new[j]
        if a.part and b.part:
            direct[a.part, b.part] += 1 + len(a.codes)
    inherited: Votes = Counter()
    for (old, new), count in direct.items():
        for pair in zip(_all_above(old), _all_above(new), strict=False):
            inherited[pair] += count
    return direct, inherited


def _ranked(votes: Votes) -> list[tuple[tuple[str, str], int]]:
    return sorted(votes.items(), key=lambda each: (-each[1], each[0][0] != each[0][1], each[0]))


def _paths(side: Sequence[Element]) -> list[str]:
    """The paths of the parts, and of those above them, parents first."""
    found: dict[str, None] = {}
    for path in dict.fromkeys(each.part for each in side if each.part):
        found |= dict.fromkeys((*reversed(_all_above(path)), path))
    return list(found)


def _left_over(
    old: list[str], new: list[str], found: dict[str, str], taken: set[str]
) -> Iterator[tuple[str, str]]:
    for path in old:
        if path in found:
            continue
        above = found.get(_above(path), "")
        alike = (
            other for other in new
            if other not in taken and _kind(other) == _kind(path) and _above(other) == above
        )  # fmt: skip
        other = next(alike, None)
        if other is not None:
            yield path, other


def _above(path: str) -> str:
    return path.rpartition("/")[0]


def _all_above(path: str) -> list[str]:
    """The paths of the parts above a part, the nearest first."""
    steps = path.split("/")
    return ["/".join(steps[:end]) for end in range(len(steps) - 1, 0, -1)]


def _kind(path: str) -> str:
    return path.rpartition("/")[2].rstrip("0123456789").rstrip("-")

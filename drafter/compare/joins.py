"""Paragraphs fused into one, and one split into several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from drafter.compare.elements import TEXT, Element
from drafter.compare.partners import Partners
from drafter.compare.stretches import shared_stretch

_PART_OF = 0.7
_FEWEST = 8


@dataclass(frozen=True, slots=True)
class Join:
    """Elements `old` became elements `new`, by their places: several one, or one several."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def joins(partners: Partners) -> tuple[Join, ...]:
    """What was fused, then what was split.

    A paragraph without a partner that stands for the most part inside one of the other document
    was fused into it, if that one's own partner stands in it too, or another such paragraph.
    """
    fused = [
        Join(parts, (whole,))
        for whole, parts in _gathered(
            partners.old, partners.new, partners.forward, partners.backward
        )
    ]
    gone = {i for join in fused for i in join.old}
    come = {j for join in fused for j in join.new}
    split = [
        Join((whole,), parts)
        for whole, parts in _gathered(
            partners.new, partners.old, partners.backward, partners.forward
        )
        if whole not in gone and come.isdisjoint(parts)
    ]
    return (*fused, *split)


@dataclass(frozen=True, slots=True)
class _Held:
    """Element `part` stands in characters `start`…`end` of the codes of another, for the most
    part: `share` of it."""

    part: int
    start: int
    end: int
    share: float

    def overlaps(self, other: _Held) -> bool:
        """Whether both stand in the same words: more than half of the shorter stretch."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return 2 * shared > min(self.end - self.start, other.end - other.start)


def _gathered(
    small: Sequence[Element],
    large: Sequence[Element],
    forward: dict[int, int],
    backward: dict[int, int],
) -> list[tuple[int, tuple[int, ...]]]:
    """The large elements in which several small ones stand side by side, and these."""
    wholes = [j for j, each in enumerate(large) if each.group == TEXT]
    texts = [large[j].codes for j in wholes]
    held: dict[int, list[_Held]] = {}
    nearby = 0
    for i, part in enumerate(small):
        nearby = forward.get(i, nearby)
        if i not in forward and part.group == TEXT:
            found = [
                (inside.share, -abs(wholes[place] - nearby), wholes[place], inside)
                for place in _candidates(part, texts)
                if (inside := _held(i, part, large[wholes[place]])) is not None
            ]
            if found:
                *_, whole, inside = max(found, key=lambda each: each[:3])
                held.setdefault(whole, []).append(inside)
    gathered = ((j, _side_by_side(j, parts, small, large, backward)) for j, parts in held.items())
    return sorted((j, parts) for j, parts in gathered if len(parts) > 1)


def _candidates(part: Element, texts: Sequence[str]) -> list[int]:
    """The texts that have enough of the tokens of `part` in their order."""
    if len(part.codes) < _FEWEST:
        return []
    least = ceil(_PART_OF * len(part.codes))
    rows = process.extract(
        part.codes, texts, scorer=LCSseq.similarity, score_cutoff=least, limit=None
    )
    return [place for _, _, place in rows]


def _held(place: int, part: Element, whole: Element) -> _Held | None:
    if not _FEWEST <= len(part.codes) < len(whole.codes) or part.group != TEXT:
        return None
    shared = shared_stretch(whole.codes, part.codes)
    if shared is None or shared.containment < _PART_OF:
        return None
    return _Held(place, shared.start, shared.end, shared.containment)


def _side_by_side(
    j: int,
    parts: list[_Held],
    small: Sequence[Element],
    large: Sequence[Element],
    backward: dict[int, int],
) -> tuple[int, ...]:
    """The parts that share no words of the whole, its partner among them; none if the partner
    stands elsewhere."""
    accepted: list[_Held] = []
    if j in backward:
        partner = _held(backward[j], small[backward[j]], large[j])
        if partner is None:
            return ()
        accepted.append(partner)
    for each in sorted(parts, key=lambda held: (held.start - held.end, held.part)):
        if not any(each.overlaps(other) for other in accepted):
            accepted.append(each)
    return tuple(sorted(held.part for held in accepted))

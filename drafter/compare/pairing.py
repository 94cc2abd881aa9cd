"""Which paragraph or part heading of one document is which of another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from drafter.compare.elements import NOTE, ONE_OF_A_KIND, PART, Element
from drafter.compare.marks import pair_notes
from drafter.compare.moves import moved
from drafter.compare.partners import Partners
from drafter.compare.parts import heading_pairs, parent_pairs

_PAIRED = 0.5
_NEARLY_EQUAL = 0.9
_PAIRED_IN_PLACE = 0.3
_ROUNDING = 1e-9


def paired(old: Sequence[Element], new: Sequence[Element]) -> Partners:
    """One-to-one pairs: equal texts first, then the most similar, then what stands between the
    same neighbours; notes last, by the elements that mark them.

    Of several equal texts those are paired that stand in the same part or paragraph, in the order
    that leaves the fewest moved.
    """
    partners = Partners(old, new)
    _equal_once(partners)
    _equal_in_families(partners)
    _most_similar(partners, _without_equals(partners))
    _equal_in_families(partners)
    _most_similar(partners, _is_paragraph)
    for i, j in heading_pairs(partners):
        partners.join(i, j)
    _in_place(partners)
    pair_notes(partners)
    _in_place(partners)
    return partners


def _is_paragraph(element: Element) -> bool:
    return element.group not in (PART, NOTE)


def _without_equals(partners: Partners) -> Callable[[Element], bool]:
    """Whether an element is a paragraph of which no equal is left on the other side."""
    old, new = partners.left(_is_paragraph)
    both = {_key(partners.old[i]) for i in old} & {_key(partners.new[j]) for j in new}
    return lambda element: _is_paragraph(element) and _key(element) not in both


def _key(element: Element) -> tuple[str, str]:
    return element.group, element.text


def _equal_once(partners: Partners) -> None:
    """Pair the texts that stand once on either side."""
    old, new = partners.left(_is_paragraph)
    old_counts = Counter(_key(partners.old[i]) for i in old)
    new_counts = Counter(_key(partners.new[j]) for j in new)
    places = {_key(partners.new[j]): j for j in new}
    for i in old:
        key = _key(partners.old[i])
        if old_counts[key] == new_counts[key] == 1:
            partners.join(i, places[key])


def _equal_in_families(partners: Partners) -> None:
    """Pair equal texts under paired parents, as many as can be in the same order."""
    for family, other in _families(partners):
        for i, j in _in_order(partners, family, other):
            partners.join(i, j)
        places: dict[Hashable, list[int]] = {}
        for j in other:
            if j not in partners.backward:
                places.setdefault(_key(partners.new[j]), []).append(j)
        for i in family:
            equals = places.get(_key(partners.old[i]))
            if i not in partners.forward and equals:
                partners.join(i, equals.pop(0))


def _families(partners: Partners) -> Iterator[tuple[list[int], list[int]]]:
    """The paragraphs under each pair of parents, if some are left over on both sides."""
    old, new = (_by_parent(side) for side in (partners.old, partners.new))
    for above, other in parent_pairs(partners).items():
        family, others = old.get(above, []), new.get(other, [])
        some_left = any(i not in partners.forward for i in family)
        if some_left and any(j not in partners.backward for j in others):
            yield family, others


def _by_parent(side: Sequence[Element]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, element in enumerate(side):
        if _is_paragraph(element):
            found.setdefault(element.parent, []).append(place)
    return found


def _in_order(
    partners: Partners, family: list[int], others: list[int]
) -> Iterator[tuple[int, int]]:
    """Equal texts in the longest series that both families share, the pairs there are counted."""
    a = [partners.forward.get(i, _key(partners.old[i])) for i in family]
    b = [j if j in partners.backward else _key(partners.new[j]) for j in others]
    for block in Indel.opcodes(a, b):
        if block.tag == "equal":
            yield from zip(
                family[block.src_start : block.src_end],
                others[block.dest_start : block.dest_end],
                strict=True,
            )


def _most_similar(partners: Partners, wanted: Callable[[Element], bool]) -> None:
    """Pair what is left and alike enough, the most similar first; of equally similar ones those
    beside each other's partners, then the nearest."""
    # in two passes, for those nearly equal are found fast, and few are left then
    for least in (_NEARLY_EQUAL, _PAIRED):
        old, new = partners.left(wanted)
        parents = parent_pairs(partners)
        scale = len(partners.old) / max(len(partners.new), 1)
        ranked = sorted(
            (-similarity, -_ties(partners, parents, i, j), abs(i - j * scale), i, j)
            for i, j, similarity in _alike(partners, old, new, least)
        )
        for *_, i, j in ranked:
            partners.join(i, j)


def _alike(
    partners: Partners, old: list[int], new: list[int], least: float
) -> Iterator[tuple[int, int, float]]:
    """The pairs of one group that are similar enough; texts without tokens are like none."""
    choices: dict[str, dict[int, str]] = {}
    for j in new:
        element = partners.new[j]
        if element.codes:
            choices.setdefault(element.group, {})[j] = element.codes
    for i in old:
        element = partners.old[i]
        rows = process.extract(
            element.codes, choices.get(element.group, {}), scorer=Indel.normalized_similarity,
            score_cutoff=least - _ROUNDING, limit=None,
        ) if element.codes else ()  # fmt: skip
        for _, similarity, j in rows:
            yield i, j, round(similarity, 12)


def _ties(partners: Partners, parents: dict[str, str], i: int, j: int) -> int:
    """How many of what stands around two elements are pairs: their parents, their neighbours."""
    beside = sum(partners.forward.get(i + step) == j + step for step in (-1, 1))
    return beside + (parents.get(partners.old[i].parent) == partners.new[j].parent)


def _in_place(partners: Partners) -> None:
    """Pair what stands between the same neighbours, if it is alike at all, a title however it
    reads; the most alike where several are."""
    gone = moved(partners)
    staying = [i for i in sorted(partners.forward) if i not in gone]
    old, _ = partners.left(lambda element: element.group != PART)
    for i in old:
        place = bisect_left(staying, i)
        before = partners.forward[staying[place - 1]] if place else -1
        after = partners.forward[staying[place]] if place < len(staying) else len(partners.new)
        j = _most_alike(partners, i, range(before + 1, after))
        if j is not None:
            partners.join(i, j)
            staying.insert(place, i)


def _most_alike(partners: Partners, i: int, places: range) -> int | None:
    """What the element `i` may be in its place; a note that is marked has its place by its mark."""
    element = partners.old[i]
    any_words = element.group in ONE_OF_A_KIND
    if not (element.codes or any_words) or (element.group == NOTE and element.parent):
        return None
    choices = {
        j: partners.new[j].codes
        for j in places
        if j not in partners.backward and partners.new[j].group == element.group
        and not (element.group == NOTE and partners.new[j].parent)
    }  # fmt: skip
    found = process.extractOne(
        element.codes, choices, scorer=Indel.normalized_similarity,
        score_cutoff=0.0 if any_words else _PAIRED_IN_PLACE - _ROUNDING,
    )  # fmt: skip
    return found[2] if found else None

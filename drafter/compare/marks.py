"""Notes of two documents paired by their marks: in which paragraph, at which words, and what the
notes say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.compare.elements import NOTE, Element
from drafter.compare.partners import Partners
from drafter.compare.similarity import common, ratio
from drafter.compare.tokens import norms

_ALIKE = 0.5
_WORDS = 2
_REACH = 24
Words = tuple[str, ...]


def pair_notes(partners: Partners) -> None:
    """Pair the notes marked in paired elements, those alike first, then those marked at the same
    words; then equal ones anywhere, and similar ones unless both are marked in paired elements."""
    old, new = _by_host(partners.old), _by_host(partners.new)
    for i, j in partners.pairs():
        notes = old.get(partners.old[i].id, []), new.get(partners.new[j].id, [])
        if all(notes):
            _join_alike(partners, *notes)
            _join_at_same_words(partners, *notes)
    old_left, new_left = partners.left(lambda element: element.group == NOTE)
    _join_alike(partners, old_left, new_left, least=1.0)
    hosts = partners.old_place, partners.new_place
    old_free = [i for i in old_left if hosts[0].get(partners.old[i].parent) not in partners.forward]
    new_free = [
        j for j in new_left if hosts[1].get(partners.new[j].parent) not in partners.backward
    ]
    _join_alike(partners, old_free, new_left)
    _join_alike(partners, old_left, new_free)


def _by_host(side: Iterable[Element]) -> dict[str, list[int]]:
    """The places of the notes by the element that marks them first, in the order of their marks."""
    found: dict[str, list[int]] = {}
    for place, element in enumerate(side):
        if element.group == NOTE and element.parent:
            found.setdefault(element.parent, []).append(place)
    return found


def _join_alike(partners: Partners, old: list[int], new: list[int], least: float = _ALIKE) -> None:
    """The most similar first, of equally similar ones those at like places in their rows."""
    ranked = sorted(
        (-similarity, abs(row - other), i, j)
        for row, i in enumerate(old)
        for other, j in enumerate(new)
        if (similarity := _similarity(partners.old[i], partners.new[j])) >= least
    )
    for *_, i, j in ranked:
        partners.join(i, j)


def _similarity(a: Element, b: Element) -> float:
    if a.text == b.text:
        return 1.0
    if not a.codes or not b.codes:
        return 0.0
    return ratio(common(a.codes, b.codes), len(a.codes), len(b.codes))


def _join_at_same_words(partners: Partners, old: list[int], new: list[int]) -> None:
    old_around = [_around(partners.old, partners.old_place, i) for i in old]
    new_around = [_around(partners.new, partners.new_place, j) for j in new]
    for i, (before, after) in zip(old, old_around, strict=True):
        for j, (other_before, other_after) in zip(new, new_around, strict=True):
            if before == other_before or after == other_after:
                partners.join(i, j)


def _around(side: Sequence[Element], places: dict[str, int], note: int) -> tuple[Words, Words]:
    """The words before and after the first mark of a note."""
    host = side[places[side[note].parent]]
    offset = next(offset for offset, each in host.note_marks if each == side[note].id)
    before, after = host.text[max(offset - _REACH, 0) : offset], host.text[offset:][:_REACH]
    return norms(before)[-_WORDS:], norms(after)[:_WORDS]

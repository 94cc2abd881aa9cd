"""Differences inside the names of instruments, in languages that put no marks round them."""

from __future__ import annotations

from drafter.compare.atoms import instruments
from drafter.compare.scene import Atoms, Stretch, aligned, text_of
from drafter.model.findings import ChangeKind


def instrument(stretch: Stretch) -> ChangeKind | None:
    """Another instrument of like name: the words that differ stand in the midst of one name.

    The same one in other terms is reworded: no term is read as another in a name.
    """
    if stretch.edit.is_pure or not all(atom.fixed for atom in stretch.atoms):
        return None
    a, b = stretch.scene.a, stretch.scene.b
    if not (_in_a_name(a, stretch.old, stretch) and _in_a_name(b, stretch.new, stretch)):
        return None
    words = stretch.words
    old, new = (
        [words.concept(word) for word in aligned(side).split()]
        for side in (stretch.old, stretch.new)
    )
    return None if old == new or words.light.issuperset((*old, *new)) else ChangeKind.CITATION


def _in_a_name(text: str, atoms: Atoms, stretch: Stretch) -> bool:
    inside = text_of(text, atoms)
    return any(
        found.start() <= atoms[0].start and atoms[-1].end <= found.end() and found[0] != inside
        for pattern in instruments(stretch.words.language)
        for found in pattern.finditer(text)
        if found[0][:1].isalnum()
    )

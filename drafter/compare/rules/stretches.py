"""Differences of whole stretches: qualifying phrases, list items, clauses."""

from __future__ import annotations

from drafter.compare.anchoring import is_weak
from drafter.compare.atoms import Atom, Sort
from drafter.compare.lexicon import Lexicon
from drafter.compare.scene import Atoms, Stretch, is_clause_mark, is_joint, text_of
from drafter.languages import canonical, opening_match
from drafter.model.findings import ChangeKind

_LONGEST_ITEM = 16
_TRIMMED = " \t\r\n\u00a0\u3000,，;；:：、"


def qualifier(stretch: Stretch) -> ChangeKind | None:
    """A qualifying phrase comes or goes (酌情, "as appropriate"), with what ties it in."""
    if not stretch.edit.is_pure:
        return None
    text = stretch.scene.b if stretch.edit.adds else stretch.scene.a
    atoms = stretch.atoms
    phrases = (text_of(text, atoms), text_of(text, _bare(atoms, stretch.words)))
    language = stretch.words.language
    if not any(
        stretch.words.qualifier.fullmatch(canonical(phrase, language).strip(_TRIMMED))
        for phrase in phrases
    ):
        return None
    return ChangeKind.QUALIFIER_ADDED if stretch.edit.adds else ChangeKind.QUALIFIER_DROPPED


def _bare(atoms: Atoms, words: Lexicon) -> Atoms:
    """The atoms without the marks, joints and small words at their ends."""
    strong = [i for i, atom in enumerate(atoms) if not is_weak(atom, words)]
    return atoms[strong[0] : strong[-1] + 1] if strong else ()


def item(stretch: Stretch) -> ChangeKind | None:
    """An item of a list comes or goes, with the mark or word that joins it."""
    atoms, words = stretch.atoms, stretch.words
    if not stretch.edit.is_pure or len(atoms) < 2:
        return None
    first, last = atoms[0], atoms[-1]
    if not (is_joint(first, words) or is_joint(last, words)):
        return None
    inner = atoms[1:] if is_joint(first, words) else atoms[:-1]
    if any(is_clause_mark(atom) and not is_joint(atom, words) for atom in inner):
        return None
    runs = _runs(atoms, words)
    if not _bare(atoms, words) or any(len(run) > _LONGEST_ITEM for run in runs):
        return None
    if not _is_enumerated(stretch) and _is_clause(stretch, runs):
        return None
    return ChangeKind.ITEM_ADDED if stretch.edit.adds else ChangeKind.ITEM_DROPPED


def _is_enumerated(stretch: Stretch) -> bool:
    """Whether the stretch stands between two marks that do nothing but enumerate (、)."""
    ends = (stretch.before, *stretch.atoms[:1]), (*stretch.atoms[-1:], stretch.after)
    return all(
        any(each and each.key in stretch.words.enumerating for each in pair) for pair in ends
    )


def _is_clause(stretch: Stretch, runs: list[list[Atom]]) -> bool:
    """Whether words that follow a comma or joint say something of their own: they begin as a clause
    does, with a verb that opens paragraphs too, or have a verb."""
    words = stretch.words
    text = stretch.scene.b if stretch.edit.adds else stretch.scene.a
    start = next((run for run in runs if run[0].sort is not Sort.NUMBER), runs[0])[0].start
    if words.openers.match(text, start) or opening_match(text[start:], words.language):
        return True
    return any(atom.said in words.finite or atom.said in words.modals for atom in runs[0])


def _runs(atoms: Atoms, words: Lexicon) -> list[list[Atom]]:
    """The words between joints and marks."""
    runs: list[list[Atom]] = [[]]
    for atom in atoms:
        if atom.sort is Sort.MARK or is_joint(atom, words):
            runs.append([])
        else:
            runs[-1].append(atom)
    return [run for run in runs if run]


def clause(stretch: Stretch) -> ChangeKind | None:
    """Words with content of their own come or go."""
    if not stretch.edit.is_pure:
        return None
    if all(a.sort is Sort.MARK or a.said in stretch.words.light for a in stretch.atoms):
        return ChangeKind.REWORDED
    return ChangeKind.ADDED if stretch.edit.adds else ChangeKind.DROPPED

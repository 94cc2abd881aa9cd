"""Differences that are no words: punctuation, note marks, dates, numbers, sessions, citations."""

from __future__ import annotations

import re

from drafter.compare.atoms import FIGURES, JOINERS, Atom, Sort
from drafter.compare.quantities import quantities
from drafter.compare.scene import Atoms, Stretch, is_joint
from drafter.compare.tokens import GAP, folded, norm
from drafter.model.findings import ChangeKind

_JOINER = re.compile(rf"(?<=\D)[{JOINERS}](?=\D)")
_NOTE_MARK = re.compile(r"\d{1,3}")
_BEFORE_NOTES = frozenset("》」”’\"',，;；:：.。)）")
# a sign, a currency and a space may stand between what differs and its number
_REACH = 3
_ONE_SORT = {
    Sort.DATE: ChangeKind.DATE,
    Sort.SESSION: ChangeKind.SESSION,
    Sort.NUMBER: ChangeKind.QUANTITY,
}


def cosmetic(stretch: Stretch) -> ChangeKind | None:
    """Only punctuation, width, case, spaces or a note mark differ.

    A sign that belongs to a number ($, %, a minus, a decimal mark) makes another quantity of it.
    """
    if _bare(stretch.old_text) == _bare(stretch.new_text):
        return ChangeKind.COSMETIC
    if _solid(stretch.old) == _solid(stretch.new):
        return ChangeKind.COSMETIC if _counts_alike(stretch) else ChangeKind.QUANTITY
    return ChangeKind.COSMETIC if _is_note_mark(stretch) else None


def figure(stretch: Stretch) -> ChangeKind | None:
    """Only dates, numbers, sessions or citations differ, with what joins them."""
    figures = [atom for atom in stretch.atoms if not _is_padding(atom, stretch)]
    sorts = {atom.sort for atom in figures}
    if not sorts or not sorts <= FIGURES:
        return None
    if Sort.CITATION in sorts:
        one_each = all(
            [atom.sort for atom in side if not _is_padding(atom, stretch)] == [Sort.CITATION]
            for side in (stretch.old, stretch.new)
        )
        return ChangeKind.NUMBER if one_each else ChangeKind.CITATION
    if len(sorts) == 1:
        return _ONE_SORT[sorts.pop()]
    return ChangeKind.QUANTITY if Sort.NUMBER in sorts else ChangeKind.DATE


def _is_padding(atom: Atom, stretch: Stretch) -> bool:
    words = stretch.words
    return atom.sort is Sort.MARK or atom.said in words.light or is_joint(atom, words)


def _solid(atoms: Atoms) -> str:
    """The letters and digits of a stretch, with the marks inside its figures."""
    texts = (_bare(atom.text) for atom in atoms if atom.sort is not Sort.MARK)
    return "".join(_JOINER.sub("", text) for text in texts)


def _bare(text: str) -> str:
    """`text` in one width and case, without white space and note marks."""
    return "".join(each for each in folded(text).lower() if each not in GAP)


def _counts_alike(stretch: Stretch) -> bool:
    """Whether the numbers at hand are the same with their signs."""
    old, new = stretch.around(_REACH)
    language = stretch.words.language
    return quantities(stretch.scene.a, old, language) == quantities(stretch.scene.b, new, language)


def _is_note_mark(stretch: Stretch) -> bool:
    """Digits that stand where note marks stand, and neither count nor number anything."""
    digits = [atom for atom in stretch.atoms if atom.sort is not Sort.MARK]
    if not 1 <= len(digits) <= 2 or not all(_NOTE_MARK.fullmatch(atom.text) for atom in digits):
        return False
    if _signed(stretch):
        return False
    before, after = stretch.before, stretch.after
    # one number for another may count what follows; a number alone would leave its unit without one
    counts = after is not None and after.said in stretch.words.units
    if before is None or (counts and not stretch.edit.is_pure):
        return False
    if before.sort in (Sort.TITLE, Sort.CITATION) or before.text in _BEFORE_NOTES:
        return True
    if before.sort is Sort.DATE:
        return after is None or _is_padding(after, stretch)
    return _ends_a_name(before, stretch)


def _signed(stretch: Stretch) -> bool:
    """Whether a number of the stretch has a sign: no note mark has."""
    sides = (stretch.scene.a, stretch.old), (stretch.scene.b, stretch.new)
    found = (quantities(text, atoms, stretch.words.language) for text, atoms in sides)
    return any(not each.isdigit() for side in found for each in side)


def _ends_a_name(atom: Atom, stretch: Stretch) -> bool:
    """Whether the atom is a word with a capital that takes no number (Agreement, not Goal)."""
    if atom.sort is not Sort.WORD:
        return False
    last = atom.text.split()[-1]
    return last[:1].isupper() and not {atom.said, norm(last)} & stretch.words.numbered

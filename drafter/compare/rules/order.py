"""The same words in another order: a list reordered, or two counterparts that changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.compare.atoms import Atom, Sort
from drafter.compare.scene import Atoms, Edit, Scene, Stretch, aligned, is_joint, said
from drafter.model.findings import ChangeKind

Judged = tuple[Edit, ChangeKind | None]
_MOST_EDITS = 6
_LONGEST = 150
_LOOSEST = 8
_SENTENCE_ENDS = frozenset(";。")


def reordered(scene: Scene, edits: Sequence[Edit]) -> Iterator[Judged]:
    """The edits with those that only reorder taken together and named; the others unnamed."""
    number = 0
    while number < len(edits):
        last = _last_of_order(scene, edits, number)
        if last is None:
            yield edits[number], None
        else:
            yield _named(Stretch(scene, edits[number].up_to(edits[last])))
        number = 1 + (number if last is None else last)


def _last_of_order(scene: Scene, edits: Sequence[Edit], first: int) -> int | None:
    """The last of the fewest edits from `first` on that together only reorder; None for none."""
    for last in range(first, min(first + _MOST_EDITS, len(edits))):
        taken = edits[first : last + 1]
        window = taken[0].up_to(taken[-1])
        stretch = Stretch(scene, window)
        if _is_compact(window, taken) and _reorders(stretch) and not _reverses(stretch):
            return last
    return None


def _reverses(stretch: Stretch) -> bool:
    """Whether a negation comes to stand before another word: the same words in another order may
    say the reverse."""
    return _negated(stretch.old, stretch) != _negated(stretch.new, stretch)


def _negated(atoms: Atoms, stretch: Stretch) -> Counter[str]:
    """What is negated, modals aside: the words right after a negation, what follows the stretch in
    both texts among them."""
    beyond, words = (stretch.after,) if stretch.after else (), stretch.words
    tokens = [token for token in said((*atoms, *beyond)).split() if token not in words.modals]
    return Counter(b for a, b in pairwise(tokens) if a in words.negations)


def _is_compact(window: Edit, edits: Sequence[Edit]) -> bool:
    """Whether enough of the window differs: two words that answer each other by chance from the
    ends of a long sentence are no new order."""
    return window.size <= _LOOSEST * sum(edit.size for edit in edits)


def _reorders(stretch: Stretch) -> bool:
    old, new = _words(stretch.old, stretch), _words(stretch.new, stretch)
    length = len(said(old).split())
    if not 2 <= length <= _LONGEST:
        return False
    # as it stands, or with terms in their current form: words that hold a term may be cut apart
    if not any(_permuted(read(old), read(new)) for read in (said, aligned)):
        return False
    if any(atom.sort is Sort.MARK and atom.key in _SENTENCE_ENDS for atom in stretch.atoms):
        return False
    # without a joint, a few characters in another order are another word (和平, 平和)
    jointed = any(is_joint(atom, stretch.words) for atom in stretch.atoms)
    return jointed or length > 4 or _swapped(old, new, stretch)


def _named(stretch: Stretch) -> Judged:
    old, new = _words(stretch.old, stretch), _words(stretch.new, stretch)
    swapped = _swapped(old, new, stretch)
    return _trimmed(stretch), ChangeKind.PARTY if swapped else ChangeKind.ORDER


def _trimmed(stretch: Stretch) -> Edit:
    """The edit without the atoms that it begins or ends with on both sides."""
    (i1, i2), (j1, j2) = (stretch.edit.i1, stretch.edit.i2), (stretch.edit.j1, stretch.edit.j2)
    old, new = stretch.scene.old, stretch.scene.new
    while old[i1].said == new[j1].said:
        i1, j1 = i1 + 1, j1 + 1
    while old[i2 - 1].said == new[j2 - 1].said:
        i2, j2 = i2 - 1, j2 - 1
    return Edit(i1, i2, j1, j2)


def _permuted(old: str, new: str) -> bool:
    return old != new and Counter(old.split()) == Counter(new.split())


def _words(atoms: Atoms, stretch: Stretch) -> Atoms:
    kept = (a for a in atoms if a.sort is not Sort.MARK and not is_joint(a, stretch.words))
    return tuple(kept)


def _swapped(old: Atoms, new: Atoms, stretch: Stretch) -> bool:
    """Whether everything that stands elsewhere is a party in the place of its counterpart."""
    words = stretch.words
    return len(old) == len(new) and all(
        words.are_counterparts(words.concept(a.said), words.concept(b.said))
        for a, b in zip(old, new, strict=True)
        if _differ(a, b)
    )


def _differ(a: Atom, b: Atom) -> bool:
    return a.key != b.key

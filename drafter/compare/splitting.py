"""One difference that is really several, taken apart at the words that answer each other."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.compare.anchoring import is_weak
from drafter.compare.atoms import ENTITIES, Atom
from drafter.compare.lexicon import Lexicon
from drafter.compare.scene import Atoms, Edit, Stretch, is_sentence_end

_LARGEST = 40
_CLOSE = 8
_LONGEST = 16


def split(stretch: Stretch) -> tuple[Edit, ...]:
    """The parts of a replacement: a date for a date, a party for its counterpart, and the rest.

    A negation, modal or qualifier at the border of the rest, without an answer on the other side,
    is a part of its own; so is each of several that come or go together. The parts are in order
    and cover the edit.
    """
    edit = stretch.edit
    if edit.is_pure:
        return _roles(stretch)
    if edit.size > _LARGEST:
        return (edit,)
    parts: list[Edit] = []
    i, j = edit.i1, edit.j1
    for x, y in [*_answers(stretch), (edit.i2, edit.j2)]:
        between = Stretch(stretch.scene, Edit(i, x, j, y))
        if parts and between.edit.size and is_governed(between) and _is_verb(parts[-1], stretch):
            parts[-1] = parts[-1].up_to(between.edit)
        elif between.edit.size:
            parts += _bordered(between, crosses=_crosses(stretch))
        if x < edit.i2:
            parts.append(Edit(x, x + 1, y, y + 1))
        i, j = x + 1, y + 1
    return tuple(parts)


def is_governed(stretch: Stretch) -> bool:
    """Whether an edit is only of words that belong to the verb before it ("takes note of")."""
    return all(atom.said in stretch.words.governed for atom in stretch.atoms)


def _is_verb(edit: Edit, stretch: Stretch) -> bool:
    atoms = Stretch(stretch.scene, edit).atoms
    return all(atom.said in stretch.words.verbs for atom in atoms)


def _roles(stretch: Stretch) -> tuple[Edit, ...]:
    """A pure edit that is nothing but modals and qualifiers, one by one."""
    edit, words = stretch.edit, stretch.words
    if any(words.role(atom.said) in ("", "negation") for atom in stretch.atoms):
        return (edit,)
    if edit.adds:
        return tuple(Edit(edit.i1, edit.i1, j, j + 1) for j in range(edit.j1, edit.j2))
    return tuple(Edit(i, i + 1, edit.j1, edit.j1) for i in range(edit.i1, edit.i2))


def _answers(stretch: Stretch) -> list[tuple[int, int]]:
    """The longest series of pairs of atoms that answer each other, in order on both sides.

    In a long passage, two words of one table answer each other by chance (two addressees); there
    only words that stand in one pair do.
    """
    old, new = stretch.old, stretch.new
    far = stretch.edit.size > _CLOSE or _crosses(stretch)
    pairs = [[_answer(a, b, stretch.words, pairs_only=far) for b in new] for a in old]
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x in range(len(old) - 1, -1, -1):
        for y in range(len(new) - 1, -1, -1):
            paired = best[x + 1][y + 1] + 1 if pairs[x][y] else 0
            best[x][y] = max(paired, best[x + 1][y], best[x][y + 1])
    return [(stretch.edit.i1 + x, stretch.edit.j1 + y) for x, y in _path(best, pairs)]


def _crosses(stretch: Stretch) -> bool:
    """Whether one side goes on from sentence to sentence and the other does not."""
    old, new = (any(map(is_sentence_end, side)) for side in (stretch.old, stretch.new))
    return old != new


def _path(best: list[list[int]], pairs: list[list[bool]]) -> Iterator[tuple[int, int]]:
    x = y = 0
    while x < len(pairs) and y < len(pairs[x]):
        if pairs[x][y] and best[x][y] == best[x + 1][y + 1] + 1:
            yield x, y
            x, y = x + 1, y + 1
        elif best[x + 1][y] >= best[x][y + 1]:
            x += 1
        else:
            y += 1


def _answer(a: Atom, b: Atom, words: Lexicon, *, pairs_only: bool) -> bool:
    if a.sort in ENTITIES or b.sort in ENTITIES:
        return a.sort is b.sort
    return a.key != b.key and words.related(a.said, b.said, pairs_only=pairs_only)


def _bordered(stretch: Stretch, *, crosses: bool) -> Iterator[Edit]:
    edit = stretch.edit
    if edit.is_pure:
        yield from _roles(stretch)
        return
    old, new, words = stretch.old, stretch.new, stretch.words
    old_first = _marked(old[:1], new, words, crosses=crosses)
    new_first = _marked(new[:1], old, words, crosses=crosses)
    i1, j1 = edit.i1 + old_first, edit.j1 + new_first
    old_last = _marked(old[old_first:][-1:], new, words, crosses=crosses)
    new_last = _marked(new[new_first:][-1:], old, words, crosses=crosses)
    i2, j2 = edit.i2 - old_last, edit.j2 - new_last
    cuts = [
        Edit(edit.i1, i1, edit.j1, edit.j1), Edit(i1, i1, edit.j1, j1),
        *_round_a_qualifier(Stretch(stretch.scene, Edit(i1, i2, j1, j2))),
        Edit(i2, edit.i2, j2, j2), Edit(edit.i2, edit.i2, j2, edit.j2),
    ]  # fmt: skip
    yield from (cut for cut in cuts if cut.size)


def _round_a_qualifier(stretch: Stretch) -> tuple[Edit, ...]:
    """The parts of a replacement where one side alone has a qualifier in its midst."""
    edit, words = stretch.edit, stretch.words
    (i1, i2), (j1, j2) = (edit.i1, edit.i2), (edit.j1, edit.j2)
    old = [i1 + n for n, atom in enumerate(stretch.old) if words.role(atom.said) == "qualifier"]
    new = [j1 + n for n, atom in enumerate(stretch.new) if words.role(atom.said) == "qualifier"]
    if edit.is_pure or len(old) + len(new) != 1:
        return (edit,)
    before = stretch.scene.new[j1 : new[0]] if new else stretch.scene.old[i1 : old[0]]
    after_something = not all(is_weak(atom, words) for atom in before)
    if after_something and edit.size > _LONGEST:
        return (edit,)
    # the other side is answered by what stands before the qualifier, if that says something
    if new:
        (j,), i = new, i2 if after_something else i1
        return Edit(i1, i, j1, j), Edit(i, i, j, j + 1), Edit(i, i2, j + 1, j2)
    (i,), j = old, j2 if after_something else j1
    return Edit(i1, i, j1, j), Edit(i, i + 1, j, j), Edit(i + 1, i2, j, j2)


def _marked(atom: Atoms, others: Atoms, words: Lexicon, *, crosses: bool) -> int:
    """1 if the atom is a negation, modal or qualifier and none of `others` is of its like.

    A negation that comes or goes with a clause of its own (`crosses`) reverses nothing.
    """
    roles = {words.role(each.said) for each in atom} - {""}
    if "negation" in roles and crosses:
        return 0
    return int(bool(roles) and not any(words.role(each.said) in roles for each in others))

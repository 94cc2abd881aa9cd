"""One difference that is really several, taken apart at the words that answer each other."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.compare.atoms import ENTITIES, Atom
from drafter.compare.lexicon import Lexicon
from drafter.compare.scene import Edit, Stretch

_LARGEST = 40
_CLOSE = 8


def split(stretch: Stretch) -> tuple[Edit, ...]:
    """The parts of a replacement: a date for a date, a party for its counterpart, and the rest.

    A negation, modal or qualifier at the border of the rest, without an answer on the other side,
    is a part of its own. The parts are in order and cover the edit.
    """
    edit = stretch.edit
    if edit.is_pure or edit.size > _LARGEST:
        return (edit,)
    parts: list[Edit] = []
    i, j = edit.i1, edit.j1
    for x, y in [*_answers(stretch), (edit.i2, edit.j2)]:
        if (i, j) != (x, y):
            parts += _bordered(Stretch(stretch.scene, Edit(i, x, j, y)))
        if x < edit.i2:
            parts.append(Edit(x, x + 1, y, y + 1))
        i, j = x + 1, y + 1
    return tuple(parts)


def _answers(stretch: Stretch) -> list[tuple[int, int]]:
    """The longest series of pairs of atoms that answer each other, in order on both sides.

    In a long passage, two words of one table answer each other by chance (two addressees); there
    only words that stand in one pair do.
    """
    old, new = stretch.old, stretch.new
    far = stretch.edit.size > _CLOSE
    pairs = [[_answer(a, b, stretch.words, pairs_only=far) for b in new] for a in old]
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x in range(len(old) - 1, -1, -1):
        for y in range(len(new) - 1, -1, -1):
            paired = best[x + 1][y + 1] + 1 if pairs[x][y] else 0
            best[x][y] = max(paired, best[x + 1][y], best[x][y + 1])
    return [(stretch.edit.i1 + x, stretch.edit.j1 + y) for x, y in _path(best, pairs)]


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


def _bordered(stretch: Stretch) -> Iterator[Edit]:
    edit = stretch.edit
    if edit.is_pure:
        yield edit
        return
    old_first = _marked(stretch.old[:1], stretch.new, stretch.words)
    new_first = _marked(stretch.new[:1], stretch.old, stretch.words)
    i1, j1 = edit.i1 + old_first, edit.j1 + new_first
    old_last = _marked(stretch.old[old_first:][-1:], stretch.new, stretch.words)
    new_last = _marked(stretch.new[new_first:][-1:], stretch.old, stretch.words)
    i2, j2 = edit.i2 - old_last, edit.j2 - new_last
    cuts = [
        Edit(edit.i1, i1, edit.j1, edit.j1), Edit(i1, i1, edit.j1, j1),
        Edit(i1, i2, j1, j2),
        Edit(i2, edit.i2, j2, j2), Edit(edit.i2, edit.i2, j2, edit.j2),
    ]  # fmt: skip
    yield from (cut for cut in cuts if cut.size)


def _marked(atom: tuple[Atom, ...], others: tuple[Atom, ...], words: Lexicon) -> int:
    """1 if the atom is a negation, modal or qualifier and none of `others` is of its like."""
    return int(
        any(_role(each, words) and not _has(_role(each, words), others, words) for each in atom)
    )


def _has(role: str, atoms: tuple[Atom, ...], words: Lexicon) -> bool:
    return any(_role(atom, words) == role for atom in atoms)


def _role(atom: Atom, words: Lexicon) -> str:
    if atom.said in words.negations:
        return "negation"
    if atom.said in words.modals:
        return "modal"
    return "qualifier" if words.qualifier.fullmatch(atom.text) else ""

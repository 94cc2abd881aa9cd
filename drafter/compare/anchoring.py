"""The longest common subsequence of atoms, and its repair where it hangs on joints and commas.

All atoms count alike in a common subsequence, so it may keep 和 and give up 儿童. A passage whose
edits have nothing but joints, marks and small words between them is laid out again by its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from drafter.compare.atoms import Atom, Sort
from drafter.compare.lexicon import Lexicon
from drafter.compare.scene import Atoms, Edit, Scene, is_joint

Pairs = list[tuple[int, int]]


def hunks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Where keys `i1`…`i2` of one sequence give way to keys `j1`…`j2` of the other, with a longest
    common subsequence between them."""
    found: list[tuple[int, int, int, int]] = []
    i = j = 0
    for x, y, size in Indel.opcodes(old, new).as_matching_blocks():
        if x > i or y > j:
            found.append((i, x, j, y))
        i, j = x + size, y + size
    return found


def edits_of(old: Atoms, new: Atoms) -> list[Edit]:
    """The edits between two runs of atoms, equal atoms between any two."""
    return [Edit(*each) for each in hunks([a.key for a in old], [a.key for a in new])]


def is_weak(atom: Atom, words: Lexicon) -> bool:
    """Whether an atom says little by itself: a mark, a joint, a small word."""
    return atom.sort is Sort.MARK or is_joint(atom, words) or atom.key in words.light


def aligned_by_words(window: list[Edit], scene: Scene) -> list[Edit]:
    """The edits of a window, or others that keep more of its words."""
    whole = window[0].up_to(window[-1])
    old, new = scene.old[whole.i1 : whole.i2], scene.new[whole.j1 : whole.j2]
    anchors = _anchors(old, new, scene.words)
    if len(window) < 2 or not anchors:
        return window
    pairs: Pairs = []
    i = j = 0
    for x, y in [*anchors, (len(old), len(new))]:
        pairs += [(i + p, j + q) for p, q in _pairs(old[i:x], new[j:y])]
        pairs += [(x, y)]
        i, j = x + 1, y + 1
    return _edits([(whole.i1 + p, whole.j1 + q) for p, q in pairs[:-1]], *_bounds(whole))


def _anchors(old: Atoms, new: Atoms, words: Lexicon) -> Pairs:
    """The words of a window that both sides share, in order."""
    strong_old = [i for i, atom in enumerate(old) if not is_weak(atom, words)]
    strong_new = [j for j, atom in enumerate(new) if not is_weak(atom, words)]
    pairs = _pairs(tuple(old[i] for i in strong_old), tuple(new[j] for j in strong_new))
    return [(strong_old[p], strong_new[q]) for p, q in pairs]


def _pairs(old: Atoms, new: Atoms) -> Pairs:
    codes = Indel.opcodes([atom.key for atom in old], [atom.key for atom in new])
    return [
        (block.a + step, block.b + step)
        for block in codes.as_matching_blocks()
        for step in range(block.size)
    ]


def _bounds(edit: Edit) -> tuple[int, int, int, int]:
    return edit.i1, edit.i2, edit.j1, edit.j2


def _edits(pairs: Pairs, i: int, i_end: int, j: int, j_end: int) -> list[Edit]:
    """What lies between the pairs."""
    found: list[Edit] = []
    for x, y in [*pairs, (i_end, j_end)]:
        if x > i or y > j:
            found.append(Edit(i, x, j, y))
        i, j = x + 1, y + 1
    return found

"""The longest common subsequence of atoms, and its repair where it hangs on joints and commas.

All atoms count alike in a common subsequence, so it may keep 和 and give up 儿童. A passage whose
edits have nothing but joints, marks and small words between them is laid out again by its words.
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

from drafter.compare.atoms import Atom, Sort
from drafter.compare.lexicon import Lexicon
from drafter.compare.scene import Atoms, Edit, Scene, is_joint

Pairs = list[tuple[int, int]]


def edits_of(old: Atoms, new: Atoms, i: int = 0, j: int = 0) -> list[Edit]:
    """The edits between two runs of atoms that start at `i` and `j`, equal atoms between them."""
    return _edits(_pairs(old, new), i, i + len(old), j, j + len(new))


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
        (code.src_start + step, code.dest_start + step)
        for code in codes
        if code.tag == "equal"
        for step in range(code.src_end - code.src_start)
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

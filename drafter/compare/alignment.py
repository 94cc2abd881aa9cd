"""Two sequences of atoms laid beside each other: what stands in both, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.compare.anchoring import aligned_by_words, edits_of, is_weak
from drafter.compare.atoms import ENTITIES, FIGURES, Atom, Sort, pieces
from drafter.compare.lexicon import Lexicon
from drafter.compare.scene import Atoms, Edit, Scene, Stretch, is_clause_mark, is_joint

_LONGEST_BRIDGE = 3


def align(scene: Scene) -> tuple[Scene, tuple[Edit, ...]]:
    """The edits that turn the old text into the new one, with equal atoms between any two.

    Added or dropped stretches are shifted to where a reader would put them, and edits with next to
    nothing between them become one. The scene comes back with those phrases taken apart that stand
    whole in one text and in pieces in the other.
    """
    edits = _edits(scene)
    loose = _taken_apart(scene, edits)
    if loose is not None:
        scene, edits = loose, _edits(loose)
    return scene, _bridged(_shifted(edits, scene), scene)


def _edits(scene: Scene) -> list[Edit]:
    edits = edits_of(scene.old, scene.new)
    windows = _windows(edits, scene)
    return [edit for window in windows for edit in aligned_by_words(window, scene)]


def _windows(edits: list[Edit], scene: Scene) -> list[list[Edit]]:
    """The edits with nothing but joints, marks and small words between them, together."""
    windows: list[list[Edit]] = []
    for edit in edits:
        between = scene.old[windows[-1][-1].i2 : edit.i1] if windows else ()
        if windows and all(is_weak(atom, scene.words) for atom in between):
            windows[-1].append(edit)
        else:
            windows.append([edit])
    return windows


def _taken_apart(scene: Scene, edits: list[Edit]) -> Scene | None:
    """The scene with a phrase as single words where the other side has some of them singly
    (small island developing States, small island development States); None if there is none."""
    old: set[int] = set()
    new: set[int] = set()
    for edit in edits:
        stretch = Stretch(scene, edit)
        if not edit.is_pure:
            old |= {edit.i1 + i for i in _in_pieces(stretch.old, stretch.new, scene.words)}
            new |= {edit.j1 + j for j in _in_pieces(stretch.new, stretch.old, scene.words)}
    if not old and not new:
        return None
    return replace(scene, old=_loosened(scene.old, old), new=_loosened(scene.new, new))


def _in_pieces(side: Atoms, other: Atoms, words: Lexicon) -> Iterator[int]:
    single = {a.said for a in other if a.sort is Sort.WORD and a.said not in words.groups}
    for number, atom in enumerate(side):
        phrase = atom.said.split()
        if atom.sort is Sort.WORD and len(phrase) > 1 and not single.isdisjoint(phrase):
            yield number


def _loosened(side: Atoms, numbers: set[int]) -> Atoms:
    return tuple(
        piece
        for number, atom in enumerate(side)
        for piece in (pieces(atom) if number in numbers else (atom,))
    )


def _shifted(edits: list[Edit], scene: Scene) -> list[Edit]:
    """Every pure edit at the best of the places where it says the same."""
    placed: list[Edit] = []
    for number, edit in enumerate(edits):
        floor = placed[-1].j2 if placed else -1
        last = number + 1 == len(edits)
        ceiling = len(scene.new) + 1 if last else edits[number + 1].j1
        places = list(_places(edit, scene, floor, ceiling))
        placed.append(max(places, key=lambda each: _fit(Stretch(scene, each))))
    return placed


def _places(edit: Edit, scene: Scene, floor: int, ceiling: int) -> Iterator[Edit]:
    """A pure edit and its shifts by equal atoms, with an equal atom left before any other edit."""
    yield edit
    if not edit.is_pure:
        return
    side = scene.new if edit.adds else scene.old
    first, last = (edit.j1, edit.j2) if edit.adds else (edit.i1, edit.i2)
    step = 1
    while edit.j1 - step > floor and _alike(side, first - step, last - step):
        yield edit.moved(-step)
        step += 1
    step = 0
    while edit.j2 + step + 1 < ceiling and _alike(side, first + step, last + step):
        step += 1
        yield edit.moved(step)


def _alike(side: tuple[Atom, ...], one: int, two: int) -> bool:
    # the surface too: shifting over a term and its successor would lose the difference
    return (
        one >= 0
        and two < len(side)
        and side[one].said == side[two].said
        and side[one].key == side[two].key
    )


def _fit(stretch: Stretch) -> tuple[int, int]:
    """How natural the borders of a pure edit are: a qualifying phrase, then a whole clause or list
    item with its joint, before a stretch that starts or ends amid words; the later of equals."""
    if not stretch.edit.is_pure:
        return 0, 0
    words, atoms = stretch.words, stretch.atoms
    before, after = stretch.before, stretch.after
    score = 8 if words.qualifier.fullmatch(stretch.old_text or stretch.new_text) else 0
    if before is None or is_clause_mark(before) or is_joint(before, words):
        score += 1
    if is_joint(atoms[0], words) or is_clause_mark(atoms[0]):
        score += 2
    if is_joint(atoms[-1], words) or is_clause_mark(atoms[-1]):
        score += 2
    if after is None or is_clause_mark(after) or is_joint(after, words):
        score += 1
    return score, stretch.edit.j1


def _bridged(edits: list[Edit], scene: Scene) -> tuple[Edit, ...]:
    joined: list[Edit] = []
    for edit in edits:
        if joined and _belong_together(joined[-1], edit, scene):
            joined[-1] = joined[-1].up_to(edit)
        else:
            joined.append(edit)
    return tuple(joined)


def _belong_together(one: Edit, two: Edit, scene: Scene) -> bool:
    """Whether the equal atoms between two edits are too little to keep them apart."""
    between = scene.old[one.i2 : two.i1]
    sides = Stretch(scene, one).atoms, Stretch(scene, two).atoms
    pure = one.is_pure, two.is_pure
    figures = not any(pure) and all(atom.sort in FIGURES for side in sides for atom in side)
    if figures and all(atom.key in scene.words.light for atom in between):
        return len(between) <= 2
    if any(_stands_alone(atom, scene) for atom in between):
        return False
    if any(all(_is_fixed(atom, scene.words) for atom in side) for side in sides):
        return False
    if len(between) == 1:
        return not (all(pure) and one.adds == two.adds)
    return not any(pure) and len(between) <= min(one.size // 2, two.size // 2, _LONGEST_BRIDGE)


def _is_fixed(atom: Atom, words: Lexicon) -> bool:
    apart = atom.sort in ENTITIES or atom.sort in (Sort.OPENING, Sort.MARK)
    return apart or bool(words.role(atom.said)) or is_joint(atom, words)


def _stands_alone(atom: Atom, scene: Scene) -> bool:
    """Whether an equal atom is a landmark by itself: a mark, a figure, a joint, a known phrase."""
    known = atom.said in scene.words.groups and " " in atom.said
    return atom.sort is not Sort.WORD or known or is_joint(atom, scene.words)

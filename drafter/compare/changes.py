"""What changed between two texts, each difference once, by its most specific kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from drafter.compare.alignment import align
from drafter.compare.atoms import Atom, Sort, atoms, openings
from drafter.compare.lexicon import Lexicon, lexicon
from drafter.compare.naming import moved, named, only_difference, paired
from drafter.compare.rules import kind_of
from drafter.compare.rules.order import Judged, reordered
from drafter.compare.scene import Atoms, Edit, Scene, Stretch, aligned, is_clause_mark
from drafter.compare.splitting import is_governed, split
from drafter.compare.tokens import GAP, norms
from drafter.languages import Language
from drafter.model.findings import Change, ChangeKind, ChangeSeverity

# what makes of a title no other title, but the same one misquoted
_OF_ONE_TITLE = frozenset({ChangeKind.ORDER, ChangeKind.ITEM_ADDED, ChangeKind.ITEM_DROPPED})
_MAY_COME_OR_GO = (ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.REWORDED)
_BETWEEN_TWO_WORDS = 2
# tokens that must follow the opening words of a paragraph where they stand inside another
_FEWEST_ALIKE = 3
# atoms: in a longer passage that is rewritten, a negation may belong to anything
_FEW = 6
_NOTHING = Edit(0, 0, 0, 0)
# the paragraphs of one document: they are compared to pair, to mark and to amend them
_REMEMBERED = 1024
Side = tuple[int, int]
Words = tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def changes(a: str, b: str, language: Language) -> tuple[Change, ...]:
    """How `b` departs from `a`, in the order of the text; nothing for equal texts.

    Offsets are code points. Outside the changes both texts are equal character by character; no
    change cuts a number, date, citation, title in title marks or Latin word.
    """
    if a == b:
        return ()
    return moved(paired(_changes(*_judged(_scene(a, b, language)))))


def _scene(a: str, b: str, language: Language) -> Scene:
    """The two texts with their atoms; opening words are one atom if both texts have some and they
    answer each other."""
    found = openings(a, b, language)
    first, second = (found[0].words, found[1].words) if found else ("", "")
    if _is_fronted(a, b, first, second) or _is_fronted(b, a, second, first):
        first = second = ""
    return Scene(a, b, atoms(a, language, first), atoms(b, language, second), lexicon(language))


def _is_fronted(longer: str, shorter: str, its_opening: str, opening: str) -> bool:
    """Whether `longer` is `shorter` with a clause of its own before it: what follows the opening
    words of `shorter` follows them in the midst of `longer` rather than at its start."""
    if not opening or norms(its_opening) == norms(opening):
        return False
    sought, rest = norms(opening), norms(shorter[len(opening) :])
    words, size = norms(longer), len(sought)
    least = max(_FEWEST_ALIKE, 1 + _shared_prefix(rest, norms(longer[len(its_opening) :])))
    return any(
        words[place : place + size] == sought
        and _shared_prefix(rest, words[place + size :]) >= min(least, len(rest))
        for place in range(len(norms(its_opening)), len(words) - size)
    )


def _shared_prefix(one: Words, two: Words) -> int:
    """How many words both begin with."""
    alike = (x == y for x, y in zip(one, two, strict=False))
    return sum(takewhile(bool, alike))


def _judged(scene: Scene) -> tuple[Scene, list[Judged]]:
    """The edits, those that are several taken apart, each with its kind; and the scene they
    belong to."""
    judged: list[Judged] = []
    scene, edits = align(scene)
    for edit, kind in reordered(scene, _with_openings(scene, edits)):
        judged += [(edit, kind)] if kind else _kinds(Stretch(scene, edit))
    return scene, list(_in_two_words(scene, judged))


def _in_two_words(scene: Scene, judged: list[Judged]) -> Iterator[Judged]:
    """The edits, a negation in two words as one with the verb in it (ne … pas)."""
    last: Judged | None = None
    for edit, kind in judged:
        if last is not None and _is_second_word(scene, last, (edit, kind)):
            last = last[0].up_to(edit), ChangeKind.NEGATION
            continue
        if last is not None:
            yield last
        last = edit, kind
    if last is not None:
        yield last


def _is_second_word(scene: Scene, one: Judged, two: Judged) -> bool:
    (first, first_kind), (second, second_kind) = one, two
    if not first_kind is second_kind is ChangeKind.NEGATION:
        return False
    words = scene.words.second_negations
    pure = second.is_pure and (not first.is_pure or first.adds == second.adds)
    near = 0 <= second.i1 - first.i2 <= _BETWEEN_TWO_WORDS
    return pure and near and {atom.said for atom in Stretch(scene, second).atoms} <= words


def _with_openings(scene: Scene, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits with the opening words before them, if they differ, and what they govern."""
    first = (*scene.old[:1], *scene.new[:1])
    differ = len({atom.said for atom in first}) > 1
    if not differ or first[0].sort is not Sort.OPENING:
        return edits
    opening, rest = Edit(0, 1, 0, 1), list(edits)
    while True:
        follows = bool(rest) and (rest[0].i1, rest[0].j1) == (opening.i2, opening.j2)
        if follows and is_governed(Stretch(scene, rest[0])):
            opening = opening.up_to(rest.pop(0))
        elif not follows and _inflected(scene, opening):
            opening = Edit(0, opening.i2 + 1, 0, opening.j2 + 1)
        else:
            return (opening, *rest)


def _inflected(scene: Scene, opening: Edit) -> bool:
    """Whether the same words follow in both texts, in another form (государствам, государства)."""
    after = (*scene.old[opening.i2 : opening.i2 + 1], *scene.new[opening.j2 : opening.j2 + 1])
    return len({atom.said for atom in after}) == 1 and len({atom.text for atom in after}) == 2


def _kinds(stretch: Stretch) -> list[Judged]:
    whole = _kind(stretch)
    parts = split(stretch) if whole is None else ()
    if len(parts) < 2:
        return [(stretch.edit, whole or _reworded(stretch))]
    pieces = [Stretch(stretch.scene, part) for part in parts]
    return [(piece.edit, _kind(piece) or _reworded(piece)) for piece in pieces]


def _kind(stretch: Stretch) -> ChangeKind | None:
    if [[atom.sort for atom in side] for side in (stretch.old, stretch.new)] == [[Sort.TITLE]] * 2:
        return _title_kind(stretch)
    return kind_of(stretch)


def _title_kind(stretch: Stretch) -> ChangeKind:
    """Another instrument is another citation; the same one reads otherwise, or says the reverse.

    No term is read as another inside a title.
    """
    a, b = stretch.old_text[1:-1], stretch.new_text[1:-1]
    language = stretch.words.language
    inner = Scene(
        a, b, atoms(a, language, terms=False), atoms(b, language, terms=False), stretch.words
    )
    kinds = [kind for _, kind in _judged(inner)[1]]
    reversals = [kind for kind in kinds if kind and kind.severity is ChangeSeverity.REVERSAL]
    if reversals:
        return reversals[0]
    different = {kind for kind in kinds if kind and kind is not ChangeKind.COSMETIC}
    if not different:
        return ChangeKind.COSMETIC
    if len(different) == 1 and different <= _OF_ONE_TITLE:
        return different.pop()
    return ChangeKind.REWORDED if _alike_in_terms(a, b, stretch.words) else ChangeKind.CITATION


def _alike_in_terms(a: str, b: str, words: Lexicon) -> bool:
    """Whether two titles are one, misquoted in other terms."""
    old, new = (atoms(text, words.language) for text in (a, b))
    return aligned(old) == aligned(new)


def _reworded(stretch: Stretch) -> ChangeKind:
    """Free rewording, unless all that happened is that words with content came or went."""
    old, new = (side.split() for side in stretch.core())
    light = stretch.words.light
    if not old and any(word not in light for word in new):
        return ChangeKind.ADDED
    if not new and any(word not in light for word in old):
        return ChangeKind.DROPPED
    return ChangeKind.NEGATION if _turns_about(stretch) else ChangeKind.REWORDED


def _turns_about(stretch: Stretch) -> bool:
    """Whether a few words give way to others with one negation more or less."""
    if stretch.edit.size > _FEW or any(map(is_clause_mark, stretch.atoms)):
        return False
    words = stretch.words.negations - stretch.words.second_negations
    count = sum(atom.said in words for atom in stretch.atoms)
    return not stretch.edit.is_pure and count % 2 == 1


def _changes(scene: Scene, judged: list[Judged]) -> Iterator[Change]:
    i = j = 0
    for run in _runs(judged):
        first, last = run[0][0], run[-1][0]
        yield from _alike(scene, i, j, first.i1)
        yield from _of_run(scene, run)
        i, j = last.i2, last.j2
    yield from _alike(scene, i, j, len(scene.old))


def _runs(judged: list[Judged]) -> Iterator[list[Judged]]:
    """Edits with no equal atom between them, together."""
    run: list[Judged] = []
    for each in judged:
        if run and (run[-1][0].i2, run[-1][0].j2) != (each[0].i1, each[0].j1):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _alike(scene: Scene, i: int, j: int, until: int) -> Iterator[Change]:
    """What differs in and between atoms `i`…`until` and their equals from `j` on, and in the gaps
    at the ends of the texts."""
    old, new = scene.old[i:until], scene.new[j : j + until - i]
    if not scene.old and not scene.new:
        yield from _gap(scene, (0, len(scene.a)), (0, len(scene.b)))
    if not old:
        return
    if i == 0 and j == 0:
        yield from _gap(scene, (0, old[0].start), (0, new[0].start))
    if not _same_text(scene, old, new):
        yield from _unlike(scene, i, j, until)
    if until == len(scene.old) and j + until - i == len(scene.new):
        yield from _gap(scene, (old[-1].end, len(scene.a)), (new[-1].end, len(scene.b)))


def _same_text(scene: Scene, old: Atoms, new: Atoms) -> bool:
    """Whether both texts are equal from the first atom to the last, atom by atom."""
    a = scene.a[old[0].start : old[-1].end]
    b = scene.b[new[0].start : new[-1].end]
    return a == b and [atom.text for atom in old] == [atom.text for atom in new]


def _unlike(scene: Scene, i: int, j: int, until: int) -> Iterator[Change]:
    """What differs in atoms `i`…`until` and their equals from `j` on, and between them."""
    for step in range(until - i):
        old, new = scene.old[i + step], scene.new[j + step]
        if old.text != new.text:
            edit = Edit(i + step, i + step + 1, j + step, j + step + 1)
            stretch = Stretch(scene, edit)
            kind = _kind(stretch) or ChangeKind.REWORDED
            yield _change(stretch, kind, (old.start, old.end), (new.start, new.end))
        if i + step + 1 < until:
            a_next, b_next = scene.old[i + step + 1].start, scene.new[j + step + 1].start
            yield from _gap(scene, (old.end, a_next), (new.end, b_next))


def _gap(scene: Scene, a: Side, b: Side) -> Iterator[Change]:
    """White space and note marks between two equal atoms."""
    if scene.a[slice(*a)] != scene.b[slice(*b)]:
        yield _change(Stretch(scene, _NOTHING), ChangeKind.COSMETIC, a, b)


def _of_run(scene: Scene, run: list[Judged]) -> Iterator[Change]:
    """The changes of adjoining edits; each takes the gap before it, less what both texts share."""
    first, last = run[0][0], run[-1][0]
    a = scene.old[first.i1 - 1].end if first.i1 else 0
    b = scene.new[first.j1 - 1].end if first.j1 else 0
    a_end, b_end = (
        _start(scene.old, last.i2, len(scene.a)), _start(scene.new, last.j2, len(scene.b))
    )  # fmt: skip
    for number, (edit, kind) in enumerate(run):
        final = number + 1 == len(run)
        a_next = a_end if final else min(_start(scene.old, edit.i2, a_end), a_end)
        b_next = b_end if final else min(_start(scene.new, edit.j2, b_end), b_end)
        old, new = _without_shared_gap(scene, (a, a_next), (b, b_next))
        if scene.a[slice(*old)] != scene.b[slice(*new)]:
            yield _change(Stretch(scene, edit), kind or ChangeKind.REWORDED, old, new)
        a, b = a_next, b_next


def _start(side: tuple[Atom, ...], index: int, end: int) -> int:
    return side[index].start if index < len(side) else end


def _without_shared_gap(scene: Scene, a: Side, b: Side) -> tuple[Side, Side]:
    (a1, a2), (b1, b2) = a, b
    while a1 < a2 and b1 < b2 and scene.a[a1] == scene.b[b1] and scene.a[a1] in GAP:
        a1, b1 = a1 + 1, b1 + 1
    while a1 < a2 and b1 < b2 and scene.a[a2 - 1] == scene.b[b2 - 1] and scene.a[a2 - 1] in GAP:
        a2, b2 = a2 - 1, b2 - 1
    return (a1, a2), (b1, b2)


def _change(stretch: Stretch, kind: ChangeKind, a: Side, b: Side) -> Change:
    if kind in _MAY_COME_OR_GO:
        a, b = only_difference(stretch.scene.a, stretch.scene.b, a, b)
    return named(kind, stretch, a, b)

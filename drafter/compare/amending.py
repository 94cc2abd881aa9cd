"""From a revision to the instructions that make it: amendments to the text that it departs from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from drafter.compare.amending_match import Item, Matching, renamed, root
from drafter.compare.amending_words import LIMITS, Limits, alike, word_changes
from drafter.languages import Language
from drafter.model.amendments import (
    Amendments,
    Deleted,
    Inserted,
    Instruction,
    InWords,
    Moved,
    Renumbered,
    Replaced,
    Reworded,
    Spot,
    applied,
)
from drafter.model.revision import Fate, Revised, Revision
from drafter.model.text import Text
from drafter.model.tree import Document, Kind, Note, Paragraph, PartKind
from drafter.model.view import DocumentView, view


def amendments(
    a: DocumentView,
    b: DocumentView,
    revision: Revision,
    language: Language,
    limits: Limits = LIMITS,
) -> Amendments:
    """The instructions that make `a` into `b`, of which `revision` tells the differences.

    Carried out they give `b` to the letter: `contents` of both are the same, but for the ids of
    what is in both, which are those of `a`, the emphasis of words that stay and the spaces and
    hyphens in them that do not break. What cannot be told word by word is told paragraph by
    paragraph.
    """
    found = _Deriving(a, b, _pairs(revision), language, limits)
    made = found.amendments()
    if contents(applied(a.document, made)) == contents(found.goal):
        return made
    return found.coarse()


def contents(document: Document) -> tuple[tuple[object, ...], ...]:
    """What instructions can change: the parts, the paragraphs in them with their words and marks,
    and the words of marked notes."""
    parts = [(path, part.kind.value) for path, part in document.parts()]
    rows = [
        (path, each.id, each.kind.value, each.numbered, each.restarts, each.label_fixed,
         each.text.plain(), each.text.marks, tuple(child.id for child in each.children))
        for path, each in document.walk()
    ]  # fmt: skip
    marked = {note for _, each in document.walk() for note in each.text.notes}
    notes = sorted((n.id, n.text.plain(), n.text.marks) for n in document.notes if n.id in marked)
    return (*parts, *rows, *notes)


def _pairs(revision: Revision) -> dict[str, str]:
    """For each paragraph, and note, of the new text the one of the old that it is; not where
    several were fused or one was split."""
    found: dict[str, str] = {}
    left = {each.move: each.old for each in revision.paragraphs if each.fate is Fate.MOVED_FROM}
    joined = False
    for each in revision.paragraphs:
        if each.fate is Fate.MOVED_TO:
            found[each.new] = left[each.move]
        elif each.fate is not Fate.KEPT:
            joined = joined or _is_joined(each)
        elif joined:
            joined = False
        else:
            found[each.new] = each.old
    return found | {n.new: n.old for n in revision.notes if n.fate is Fate.KEPT}


def _is_joined(each: Revised) -> bool:
    return any(piece.fate is Fate.KEPT for piece in each.pieces)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What goes and what comes under `holder` between two that stay; None at either end."""

    holder: str
    before: Item | None
    after: Item | None
    gone: tuple[Item, ...]
    come: tuple[Item, ...]

    @property
    def end(self) -> tuple[Spot, str]:
        """Where that stands which comes after everything else."""
        return (Spot.BEFORE, self.after.name) if self.after else (Spot.UNDER, self.holder)

    def beside(self, kind: Kind | PartKind) -> tuple[Spot, str]:
        """Where all that comes stands: beside its like, if it can."""
        before, after = self.before, self.after
        if before is None or (before.kind is not kind and after and after.kind is kind):
            return self.end
        is_part = isinstance(kind, PartKind)
        return self.end if is_part and after is None else (Spot.AFTER, before.name)


class _Deriving:
    def __init__(
        self,
        a: DocumentView,
        b: DocumentView,
        pairs: Mapping[str, str],
        language: Language,
        limits: Limits,
    ) -> None:
        self._a, self._language, self._limits = a, language, limits
        self._matching = Matching(a.document, b.document, pairs)
        self.goal = renamed(b.document, self._matching.names, a.document)
        self._goal = view(self.goal, b.conventions)
        self._own = {note.id for note in a.document.notes}
        self._shared = frozenset(self._own & {note.id for note in self.goal.notes})

    def amendments(self) -> Amendments:
        """The instructions in the order of the text, then those of notes and numbers."""
        made = [*self._row(root(self._a.document), root(self.goal)), *self._of_notes()]
        if self._renumbers():
            made.append(Renumbered())
        return Amendments(tuple(_listed(made)), self._brought())

    def coarse(self) -> Amendments:
        """The whole text by the new one, then what differs in notes."""
        old = tuple(each.name for each in root(self._a.document).below())
        put = Inserted(Spot.UNDER, self._a.document.root.kind.value, self.goal.root.blocks)
        whole = Replaced(old, self.goal.root.blocks) if old else put
        return Amendments((whole, *self._of_notes()), self._brought())

    def _row(self, old: Item, new: Item) -> Iterator[Instruction]:
        """What is done to the paragraphs and parts directly under one that stays."""
        before: Item | None = None
        olds, come = list(old.below()), []
        for each in (*new.below(self._matching.names), None):
            if each is not None and each.name not in self._matching.staying:
                come.append(each)
                continue
            at = len(olds) if each is None else _place(olds, each)
            gone = tuple(filter(self._goes, olds[:at]))
            yield from self._gap(_Gap(old.name, before, each, gone, tuple(come)), old)
            if each is not None:
                yield from self._kept(olds[at], each)
            before, olds, come = each, olds[at + 1 :], []

    def _goes(self, old: Item) -> bool:
        return old.name not in self._matching.staying | self._matching.moved

    def _gap(self, gap: _Gap, old: Item) -> Iterator[Instruction]:
        if not gap.come or gap.come[0].name not in self._matching.moved:
            yield from _exchanged(gap)
            return
        if gap.gone:
            yield Deleted(_names(gap.gone))
        yield Moved(_names(gap.come), *gap.beside(gap.come[0].kind))
        olds = old.below()
        for each in gap.come:
            yield from self._kept(olds[_place(olds, each)], each)

    def _kept(self, old: Item, new: Item) -> Iterator[Instruction]:
        if isinstance(old.block, Paragraph) and isinstance(new.block, Paragraph):
            yield from self._worded(old.name, old.block.text, new.block.text)
        yield from self._row(old, new)

    def _worded(self, place: str, old: Text, new: Text) -> Iterator[Instruction]:
        if alike(old, new):
            return
        found = word_changes(old, new, self._language, self._shared, self._limits)
        whole = not found or found[0].anchor == old.plain()
        yield Reworded(place, new) if whole or not found else InWords(place, found)

    def _of_notes(self) -> Iterator[Instruction]:
        """What is done to notes of both; one printed as ibid. is replaced whole."""
        for printed in self._a.notes:
            old, new = self._a.document.note(printed.id), self.goal.note(printed.id)
            if old is None or new is None or alike(old.text, new.text):
                continue
            if old.text.plain() == printed.text.plain():
                yield from self._worded(old.id, old.text, new.text)
            else:
                yield Reworded(old.id, new.text)

    def _brought(self) -> tuple[Note, ...]:
        marked = {note for _, each in self.goal.walk() for note in each.text.notes}
        return tuple(n for n in self.goal.notes if n.id in marked - self._own)

    def _renumbers(self) -> bool:
        """Whether one that stays has another number or letter."""
        labels = {each.id: each.label for each in self._goal.elements if each.paragraph}
        return any(labels.get(e.id, e.label) != e.label for e in self._a.elements if e.paragraph)


def _exchanged(gap: _Gap) -> Iterator[Instruction]:
    """What goes and what comes, kind by kind, so that what takes its like's place replaces it."""
    runs = [(kind, tuple(run)) for kind, run in groupby(gap.come, key=lambda each: each.kind)]
    gone = {kind: tuple(run) for kind, run in groupby(gap.gone, key=lambda each: each.kind)}
    taken = [kind for kind, _ in runs if kind in gone]
    told = len(runs) <= 2 and len(gone) == len({e.kind for e in gap.gone})
    in_order = taken == [kind for kind in gone if kind in taken]
    if not (told and in_order and len({kind for kind, _ in runs}) == len(runs)):
        yield _whole(gap)
        return
    for number, (kind, run) in enumerate(runs):
        blocks = tuple(each.block for each in run)
        if kind in gone:
            yield Replaced(_names(gone[kind]), blocks)
        elif len(runs) == 1:
            yield Inserted(*gap.beside(kind), blocks)
        else:
            yield Inserted(*(_first(gap, gone.get(runs[1][0])) if not number else gap.end), blocks)
    left = tuple(each for each in gap.gone if each.kind not in taken)
    if left:
        yield Deleted(_names(left))


def _first(gap: _Gap, replaced: tuple[Item, ...] | None) -> tuple[Spot, str]:
    """Where the first of two kinds that come stands."""
    if gap.before:
        return Spot.AFTER, gap.before.name
    return (Spot.BEFORE, replaced[0].name) if replaced else gap.end


def _whole(gap: _Gap) -> Instruction:
    blocks = tuple(each.block for each in gap.come)
    if gap.gone and blocks:
        return Replaced(_names(gap.gone), blocks)
    if gap.gone:
        return Deleted(_names(gap.gone))
    return Inserted(*gap.beside(gap.come[0].kind), blocks)


def _listed(made: Sequence[Instruction]) -> Iterator[Instruction]:
    """Deletions that follow each other as one."""
    for deletes, run in groupby(made, key=lambda each: isinstance(each, Deleted)):
        if not deletes:
            yield from run
            continue
        places = [place for each in run if isinstance(each, Deleted) for place in each.places]
        yield Deleted(tuple(places))


def _names(row: Sequence[Item]) -> tuple[str, ...]:
    return tuple(each.name for each in row)


def _place(row: Sequence[Item], wanted: Item) -> int:
    return next(at for at, each in enumerate(row) if each.name == wanted.name)

"""Which paragraphs and parts of a new text are those of the old, row by row, so that instructions
can name them: one stays, moves among its like, or goes and comes."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from drafter.compare.unseen import conformed
from drafter.model.amendments import Block
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, Kind, Paragraph, Part, PartKind, child_paths

_NEW = "+"


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph or a part among its like.

    `name` is the id of the paragraph, or the path of the part, in the old text; `path` that of the
    part in its own.
    """

    name: str
    block: Block
    path: str = ""

    @property
    def kind(self) -> Kind | PartKind:
        """What it is."""
        return self.block.kind

    def below(self, called: Mapping[str, str] | None = None) -> tuple[Item, ...]:
        """What stands directly under it; `called` gives the names of the parts of a new text."""
        if isinstance(self.block, Paragraph):
            return tuple(Item(each.id, each) for each in self.block.children)
        found = []
        paths = iter(child_paths(self.block, self.path))
        for block in self.block.blocks:
            if isinstance(block, Paragraph):
                found.append(Item(block.id, block))
                continue
            path = next(paths)
            name = path if called is None else called.get(path, _NEW + path)
            found.append(Item(name, block, path))
        return tuple(found)

    def ids(self) -> Iterator[str]:
        """The ids of all the paragraphs in it."""
        if isinstance(self.block, Paragraph):
            yield self.block.id
        for each in self.below():
            yield from each.ids()


def root(document: Document) -> Item:
    """All of a document."""
    path = document.root.kind.value
    return Item(path, document.root, path)


class Matching:
    """The pairs of two texts at every depth.

    `names` gives ids for all paragraphs and notes of the new text, those of the old for what is in
    both, and the old paths of parts; `staying` and `moved` are what keeps or changes its place
    among its like, by old names. What moves among what is new is new too.
    """

    def __init__(self, a: Document, b: Document, pairs: Mapping[str, str]) -> None:
        self._pairs = pairs
        self.names: dict[str, str] = {}
        self.staying: set[str] = set()
        self.moved: set[str] = set()
        self._both: list[tuple[Paragraph, Paragraph]] = []
        self._match(root(a), root(b))
        self._name(a, b)

    def _match(self, one: Item, other: Item) -> None:
        old, new = one.below(), other.below()
        links = self._links(old, new)
        kept = set(_increasing(links))
        there = {j for _, j in kept}
        old_of = {j: i for i, j in links}
        moving: set[int] = set()
        for stays, run in groupby(range(len(new)), key=there.__contains__):
            places = list(run)
            if not stays and all(at in old_of for at in places):
                moving.update(at for at in places if isinstance(new[at].block, Paragraph))
        for i, j in links:
            if j not in there and j not in moving:
                continue
            (self.moved if j in moving else self.staying).add(old[i].name)
            self.names[new[j].name] = old[i].name
            a, b = old[i].block, new[j].block
            if isinstance(a, Paragraph) and isinstance(b, Paragraph):
                self._both.append((a, b))
            self._match(old[i], new[j])

    def _links(self, old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
        place = {each.name: at for at, each in enumerate(old)}
        found: dict[int, int] = {}
        for at, each in enumerate(new):
            is_part = isinstance(each.block, Part)
            name = self._part(each, old) if is_part else self._pairs.get(each.name, "")
            partner = place.get(name)
            if partner is not None and partner not in found and _like(old[partner], each):
                found[partner] = at
        return sorted(found.items())

    def _part(self, new: Item, old: Sequence[Item]) -> str:
        """The old part that most of the paragraphs of a new one come from."""
        origins = {self._pairs.get(each, "") for each in new.ids()} - {""}
        parts = [each for each in old if isinstance(each.block, Part) and _like(each, new)]
        votes = Counter({each.name: len(origins & set(each.ids())) for each in parts})
        best = votes.most_common(1)
        return best[0][0] if best and best[0][1] else ""

    def _name(self, a: Document, b: Document) -> None:
        marked = {
            (old, new)
            for one, other in self._both
            for old in one.text.notes
            for new in other.text.notes
        }
        shared = {note.id for note in b.notes if (self._pairs.get(note.id, ""), note.id) in marked}
        self.names |= {note: self._pairs[note] for note in shared}
        paragraphs = {each.id for _, each in a.walk()}
        self._fresh((each.id for _, each in b.walk()), paragraphs)
        self._fresh((note.id for note in b.notes), {note.id for note in a.notes})

    def _fresh(self, ids: Iterator[str], taken: set[str]) -> None:
        """Names for what is new: its own, or one beside it where the old text has that."""
        for each in ids:
            if each not in self.names:
                name = each
                while name in taken:
                    name += _NEW
                taken.add(name)
                self.names[each] = name


def renamed(document: Document, names: Mapping[str, str], old: Document) -> Document:
    """`document` with these names for paragraphs and notes, and of what `old` has by the same name
    the unseen characters; a part of the kind of `old`."""
    known = {each.id: each.text for _, each in old.walk()} | {n.id: n.text for n in old.notes}

    def part(new: Part) -> Part:
        blocks = (part(b) if isinstance(b, Part) else paragraph(b) for b in new.blocks)
        return replace(new, blocks=tuple(blocks))

    def paragraph(new: Paragraph) -> Paragraph:
        name, below = names[new.id], tuple(map(paragraph, new.children))
        return replace(new, id=name, text=text(name, new.text), children=below, label_read="")

    def text(name: str, new: Text) -> Text:
        marked = Text.of(
            *(Span(names.get(s.text, s.text), s.kind) if s.kind is SpanKind.NOTE else s
              for s in new.spans)
        )  # fmt: skip
        return conformed(marked, known[name]) if name in known else marked

    notes = tuple(
        replace(n, id=names[n.id], text=text(names[n.id], n.text)) for n in document.notes
    )
    return replace(document, root=replace(part(document.root), kind=old.root.kind), notes=notes)


def _like(old: Item, new: Item) -> bool:
    """Whether two share what no instruction changes."""
    a, b = old.block, new.block
    if isinstance(a, Paragraph) and isinstance(b, Paragraph):
        return _shape(a) == _shape(b)
    return a.kind is b.kind


def _shape(block: Paragraph) -> tuple[Kind, bool, bool, str]:
    return block.kind, block.numbered, block.restarts, block.label_fixed


def _increasing(links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of links, sorted by the old place, that keep their order in the new."""
    ends: list[int] = []
    series: list[list[tuple[int, int]]] = []
    for link in links:
        at = bisect_left(ends, link[1])
        ends[at : at + 1] = [link[1]]
        series[at : at + 1] = [[*(series[at - 1] if at else []), link]]
    return series[-1] if series else []

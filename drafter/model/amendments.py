"""Instructions that turn one text into another, as amendments to a draft say them.

Places are ids of the text that is amended, and numbers are its own: what an instruction before
took out or put in renumbers nothing. The words of a paragraph are changed one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.model.note_edits import without_orphans
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, Note, Paragraph, Part, child_paths

Block = Paragraph | Part
# What ends a paragraph or stands after its last word; words added "at the end" stand before it.
_CLOSING = re.compile(r"[\s\u00a0;,.:؛،；，。：]*\Z")


class Spot(StrEnum):
    """Where something goes, seen from what it is held against."""

    AFTER = "after"
    BEFORE = "before"
    INSTEAD = "instead"
    BEGINNING = "beginning"
    END = "end"
    CLOSE = "close"
    UNDER = "under"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words put in or taken out.

    `anchor` are words that stand once in the text: `new` goes AFTER or BEFORE them, or INSTEAD of
    them (none: they are deleted). There is none at the BEGINNING, at the END, which is before the
    mark that closes the paragraph, and at the CLOSE, after it. A footnote mark belongs to the word
    before it. Marks of the notes `gone` go; with the spot NOTE nothing else does.
    """

    spot: Spot
    anchor: str = ""
    new: Text = Text()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InWords:
    """Changes of words in the paragraph, or in the note, `place`."""

    place: str
    changes: tuple[WordChange, ...]


@dataclass(frozen=True, slots=True)
class Reworded:
    """The whole text of the paragraph or note `place`, its sub-paragraphs apart."""

    place: str
    text: Text


@dataclass(frozen=True, slots=True)
class Inserted:
    """New paragraphs or parts AFTER or BEFORE the one at `place`, or UNDER it as the last ones."""

    spot: Spot
    place: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """Paragraphs or parts with all that stands under them, by others where the first stood."""

    places: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Paragraphs or parts taken out with all that stands under them."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Paragraphs that move, in this order, to AFTER or BEFORE the one at `place`."""

    places: tuple[str, ...]
    spot: Spot
    place: str


@dataclass(frozen=True, slots=True)
class Renumbered:
    """That the paragraphs which stay take the numbers that follow."""


Instruction = InWords | Reworded | Inserted | Replaced | Deleted | Moved | Renumbered


@dataclass(frozen=True, slots=True)
class Amendments:
    """The instructions in the order in which they are made, and the notes that they bring."""

    instructions: tuple[Instruction, ...] = ()
    notes: tuple[Note, ...] = ()


class _Node:
    """A paragraph or part that can still be changed; a part goes by its path."""

    def __init__(self, block: Block, name: str, children: list[_Node]) -> None:
        self.block, self.name, self.children = block, name, children

    def built(self) -> Block:
        below = tuple(child.built() for child in self.children)
        if isinstance(self.block, Part):
            return replace(self.block, blocks=below)
        return replace(self.block, children=tuple(b for b in below if isinstance(b, Paragraph)))


def applied(document: Document, amendments: Amendments) -> Document:
    """`document` with all the instructions carried out. Raises `ValueError` for one that cannot be:
    a place that is not there, words that do not stand exactly once."""
    kept = _Applying(document, amendments)
    for each in amendments.instructions:
        kept.carry_out(each)
    return kept.made()


class _Applying:
    def __init__(self, document: Document, amendments: Amendments) -> None:
        self._document = document
        self._root = _node(document.root, document.root.kind.value)
        self._notes = {note.id: note for note in (*document.notes, *amendments.notes)}
        self._had = set(self._notes)

    def made(self) -> Document:
        blocks = tuple(child.built() for child in self._root.children)
        root = replace(self._document.root, blocks=blocks)
        notes = tuple(self._notes.values())
        marked = {n for _, p in self._document.walk() for n in p.text.notes}
        made = replace(self._document, root=root, notes=notes)
        # notes that no mark points to were read without one, and are not ours to lose
        return without_orphans(made, marked | (self._had - {n.id for n in self._document.notes}))

    def carry_out(self, each: Instruction) -> None:
        match each:
            case InWords():
                self._set(each.place, lambda old: changed(old, each.changes))
            case Reworded():
                self._set(each.place, lambda _: each.text)
            case Inserted():
                self._put(each.spot, each.place, _nodes(each.blocks))
            case Replaced():
                row, at = self._found(each.places[0])
                self._taken(each.places)
                row[at:at] = _nodes(each.blocks)
            case Deleted():
                self._taken(each.places)
            case Moved():
                self._put(each.spot, each.place, self._taken(each.places))

    def _set(self, place: str, change: Callable[[Text], Text]) -> None:
        if place in self._notes:
            note = self._notes[place]
            text = change(note.text)
            work = note.work if text.plain().startswith(note.work) else ""
            self._notes[place] = replace(note, text=text, work=work)
            return
        row, at = self._found(place)
        node = row[at]
        if not isinstance(node.block, Paragraph):
            raise ValueError(place)
        node.block = replace(node.block, text=change(node.block.text))

    def _put(self, spot: Spot, place: str, new: Sequence[_Node]) -> None:
        if spot is Spot.UNDER:
            holder = next(node for node in _walk([self._root]) if node.name == place)
            holder.children += new
            return
        row, at = self._found(place)
        at += spot is Spot.AFTER
        row[at:at] = new

    def _taken(self, places: Iterable[str]) -> list[_Node]:
        taken = []
        for place in places:
            row, at = self._found(place)
            taken.append(row.pop(at))
        return taken

    def _found(self, place: str) -> tuple[list[_Node], int]:
        for node in _walk([self._root]):
            for at, child in enumerate(node.children):
                if child.name == place:
                    return node.children, at
        raise ValueError(place)


def changed(text: Text, changes: Iterable[WordChange]) -> Text:
    """`text` with the changes made one after the other. Raises `ValueError` where an anchor does
    not stand exactly once."""
    for each in changes:
        text = _changed(text, each)
    return text


def once(words: str, text: str) -> int:
    """Where `words` stand in `text`, if they do so exactly once; else -1."""
    at = text.find(words) if words else -1
    return at if at >= 0 and text.find(words, at + 1) < 0 else -1


def _changed(text: Text, change: WordChange) -> Text:
    for note in change.gone:
        text = text.without_mark(note)
    plain = text.plain()
    start = end = 0
    if change.spot in (Spot.AFTER, Spot.BEFORE, Spot.INSTEAD):
        start = once(change.anchor, plain)
        if start < 0:
            raise ValueError(change.anchor)
        end = start + len(change.anchor)
    match change.spot:
        case Spot.NOTE:
            return text
        case Spot.AFTER:
            start = end
        case Spot.BEFORE | Spot.BEGINNING:
            end = start
        case Spot.END:
            start = end = ending_at(plain)
        case Spot.CLOSE:
            start = end = len(plain)
    return _spliced(text, start, end, change.new)


def ending_at(plain: str) -> int:
    """The offset of the mark that closes a text, or of its end."""
    found = _CLOSING.search(plain)
    return found.start() if found else len(plain)


def _spliced(text: Text, start: int, end: int, new: Text) -> Text:
    """`new` in place of the characters; marks at `start` stay before it, those after it up to
    `end` stand at its end."""
    head: list[Span] = []
    inner: list[Span] = []
    tail: list[Span] = []
    position = 0
    for span in text.spans:
        if span.kind is SpanKind.NOTE:
            where = head if position <= start else inner if position <= end else tail
            where.append(span)
            continue
        head.append(Span(span.text[: max(start - position, 0)], span.kind))
        tail.append(Span(span.text[max(end - position, 0) :], span.kind))
        position += len(span.text)
    return Text.of(*head, *new.spans, *inner, *tail)


def _node(block: Block, name: str) -> _Node:
    if isinstance(block, Paragraph):
        return _Node(block, block.id, [_node(child, child.id) for child in block.children])
    paths = iter(child_paths(block, name))
    inner = (b.id if isinstance(b, Paragraph) else next(paths) for b in block.blocks)
    return _Node(block, name, [_node(b, n) for b, n in zip(block.blocks, inner, strict=True)])


def _nodes(blocks: Iterable[Block]) -> list[_Node]:
    """New ones: parts among them have no place yet."""
    return [_node(b, b.id if isinstance(b, Paragraph) else "") for b in blocks]


def _walk(nodes: Iterable[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)

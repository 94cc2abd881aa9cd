"""The pieces of a changed text: its words and its note marks, each kept, inserted or deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.model.findings import Change
from drafter.model.revision import Fate, Piece
from drafter.model.text import Span, SpanKind, Text

# characters of the old text and of the new one: the same ones, or those that took their place
_Stretch = tuple[int, int, int, int]


def pieces(
    old: Text, new: Text, found: Sequence[Change], same: Mapping[str, str]
) -> tuple[Piece, ...]:
    """How `old` becomes `new`, whose differences in words are `found`.

    `same` maps notes of the new text to those of the old one that they are. A note mark is kept
    if it stands at the same place among what is kept, or at either end of a change.
    """
    return tuple(_joined(_Piecing(old, new, same).pieces(found)))


def cut(
    parts: Sequence[Piece], lengths: Sequence[int], absent: Fate
) -> tuple[tuple[Piece, ...], ...]:
    """`parts` cut where paragraphs of these lengths end; pieces with the fate `absent` are not in
    those paragraphs, and stay with the words before them."""
    found: list[tuple[Piece, ...]] = []
    rest = list(parts)
    for length in lengths[:-1]:
        first, rest = _parted(rest, length, absent)
        found.append(tuple(first))
    return (*found, tuple(rest))


def _parted(parts: list[Piece], length: int, absent: Fate) -> tuple[list[Piece], list[Piece]]:
    first: list[Piece] = []
    for number, piece in enumerate(parts):
        size = 0 if piece.fate is absent else len(piece.text)
        if size > length:
            if not length:
                return first, parts[number:]
            head, tail = piece.text.slice(0, length), piece.text.slice(length, size)
            first.append(Piece(piece.fate, head))
            return first, [Piece(piece.fate, tail), *parts[number + 1 :]]
        length -= size
        first.append(piece)
    return first, []


class _Piecing:
    def __init__(self, old: Text, new: Text, same: Mapping[str, str]) -> None:
        self._old, self._new, self._same = old, new, same
        self._before, self._after = old.plain(), new.plain()
        self._old_marks, self._new_marks = list(old.marks), list(new.marks)

    def pieces(self, found: Sequence[Change]) -> Iterator[Piece]:
        """The pieces in order, marks between the stretches of words."""
        for i, j, k, m in list(self._stretches(found)):
            yield from self._marks(i, k, gone=j > i, come=m > k)
            if self._before[i:j] == self._after[k:m]:
                yield Piece(Fate.KEPT, _bare(self._old, i, j))
                continue
            self._inside(j, m)
            yield Piece(Fate.DELETED, _trimmed(self._old, i, j))
            yield Piece(Fate.INSERTED, _trimmed(self._new, k, m))
        yield from self._marks(len(self._before), len(self._after), gone=True, come=True)

    def _stretches(self, found: Sequence[Change]) -> Iterator[_Stretch]:
        old = new = 0
        end = (len(self._before),) * 2 + (len(self._after),) * 2
        spots = [(c.old_start, c.old_end, c.new_start, c.new_end) for c in found]
        for i, j, k, m in (*spots, end):
            yield from self._between_marks(old, i, new)
            if j > i or m > k:
                yield i, j, k, m
            old, new = j, m

    def _between_marks(self, start: int, end: int, new: int) -> Iterator[_Stretch]:
        """Characters `start`…`end`, which the new text has at `new` too, parted at every mark."""
        shift = new - start
        marked = {at for at, _ in self._old_marks} | {at - shift for at, _ in self._new_marks}
        position = start
        for stop in sorted(at for at in {*marked, end} if start < at <= end):
            yield position, stop, position + shift, stop + shift
            position = stop

    def _marks(self, old: int, new: int, *, gone: bool, come: bool) -> Iterator[Piece]:
        """The marks that stand here in both texts; what has no equal here waits for the end of a
        change that only inserts or only deletes."""
        here = [note for at, note in self._old_marks if at == old]
        there = [note for at, note in self._new_marks if at == new]
        paired = _matched(here, [self._same.get(note, "") for note in there])
        i = j = 0
        ends = [(len(here), len(there))] if gone and come else []
        for x, y in (*paired, *ends):
            yield from (_mark(Fate.DELETED, note) for note in here[i:x])
            yield from (_mark(Fate.INSERTED, note) for note in there[j:y])
            yield from (_mark(Fate.KEPT, note) for note in there[y : y + 1])
            i, j = x + 1, y + 1
        if gone and not come:
            yield from (_mark(Fate.DELETED, note) for note in here[i:])
            i = len(here)
        if come and not gone:
            yield from (_mark(Fate.INSERTED, note) for note in there[j:])
            j = len(there)
        self._old_marks = [m for m in self._old_marks if m[0] != old] + [(old, n) for n in here[i:]]
        self._new_marks = [m for m in self._new_marks if m[0] != new] + [
            (new, n) for n in there[j:]
        ]

    def _inside(self, old: int, new: int) -> None:
        """What stands inside a change comes and goes with its words."""
        self._old_marks = [mark for mark in self._old_marks if mark[0] >= old]
        self._new_marks = [mark for mark in self._new_marks if mark[0] >= new]


def _matched(here: Sequence[str], there: Sequence[str]) -> list[tuple[int, int]]:
    """Equal notes of both, in the order of both."""
    found: list[tuple[int, int]] = []
    start = 0
    for j, note in enumerate(there):
        if note in here[start:]:
            i = here.index(note, start)
            found.append((i, j))
            start = i + 1
    return found


def _mark(fate: Fate, note: str) -> Piece:
    return Piece(fate, Text.of(Span(note, SpanKind.NOTE)))


def _bare(text: Text, start: int, end: int) -> Text:
    spans = text.slice(start, end).spans
    return Text.of(*(span for span in spans if span.kind is not SpanKind.NOTE))


def _trimmed(text: Text, start: int, end: int) -> Text:
    """Characters `start`…`end` with the marks strictly between them."""
    spans = list(text.slice(start, end).spans) if end > start else []
    while spans and spans[0].kind is SpanKind.NOTE:
        spans.pop(0)
    while spans and spans[-1].kind is SpanKind.NOTE:
        spans.pop()
    return Text.of(*spans)


def _joined(parts: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one fate as one, without empty ones."""
    last: Piece | None = None
    for part in parts:
        if not part.text.spans:
            continue
        if last is not None and last.fate is part.fate:
            last = Piece(part.fate, Text.of(*last.text.spans, *part.text.spans))
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last

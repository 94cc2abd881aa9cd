"""From two documents side by side to one revision: both texts in it, each word with its fate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.compare.changes import changes
from drafter.compare.documents import Comparison, Row, RowState
from drafter.compare.piecing import cut, pieces
from drafter.languages import Language
from drafter.model.findings import Change, ChangeKind
from drafter.model.revision import Fate, Piece, Revised, Revision
from drafter.model.text import Text
from drafter.model.view import DocumentView

_JOINS = frozenset({ChangeKind.FUSED, ChangeKind.SPLIT})


def revision(
    a: DocumentView, b: DocumentView, compared: Comparison, language: Language
) -> Revision:
    """How `a` becomes `b`, where `compared` is the comparison of their documents.

    `base_texts` of it are the texts of all elements of `a`, `draft_texts` those of `b`, in order;
    the words of notes are as they print, ibid. included. Sub-paragraphs move with their paragraph.
    Where paragraphs are fused or split side by side, only the marks between them come or go.
    """
    return Revision(
        tuple(_Weaving(a, b, compared, language).paragraphs()),
        tuple(_notes(a, b, compared, language)),
        compared.masthead,
    )


@dataclass(frozen=True, slots=True)
class _Link:
    """Elements that belong together, by place in the views: one and one, or several side by side
    and one. The last ones of both end with the same mark."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    changes: tuple[Change, ...]
    moved: bool


class _Weaving:
    def __init__(
        self, a: DocumentView, b: DocumentView, compared: Comparison, language: Language
    ) -> None:
        self._a, self._b, self._language = a, b, language
        self._old = {each.id: at for at, each in enumerate(a.elements)}
        self._new = {each.id: at for at, each in enumerate(b.elements)}
        self._same = _same_notes(compared, a, b)
        links = [*self._rows(compared.rows), *self._headings(compared.rows)]
        staying = _increasing(sorted(self._in_place(links), key=_places))
        self._staying = {link.new[-1]: link for link in staying}
        moved = sorted(
            (link for link in links if link.new[-1] not in self._staying),
            key=lambda link: link.new[-1],
        )
        self._moved = {link.new[-1]: (link, f"move{at}") for at, link in enumerate(moved, 1)}
        self._left = {link.old[-1]: name for link, name in self._moved.values()}

    def _rows(self, rows: Iterable[Row]) -> Iterator[_Link]:
        for row in rows:
            if not (set(row.a) <= self._old.keys() and set(row.b) <= self._new.keys()):
                continue
            old = tuple(self._old[each] for each in row.a)
            new = tuple(self._new[each] for each in row.b)
            if not old or not new:
                continue
            found = tuple(each for each in row.changes if each.kind not in _JOINS)
            if len(old) > 1 or len(new) > 1:
                yield self._joined(old, new, found)
            else:
                # how the own heading of a part reads is no change of words in a row
                found = found or self._changes(old[0], new[0])
                yield _Link(old, new, found, row.state is RowState.MOVED)

    def _joined(
        self, old: tuple[int, ...], new: tuple[int, ...], found: tuple[Change, ...]
    ) -> _Link:
        """Fused or split; if they do not stand side by side, the longest stands for all."""
        many, side = (old, self._a) if len(old) > 1 else (new, self._b)
        adjoining = many == tuple(range(many[0], many[0] + len(many)))
        # where two texts meet, a note mark before the first word of the second would change hands
        begins = any(at == 0 for each in many[1:] for at, _ in side.elements[each].text.marks)
        if adjoining and not begins:
            return _Link(old, new, found, moved=False)
        longest = max(many, key=lambda at: (len(side.elements[at].text), -at))
        old, new = ((longest,), new) if len(old) > 1 else (old, (longest,))
        return _Link(old, new, self._changes(old[0], new[0]), moved=False)

    def _changes(self, old: int, new: int) -> tuple[Change, ...]:
        texts = self._a.elements[old].text.plain(), self._b.elements[new].text.plain()
        return changes(*texts, self._language)

    def _headings(self, rows: Sequence[Row]) -> Iterator[_Link]:
        """Headings of parts, which comparison may leave out: one and one if they are called alike,
        or stand over the same part."""
        known = {each for row in rows for each in (*row.a, *row.b)}
        for name, new in self._new.items():
            if name not in known and name in self._old:
                yield _Link((self._old[name],), (new,), self._changes(self._old[name], new), False)

    def _in_place(self, links: Sequence[_Link]) -> Iterator[_Link]:
        """Those that did not move, by themselves or with the paragraph they stand under."""
        moved = {link.old[-1] for link in links if link.moved}
        above = _above(self._a)
        for link in links:
            if moved.isdisjoint((link.old[-1], *above[link.old[-1]])):
                yield link

    def paragraphs(self) -> Iterator[Revised]:
        """Every paragraph in order: before each that stays, what went, then what came."""
        old = 0
        come: list[int] = []
        for new in range(len(self._b.elements)):
            link = self._staying.get(new)
            if link is None:
                come.append(new)
                continue
            yield from self._gone(range(old, link.old[0]))
            yield from self._come(at for at in come if at not in link.new)
            yield from self._stayed(link)
            old, come = link.old[-1] + 1, []
        yield from self._gone(range(old, len(self._a.elements)))
        yield from self._come(come)

    def _gone(self, places: Iterable[int]) -> Iterator[Revised]:
        for at in places:
            element = self._a.elements[at]
            move = self._left.get(at, "")
            fate = Fate.MOVED_FROM if move else Fate.DELETED
            yield Revised(fate, element.id, "", _whole(Fate.DELETED, element.text), move)

    def _come(self, places: Iterable[int]) -> Iterator[Revised]:
        for at in places:
            element = self._b.elements[at]
            link, move = self._moved.get(at, (None, ""))
            if link is None:
                yield Revised(Fate.INSERTED, "", element.id, _whole(Fate.INSERTED, element.text))
                continue
            before = self._a.elements[link.old[-1]].text
            alone = len(link.old) == len(link.new) == 1
            found = link.changes if alone else self._changes(link.old[-1], at)
            parts = pieces(before, element.text, found, self._same)
            present = tuple(part for part in parts if part.fate is not Fate.DELETED)
            yield Revised(Fate.MOVED_TO, "", element.id, present, move)

    def _stayed(self, link: _Link) -> Iterator[Revised]:
        olds = [self._a.elements[at] for at in link.old]
        news = [self._b.elements[at] for at in link.new]
        before, after = (Text.of(*(s for e in side for s in e.text.spans)) for side in (olds, news))
        parts = pieces(before, after, link.changes, self._same)
        if len(olds) > 1:
            *first, last = cut(parts, [len(each.text) for each in olds], Fate.INSERTED)
            for element, part in zip(olds, first, strict=False):
                yield Revised(Fate.DELETED, element.id, "", part)
        else:
            *first, last = cut(parts, [len(each.text) for each in news], Fate.DELETED)
            for element, part in zip(news, first, strict=False):
                yield Revised(Fate.INSERTED, "", element.id, part)
        yield Revised(Fate.KEPT, olds[-1].id, news[-1].id, last)


def _places(link: _Link) -> tuple[int, int]:
    return link.old[-1], link.new[-1]


def _increasing(links: list[_Link]) -> list[_Link]:
    """The longest series of links, in the old order, that stand in the same order in the new."""
    tops: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, link in enumerate(links):
        place = bisect_left(tops, link.new[-1])
        previous.append(last[place - 1] if place else -1)
        tops[place : place + 1] = [link.new[-1]]
        last[place : place + 1] = [number]
    series: list[_Link] = []
    number = last[-1] if last else -1
    while number >= 0:
        series.append(links[number])
        number = previous[number]
    return series[::-1]


def _above(side: DocumentView) -> list[tuple[int, ...]]:
    """For every element the places of the paragraphs it stands under."""
    found: list[tuple[int, ...]] = []
    open_still: list[tuple[int, int]] = []
    for at, element in enumerate(side.elements):
        while open_still and open_still[-1][0] >= element.level:
            open_still.pop()
        found.append(tuple(place for _, place in open_still))
        open_still.append((element.level, at))
    return found


def _whole(fate: Fate, text: Text) -> tuple[Piece, ...]:
    return (Piece(fate, text),) if text.spans else ()


def _same_notes(compared: Comparison, a: DocumentView, b: DocumentView) -> dict[str, str]:
    """For each note marked in the draft the one of the base that it is; a mark that points to no
    note in either is itself."""
    one = (row for row in compared.rows if len(row.a) == len(row.b) == 1)
    found = {row.b[0]: row.a[0] for row in one if a.note(row.a[0]) and b.note(row.b[0])}
    marked = (note for each in b.elements for note in each.text.notes)
    return found | {note: note for note in marked if not a.note(note) and not b.note(note)}


def _notes(
    a: DocumentView, b: DocumentView, compared: Comparison, language: Language
) -> Iterator[Revised]:
    same = _same_notes(compared, a, b)
    for note in b.notes:
        old = a.note(same.get(note.id, ""))
        if old is None:
            yield Revised(Fate.INSERTED, "", note.id, _whole(Fate.INSERTED, note.text))
            continue
        found = changes(old.text.plain(), note.text.plain(), language)
        yield Revised(Fate.KEPT, old.id, note.id, pieces(old.text, note.text, found, {}))
    kept = set(same.values())
    for note in a.notes:
        if note.id not in kept:
            yield Revised(Fate.DELETED, note.id, "", _whole(Fate.DELETED, note.text))

"""What becomes of each paragraph of the base, laid on the sheets of its file."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.revision import Fate, Piece, Revised
from drafter.writers.tracked.carrying import is_bound, is_object
from drafter.writers.tracked.edits import CannotMark, New, Split
from drafter.writers.tracked.ground import Ground
from drafter.writers.tracked.labels import Labels
from drafter.writers.tracked.making import Making
from drafter.writers.tracked.notes import Footnotes
from drafter.writers.tracked.parts import Paragraph
from drafter.writers.tracked.properties import Properties, with_mark, with_tail
from drafter.writers.tracked.sheet import Sheet
from drafter.writers.tracked.units import Slot, units_of
from drafter.writers.tracked.words import Where, Words

_FAR = 200  # so many paragraphs without words may stand between two that become one


class Texts:
    """Takes the chunks of a revision in their order: each is what becomes of one paragraph of the
    base, after the paragraphs that come in before it."""

    def __init__(self, ground: Ground, notes: Footnotes) -> None:
        self._base, self._draft = ground.base, ground.draft
        self._sheets, self._places = ground.sheets, ground.places
        self._labels = Labels(ground)
        self._making = Making(ground, notes, self._labels)
        self._waiting: list[Revised] = []
        self._before: Where | None = None  # the last paragraph of the base so far
        self._open = False  # words of the draft wait for their paragraph mark
        self._gone: set[str] = set()  # notes of the base that are taken out

    def moves(self, rows: Sequence[Revised]) -> None:
        """Take note of what is moved."""
        self._making.sources(rows)

    def gone_notes(self) -> frozenset[str]:
        """The notes of the base whose marks were taken out; their words go with them."""
        for note in sorted(self._gone):
            self._take_note(self._places.key(note))
        return frozenset(self._gone)

    def chunk(self, rows: Sequence[Revised], following: str, later: str) -> None:
        """What becomes of a paragraph; `following` is the next element of the base, `later` the
        element of the draft that it runs on into if its mark goes. Raises `CannotMark`."""
        rest = list(rows)
        while rest and not self._open and _comes_in(rest[0]):
            self._waiting.append(rest.pop(0))
        if not rest:
            return
        last = rest[-1]
        if not last.old:
            raise CannotMark
        self._making.near(last.old)
        if self._waiting:
            self._put_waiting(last.old)
        if not any(row.changed for row in rest) and not self._open:
            self._labels.renumber(last.old, last.new)
        elif not self._open and _goes(rest):
            self._take(last)
        else:
            self._change(rest, following, later)
        found = self._places.paragraphs(last.old)
        self._before = found[-1] if found else self._before

    def end(self) -> None:
        """After the last chunk: what comes in at the end. Raises `CannotMark`."""
        if self._waiting:
            self._put_waiting("")

    def note(self, revised: Revised) -> None:
        """What becomes of the words of a note that stays. Raises `CannotMark`."""
        note = self._base.note(revised.old)
        if note is None:
            raise CannotMark
        words = Words(self._places.slots(note.id, note.text), self._places.paragraphs(note.id))
        for piece in revised.pieces:
            self._piece(words, piece)
        if not words.done:
            raise CannotMark

    # a paragraph that stays

    def _change(self, rows: Sequence[Revised], following: str, later: str) -> None:
        last = rows[-1]
        element = self._base.element(last.old)
        where = self._places.paragraphs(last.old)
        if element is None or not where or last.fate is Fate.MOVED_FROM:
            raise CannotMark
        words = Words(self._places.slots(last.old, element.text), where)
        if self._open:
            self._labels.drop(last.old)
        else:
            begun = next((row.new for row in rows if row.fate is not Fate.DELETED), later)
            self._labels.renumber(last.old, begun)
        for index, row in enumerate(rows):
            for piece in row.pieces:
                self._piece(words, piece)
            self._open = self._open or any(p.fate is not Fate.DELETED for p in row.pieces)
            if row is not last:
                after = next((r.new for r in rows[index + 1 :] if r.new), later)
                self._split(words, row, after)
                self._open = False
        if not words.done:
            raise CannotMark
        if last.fate is Fate.DELETED:
            self._fuse(where[-1], following)
        else:
            self._open = False

    def _piece(self, words: Words, piece: Piece) -> None:
        if piece.fate is Fate.INSERTED:
            part, number, unit, side = words.anchor(self._labels.last_before)
            paragraph = self._sheets[part].paragraph(number)
            if paragraph.fixed:
                raise CannotMark
            runs = self._making.runs(part, piece.text, words.around())
            self._sheets[part].edit(number).put(unit, side, *map(New, runs))
            return
        for slot in words.take(piece.text):
            if piece.fate is Fate.DELETED:
                self._take_slot(slot)

    def _take_slot(self, slot: Slot) -> None:
        if slot.note:
            self._gone.add(slot.note)
        spot = slot.spot
        if spot is not None:
            units = range(spot.first, spot.last + 1)
            self._sheets[spot.part].edit(spot.paragraph).gone.update(units)
        elif not slot.char.isspace():
            raise CannotMark

    def _split(self, words: Words, row: Revised, after: str) -> None:
        part, number, unit, side = words.anchor(self._labels.last_before)
        sheet = self._sheets[part]
        edit = sheet.edit(number)
        properties = self._making.properties(row.new, words.element_at(number))
        edit.put(unit, side, Split(with_mark(properties, sheet.marks.mark("ins"), sheet.marks)))
        label = self._making.label(after)
        edit.put(unit, side, *map(New, label))

    def _fuse(self, where: Where, following: str) -> None:
        """Delete the mark of a paragraph, and those of empty ones up to the next element."""
        target = next(iter(self._places.paragraphs(following)), None)
        part, number = where
        sheet = self._sheets[part]
        for _ in range(_FAR):
            paragraph = sheet.paragraph(number)
            if not _may_run_on(paragraph):
                raise CannotMark
            sheet.edit(number).mark = sheet.marks.mark("del")
            number = paragraph.following
            if (part, number) == target:
                return
        raise CannotMark

    # a paragraph that goes

    def _take(self, row: Revised) -> None:
        where = self._places.paragraphs(row.old)
        element = self._base.element(row.old)
        if element is None or not where:
            raise CannotMark
        for note in element.text.notes:
            self._gone.add(note)
        if self._labels.is_alone(row.old):
            rows = self._whole_rows(where)
            for part, number in where:
                self._take_paragraph(self._sheets[part], number, row, marked=not rows)
            for part, each in rows:
                self._sheets[part].take_row(each)
        else:
            for slot in self._places.slots(row.old, element.text):
                self._take_slot(slot)

    def _take_paragraph(self, sheet: Sheet, number: int, row: Revised, *, marked: bool) -> None:
        paragraph = sheet.paragraph(number)
        edit = sheet.edit(number)
        if is_bound(paragraph):
            raise CannotMark
        kind = "moveFrom" if self._making.is_move(row) else "del"
        if (
            row.move
            and kind == "del"
            and any(is_object(c) for r in paragraph.runs for c in r.children)
        ):
            raise CannotMark  # it would not come in where the words do
        edit.taken, edit.whole = kind, True
        edit.gone = set(range(len(units_of(paragraph))))
        if marked and _may_run_on(paragraph):
            edit.mark = sheet.marks.mark(kind, alone=not edit.gone)
        elif marked:
            edit.properties = _unnumbered(sheet, paragraph)
        if self._making.is_move(row):
            start, end = sheet.marks.range("moveFrom", row.move)
            edit.start = start
            edit.after.insert(0, end)

    def _whole_rows(self, where: Sequence[Where]) -> list[tuple[str, int]]:
        """The rows of tables of which nothing with words would be left."""
        rows = {(part, self._sheets[part].paragraph(number).row) for part, number in where}
        taken = set(where)
        return [
            (part, row)
            for part, row in sorted(rows)
            if row >= 0
            and all(
                (part, each.number) in taken
                for each in self._sheets[part].scan.paragraphs
                if each.row == row and each.length
            )
        ]

    def _take_note(self, key: str) -> None:
        kind, _, known = key.partition(" ")
        for part, sheet in self._sheets.items():
            if kind and part.casefold().rpartition("/")[2].startswith(kind):
                for paragraph in sheet.scan.paragraphs:
                    if paragraph.note == known and not paragraph.fixed:
                        edit = sheet.edit(paragraph.number)
                        edit.whole = True
                        edit.gone = set(range(len(units_of(paragraph))))

    # paragraphs that come in

    def _put_waiting(self, following: str) -> None:
        waiting, self._waiting = self._waiting, []
        where = next(iter(self._places.paragraphs(following)), None)
        if self._before is not None and self._is_open_ground(self._before):
            self._put_after(self._before, waiting)
        elif where is not None and self._is_open_ground(where):
            sheet = self._sheets[where[0]]
            sheet.edit(where[1]).before += [self._making.whole(row) for row in waiting]
        else:
            raise CannotMark

    def _is_open_ground(self, where: Where) -> bool:
        paragraph = self._sheets[where[0]].paragraph(where[1])
        return paragraph.row < 0 and not paragraph.fixed

    def _put_after(self, where: Where, rows: Sequence[Revised]) -> None:
        sheet = self._sheets[where[0]]
        paragraph = sheet.paragraph(where[1])
        edit = sheet.edit(where[1])
        if _may_run_on(paragraph):
            edit.after += [self._making.whole(row) for row in rows]
        elif edit.whole:
            # the mark that had to stay stands after them
            edit.before += [self._making.whole(row) for row in rows]
        else:
            self._put_last(sheet, paragraph, rows)

    def _put_last(self, sheet: Sheet, paragraph: Paragraph, rows: Sequence[Revised]) -> None:
        """Paragraphs at an end, where no mark follows that a deleted one could run into: the mark
        of the paragraph before is what comes in, and the last takes the mark that was there."""
        edit = sheet.edit(paragraph.number)
        own = Properties.of(sheet.scan, paragraph)
        edit.after += [self._making.whole(row) for row in rows[:-1]]
        edit.after.append(self._making.whole(rows[-1], ending=own))
        edit.properties = own.data.replace(own.section, b"", 1) if own.section else own.data
        edit.mark = sheet.marks.mark("ins")


def _comes_in(row: Revised) -> bool:
    """Whether a paragraph is all new, or new at this place."""
    if row.fate is Fate.MOVED_TO:
        return True
    return row.fate is Fate.INSERTED and all(p.fate is Fate.INSERTED for p in row.pieces)


def _goes(rows: Sequence[Revised]) -> bool:
    """Whether nothing is left of a paragraph."""
    leaves = rows[-1].fate in (Fate.DELETED, Fate.MOVED_FROM)
    return leaves and all(p.fate is Fate.DELETED for row in rows for p in row.pieces)


def _may_run_on(paragraph: Paragraph) -> bool:
    """Whether the mark may go: another paragraph follows, and no section ends with it."""
    ends_section = paragraph.properties is not None and paragraph.properties.section != (0, 0)
    return paragraph.following >= 0 and not ends_section


def _unnumbered(sheet: Sheet, paragraph: Paragraph) -> bytes | None:
    """The properties of a paragraph that must stay, empty, where its number would show."""
    own = Properties.of(sheet.scan, paragraph)
    if not own.numbering:
        return None
    bare = own.data.replace(own.numbering, b"", 1)
    return with_tail(bare, sheet.marks.was(own.plain), sheet.marks)

"""Where tracked changes and comments stand in the document as read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace

from drafter.model.findings import Place
from drafter.model.text import dense
from drafter.readers.docx.changes import Spot
from drafter.readers.reader import ReadResult, TrackedChange


@dataclass(frozen=True, slots=True)
class _Dense:
    """A text without white space, where each of its characters stands, and its whole length."""

    text: str
    offsets: list[int]
    length: int


class Placing:
    """Turns places in the paragraphs of the file into places in the elements of the document.

    `written` maps the number of each paragraph to its characters, white space and note marks apart,
    and -1, -2 … to those of the notes.
    """

    def __init__(self, result: ReadResult, written: Mapping[int, str]) -> None:
        self._written = written
        texts = {p.id: p.text.plain() for _, p in result.document.walk()}
        notes = {note.id: note.text.plain() for note in result.document.notes}
        self._texts = {**texts, **notes}
        placed = [each for each in result.places if each.element in texts]
        placed.sort(key=lambda each: each.line)
        self._lines = [each.line for each in placed]
        self._elements = [each.element for each in placed]
        self._known: dict[str, _Dense] = {}
        self._shifts: dict[tuple[int, str], int | None] = {}
        self._notes = [each.element for each in result.places if each.element in notes]

    def change(self, spot: Spot) -> TrackedChange:
        """The change at a spot."""
        place = self.place(spot.paragraph, spot.note, spot.start, spot.end)
        by = spot.revision
        return TrackedChange(
            by.kind, by.author, by.date, spot.text, place.element, place.start, max(place.end, 0)
        )

    def point(self, paragraph: int, note: int, count: int) -> Place:
        """The place just after `count` characters of a paragraph or a note."""
        found = self.place(paragraph, note, max(count - 1, 0), count)
        return replace(found, start=found.end)

    def place(self, paragraph: int, note: int, start: int, end: int) -> Place:
        """The element and the stretch of its plain text for characters `start`…`end` of a paragraph
        or a note, white space apart."""
        source = -1 - note if note >= 0 else paragraph
        written = self._written.get(source, "")
        if note >= 0:
            element = self._notes[note] if note < len(self._notes) else ""
        else:
            element = self._element(paragraph, written)
        own = self._dense(element)
        shift = self._shift(source, written, element, own)
        if not element or shift is None:
            return Place(element=element, end=0, line=paragraph)
        first, last = self._offset(own, start + shift), self._offset(own, end + shift)
        if end > start and 0 < end + shift <= len(own.offsets):
            last = own.offsets[end + shift - 1] + 1
        return Place(element, first, max(first, last), line=paragraph)

    def _dense(self, element: str) -> _Dense:
        found = self._known.get(element)
        if found is None:
            text = self._texts.get(element, "")
            offsets = [index for index, each in enumerate(text) if not each.isspace()]
            found = self._known[element] = _Dense(dense(text), offsets, len(text))
        return found

    def _shift(self, source: int, written: str, element: str, own: _Dense) -> int | None:
        """How many characters the element has before those of the paragraph; less than 0 where the
        paragraph began with a label. None if the two are not alike."""
        key = (source, element)
        if key not in self._shifts:
            at = own.text.find(written)
            label = len(own.text) - len(written)
            alike = label <= 0 and written.endswith(own.text)
            self._shifts[key] = at if at >= 0 else label if alike else None
        return self._shifts[key]

    def _offset(self, own: _Dense, count: int) -> int:
        """The offset of the character that has `count` others before it, white space apart."""
        return own.offsets[max(count, 0)] if count < len(own.offsets) else own.length

    def _element(self, paragraph: int, written: str) -> str:
        """The element that begins with a paragraph of the file, or the one that took it up."""
        index = bisect_right(self._lines, paragraph) - 1
        if index < 0:
            return ""
        element = self._elements[index]
        if self._lines[index] == paragraph:
            return element
        return element if written and written in self._dense(element).text else ""

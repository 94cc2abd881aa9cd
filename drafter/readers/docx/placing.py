"""Where tracked changes and comments stand in the document as read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from drafter.model.findings import Place
from drafter.readers.docx.changes import Spot, dense
from drafter.readers.reader import ReadResult, TrackedChange


class Placing:
    """Turns places in the paragraphs of the file into places in the elements of the document.

    `written` maps the number of each paragraph to its characters, white space and note marks apart.
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
        written = self._written.get(paragraph, "")
        if note >= 0:
            element = self._notes[note] if note < len(self._notes) else ""
            written = dense(self._texts.get(element, ""))
        else:
            element = self._element(paragraph, written)
        text = self._texts.get(element, "")
        # what the element has of the paragraph: not its label, maybe the paragraph before it
        own = dense(text)
        shift = own.find(written) if len(own) > len(written) else len(own) - len(written)
        if (
            not element
            or (shift >= 0 and written not in own)
            or (shift < 0 and not written.endswith(own))
        ):
            return Place(element=element, end=0, line=paragraph)
        first, last = _offset(text, start + shift), _offset(text, end + shift, ending=end > start)
        return Place(element, first, max(first, last), line=paragraph)

    def _element(self, paragraph: int, written: str) -> str:
        """The element that begins with a paragraph of the file, or the one that took it up."""
        index = bisect_right(self._lines, paragraph) - 1
        if index < 0:
            return ""
        element = self._elements[index]
        begins = self._lines[index] == paragraph
        held = written and written in dense(self._texts[element])
        return element if begins or held else ""


def _offset(text: str, count: int, *, ending: bool = False) -> int:
    """The offset in `text` of the character that has `count` others before it, white space apart;
    the end of the one before it for the end of a stretch."""
    seen = 0
    for index, character in enumerate(text):
        if ending and seen >= count:
            return index
        if not character.isspace():
            if seen >= count:
                return index
            seen += 1
    return len(text)

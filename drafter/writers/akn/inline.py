"""Running text: emphasis, footnotes where they are marked, and references to what is cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from drafter.languages import Language
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Note
from drafter.model.view import DocumentView
from drafter.writers.akn.elements import put, say
from drafter.writers.akn.identity import cited
from drafter.writers.linking import linked


@dataclass(frozen=True, slots=True)
class _Reference:
    """Characters `start`…`end` of a plain text refer to `href`."""

    start: int
    end: int
    href: str


class Inline:
    """Puts text into elements, each note where its first mark stands."""

    def __init__(self, view: DocumentView, language: Language) -> None:
        self._notes = {note.id: note for note in view.notes}
        self._language = language
        self._placed: dict[str, str] = {}

    def fill(self, parent: Element, text: Text) -> Element:
        """`parent` with the text in it."""
        plain = text.plain()
        references = self._references(plain)
        position = 0
        for span in text.spans:
            if span.kind is SpanKind.NOTE:
                self._mark(parent, span.text)
                continue
            end = position + len(span.text)
            holder = put(parent, "i") if span.kind is SpanKind.EMPHASIS else parent
            _stretch(holder, plain, position, end, references)
            position = end
        return parent

    def words(self, parent: Element, plain: str) -> Element:
        """`parent` with these words in it."""
        return self.fill(parent, Text.of(plain))

    def line(self, parent: Element, words: str, notes: tuple[Note, ...]) -> Element:
        """`parent` with a line of the masthead in it, notes in the place of their marks."""
        for note in notes:
            if note.mark in words and note.id not in self._placed:
                before, _, after = words.partition(note.mark)
                self.words(parent, before)
                self._note(parent, note.id, note.mark, note.text)
                return self.line(parent, after, notes)
        return self.words(parent, words)

    def _references(self, plain: str) -> list[_Reference]:
        return [
            _Reference(link.start, link.end, cited(link.symbol, link.date) or link.href)
            for link in linked(plain, self._language)
        ]

    def _mark(self, parent: Element, note_id: str) -> None:
        note = self._notes.get(note_id)
        if note is None:
            say(parent, "?")
        elif note_id in self._placed:
            put(parent, "noteRef", href=f"#{self._placed[note_id]}", marker=note.number)
        else:
            self._note(parent, note_id, note.number, note.text)

    def _note(self, parent: Element, note_id: str, marker: str, text: Text) -> None:
        name = self._placed[note_id] = f"authorialNote_{len(self._placed) + 1}"
        made = put(parent, "authorialNote", eId=name, marker=marker, placement="bottom")
        words: tuple[Span, ...] = tuple(s for s in text.spans if s.kind is not SpanKind.NOTE)
        self.fill(put(made, "p"), Text.of(*words))


def _stretch(
    parent: Element, plain: str, start: int, end: int, references: Sequence[_Reference]
) -> None:
    """Characters `start`…`end` of a text; a reference that reaches beyond them is none."""
    position = start
    for each in references:
        if start <= each.start and each.end <= end:
            _lines(parent, plain[position : each.start])
            say(put(parent, "ref", href=each.href), plain[each.start : each.end])
            position = each.end
    _lines(parent, plain[position:end])


def _lines(parent: Element, words: str) -> None:
    first, *rest = words.split("\n")
    say(parent, first)
    for line in rest:
        put(parent, "eol")
        say(parent, line)

"""Footnotes of a Word file: ids run 1…n in the order of their marks.

LibreOffice pairs notes with marks by order, Word by id; only this order is right in both. Word
counts the notes of the scope that has most of them. Where numbers start again (a draft embedded in
a report) the notes of the other scopes carry their number as a mark of their own: Word could start
again with each section, but LibreOffice then numbers every note 0.
"""

from __future__ import annotations

from collections import Counter

from drafter.model.footnotes import scope
from drafter.model.text import SpanKind, Text
from drafter.model.tree import Note
from drafter.model.view import DocumentView
from drafter.writers.blocks.values import Footnote, Run
from drafter.writers.clean import for_xml


class Notes:
    """Gives out note ids while the text is written."""

    def __init__(self, view: DocumentView) -> None:
        self._views = {note.id: note for note in view.notes}
        self._written: list[Footnote] = []
        self._ids: dict[str, int] = {}
        counts = Counter(scope(note.part) for note in view.notes if not note.note.mark)
        self._counted = counts.most_common(1)[0][0] if counts else ""

    def runs(self, text: Text) -> tuple[Run, ...]:
        """The runs of a paragraph, its marks as footnotes."""
        out: list[Run] = []
        for span in text.spans:
            if span.kind is SpanKind.NOTE:
                out.append(self._mark(span.text))
            else:
                out += plain_runs(span.text, emphasis=span.kind is SpanKind.EMPHASIS)
        return tuple(out)

    def front_runs(self, words: str, marked: tuple[Note, ...]) -> tuple[Run, ...]:
        """The runs of a line of the front matter; the first mark of each of `marked` in it becomes
        a footnote."""
        for note in marked:
            if note.id not in self._ids and note.mark in words:
                before, _, after = words.partition(note.mark)
                inner = self._add(note.id, note.text, for_xml(note.mark), for_xml(note.mark))
                return (*plain_runs(before), inner, *self.front_runs(after, marked))
        return tuple(plain_runs(words))

    def footnotes(self) -> tuple[Footnote, ...]:
        """Every note marked so far, in the order of the marks."""
        return tuple(self._written)

    def _mark(self, note_id: str) -> Run:
        note = self._views.get(note_id)
        if note is None:
            return Run(mark="?", printed="?")
        if note_id in self._ids:
            return Run(mark=note.number, printed=note.number)
        counted = scope(note.part) == self._counted and not note.note.mark
        printed = for_xml(note.number)
        return self._add(note_id, note.text, "" if counted else printed, printed)

    def _add(self, note_id: str, text: Text, mark: str, printed: str) -> Run:
        number = self._ids[note_id] = len(self._written) + 1
        self._written.append(Footnote(number, note_runs(text), mark, printed))
        return Run(note=number, mark=mark, printed=printed)


def note_runs(text: Text) -> tuple[Run, ...]:
    """The runs of a note's own text; marks inside a note are not printed."""
    out: list[Run] = []
    for span in text.spans:
        if span.kind is not SpanKind.NOTE:
            out += plain_runs(span.text, emphasis=span.kind is SpanKind.EMPHASIS)
    return tuple(out)


def plain_runs(text: str, *, emphasis: bool = False) -> list[Run]:
    """Runs of `text`, with line breaks and tabs as runs of their own."""
    out: list[Run] = []
    piece = ""
    for character in for_xml(text):
        if character in "\n\t":
            out.append(Run(piece, emphasis))
            out.append(Run(breaks="line" if character == "\n" else "tab"))
            piece = ""
        else:
            piece += character
    out.append(Run(piece, emphasis))
    return [run for run in out if run.text or run.breaks]

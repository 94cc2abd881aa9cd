"""Runs and footnotes of the text: what they cite is linked, note ids run 1…n as they are marked.

LibreOffice pairs notes with marks by order, Word by id; only this order is right in both. Word
counts the notes of the scope that has most of them. Where numbers start again (a draft embedded in
a report) the notes of the other scopes carry their number as a mark of their own: Word could start
again with each section, but LibreOffice then numbers every note 0.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from drafter.languages import Language
from drafter.languages import language as language_of
from drafter.languages.unparted import unparted
from drafter.model.footnotes import scope
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Note
from drafter.model.view import DocumentView
from drafter.writers.blocks.values import Footnote, Run
from drafter.writers.clean import for_xml
from drafter.writers.linking import Link, linked

_BREAKS = {"\n": "line", "\t": "tab"}
_BREAK = re.compile("([\n\t])")


class Notes:
    """Gives out note ids while the text is written."""

    def __init__(self, view: DocumentView) -> None:
        self._language = language_of(view.document.language)
        self._views = {note.id: note for note in view.notes}
        self._written: list[Footnote] = []
        self._ids: dict[str, int] = {}
        counts = Counter(scope(note.part) for note in view.notes if not note.note.mark)
        self._counted = counts.most_common(1)[0][0] if counts else ""

    def runs(self, text: Text) -> tuple[Run, ...]:
        """The runs of a paragraph, its marks as footnotes."""
        out: list[Run] = []
        for span, href in _pieces(text, self._language):
            if span.kind is SpanKind.NOTE:
                mark = self._mark(span.text)
                beside = out and out[-1].printed
                out.append(replace(mark, beside=True) if beside else mark)
            else:
                out += plain_runs(span.text, emphasis=_emphasised(span), href=href)
        return tuple(out)

    def front_runs(self, words: str, marked: tuple[Note, ...]) -> tuple[Run, ...]:
        """The runs of a line of the front matter; the first mark of each of `marked` in it becomes
        a footnote."""
        for note in marked:
            if note.id not in self._ids and note.mark in words:
                before, _, after = words.partition(note.mark)
                inner = self._add(note.id, note.text, for_xml(note.mark), for_xml(note.mark))
                rest = self.front_runs(after, marked)
                if rest and rest[0].printed:
                    rest = (replace(rest[0], beside=True), *rest[1:])
                return (*self.runs(Text.of(before)), inner, *rest)
        return self.runs(Text.of(words))

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
        self._written.append(Footnote(number, note_runs(text, self._language), mark, printed))
        return Run(note=number, mark=mark, printed=printed)


def note_runs(text: Text, language: Language) -> tuple[Run, ...]:
    """The runs of a note's own text; marks inside a note are not printed."""
    out: list[Run] = []
    for span, href in _pieces(text, language):
        if span.kind is not SpanKind.NOTE:
            out += plain_runs(span.text, emphasis=_emphasised(span), href=href)
    return tuple(out)


def _pieces(text: Text, language: Language) -> Iterator[tuple[Span, str]]:
    """The spans of `text`, cut where what they cite begins and ends, each with its address."""
    plain = text.plain()
    links, words, at = linked(plain, language), unparted(plain, language), 0
    for span in text.spans:
        if span.kind is SpanKind.NOTE:
            yield span, ""
            continue
        end = at + len(span.text)
        inside = [link for link in links if link.start < end and at < link.end]
        for start, stop in pairwise(_edges(inside, at, end)):
            href = next((link.href for link in inside if link.start <= start < link.end), "")
            yield Span(words[start:stop], span.kind), href
        at = end


def _edges(links: list[Link], at: int, end: int) -> list[int]:
    cuts = {at, end}
    for link in links:
        cuts |= {max(link.start, at), min(link.end, end)}
    return sorted(cuts)


def _emphasised(span: Span) -> bool:
    return span.kind is SpanKind.EMPHASIS


def plain_runs(text: str, *, emphasis: bool = False, href: str = "") -> list[Run]:
    """Runs of `text`, with line breaks and tabs as runs of their own."""
    out: list[Run] = []
    for piece in _BREAK.split(for_xml(text)):
        if piece in _BREAKS:
            out.append(Run(breaks=_BREAKS[piece]))
        elif piece:
            out.append(Run(piece, emphasis, href=href))
    return out

"""Text of a paragraph: plain and emphasised spans, and footnote marks between characters.

Offsets are code points of `Text.plain()`; a footnote mark has no width. The opening words of a
paragraph are its leading emphasis span (italic in English, KaiTi in Chinese; Editorial Manual,
"Resolutions and decisions").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class SpanKind(StrEnum):
    """What a span is."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of one kind; for a NOTE, `text` is the id of the note it points to."""

    text: str
    kind: SpanKind = SpanKind.PLAIN


@dataclass(frozen=True, slots=True)
class Text:
    """A tuple of spans without empty ones and without equal neighbours (see `Text.of`)."""

    spans: tuple[Span, ...] = ()

    @staticmethod
    def of(*parts: str | Span) -> Text:
        """Text from strings (plain) and spans; empty parts dropped, equal neighbours joined."""
        return Text(_joined(Span(part) if isinstance(part, str) else part for part in parts))

    def plain(self) -> str:
        """The characters, without footnote marks."""
        return "".join(span.text for span in self.spans if span.kind is not SpanKind.NOTE)

    def __len__(self) -> int:
        return len(self.plain())

    @property
    def opening(self) -> str:
        """The leading emphasised words, without surrounding space; empty if there are none."""
        if self.spans and self.spans[0].kind is SpanKind.EMPHASIS:
            return self.spans[0].text.strip()
        return ""

    @property
    def marks(self) -> tuple[tuple[int, str], ...]:
        """Each footnote mark as (offset in `plain()`, note id), in order."""
        found: list[tuple[int, str]] = []
        offset = 0
        for span in self.spans:
            if span.kind is SpanKind.NOTE:
                found.append((offset, span.text))
            else:
                offset += len(span.text)
        return tuple(found)

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes marked here, in order."""
        return tuple(note for _, note in self.marks)

    def slice(self, start: int, end: int) -> Text:
        """Characters `start`…`end`, with the marks strictly after `start` (or at 0) up to `end`."""
        kept: list[Span] = []
        offset = 0
        for span in self.spans:
            if span.kind is SpanKind.NOTE:
                if start < offset <= end or (offset == 0 == start):
                    kept.append(span)
                continue
            left, right = max(start - offset, 0), max(end - offset, 0)
            kept.append(Span(span.text[left:right], span.kind))
            offset += len(span.text)
        return Text(_joined(kept))

    def replaced(self, start: int, end: int, new: str) -> Text:
        """`new` in place of characters `start`…`end`; it takes the kind of what it replaces.

        Marks inside the replaced stretch move to its end: no edit of words loses a footnote.
        """
        head, tail = self._before(start), self._after(end)
        inner = tuple(s for s in self._between(start, end) if s.kind is SpanKind.NOTE)
        kind = self.kind_at(start if end > start else max(start - 1, 0))
        return Text(_joined((*head, Span(new, kind), *inner, *tail)))

    def with_mark(self, offset: int, note: str) -> Text:
        """A footnote mark for `note` put after the marks that already stand at `offset`."""
        mark = Span(note, SpanKind.NOTE)
        return Text(_joined((*self._before(offset, marks=True), mark, *self._after(offset))))

    def without_mark(self, note: str) -> Text:
        """The text without the marks of `note`."""
        gone = Span(note, SpanKind.NOTE)
        return Text(_joined(span for span in self.spans if span != gone))

    def marks_moved(self, start: int, end: int, to: int) -> Text:
        """The same characters; the marks that stand at `start`…`end` stand at `to`."""
        kept: list[Span] = []
        moved: list[str] = []
        position = 0
        for span in self.spans:
            if span.kind is not SpanKind.NOTE:
                position += len(span.text)
            elif start <= position <= end:
                moved.append(span.text)
                continue
            kept.append(span)
        text = Text(_joined(kept))
        for note in moved:
            text = text.with_mark(to, note)
        return text

    def emphasised(self, length: int) -> Text:
        """The same characters and marks with exactly the first `length` characters emphasised."""
        whole = self.plain()
        parts: list[Span] = []
        position = 0
        for offset, note in (*self.marks, (len(whole), "")):
            parts += _split(whole, position, offset, length)
            if note:
                parts.append(Span(note, SpanKind.NOTE))
            position = offset
        return Text(_joined(parts))

    def kind_at(self, offset: int) -> SpanKind:
        """PLAIN or EMPHASIS: the kind of the character at `offset` (PLAIN past the end)."""
        position = 0
        for span in self.spans:
            if span.kind is SpanKind.NOTE:
                continue
            position += len(span.text)
            if offset < position:
                return span.kind
        return SpanKind.PLAIN

    def _before(self, offset: int, *, marks: bool = True) -> tuple[Span, ...]:
        kept: list[Span] = []
        position = 0
        for span in self.spans:
            if span.kind is SpanKind.NOTE:
                if position < offset or (marks and position == offset):
                    kept.append(span)
                continue
            kept.append(Span(span.text[: max(offset - position, 0)], span.kind))
            position += len(span.text)
        return tuple(kept)

    def _between(self, start: int, end: int) -> tuple[Span, ...]:
        inner: list[Span] = []
        position = 0
        for span in self.spans:
            if span.kind is SpanKind.NOTE:
                if start < position <= end:
                    inner.append(span)
                continue
            position += len(span.text)
        return tuple(inner)

    def _after(self, offset: int) -> tuple[Span, ...]:
        kept: list[Span] = []
        position = 0
        for span in self.spans:
            if span.kind is SpanKind.NOTE:
                if position > offset:
                    kept.append(span)
                continue
            kept.append(Span(span.text[max(offset - position, 0) :], span.kind))
            position += len(span.text)
        return tuple(kept)


EMPTY = Text()


def dense(text: str) -> str:
    """`text` without white space, which readers mend."""
    return "".join(text.split())


def _split(whole: str, start: int, end: int, length: int) -> list[Span]:
    cut = min(max(length, start), end)
    return [Span(whole[start:cut], SpanKind.EMPHASIS), Span(whole[cut:end])]


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if out and out[-1].kind is span.kind is not SpanKind.NOTE:
            out[-1] = Span(out[-1].text + span.text, span.kind)
        else:
            out.append(span)
    return tuple(out)

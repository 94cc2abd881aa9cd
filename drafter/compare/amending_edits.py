"""What a new text puts in and takes out of an old one, as stretches that can be told one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.compare.tokens import tokens
from drafter.model.revision import Fate, Piece
from drafter.model.text import Span, SpanKind, Text


@dataclass(frozen=True, slots=True)
class Edit:
    """`new` in place of characters `start`…`end`, marks of `gone` taken out; `after` are the
    pieces that are kept up to the next one."""

    start: int
    end: int
    new: tuple[Span, ...]
    gone: tuple[str, ...]
    after: tuple[Span, ...]

    @property
    def is_marks(self) -> bool:
        """Whether it only puts in footnote marks."""
        return self.start == self.end and all(s.kind is SpanKind.NOTE for s in self.new)


def edits_of(parts: Sequence[Piece]) -> Iterator[Edit]:
    """What is not kept, in the order of the text."""
    position = start = 0
    new: list[Span] = []
    gone: list[str] = []
    edited = False
    for part in parts:
        if part.fate is Fate.KEPT:
            if edited:
                yield Edit(start, position, tuple(new), tuple(gone), part.text.spans)
            new, gone, edited = [], [], False
            position += len(part.text)
            start = position
            continue
        edited = True
        if part.fate is Fate.DELETED:
            position += len(part.text)
            gone += part.text.notes
        else:
            new += part.text.spans
    if edited:
        yield Edit(start, position, tuple(new), tuple(gone), ())


def joined(edits: Sequence[Edit], gap: int) -> tuple[Edit, ...]:
    """Edits with few words between them as one; footnotes stay by themselves."""
    out: list[Edit] = []
    for each in edits:
        last = out[-1] if out else None
        if last is None or last.is_marks or each.is_marks or _words(last.after) > gap:
            out.append(each)
            continue
        out[-1] = fused(last, each)
    return tuple(out)


def fused(one: Edit, other: Edit) -> Edit:
    """Two edits and what is kept between them as one."""
    kept = tuple(span.text for span in one.after if span.kind is SpanKind.NOTE)
    return Edit(
        one.start, other.end, (*one.new, *one.after, *other.new),
        (*one.gone, *kept, *other.gone), other.after,
    )  # fmt: skip


def _words(spans: Sequence[Span]) -> int:
    return len(tokens(Text.of(*spans).plain()))


def led(new: Text, plain: str, at: int, behind: int) -> tuple[int, Text]:
    """New words that end with the space before them begin with it instead: " and soil"."""
    words = new.spans
    if not words or words[-1].kind is SpanKind.NOTE or at <= behind:
        return at, new
    last = words[-1].text
    if not last[-1].isspace() or plain[at - 1] != last[-1]:
        return at, new
    first = Span(last[-1], words[0].kind if words[0].kind is not SpanKind.NOTE else words[-1].kind)
    return at - 1, Text.of(first, *words[:-1], Span(last[:-1], words[-1].kind))


def trimmed(plain: str, start: int, end: int, new: Text) -> tuple[int, int, Text]:
    """Without the white space that both begin or end with."""
    while start < end and len(new) and plain[start].isspace() and _opens(new, plain[start]):
        start, new = start + 1, _without(new, first=True)
    while start < end and len(new) and plain[end - 1].isspace() and _ends(new, plain[end - 1]):
        end, new = end - 1, _without(new, first=False)
    return start, end, new


def _opens(text: Text, space: str) -> bool:
    return text.spans[0].kind is not SpanKind.NOTE and text.spans[0].text[0] == space


def _ends(text: Text, space: str) -> bool:
    return text.spans[-1].kind is not SpanKind.NOTE and text.spans[-1].text[-1] == space


def _without(text: Text, *, first: bool) -> Text:
    if first:
        head, *rest = text.spans
        return Text.of(Span(head.text[1:], head.kind), *rest)
    *rest, last = text.spans
    return Text.of(*rest, Span(last.text[:-1], last.kind))


def bare(text: Text) -> Iterator[Span]:
    """The words without footnote marks."""
    return (span for span in text.spans if span.kind is not SpanKind.NOTE)

"""Words that a person typed, put into a paragraph without losing its notes or its emphasis, or
into a masthead."""

from __future__ import annotations

from dataclasses import fields, replace

from drafter.languages import Language, opening_of
from drafter.model.editable import typed
from drafter.model.masthead import Masthead
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind
from drafter.yamlio.characters import fit

_OPENING_KINDS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})


def retyped(
    old: Text, words: str, printed: dict[str, str], kind: Kind, language: Language, *, top: bool
) -> Text:
    """`old` as the words in the editor now have it; equal to `old` if nothing was changed.

    Emphasis outside the changed stretch stays. The opening words are emphasised anew where the
    paragraph has them: it opened with emphasis before, or it is a preambular or operative
    paragraph at the `top` of its part.
    """
    new = typed(words, printed, old.notes)
    if new.plain() == old.plain():
        return old if new.marks == old.marks else _with_marks(_without_marks(old), new.marks)
    start, end, middle = _changed(old.plain(), new.plain())
    text = _without_marks(old).replaced(start, end, middle)
    if old.opening or (top and kind in _OPENING_KINDS):
        text = _opened(text, len(opening_of(text.plain(), language, kind)))
    return _with_marks(text, new.marks)


def opened(text: Text, kind: Kind, language: Language) -> Text:
    """`text` with its opening words emphasised, where a paragraph of this kind has them."""
    if kind not in _OPENING_KINDS:
        return text
    return _opened(text, len(opening_of(text.plain(), language, kind)))


def clean_masthead(masthead: Masthead) -> Masthead:
    """The masthead with control characters shown as symbols."""
    values: dict[str, object] = {}
    for field in fields(masthead):
        value = getattr(masthead, field.name)
        if isinstance(value, str):
            values[field.name] = fit(value)
        elif isinstance(value, tuple):
            values[field.name] = tuple(fit(each) for each in value)
    return replace(masthead, **values)  # type: ignore[arg-type]  # each value has its field's type


def overlaid(old: Masthead, typed_over: Masthead, new: Masthead) -> Masthead:
    """The masthead as read anew, with what was typed over the old one."""
    changed = {
        field.name: getattr(typed_over, field.name)
        for field in fields(Masthead)
        if getattr(typed_over, field.name) != getattr(old, field.name)
    }
    return replace(new, **changed)


def _changed(old: str, new: str) -> tuple[int, int, str]:
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, len(old) - tail, new[head : len(new) - tail]


def _opened(text: Text, length: int) -> Text:
    """Exactly `length` leading characters emphasised; emphasis further in is kept."""
    plain = text.plain()
    lead = 0
    while lead < len(plain) and text.kind_at(lead) is SpanKind.EMPHASIS:
        lead += 1
    rest = text.slice(max(lead, length), len(plain))
    head = (Span(plain[:length], SpanKind.EMPHASIS), Span(plain[length : max(lead, length)]))
    return _with_marks(Text.of(*head, *_without_marks(rest).spans), text.marks)


def _without_marks(text: Text) -> Text:
    return Text.of(*(span for span in text.spans if span.kind is not SpanKind.NOTE))


def _with_marks(text: Text, marks: tuple[tuple[int, str], ...]) -> Text:
    for offset, note in marks:
        text = text.with_mark(offset, note)
    return text

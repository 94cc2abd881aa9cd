"""A library clause as a paragraph of the draft: its words, notes, sub-paragraphs and origin."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Container
from dataclasses import dataclass, replace

from drafter.model.places import clause_id
from drafter.model.provenance import Origin, Stage
from drafter.model.rebuild import with_kind
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind, Note, Paragraph

NewId = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Source:
    """What the origins of an inserted clause say of its source."""

    symbol: str
    part: str
    stage: Stage
    adopted_as: str
    unchecked: bool = False


def unused(stem: str, taken: Container[str]) -> str:
    """An id that no other draft is likely to give to something else: two delegations may merge."""
    while (new := f"{stem}-{secrets.token_hex(3)}") in taken:
        continue
    return new


def copied(
    paragraph: Paragraph, notes: tuple[Note, ...], source: Source, kind: Kind, fresh: NewId
) -> tuple[Paragraph, tuple[Note, ...]]:
    """The paragraph with fresh ids and an origin on every level, and fresh copies of its notes.

    `fresh` gives an unused id for a word ("new", "n"). Labels read and negotiation marks stay
    behind: they belong to the source.
    """
    marked = {note for each in paragraph.walk() for note in each.text.notes}
    renamed = {note.id: fresh("n") for note in notes if note.id in marked}
    own = tuple(replace(note, id=renamed[note.id]) for note in notes if note.id in renamed)

    def copy(old: Paragraph) -> Paragraph:
        return Paragraph(
            fresh("new"),
            old.kind,
            _renamed(old.text, renamed),
            tuple(copy(child) for child in old.children),
            numbered=old.numbered or kind is Kind.OPERATIVE,
            origins=(origin(old, source),),
        )

    return with_kind(copy(paragraph), kind), own


def origin(paragraph: Paragraph, source: Source) -> Origin:
    """Where the words of `paragraph` stand in its source."""
    return Origin(
        source.symbol,
        source.part,
        paragraph.id.removeprefix(f"{source.part}/"),
        paragraph.text.plain(),
        clause_id(source.symbol, paragraph.id) if source.symbol else "",
        source.stage,
        source.adopted_as,
        source.unchecked,
    )


def _renamed(text: Text, names: dict[str, str]) -> Text:
    spans = (
        replace(span, text=names[span.text]) if span.kind is SpanKind.NOTE else span
        for span in text.spans
        if span.kind is not SpanKind.NOTE or span.text in names
    )
    return Text.of(*(Span(span.text, span.kind) for span in spans))

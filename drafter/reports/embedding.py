"""A draft inside a report: its text as a part of its own, ids and notes kept apart from others'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.model.drafted import drafted, main_part
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, Note, Paragraph, Part, PartKind


def embedded(path: str, kind: PartKind, draft: Document) -> Part:
    """The text of `draft` as the part at `path` of a report."""
    own, part = main_part(draft)
    return replace(_part(part, path, own), kind=kind, heading_read="")


def embedded_notes(path: str, draft: Document) -> Iterator[Note]:
    """The notes that the text of `draft` marks, under the ids that `embedded` gives them."""
    marked = {note for paragraph in drafted(draft) for note in paragraph.text.notes}
    for note in draft.notes:
        if note.id in marked:
            yield replace(note, id=_note_id(note.id, path))


def _part(part: Part, path: str, own: str) -> Part:
    blocks = tuple(
        _part(block, path, own) if isinstance(block, Part) else _paragraph(block, path, own)
        for block in part.blocks
    )
    return replace(part, blocks=blocks)


def _paragraph(paragraph: Paragraph, path: str, own: str) -> Paragraph:
    return replace(
        paragraph,
        id=f"{path}/{paragraph.id.removeprefix(f'{own}/')}",
        text=_text(paragraph.text, path),
        children=tuple(_paragraph(child, path, own) for child in paragraph.children),
    )


def _text(text: Text, path: str) -> Text:
    spans = (
        Span(_note_id(span.text, path), span.kind) if span.kind is SpanKind.NOTE else span
        for span in text.spans
    )
    return Text.of(*spans)


def _note_id(note: str, path: str) -> str:
    return f"{path.rpartition('/')[2]}.{note}"

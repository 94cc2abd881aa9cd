"""Edits of footnotes. A mark always has its note; a note whose last mark an edit takes goes too.

Notes that had no mark before an edit stay: they were read without one, and are not ours to lose.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.rebuild import change_paragraph, map_paragraphs
from drafter.model.tree import Document, Note, Paragraph


def add_note(document: Document, paragraph_id: str, offset: int, note: Note) -> Document:
    """Mark `note` at `offset` of the paragraph's plain text and keep the note."""
    if document.note(note.id) is not None:
        raise EditRefused("edit.duplicate-id", id=note.id)
    changed = change_paragraph(
        document, paragraph_id, lambda p: (replace(p, text=p.text.with_mark(offset, note.id)),)
    )
    return replace(changed, notes=(*changed.notes, note))


def set_note(document: Document, note: Note) -> Document:
    """Put `note` in place of the note with its id."""
    _existing(document, note.id)
    notes = tuple(note if each.id == note.id else each for each in document.notes)
    return replace(document, notes=notes)


def remove_note(document: Document, note_id: str) -> Document:
    """Take out a note and all its marks."""
    _existing(document, note_id)
    unmarked = _without_marks(document, note_id)
    return replace(unmarked, notes=tuple(n for n in document.notes if n.id != note_id))


def without_orphans(document: Document, candidates: Iterable[str] | None = None) -> Document:
    """Drop those of the `candidates` (note ids; None: all) that no mark points to any more."""
    doubtful = {note.id for note in document.notes} if candidates is None else set(candidates)
    for _, paragraph in document.walk():
        if not doubtful:
            return document
        doubtful.difference_update(paragraph.text.notes)
    if not doubtful:
        return document
    return replace(document, notes=tuple(n for n in document.notes if n.id not in doubtful))


def check_marks(document: Document, *paragraphs: Paragraph) -> None:
    """Refuse paragraphs that mark a note the document does not have."""
    marked = {note for top in paragraphs for each in top.walk() for note in each.text.notes}
    missing = marked - {note.id for note in document.notes} if marked else set()
    if missing:
        raise EditRefused("edit.no-such-note", id=min(missing))


def _without_marks(document: Document, note_id: str) -> Document:
    def change(paragraph: Paragraph) -> Paragraph:
        if note_id not in paragraph.text.notes:
            return paragraph
        return replace(paragraph, text=paragraph.text.without_mark(note_id))

    return map_paragraphs(document, change)


def _existing(document: Document, note_id: str) -> None:
    if document.note(note_id) is None:
        raise EditRefused("edit.no-such-note", id=note_id)

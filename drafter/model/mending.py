"""Mending a note's words without breaking the ibid. chain that leans on them."""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.text import Text
from drafter.model.tree import Document, Note


def mend_note(document: Document, note_id: str, start: int, end: int, new: str) -> Document:
    """`new` in place of characters `start`…`end` of the note.

    Notes further on that cite the same work in the same words (printed as ibid.) are mended with
    it, so that they still do. Raises `EditRefused` for an unknown note.
    """
    mended = document.note(note_id)
    if mended is None:
        raise EditRefused("edit.no-such-note", id=note_id)
    before = mended.text.plain()

    def follows(note: Note) -> bool:
        return bool(note.work) and end <= len(note.work) and before.startswith(note.work)

    def each(note: Note) -> Note:
        if note.id != note_id and not follows(note):
            return note
        work = note.work
        if end <= len(work):
            work = Text.of(work).replaced(start, end, new).plain()
        return replace(note, text=note.text.replaced(start, end, new), work=work)

    return replace(document, notes=tuple(map(each, document.notes)))

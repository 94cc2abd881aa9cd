"""Two files of one document: in how many paragraphs they were read differently."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from drafter.errors import DrafterError
from drafter.model.text import dense
from drafter.model.tree import Document


def differing(document: Document, clause: Path) -> int:
    """The paragraphs and notes of `document` whose words are not in the clause file; all of them
    where that cannot be read."""
    from drafter.library.clause_file import parse

    try:
        kept = _words(parse(clause.read_bytes(), clause).document)
    except (OSError, DrafterError):
        kept = Counter()
    return (_words(document) - kept).total()


def _words(document: Document) -> Counter[str]:
    """Every paragraph and note without white space, which no two formats keep alike."""
    texts = (paragraph.text.plain() for _, paragraph in document.walk())
    notes = (note.text.plain() for note in document.notes)
    return Counter(dense(text) for text in (*texts, *notes))

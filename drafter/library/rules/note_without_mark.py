"""No text marks this footnote.

Either its mark was lost in reading, or the note belongs to a text that is gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    marked = {mark for _, p in file.file.document.walk() for mark in p.text.notes}
    for note in file.file.document.notes:
        if note.id not in marked:
            yield RULE.on(file, note.id, note=note.id)


RULE: Rule[Gathered] = Rule(
    "note-without-mark",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

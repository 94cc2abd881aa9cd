"""A note of the masthead has no mark in any line of it, and is not printed.

"On behalf of the States …" stands under a draft whose line of sponsors has its mark ("Iraq:* draft
resolution"). Where sponsors are typed again the mark goes with the line that was read. Write it
behind the State that submits ("Iraq*"), or name the group in the field *group*, which gives the
mark and the note; or delete the note.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from drafter.checks.check import Check
from drafter.languages import Language
from drafter.model.findings import Finding, Place, Severity
from drafter.model.masthead import Masthead
from drafter.model.view import DocumentView


def _run(view: DocumentView, _: Language) -> Iterator[Finding]:
    head = view.document.masthead
    marked = {note.id for note in view.notes}
    lines = "\n".join(_lines(head))
    if head.group and head.sponsors:
        # the field gives a note of its own, and the mark
        return
    for note in view.document.notes:
        words = note.text.plain()
        if note.mark and note.id not in marked and note.mark not in lines:
            params = (("mark", note.mark), ("words", words))
            place = Place(note.id, 0, len(words))
            yield Finding(CHECK.code, CHECK.severity, "check.note-without-mark", place, params)


def _lines(masthead: Masthead) -> Iterator[str]:
    """What the masthead prints, not what was read."""
    printed = replace(masthead, read=())
    for each in fields(printed):
        value = getattr(printed, each.name)
        yield from map(str, value) if isinstance(value, tuple) else (str(value),)


CHECK = Check(
    code="M105",
    name="note-without-mark",
    severity=Severity.WARNING,
    authority="A/C.2/80/L.2 (the mark and the note of a group)",
    page=__doc__,
    run=_run,
)

"""A note cites the work of the note printed just before it, and does not say so by ibid.

*Ibid.* is derived where the work of a note is known, so that it is right however notes are moved.
Of a note that was typed it is not: it prints in full, or with an ibid. that stays though another
note comes to stand before it. The fix makes it derived; the words that the note stands for do not
change. It is offered where both notes name one work that is known by its form (Official Records,
Treaty Series, a publication with a sales number, a resolution, a document) and the note before
cites no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.checks.works import derived, followers
from drafter.languages import Language
from drafter.model.findings import Finding, NoteFix, Place, Severity
from drafter.model.footnotes import printed_text
from drafter.model.view import DocumentView


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    for each in followers(view):
        note, before = each.shown.note, each.before
        new = derived(note, before, language) if before else None
        if before is None or new is None:
            continue
        typed = new.text != note.text
        message = "check.note-typed-ibid" if typed else "check.note-same-work"
        printed = printed_text(new, before, language.conventions).plain()
        place = Place(note.id, 0, len(note.text) if typed else len(new.work))
        params = (("printed", printed),)
        fixes = (NoteFix(note, new),)
        yield Finding(CHECK.code, CHECK.severity, message, place, params, fixes)


CHECK = Check(
    code="N201",
    name="note-on-the-work-before",
    severity=Severity.INFO,
    authority="Editorial Manual, Footnotes and other references (Ibid.)",
    page=__doc__,
    run=_run,
)

"""A typed ibid. stands where it does not say which work is meant.

It is the first note of its numbering, the note before it cites several works, or it goes on with a
volume, supplement or session of a work that the note before does not cite by such: the note that
it followed has been moved or taken out.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.checks.works import doubt, followers
from drafter.languages import Language
from drafter.model.findings import Finding, Place, Severity
from drafter.model.view import DocumentView


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    for each in followers(view):
        note = each.shown.note
        slug = doubt(note, each.before, language)
        if slug:
            place = Place(note.id, 0, len(language.conventions.ibid))
            yield Finding(CHECK.code, CHECK.severity, f"check.{slug}", place)


CHECK = Check(
    code="N202",
    name="ibid-without-its-work",
    severity=Severity.WARNING,
    authority="Editorial Manual, Footnotes and other references (Ibid.)",
    page=__doc__,
    run=_run,
)

"""A field of the masthead is not known: symbol, session, agenda item, title, stage or date.

Files of plain text seldom carry the symbol or the date: they are typed in, or given when the file
is imported. What is missing prints as a visible blank. A text without a title is no document yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.tree import Kind
from drafter.model.view import DocumentView


def _run(view: DocumentView, _language: Language) -> Iterator[Finding]:
    document = view.document
    masthead = document.masthead
    titled = any(element.kind is Kind.TITLE and len(element.text) for element in view.elements)
    fields = (
        ("check.no-symbol", masthead.symbol),
        ("check.no-session", masthead.session or masthead.session_read),
        ("check.no-agenda-item", masthead.agenda_items),
        ("check.no-title", titled),
        ("check.no-date", masthead.date),
        ("check.no-stage", document.stage),
    )
    for message, known in fields:
        if not known:
            yield CHECK.of_document(message)


CHECK = Check(
    code="M101",
    name="missing-field",
    severity=Severity.INFO,
    authority="Editorial Manual, Masthead and cover page",
    page=__doc__,
    run=_run,
)

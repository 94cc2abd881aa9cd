"""A field of the masthead is not known: symbol, session, agenda item, title, stage or date.

Files of plain text seldom carry the symbol or the date: they are typed in, or given when the file
is imported. What is missing prints as a visible blank. A text without a title is no document yet.
The Security Council has neither sessions nor agenda items in its masthead, and no titles.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.masthead import Masthead
from drafter.model.tree import Kind
from drafter.model.view import DocumentView

_COUNCIL = ("check.no-session", "check.no-agenda-item", "check.no-title")


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
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
    unasked = _COUNCIL if _is_of_the_council(document.masthead, language) else ()
    for message, known in fields:
        if not known and message not in unasked:
            yield CHECK.of_document(message)


def _is_of_the_council(masthead: Masthead, language: Language) -> bool:
    named = language.masthead.organ_key(masthead.body) == "security-council"
    return named or masthead.symbol.startswith("S/")


CHECK = Check(
    code="M101",
    name="missing-field",
    severity=Severity.INFO,
    authority="Editorial Manual, Masthead and cover page",
    page=__doc__,
    run=_run,
)

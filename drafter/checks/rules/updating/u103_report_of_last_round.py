"""A document of the base's own session is cited: the reports that the round before had before it.

An update round takes note of new reports, whose symbols begin with the new session. Only symbols
that the base cites as well are listed, in paragraphs and notes. drafter never makes up a symbol.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check, texts
from drafter.checks.updating import Outdated, round_of, stale
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    round_ = round_of(view.document, language)
    if round_ is None:
        return
    message = f"check.report-of-last-round{round_.how}"
    words = {each.element: each for each in texts(view)}
    for each in stale(view, language, round_):
        if each.what is Outdated.SYMBOL:
            yield CHECK.at(
                words[each.element], each.start, each.end, message,
                base=round_.base, draft=round_.draft,
            )  # fmt: skip


CHECK = Check(
    code="U103",
    name="report-of-last-round",
    severity=Severity.WARNING,
    authority="United Nations document symbols: the session stands after the organ",
    page=__doc__,
    run=_run,
)

"""A document of the base's own session is cited: the reports that the round before had before it.

An update round takes note of new reports, whose symbols begin with the new session. Only symbols
that the base cites as well are listed, in paragraphs and notes. drafter never makes up a symbol.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.checks.updating import Outdated, findings, untold
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView

_TOLD = untold("check.report-of-last-round")


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    return findings(CHECK, Outdated.SYMBOL, _TOLD, view, language)


CHECK = Check(
    code="U103",
    name="report-of-last-round",
    severity=Severity.WARNING,
    authority="United Nations document symbols: the session stands after the organ",
    page=__doc__,
    run=_run,
)

"""An operative paragraph asks for action at a date that was to come for the base and is past now.

Only dates that the base has as well, in paragraphs that request or decide, between the opening of
its session and that of the draft's: a meeting to be convened, a deadline. Dates of resolutions that
are cited stay. Which date comes in its place only the drafter can know.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.checks.updating import Outdated, findings, untold
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView

_TOLD = untold("check.date-of-last-round")


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    return findings(CHECK, Outdated.DATE, _TOLD, view, language)


CHECK = Check(
    code="U102",
    name="date-of-last-round",
    severity=Severity.WARNING,
    authority="No rule: a request cannot be met in the past",
    page=__doc__,
    run=_run,
)

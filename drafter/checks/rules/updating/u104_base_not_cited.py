"""The draft recalls the resolutions before its base, and not the base itself.

The base was adopted and is now the newest resolution on its subject: it belongs where its
predecessor is recalled. Nothing is said of a base that is not known to have been adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.checks.updating import Outdated, Round, Stale, Told, findings
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView


def _told(stale: Stale, round_: Round, words: str) -> Told:
    return "check.base-not-cited", None, {"number": stale.suggestion}


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    return findings(CHECK, Outdated.NUMBER, _told, view, language)


CHECK = Check(
    code="U104",
    name="base-not-cited",
    severity=Severity.WARNING,
    authority="Editorial Manual: resolutions are recalled up to the latest",
    page=__doc__,
    run=_run,
)

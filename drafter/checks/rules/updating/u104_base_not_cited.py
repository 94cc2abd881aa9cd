"""The draft recalls the resolutions before its base, and not the base itself.

The base was adopted and is now the newest resolution on its subject: it belongs where its
predecessor is recalled. Nothing is said of a base that is not known to have been adopted.
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
    words = {each.element: each for each in texts(view)}
    for each in stale(view, language, round_):
        if each.what is Outdated.NUMBER:
            yield CHECK.at(
                words[each.element], each.start, each.end, "check.base-not-cited",
                number=each.suggestion,
            )  # fmt: skip


CHECK = Check(
    code="U104",
    name="base-not-cited",
    severity=Severity.WARNING,
    authority="Editorial Manual: resolutions are recalled up to the latest",
    page=__doc__,
    run=_run,
)

"""The base in the file is not what it was when the draft was put on it, or is in another language.

The file of a draft holds the whole text of its base and the SHA-256 of it. Where the two differ,
somebody changed the base in the file: what is said of the draft against its base is then said
against words that nobody published. `drafter rebase` puts the draft on the true text.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.record_write import fingerprint
from drafter.model.view import DocumentView


def _run(view: DocumentView, _language: Language) -> Iterator[Finding]:
    base = view.document.base
    if base is None:
        return
    if base.sha256 and base.sha256 != fingerprint(base.document):
        yield CHECK.of_document("check.base-altered")
    if base.document.language != view.document.language:
        yield CHECK.of_document("check.base-in-another-language")


CHECK = Check(
    code="U105",
    name="base-altered",
    severity=Severity.ERROR,
    authority="No rule: a text is compared with what was published",
    page=__doc__,
    run=_run,
)

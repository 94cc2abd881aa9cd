"""A finding is waived without a reason.

`waivers` are for what truly stands so in the official text: the reason says how that is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    for _, paragraph in file.file.document.walk():
        for index, waiver in enumerate(paragraph.waivers):
            if not waiver.reason.strip():
                yield RULE.on(file, paragraph.id, "waivers", index, waived=waiver.code)


RULE: Rule[Gathered] = Rule(
    "waiver-without-reason",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

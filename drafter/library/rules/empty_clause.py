"""A clause has no words.

It would be offered and compared as if it said something.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.clause import CLAUSE_KINDS
from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    for _, paragraph in file.file.document.walk():
        if paragraph.kind in CLAUSE_KINDS and not paragraph.text.plain().strip():
            yield RULE.on(file, paragraph.id)


RULE: Rule[Gathered] = Rule(
    "empty-clause",
    Severity.ERROR,
    __doc__,
    of_each(_run),
)

"""The text was edited by hand since it was imported.

For information: a new import of the document will not overwrite it unless it is told to.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.clause_file import text_fingerprint
from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    imported = file.file.imported
    if imported and text_fingerprint(file.file.document) != imported:
        yield RULE.at(file, "imported")


RULE: Rule[Gathered] = Rule(
    "text-edited",
    Severity.INFO,
    __doc__,
    of_each(_run),
)

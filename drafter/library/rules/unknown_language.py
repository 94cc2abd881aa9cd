"""The language is none that drafter knows.

Nothing of the file can be found or compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.languages import codes
from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    found = file.file.source.language
    if found not in codes():
        yield RULE.at(file, "source", "language", found=found, allowed=", ".join(codes()))


RULE: Rule[Gathered] = Rule(
    "unknown-language",
    Severity.ERROR,
    __doc__,
    of_each(_run),
)

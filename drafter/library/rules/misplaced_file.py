"""A clause file does not stand where an import would look for it.

The place is worked out from language, body, session and symbol. An import of the same document
would write a second file.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.names import path_of
from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    expected = str(path_of(file.file.source))
    if file.inside != expected:
        yield RULE.at(file, "source", "symbol", expected=expected)


RULE: Rule[Gathered] = Rule(
    "misplaced-file",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

"""No address is given where the document can be looked up.

For information: `url` lets a reviewer open the official text. Imports of files have none to give.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    if not file.file.source.url:
        yield RULE.at(file, "source", "symbol", symbol=file.file.source.symbol)


RULE: Rule[Gathered] = Rule(
    "no-url",
    Severity.INFO,
    __doc__,
    of_each(_run),
)

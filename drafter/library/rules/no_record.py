"""How a text was adopted is said, but not where that is recorded.

For information: name the meeting record under `record`, so that a reviewer can look it up.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    for index, adoption in enumerate(file.file.source.adoption):
        of_whole = adoption.votes.record if adoption.votes else ""
        if adoption.how != "unknown" and not (adoption.record or of_whole):
            yield RULE.at(file, "source", "adoption", index, part=adoption.part)


RULE: Rule[Gathered] = Rule(
    "no-record",
    Severity.INFO,
    __doc__,
    of_each(_run),
)

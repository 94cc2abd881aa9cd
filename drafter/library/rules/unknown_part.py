"""`adopted_as` or `adoption` names a part that the document has not.

Parts are named by their paths: resolution, resolution/annex-1, report/draft-1 …
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    parts = {part for part, _ in file.file.document.parts()}
    allowed = ", ".join(sorted(parts))
    for part, _ in file.file.source.adopted_as:
        if part not in parts:
            yield RULE.at(file, "source", "adopted_as", part, found=part, allowed=allowed)
    for index, adoption in enumerate(file.file.source.adoption):
        if adoption.part not in parts:
            at = ("source", "adoption", index, "part")
            yield RULE.at(file, *at, found=adoption.part, allowed=allowed)


RULE: Rule[Gathered] = Rule(
    "unknown-part",
    Severity.ERROR,
    __doc__,
    of_each(_run),
)

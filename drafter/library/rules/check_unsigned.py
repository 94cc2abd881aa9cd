"""A text is called compared with the document, but not by whom, or when.

`obtained` with the state `against document` names who compared it (`by`) and on which `date`.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.library.source import AGAINST_DOCUMENT
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    obtained = file.file.source.obtained
    if obtained.state != AGAINST_DOCUMENT:
        return
    lacking = [name for name in ("by", "date") if not getattr(obtained, name)]
    if lacking:
        yield RULE.at(file, "source", "obtained", lacking=", ".join(lacking))


RULE: Rule[Gathered] = Rule(
    "check-unsigned",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

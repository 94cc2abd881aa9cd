"""Nothing says how the text was obtained.

A source says under `obtained` whether its text was extracted and is unchecked, or was compared with
the document. Without it, nobody can tell whether the words may be relied on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.library.source import TextState
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    if not file.fields.get("obtained"):
        yield RULE.at(file, "source", allowed=", ".join(get_args(TextState)))


RULE: Rule[Gathered] = Rule(
    "not-obtained",
    Severity.ERROR,
    __doc__,
    of_each(_run),
)

"""The same document in the same language stands in two files of one folder.

The first file counts, in order of paths; nothing of the other is ever found.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, Rule
from drafter.model.findings import Finding, Severity


def _run(gathered: Gathered) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for file in gathered.files:
        source = file.file.source
        key = (source.symbol, source.language)
        if key in first:
            yield RULE.at(file, "source", "symbol", symbol=source.symbol, other=first[key])
        first.setdefault(key, file.inside)


RULE: Rule[Gathered] = Rule(
    "duplicate-source",
    Severity.ERROR,
    __doc__,
    _run,
)

"""The session is not the one that the symbol names.

Symbols of the General Assembly carry the session (A/79/439 is of the seventy-ninth); where they
carry a year instead, nothing can be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity
from drafter.model.symbols import session_of


def _run(file: LibraryFile) -> Iterator[Finding]:
    source = file.file.source
    told = session_of(source.symbol)
    if told is not None and source.session is not None and told != source.session:
        yield RULE.at(
            file, "source", "session", session=source.session, symbol=source.symbol, other=told
        )


RULE: Rule[Gathered] = Rule(
    "session-unlike-symbol",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

"""The symbol of the source is no document symbol.

Texts without one are cited by whatever stands there; a mistyped symbol cites another document.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity
from drafter.model.symbols import parse_symbol


def _run(file: LibraryFile) -> Iterator[Finding]:
    symbol = file.file.source.symbol
    if parse_symbol(symbol) is None:
        yield RULE.at(file, "source", "symbol", symbol=symbol)


RULE: Rule[Gathered] = Rule(
    "odd-symbol",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

"""`adopted_as` is no number of a resolution or decision, or of one that was adopted earlier.

It reads 79/217, 2250 (2015), 217 A (III), or is the symbol of the resolution. A text cannot have
been adopted in a session before its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity
from drafter.model.provenance import Stage
from drafter.model.resolution_numbers import resolution_number, slashed_number
from drafter.model.symbols import parse_symbol, stage_of


def _run(file: LibraryFile) -> Iterator[Finding]:
    source = file.file.source
    for part, number in source.adopted_as:
        symbol = parse_symbol(number)
        plain = f"{symbol.session}/{symbol.number}" if symbol else number
        is_adopted = symbol is not None and stage_of(symbol) is Stage.ADOPTED
        slashed = slashed_number(plain)
        earlier = (
            slashed is not None
            and source.session is not None
            and slashed[2].isdecimal()
            and int(slashed[2]) < source.session
        )
        if earlier or not (is_adopted or resolution_number(number)):
            yield RULE.at(file, "source", "adopted_as", part, part=part, number=number)


RULE: Rule[Gathered] = Rule(
    "odd-adopted-as",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

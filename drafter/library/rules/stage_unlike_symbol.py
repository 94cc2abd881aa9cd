"""The symbol says one stage, the file another.

An L. document is a draft whatever became of it: what was adopted later stands under `adopted_as`,
and only what was read from the resolution itself is adopted. A draft that calls itself adopted
would be cited as agreed; it is read as a draft until that is put right. Of reports and other
series the symbol says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity
from drafter.model.symbols import agrees, parse_symbol, stage_of


def _run(file: LibraryFile) -> Iterator[Finding]:
    source = file.file.source
    symbol = parse_symbol(source.symbol)
    if symbol and not agrees(source.symbol, source.stage):
        told, stage = stage_of(symbol).value, source.stage.value
        yield RULE.at(file, "source", "stage", symbol=source.symbol, stage=stage, told=told)


RULE: Rule[Gathered] = Rule(
    "stage-unlike-symbol",
    Severity.ERROR,
    __doc__,
    of_each(_run),
)

"""The symbol says one stage, the file another.

An L. document is a draft whatever became of it: what was adopted later stands under `adopted_as`,
and only what was read from the resolution itself is adopted. A draft that calls itself adopted
would be cited as agreed, so that is an error; the other way round is a warning. Of reports and
other series the symbol says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity
from drafter.model.provenance import Stage
from drafter.model.symbols import parse_symbol, stage_of


def _run(file: LibraryFile) -> Iterator[Finding]:
    source = file.file.source
    symbol = parse_symbol(source.symbol)
    told = stage_of(symbol) if symbol else Stage.UNKNOWN
    agreed = (told is Stage.ADOPTED) == (source.stage is Stage.ADOPTED)
    if told is Stage.UNKNOWN or agreed:
        return
    grave = Severity.ERROR if source.stage is Stage.ADOPTED else Severity.WARNING
    stage = source.stage.value
    yield RULE.at(file, "source", "stage", severity=grave, symbol=source.symbol, stage=stage)


RULE: Rule[Gathered] = Rule(
    "stage-unlike-symbol",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

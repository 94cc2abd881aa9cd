"""`drafter library check`: what is wrong with clause files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.findings import Finding

_EACH = 20


def check(folders: tuple[Path, ...], *, as_json: bool, sarif: bool, whole: bool) -> int:
    """Print what is wrong with libraries; 1 if anything is an error."""
    from drafter.model.findings import Severity
    from drafter.workspace.maintaining import check_libraries, check_record

    if as_json and sarif:
        raise UsageError("cli.json-or-sarif")
    findings = check_libraries(folders)
    if as_json:
        put_json(check_record(findings))
    elif sarif:
        from pathlib import Path

        from drafter.workspace.sarif import sarif as sarif_record

        put_json(sarif_record(findings, Path.cwd()))
    else:
        _list(findings, whole=whole)
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _list(findings: tuple[Finding, ...], *, whole: bool) -> None:
    """The findings, of each code the first ones only unless the `whole` list is asked for."""
    from drafter.cli.common.outline import finding_lines

    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.code] += 1
        if whole or counts[finding.code] <= _EACH:
            mark = f" [{say('cli.fixable')}]" if finding.fixes else ""
            for line in finding_lines(finding):
                put(line + mark)
    for code, count in counts.items():
        if not whole and count > _EACH:
            put(say("cli.more-of-code", code=code, count=count - _EACH))
    tell(say("cli.findings", count=len(findings)))


COMMAND = Command(
    "check",
    callback=check,
    help="cli.library-check",
    params=[
        click.Argument(["folders"], type=options.path, nargs=-1, metavar="[DIR…]"),
        options.as_json(),
        Option(["--sarif"], is_flag=True, help="cli.option-sarif"),
        Option(["--all", "whole"], is_flag=True, help="cli.option-all"),
    ],
)

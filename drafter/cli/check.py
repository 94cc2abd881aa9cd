"""`drafter check`: findings, their fixes, and what a check is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def check(file: Path | None, *, as_json: bool, fix: bool, select: str, explain: str) -> int:
    """Print findings; 1 if any is an error."""
    if explain:
        from drafter import checks

        put(checks.explain(explain))
        return 0
    if file is None:
        raise UsageError("cli.check-what")
    from drafter.workspace import checking

    chosen = options.parted(select)
    checked = checking.fix_file(file, chosen) if fix else checking.check_file(file, chosen)
    if fix:
        slug = "cli.fixed" if checked.fixed else "cli.nothing-fixed"
        tell(say(slug, count=checked.fixed, path=str(file)))
    for words in checked.lost:
        tell(words)
    if as_json:
        put_json(checked.record)
        return int(checked.failed)
    from drafter.cli.common.outline import finding_lines

    for finding in checked.findings:
        mark = f" [{say('cli.fixable')}]" if finding.fixes else ""
        for line in finding_lines(finding, checked.view):
            put(line + mark)
    tell(say("cli.findings", count=len(checked.findings)))
    return int(checked.failed)


COMMAND = Command(
    "check",
    callback=check,
    help="cli.check",
    params=[
        click.Argument(["file"], type=options.path, required=False, metavar="[FILE]"),
        options.as_json(),
        Option(["--fix"], is_flag=True, help="cli.option-fix"),
        options.words("--select", "CODE,…", "cli.option-select"),
        options.text("--explain", "CODE", "cli.option-explain"),
    ],
)

"""`drafter library adopt`: a draft and the resolution that was issued."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.adoption_day import AdoptionDay


def adopt(
    draft: str,
    issued: Path,
    *,
    record: str,
    part: str,
    symbol: str,
    folder: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Show what the editors changed, and file the issued text as adopted."""
    from drafter.workspace.adoption_day import Asked, adoption_day

    if not record and not as_json and not dry_run and sys.stdin.isatty():
        record = click.prompt(
            say("cli.adopt-record"), default="", show_default=False, prompt_suffix=" ", err=True
        )
    day = adoption_day(draft, issued, Asked(part, record.strip(), symbol, folder))
    if as_json:
        put_json({**day.json, "written": not dry_run})
    else:
        _print(day)
    if not dry_run:
        day.change.write()
    if not as_json:
        key = "cli.change-shown" if dry_run else "cli.change-written"
        tell(say(key, count=len(day.change.files)))


def _print(day: AdoptionDay) -> None:
    from drafter.cli.common.comparison import comparison_lines
    from drafter.cli.common.outline import finding_lines

    put(say("cli.adopt-editors", draft=day.draft or "–", part=day.part, issued=day.issued))
    for line in comparison_lines(day.compared):
        put(f"  {line}")
    put()
    put(say("cli.adopt-carried", count=len(day.carried)))
    for each in day.left:
        put(say("cli.adopt-left", clause=each))
    for finding in day.findings:
        for line in finding_lines(finding):
            tell(line)
    for difference in day.change.differences:
        put()
        put(difference)


COMMAND = Command(
    "adopt",
    callback=adopt,
    help="cli.library-adopt",
    params=[
        click.Argument(["draft"], metavar="DRAFT"),
        click.Argument(["issued"], type=options.path, metavar="A-RES-FILE"),
        options.text("--record", "SYMBOL", "cli.option-record"),
        options.text("--part", "PATH", "cli.option-part-adopted"),
        options.text("--symbol", "SYMBOL", "cli.option-symbol-issued"),
        Option(
            ["--library", "folder"], type=options.path, metavar="DIR", help="cli.option-adopt-into"
        ),
        Option(["--dry-run"], is_flag=True, help="cli.option-dry-run"),
        options.as_json(),
    ],
)

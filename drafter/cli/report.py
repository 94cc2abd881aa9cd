"""`drafter report`: a committee's report from its ordered events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put, put_json, tell
from drafter.cli.common.tools import Tools
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.reporting import Reported


def new(files: tuple[Path, ...], *, output: Path, lang: str, force: bool) -> None:
    """Write the file of events of a new report."""
    from drafter.workspace.reporting import new_events

    path = new_events(files, output, lang, force=force)
    put(say("cli.report-started", path=str(path)))
    tell(say("cli.report-next", path=str(path)))


def build(file: Path, *, output: Path, force: bool) -> None:
    """Write the report as a draft."""
    from drafter.workspace.reporting import build_report

    path, reported = build_report(file, output, force=force)
    _tell(reported)
    put(say("cli.written", path=str(path)))
    tell(say("cli.report-made-anew", path=str(file)))


def check(file: Path, *, as_json: bool) -> int:
    """Print what the events leave open; 1 if any finding is an error."""
    from drafter.workspace.reporting import check_events

    reported = check_events(file)
    if as_json:
        put_json(reported.record)
        return int(reported.failed)
    _tell(reported)
    return int(reported.failed)


def _tell(reported: Reported) -> None:
    from drafter.cli.common.outline import finding_lines

    for finding in reported.findings:
        for line in finding_lines(finding):
            put(line)
    tell(say("cli.findings", count=len(reported.findings)))


COMMAND = Tools(
    "report",
    help="cli.report",
    context_settings={"help_option_names": ("-h", "--help")},
    subcommand_metavar="COMMAND …",
    commands=[
        Command(
            "new",
            callback=new,
            help="cli.report-new",
            params=[
                click.Argument(["files"], type=options.path, nargs=-1, metavar="[DRAFT…]"),
                options.output("cli.option-output-events", "FILE", required=True),
                options.spoken("cli.option-lang-of-report"),
                options.force(),
            ],
        ),
        Command(
            "build",
            callback=build,
            help="cli.report-build",
            params=[
                options.file(),
                options.output("cli.option-output-report", "FILE", required=True),
                options.force(),
            ],
        ),
        Command(
            "check",
            callback=check,
            help="cli.report-check",
            params=[options.file(), options.as_json()],
        ),
    ],
)

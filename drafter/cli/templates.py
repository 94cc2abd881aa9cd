"""`drafter templates`: copying the templates of documents to correct them, and trying copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put, report, tell
from drafter.cli.common.tools import Tools
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def list_() -> None:
    """Print the names of the shipped templates."""
    from drafter.workspace.templates import names

    for name in names():
        put(name)


def copy(names: tuple[str, ...], *, output: Path) -> None:
    """Copy shipped templates into a folder."""
    from drafter.workspace.templates import copied

    for path in copied(names, output):
        put(say("cli.written", path=str(path)))
    tell(say("cli.templates-use", path=str(output)))


def check(folder: Path) -> int:
    """Try the templates of a folder."""
    from drafter.workspace.templates import checked

    found = checked(folder)
    for name in found.unused:
        tell(say("cli.template-unused", name=name))
    for problem in found.problems:
        report(problem)
    if not found.names:
        tell(say("cli.templates-none", path=str(folder)))
    elif not found.problems:
        put(say("cli.templates-hold", count=len(found.names), path=str(folder)))
    return 2 if found.problems else 0


COMMAND = Tools(
    "templates",
    help="cli.templates",
    context_settings={"help_option_names": ("-h", "--help")},
    subcommand_metavar="COMMAND …",
    commands=[
        Command("list", callback=list_, help="cli.templates-list"),
        Command(
            "copy",
            callback=copy,
            help="cli.templates-copy",
            params=[
                click.Argument(["names"], nargs=-1, metavar="[NAME…]"),
                options.output("cli.option-templates-into", "FOLDER", required=True),
            ],
        ),
        Command(
            "check",
            callback=check,
            help="cli.templates-check",
            params=[options.file("folder")],
        ),
    ],
)

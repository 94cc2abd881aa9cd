"""`drafter library`: looking after a library of clauses."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import click

from drafter.cli import upkeep
from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.group import Group
from drafter.cli.common.terminal import put, put_text, tell
from drafter.errors import BrokenPlugin
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

_ROWS_TOLD = 20


class Tools(Group):
    """The commands that it is given, and the modules of `drafter/cli/upkeep/`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*self.commands, *tool_names()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now. Raises `BrokenPlugin` if its file does not declare it."""
        if cmd_name not in tool_names():
            return super().get_command(ctx, cmd_name)
        module = importlib.import_module(f"{upkeep.__name__}.{tool_names()[cmd_name]}")
        command = getattr(module, "COMMAND", None)
        if not isinstance(command, click.Command):
            raise BrokenPlugin(
                "error.broken-plugin", place=module.__name__, constant="COMMAND", kind="Command"
            )
        return command


def tool_names() -> dict[str, str]:
    """Each command with a file of its own, and the name of its module; a trailing `_` keeps clear
    of Python's words."""
    found = pkgutil.iter_modules(upkeep.__path__)
    return {info.name.rstrip("_"): info.name for info in found}


def import_(file: Path, *, output: Path, force: bool) -> int:
    """Write clause files from rows of JSON."""
    from drafter.cli.common.outline import finding_lines
    from drafter.workspace.maintaining import import_rows

    outcome = import_rows(file, output, force=force)
    if outcome.rows:
        put(say("cli.rows-filed", rows=outcome.rows, documents=len(outcome.outcomes)))
    for finding in outcome.findings[:_ROWS_TOLD]:
        for line in finding_lines(finding):
            tell(line)
    if len(outcome.findings) > _ROWS_TOLD:
        tell(say("cli.and-more", count=len(outcome.findings) - _ROWS_TOLD))
    if outcome.rows:
        return 0
    tell(say("cli.no-rows-filed", path=str(file)))
    return 2


def schema() -> None:
    """Print the JSON Schema of clause files."""
    from drafter.library import schema_text

    put_text(schema_text().encode())


COMMAND = Tools(
    "library",
    help="cli.library",
    context_settings={"help_option_names": ("-h", "--help")},
    commands=[
        Command(
            "import",
            callback=import_,
            help="cli.library-import",
            params=[
                options.file(),
                options.output("cli.option-into-library", "DIR", required=True),
                options.force(),
            ],
        ),
        Command("schema", callback=schema, help="cli.library-schema"),
    ],
)

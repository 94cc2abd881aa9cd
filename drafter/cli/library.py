"""`drafter library`: looking after a library of clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli import upkeep
from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put, put_text, tell
from drafter.cli.common.tools import Tools
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

_ROWS_TOLD = 20


class LibraryTools(Tools):
    """The commands of `drafter library`: those below, and the modules of `drafter/cli/upkeep/`."""

    room = upkeep


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


COMMAND = LibraryTools(
    "library",
    help="cli.library",
    context_settings={"help_option_names": ("-h", "--help")},
    subcommand_metavar="COMMAND …",
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

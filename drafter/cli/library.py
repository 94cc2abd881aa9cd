"""`drafter library`: looking after a library of clauses."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Bilingual, Command
from drafter.cli.common.terminal import put, put_json, put_text, tell
from drafter.cli.upkeep import adopt, families, stats
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

_ROWS_TOLD = 20


class Tools(Bilingual, click.Group):
    """A group whose help and errors are in the interface language; alone, it prints its help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words of the line; without any, the help."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first. Raises `UsageError` with those there are."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        near = get_close_matches(args[0], self.commands, n=1)
        raise UsageError(
            "cli.no-such-tool-but" if near else "cli.no-such-tool",
            word=args[0], command=ctx.command_path, known=", ".join(self.commands),
            near="".join(near),
        )  # fmt: skip

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, each.get_short_help_str()) for name, each in self.commands.items()]
        with formatter.section(say("cli.commands")):
            formatter.write_dl(rows)


def check(folders: tuple[Path, ...], *, as_json: bool) -> int:
    """Print what is wrong with libraries; 1 if anything is an error."""
    from drafter.cli.common.outline import finding_lines
    from drafter.model.findings import Severity
    from drafter.workspace.maintaining import check_libraries, check_record

    findings = check_libraries(folders)
    if as_json:
        put_json(check_record(findings))
    else:
        for finding in findings:
            for line in finding_lines(finding):
                put(line)
        tell(say("cli.findings", count=len(findings)))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


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
            "check",
            callback=check,
            help="cli.library-check",
            params=[
                click.Argument(["folders"], type=options.path, nargs=-1, metavar="[DIR…]"),
                options.as_json(),
            ],
        ),
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
        adopt.COMMAND,
        families.COMMAND,
        stats.COMMAND,
    ],
)

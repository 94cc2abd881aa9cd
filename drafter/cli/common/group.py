"""A command with commands of its own, whose help and errors are in the interface language."""

from __future__ import annotations

from difflib import get_close_matches

import click

from drafter.cli.common.base import Bilingual
from drafter.errors import UsageError
from drafter.messages import say


class Group(Bilingual, click.Group):
    """Commands under one name; alone, it prints its help. The message of the line that a command
    has in it is `cli.<group>-<command>`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words of the line; without any, the help."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first. Raises `UsageError` with those there are."""
        known = self.list_commands(ctx)
        if args[0] in known:
            return super().resolve_command(ctx, args)
        near = get_close_matches(args[0], known, n=1)
        raise UsageError(
            "cli.no-such-tool-but" if near else "cli.no-such-tool",
            word=args[0], command=ctx.command_path, known=", ".join(known),
            near="".join(near),
        )  # fmt: skip

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        # by name, so that the list costs no import; a test holds the names to the commands' own
        rows = [(name, say(f"cli.{self.name}-{name}")) for name in self.list_commands(ctx)]
        with formatter.section(say("cli.commands")):
            formatter.write_dl(rows)

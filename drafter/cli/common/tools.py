"""A command with commands of its own: `drafter library …`, `drafter report …`."""

from __future__ import annotations

import pkgutil
from difflib import get_close_matches
from types import ModuleType

import click

from drafter.cli.common.base import Bilingual, command_in
from drafter.errors import UsageError
from drafter.messages import say


class Tools(Bilingual, click.Group):
    """A group whose help and errors are in the interface language; alone, it prints its help.

    Its commands are those it is given and the modules of the folder `room`.
    """

    room: ModuleType | None = None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words of the line; without any, the help."""
        return super().parse_args(ctx, args or ["--help"])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*self.commands, *self._modules()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now. Raises `BrokenPlugin` if its file does not declare it."""
        if self.room is None or cmd_name not in self._modules():
            return super().get_command(ctx, cmd_name)
        return command_in(f"{self.room.__name__}.{self._modules()[cmd_name]}")

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
        with formatter.section("cli.commands"):
            formatter.write_dl(rows)

    def _modules(self) -> dict[str, str]:
        return modules_of(self.room) if self.room else {}


def modules_of(room: ModuleType) -> dict[str, str]:
    """Each command with a file of its own in `room`, and the name of its module; a trailing `_`
    keeps clear of Python's words."""
    return {info.name.rstrip("_"): info.name for info in pkgutil.iter_modules(room.__path__)}

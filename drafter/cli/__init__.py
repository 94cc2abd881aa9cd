"""The command line: one file a command, imported only when it runs or its help is shown."""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import click

from drafter import __version__, messages
from drafter.cli.common import terminal
from drafter.cli.common.base import (
    HELP_NAMES,
    Bilingual,
    Command,
    Option,
    command_in,
    usage_error,
)
from drafter.errors import DrafterError, UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    # opens the room on a file, on the shipped example, or on its start screen
    OpenRoom: TypeAlias = Callable[["Path | None", bool], int]


class Commands(Bilingual, click.Group):
    """`drafter`: finds its commands in this folder; a word that is none is a file to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(command_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now. Raises `BrokenPlugin` if its file does not declare it."""
        if cmd_name not in command_names():
            return None
        return command_in(f"{__name__}.{command_names()[cmd_name]}")

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A command by its name; otherwise the file named first is opened in the room."""
        if args[0] in command_names():
            return super().resolve_command(ctx, args)
        if not os.access(args[0], os.F_OK):
            raise _no_such_thing(args[0])
        return "open", _open_command(), args

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands, each with its line."""
        super().format_options(ctx, formatter)
        # by name, so that the list costs no import; a test holds the names to the commands' own
        rows = [(name, say(f"cli.{name}")) for name in self.list_commands(ctx)]
        with formatter.section("cli.commands"):
            formatter.write_dl(rows)


def command_names() -> dict[str, str]:
    """Each command with the name of its module; a trailing `_` keeps clear of Python's words."""
    found = pkgutil.iter_modules(__path__)
    return {info.name.rstrip("_"): info.name for info in found if not info.ispkg}


def _no_such_thing(word: str) -> UsageError:
    from difflib import get_close_matches

    near = "".join(get_close_matches(word, command_names(), n=1)) or terminal.file_near(word)
    if near:
        return UsageError("cli.no-such-command-but", word=word, near=near)
    return UsageError("cli.no-such-command", hint_id="cli.see-help", word=word, command="drafter")


def _open_command() -> Command:
    from drafter.cli.common import options

    return Command("open", callback=_open, params=[options.file()], help="cli.open")


@click.pass_obj
def _open(room: OpenRoom | None, file: Path) -> int:
    return _opened(room, file)


def _opened(room: OpenRoom | None, file: Path | None = None, *, example: bool = False) -> int:
    if room is None:
        raise UsageError("cli.no-room")
    return room(file, example)


@click.pass_context
def _without_command(ctx: click.Context, *, example: bool, version: bool) -> int:
    if version:
        terminal.put(f"drafter {__version__}")
        return 0
    if ctx.invoked_subcommand is not None:
        return 0
    return _opened(ctx.obj, example=example)


COMMANDS = Commands(
    "drafter",
    callback=_without_command,
    invoke_without_command=True,
    help="cli.drafter",
    subcommand_metavar="[FILE] | COMMAND …",
    context_settings={"help_option_names": HELP_NAMES},
    params=[
        Option(["--ui-lang"], metavar="en|zh", expose_value=False, help="cli.option-ui-lang"),
        Option(["--example"], is_flag=True, help="cli.option-example"),
        Option(["--version"], is_flag=True, help="cli.option-version"),
    ],
)


def main(arguments: Sequence[str], *, open_room: OpenRoom | None = None) -> int:
    """Run one command; returns the exit code of `contract.md`."""
    terminal.make_streams_safe()
    try:
        words = _interface_language(list(arguments))
        code = COMMANDS.main(words, prog_name="drafter", standalone_mode=False, obj=open_room)
    except click.UsageError as problem:
        terminal.report(usage_error(problem))
        return 2
    except DrafterError as problem:
        terminal.report(problem)
        return problem.exit_code
    except click.Abort:
        return 130
    except OSError as problem:  # of the system, while results were printed: a disk that is full
        reason = problem.strerror or type(problem).__name__
        place = str(problem.filename or "")
        terminal.report(DrafterError("cli.refused-by-system", place=place, reason=reason))
        return 2
    return code if isinstance(code, int) else 0


def _language_of_settings() -> None:
    from drafter.workspace.config import settings

    try:
        chosen = settings().language
    except DrafterError as problem:
        terminal.report(problem)
        return
    if chosen:
        messages.set_language(chosen)


def _interface_language(words: list[str]) -> list[str]:
    """Set the interface language; `--ui-lang` may stand anywhere on the line."""
    messages.set_language(messages.language_of_locale())
    if not set(words) & {*HELP_NAMES, "--version"}:  # help is to cost no look at the settings
        _language_of_settings()
    kept: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            return [*kept, word, *rest]
        name, given, value = word.partition("=")
        if name != "--ui-lang":
            kept.append(word)
            continue
        chosen = value if given else next(rest, "")
        if chosen not in messages.LANGUAGES:
            known = ", ".join(messages.LANGUAGES)
            raise UsageError("cli.not-one-of", place=name, value=chosen, known=known)
        messages.set_language(chosen)
    return kept

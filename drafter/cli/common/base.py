"""Commands whose help and errors are in the interface language.

Help texts, option helps and usage errors are message ids, looked up when they are shown.
"""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from drafter.cli.common.examples import EXAMPLES
from drafter.errors import BrokenPlugin, UsageError
from drafter.messages import say

HELP_NAMES = ("-h", "--help")


@contextmanager
def section(formatter: click.HelpFormatter, heading: str) -> Iterator[None]:
    """A part of the help under a heading with the colon of the interface language."""
    formatter.write_paragraph()
    formatter.write(f"{say(heading)}\n")
    with formatter.indentation():
        yield


def command_in(module_name: str) -> click.Command:
    """The command of a module, imported now. Raises `BrokenPlugin` if it does not declare one."""
    command = getattr(importlib.import_module(module_name), "COMMAND", None)
    if not isinstance(command, click.Command):
        raise BrokenPlugin(
            "error.broken-plugin", place=module_name, constant="COMMAND", kind="Command"
        )
    return command


class Bilingual(click.Command):
    """A command whose `help` is a message id."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line for the list of commands."""
        return say(self.help) if self.help else ""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help, and under it the longer one where there is one (`<id>-more`)."""
        if not self.help:
            return
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.help))
            more = say(f"{self.help}-more")
            if not more.endswith("-more"):
                formatter.write_paragraph()
                # Click breaks lines at blanks only, which Chinese has none of.
                wide = any(unicodedata.east_asian_width(char) in "WF" for char in more)
                formatter.write_text(f"\b\n{more}" if wide else more)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        self.options_metavar = say("cli.options-metavar")
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("cli.usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options."""
        mine = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        rows = [row for each in mine if (row := each.get_help_record(ctx)) is not None]
        if rows:
            with section(formatter, "cli.options"):
                formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, to be typed as they stand."""
        if lines := EXAMPLES.get(self.help or ""):
            with section(formatter, "cli.examples"):
                for line in lines:
                    formatter.write(f"  {line}\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`-h` and `--help`, explained in the interface language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("cli.option-help")
        return option


class Command(Bilingual):
    """A bilingual command; what is left over on its line is an error."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and name what does not fit as our own errors do."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise UsageError("cli.too-many-words", words=" ".join(ctx.args), **_help_hint(ctx))
        return rest


class Option(click.Option):
    """An option whose help is a message id."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the interface language."""
        record = super().get_help_record(ctx)
        return (record[0], say(self.help)) if record and self.help else record

    def process_value(self, ctx: click.Context, value: object) -> object:
        """The value; an error about it names the option."""
        try:
            return super().process_value(ctx, value)
        except UsageError as problem:
            problem.place = problem.place or self.opts[-1]
            raise


def one_of(words: Sequence[str]) -> Callable[[str], str]:
    """A type of option: one of `words`. Its error lists those there are."""

    def word(value: str) -> str:
        if value not in words:
            raise UsageError("cli.not-one-of", value=value, known=", ".join(words))
        return value

    return word


def number(low: float, high: float) -> Callable[[str | float], float]:
    """A type of option: a number from `low` to `high`."""

    def inside(value: str | float) -> float:
        try:
            given = float(value)
        except ValueError:
            given = low - 1
        if low <= given <= high:
            return given
        raise UsageError("cli.not-a-number", value=str(value), low=f"{low:g}", high=f"{high:g}")

    return inside


def whole(low: int, high: int) -> Callable[[str | int], int]:
    """A type of option: a whole number from `low` to `high`."""

    def inside(value: str | int) -> int:
        return int(number(low, high)(value))

    return inside


def usage_error(problem: click.UsageError) -> UsageError:
    """Our own error for one of click's, in the interface language."""
    hint = _help_hint(problem.ctx) if problem.ctx else {}
    match problem:
        case click.NoSuchOption():
            near = ", ".join(sorted(problem.possibilities or ()))
            name = "cli.no-such-option-but" if near else "cli.no-such-option"
            return UsageError(name, option=problem.option_name, near=near, **hint)
        case click.MissingParameter() if problem.param is not None:
            return UsageError("cli.missing", what=_named(problem.param), **hint)
        case click.BadOptionUsage():
            return UsageError("cli.option-needs-value", option=problem.option_name, **hint)
        case _:
            return UsageError("cli.wrong-usage", what=problem.format_message(), **hint)


def _named(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return param.opts[-1]
    return (param.human_readable_name or param.name or "").upper()


def _help_hint(ctx: click.Context) -> dict[str, str]:
    return {"hint_id": "cli.see-help", "command": ctx.command_path}

"""Commands whose help and errors are in the interface language.

Help texts, option helps and usage errors are message ids, looked up when they are shown.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from difflib import get_close_matches

import click

from drafter.cli.common.examples import EXAMPLES
from drafter.cli.common.help_page import HelpContext
from drafter.errors import BrokenPlugin, UsageError
from drafter.messages import in_every_language, say

HELP_NAMES = ("-h", "--help")


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

    context_class = HelpContext

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
                formatter.write_text(more)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        self.options_metavar = say("cli.options-metavar")
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and below them the words that one of them takes."""
        mine = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        rows = [row for each in mine if (row := each.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("cli.options"):
                formatter.write_dl(rows)
        for each in mine:
            if isinstance(each, WordOption):
                with formatter.section(each.heading):
                    formatter.write_dl(each.rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, to be typed as they stand."""
        if lines := EXAMPLES.get(self.help or ""):
            with formatter.section("cli.examples"):
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
        if not record or not self.help:
            return record
        told = say(self.help)
        if self.required:
            told = say("cli.option-required", told=told)
        if isinstance(self.default, int | float) and not isinstance(self.default, bool):
            told = say("cli.option-usually", told=told, value=f"{self.default:g}")
        return record[0], told

    def process_value(self, ctx: click.Context, value: object) -> object:
        """The value; an error about it names the option."""
        try:
            return super().process_value(ctx, value)
        except UsageError as problem:
            problem.place = problem.place or self.opts[0]
            raise


class WordOption(Option):
    """An option that takes one of `words`: each is called `cli.<family>-<word>`, and what the help
    tells of it, under `heading`, is the same id with `-more`."""

    def __init__(
        self, names: Sequence[str], words: tuple[str, ...], help_id: str, *,
        metavar: str, heading: str, family: str, required: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(names, type=self._word, metavar=metavar, help=help_id, required=required)
        self._words = words
        self._family = family
        self.heading = heading

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Each word with what is told of it."""
        return [(word, say(f"cli.{self._family}-{word}-more")) for word in self._words]

    def _word(self, value: str) -> str:
        """The word that is meant: itself, or by its name in a language of the interface."""
        typed = value.strip().casefold()
        for word in self._words:
            names = in_every_language(f"cli.{self._family}-{word}")
            if typed in {word, *(each.casefold() for each in names)}:
                return word
        told = [word for word in self._words if typed and typed in self._said_of(word)]
        raise not_one_of(value, self._words, meant=", ".join(told))

    def _said_of(self, word: str) -> str:
        return " ".join(in_every_language(f"cli.{self._family}-{word}-more")).casefold()


def one_of(words: Sequence[str]) -> Callable[[str], str]:
    """A type of option: one of `words`, in small or capital letters."""

    def word(value: str) -> str:
        plain = value.strip().casefold()
        if plain not in words:
            raise not_one_of(value, words)
        return plain

    return word


def not_one_of(value: str, known: Sequence[str], *, place: str = "", meant: str = "") -> UsageError:
    """The error for a word that is not known. It lists those that are, and offers the one that is
    `meant`, else the one most alike."""
    typed = value.strip().casefold()
    begun = [each for each in known if typed and each.startswith(typed)]
    near = meant or ", ".join(begun or get_close_matches(typed, known, n=1))
    message = "cli.not-one-of-but" if near else "cli.not-one-of"
    return UsageError(message, place=place, value=value, known=", ".join(known), near=near)


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
            near = "".join(get_close_matches(problem.option_name, problem.possibilities or (), 1))
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
        return param.opts[0]
    return (param.human_readable_name or param.name or "").upper()


def _help_hint(ctx: click.Context) -> dict[str, str]:
    return {"hint_id": "cli.see-help", "command": ctx.command_path}

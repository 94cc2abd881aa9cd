"""The help of a command on a terminal: Han characters take two columns, and words stay whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from drafter.languages.wrapping import columns, wrapped
from drafter.messages import say

_WIDEST = 80
_NARROWEST = 24
# names that take more than this part of a line have what is said of them below
_NAMES = 0.4


class HelpPage(click.HelpFormatter):
    """Lines as wide as the terminal, at most 80 columns, that end where the language lets them."""

    def __init__(
        self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None
    ) -> None:
        room = width or min(shutil.get_terminal_size((_WIDEST, 24)).columns, max_width or _WIDEST)
        super().__init__(indent_increment, max(room, _NARROWEST))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line, in the words of the interface language."""
        line = say("cli.usage", line=f"{prog} {args}".rstrip())
        self._write_lines(line, rest="    ")

    def write_text(self, text: str) -> None:
        """A paragraph."""
        indent = " " * self.current_indent
        self._write_lines(text, first=indent, rest=indent)

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Names with what is said of each beside it; below it where the name is a long one."""
        pairs = list(rows)
        most = min(col_max, int(self.width * _NAMES))
        fitting = [columns(name) for name, _ in pairs if columns(name) <= most]
        indent = " " * self.current_indent
        beside = max(fitting, default=most) + col_spacing
        rest = indent + " " * beside
        for name, words in pairs:
            if columns(name) > most:
                self._write_lines(name, first=indent, rest=indent)
                self._write_lines(words, first=rest, rest=rest)
            else:
                first = f"{indent}{name}{' ' * (beside - columns(name))}"
                self._write_lines(words, first=first, rest=rest)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A part under the heading `name`, a message id."""
        self.write_paragraph()
        self.write(f"{say(name)}\n")
        with self.indentation():
            yield

    def _write_lines(self, words: str, *, first: str = "", rest: str = "") -> None:
        for line in wrapped(words, self.width, first=first, rest=rest):
            self.write(f"{line}\n")


class HelpContext(click.Context):
    """A context whose help is such a page."""

    formatter_class = HelpPage

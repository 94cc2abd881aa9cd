"""`drafter library add`: a clause file or a clause to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def add(
    name: str, *, lang: str, stage: str | None, text: str, after: str, folders: tuple[Path, ...]
) -> None:
    """Write a file for a document, or a clause into the file of its document."""
    from drafter.workspace import adding, tidying

    if adding.is_odd(name):
        tell(say("library.odd-symbol", symbol=name))
    revisions = adding.added(
        name, folders=folders, language=lang, stage=stage or "", words=text, after=after
    )
    tidying.write(revisions)
    made = revisions[-1]
    put(say("cli.added", name=name, place=f"{made.path}:{adding.line_of(made, name)}"))


COMMAND = Command(
    "add",
    callback=add,
    help="cli.library-add",
    params=[
        click.Argument(["name"], type=options.symbol, metavar="SYMBOL|CLAUSE"),
        options.spoken("cli.option-lang-of-document"),
        options.word("--stage", options.STAGES, "cli.option-stage-of-file"),
        options.text("--text", "WORDS", "cli.option-text-of-clause"),
        options.text("--after", "CLAUSE", "cli.option-after", options.symbol),
        options.library("cli.option-add-into"),
    ],
)

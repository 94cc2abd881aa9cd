"""`drafter lineage`: the wording of one clause over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option, number
from drafter.cli.common.terminal import put, put_json

if TYPE_CHECKING:
    from pathlib import Path

_INDENT = {"source": "  ", "head": "", "plain": "", "faint": ""}
_OF_A_CHANGE = "    "


def lineage(
    clause: str, *, lang: str, floor: float, folders: tuple[Path, ...], as_json: bool
) -> None:
    """Print how a clause moved."""
    from drafter.workspace.lineage import lineage_lines, trace

    found = trace(clause, folders, lang, floor=floor)
    if as_json:
        put_json(found.record)
        return
    put(f"{found.lineage.clause.id}  {found.lineage.clause.plain}")
    for ink, words in lineage_lines(found):
        put(f"{_INDENT.get(ink, _OF_A_CHANGE)}{words}")


COMMAND = Command(
    "lineage",
    callback=lineage,
    help="cli.lineage",
    params=[
        click.Argument(["clause"], type=options.symbol, metavar="CLAUSE"),
        options.spoken("cli.option-lang-of-clauses"),
        Option(
            ["--floor"],
            type=number(0.05, 1),
            default=0.6,
            metavar="F",
            help="cli.option-floor-lineage",
        ),
        options.library(),
        options.as_json(),
    ],
)

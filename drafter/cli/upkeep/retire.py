"""`drafter library retire`: a clause that is not to be used any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def retire(
    clause: str, *, by: str, why: str, lang: str, folders: tuple[Path, ...], dry_run: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Mark a clause as retired, and print the change."""
    from drafter.workspace import curating, tidying

    revisions = curating.retirement(clause, why, by, folders, lang)
    if not dry_run:
        tidying.write(revisions)
    if as_json:
        put_json(tidying.record(tidying.Tidied(revisions, ()), written=not dry_run))
        return
    for revision in revisions:
        put(revision.difference())
    slug = "cli.would-retire" if dry_run else "cli.retired"
    tell(say(slug, clause=clause, files=len(revisions)))


COMMAND = Command(
    "retire",
    callback=retire,
    help="cli.library-retire",
    params=[
        click.Argument(["clause"], type=options.symbol, metavar="CLAUSE"),
        options.text("--by", "CLAUSE", "cli.option-retired-by", options.symbol),
        options.text("--why", "WORDS", "cli.option-why"),
        options.spoken("cli.option-lang-to-retire"),
        options.library("cli.option-library-of-clause"),
        Option(["--dry-run"], is_flag=True, help="cli.option-dry-run"),
        options.as_json(),
    ],
)

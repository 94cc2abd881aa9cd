"""`drafter library fix`: the fixes that `library check` offers, shown or written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def fix(folders: tuple[Path, ...], *, write: bool, select: str, as_json: bool) -> int:
    """Print what the fixes change; with `write`, change it."""
    from drafter.cli.common.outline import finding_lines
    from drafter.workspace import tidying

    chosen = options.parted(select)
    found = tidying.fixed(folders, chosen)
    if write:
        tidying.write(found.changed)
    if as_json:
        put_json(tidying.record(found, written=write))
    else:
        for revision in found.changed:
            put(revision.difference())
        slug = "cli.library-fixed" if write else "cli.library-to-fix"
        tell(say(slug, count=found.fixed, files=len(found.changed)))
    for problem in found.problems:
        for line in finding_lines(problem):
            tell(line)
    return 2 if found.problems else 0


COMMAND = Command(
    "fix",
    callback=fix,
    help="cli.library-fix",
    params=[
        click.Argument(["folders"], type=options.path, nargs=-1, metavar="[DIR…]"),
        Option(["--write"], is_flag=True, help="cli.option-write"),
        options.words("--select", "CODE,…", "cli.option-select"),
        options.as_json(),
    ],
)

"""`drafter library format`: clause files in the form that imports write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def format_(folders: tuple[Path, ...], *, check: bool, as_json: bool) -> int:
    """Write the files that have not the canonical form, or only list them; then 1 for any."""
    from drafter.cli.common.outline import finding_lines
    from drafter.workspace import tidying

    found = tidying.formatted(folders)
    if not check:
        tidying.write(found.changed)
    if as_json:
        put_json(tidying.record(found, written=not check))
    else:
        for revision in found.changed:
            put(str(revision.path))
        slug = "cli.to-format" if check else "cli.formatted"
        tell(say(slug, count=len(found.changed), files=len(found.revisions)))
    for problem in found.problems:
        for line in finding_lines(problem):
            tell(line)
    if found.problems:
        return 2
    return int(check and bool(found.changed))


COMMAND = Command(
    "format",
    callback=format_,
    help="cli.library-format",
    params=[
        click.Argument(["folders"], type=options.path, nargs=-1, metavar="[DIR…]"),
        Option(["--check"], is_flag=True, help="cli.option-format-check"),
        options.as_json(),
    ],
)

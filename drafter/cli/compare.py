"""`drafter compare`: two documents, or a batch of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def compare(
    files: tuple[Path, ...],
    *,
    pairs: Path | None,
    as_json: bool,
    to: str,
    output: Path | None,
    judgements: bool,
    force: bool,
) -> None:
    """Print or write how one text departs from another."""
    from drafter.cli.common.comparison import comparison_lines
    from drafter.workspace import comparing

    if pairs is not None:
        if files:
            raise UsageError("cli.compare-what")
        for row in comparing.compare_pairs(pairs):
            put_json(row, one_line=True)
        return
    if len(files) != 2:
        raise UsageError("cli.compare-what")
    if bool(to) != (output is not None):
        raise UsageError("cli.compare-output")
    if judgements and not to:
        raise UsageError("cli.judgements-of-exports", place="--judgements")
    formats = options.formats(to, comparing.EXPORTS) if to else ()
    compared = comparing.compare_files(*files)
    if output is not None:
        for path in comparing.write_exports(
            compared, formats, output, judgements=judgements, force=force
        ):
            put(say("cli.written", path=str(path)))
    if as_json:
        put_json(compared.record)
    elif output is None:
        for line in comparison_lines(compared):
            put(line)


COMMAND = Command(
    "compare",
    callback=compare,
    help="cli.compare",
    params=[
        click.Argument(["files"], type=options.path, nargs=-1, metavar="A B"),
        Option(["--pairs"], type=options.path, metavar="FILE", help="cli.option-pairs"),
        options.as_json(),
        options.text("--to", "csv,md,txt", "cli.option-to"),
        options.output("cli.option-output-compare", "FILE|FOLDER"),
        Option(["--judgements"], is_flag=True, help="cli.option-judgements"),
        options.force(),
    ],
)

"""`drafter compare`: two documents, or a batch of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json
from drafter.cli.redline import moment, signed, write_redlines
from drafter.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.comparing import Compared


def compare(
    files: tuple[Path, ...],
    *,
    pairs: Path | None,
    as_json: bool,
    to: str,
    output: Path | None,
    judgements: bool,
    side_by_side: bool,
    changed_only: bool,
    author: str,
    date: str,
    force: bool,
) -> None:
    """Print or write how one text departs from another."""
    from drafter.workspace import comparing, redlines

    if pairs is not None:
        if files:
            raise UsageError("cli.compare-what")
        for row in comparing.compare_pairs(pairs):
            put_json(row, one_line=True)
        return
    if len(files) != 2:
        raise UsageError("cli.compare-what")
    formats = options.exports(to, output, redlines.EXPORTS, judgements=judgements, as_json=as_json)
    pair = comparing.compare_files(*files)
    if output is not None:
        asked = redlines.ExportOptions(
            judgements, side_by_side, changed_only, signed(author), moment(date)
        )
        write_redlines(pair, formats, output, asked, files, force=force, as_json=as_json)
    if as_json:
        put_json(pair.record)
    elif output is None:
        _print(pair)


def _print(pair: Compared) -> None:
    from drafter.cli.common.comparison import comparison_lines, masthead_lines

    for line in (*masthead_lines(pair), *comparison_lines(pair)):
        put(line)


COMMAND = Command(
    "compare",
    callback=compare,
    help="cli.compare",
    params=[
        click.Argument(["files"], type=options.path, nargs=-1, metavar="A B"),
        Option(["--pairs"], type=options.path, metavar="FILE", help="cli.option-pairs"),
        options.as_json(),
        options.words("--to", "docx,html,…", "cli.option-to"),
        options.exported(),
        *options.redlines(),
        options.text("--author", "DELEGATION", "cli.option-author"),
        options.text("--date", "DATE", "cli.option-date-redline"),
        options.force(),
    ],
)

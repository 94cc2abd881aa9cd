"""`drafter deviations`: how a draft departs from its base, or from precedents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.cli.common.writing import write_out
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.deviations import Deviations


def deviations(
    draft: Path,
    *,
    against: str | None,
    folders: tuple[Path, ...],
    to: str,
    output: Path | None,
    as_json: bool,
    judgements: bool,
    force: bool,
) -> None:
    """Print or write every departure."""
    from drafter.workspace import redlines
    from drafter.workspace.deviations import deviations as departures
    from drafter.workspace.libraries import provider

    formats = options.exports(to, output, redlines.TABLES, judgements=judgements, as_json=as_json)
    found = departures(draft, against or "", provider(folders))
    if output is not None:
        made = {name: redlines.table_export(found, name, judgements=judgements) for name in formats}
        write_out(made, output, (draft,), force=force, as_json=as_json)
    if as_json:
        put_json(found.record)
    elif output is None:
        _print(found)


def _print(found: Deviations) -> None:
    from drafter.workspace.deviations import sentences_of

    for each in found.rows:
        where = f"{each.place} · {each.source}" if each.source else each.place
        for sentence in sentences_of(each):
            put(f"{where}: {sentence}")
    count = len(found.rows)
    tell(say(f"cli.deviations-{found.against}", count=count, name=found.name))
    if found.provider is not None:
        tell(say("cli.library-reach", reach=found.provider.reach))


COMMAND = Command(
    "deviations",
    callback=deviations,
    help="cli.deviations",
    params=[
        options.file("draft"),
        options.word("--against", ("base", "precedents"), "cli.option-against"),
        options.library(),
        options.words("--to", "csv,md,…", "cli.option-to"),
        options.exported(),
        options.as_json(),
        Option(["--judgements"], is_flag=True, help="cli.option-judgements"),
        options.force(),
    ],
)

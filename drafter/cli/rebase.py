"""`drafter rebase`: a draft on another issue of its base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.rebasing_values import Rebased


def rebase(file: Path, *, onto: str, output: Path | None, as_json: bool, force: bool) -> None:
    """Print what the draft takes from its new base and what needs a look; write it if asked."""
    from drafter.workspace.rebasing_files import rebase_file, rebased_record, write_rebased

    found = rebase_file(file, onto, force=force)
    path = None
    if output is not None:
        path = write_rebased(found, output, (file, options.path(onto)), force=force)
    if as_json:
        put_json(rebased_record(found))
        return
    _print(found)
    put(say("cli.rebase-written", path=str(path)) if path else say("cli.rebase-not-written"))


def _print(found: Rebased) -> None:
    from drafter.workspace.rebasing_words import carried_words, conflict_words

    for carried in found.carried:
        put("{} {}".format(*carried_words(carried, found)))
    for conflict in found.conflicts:
        put(f"⚑ {conflict_words(conflict, found)}")
    put(say("cli.rebase-counts", carried=len(found.carried), conflicts=len(found.conflicts)))


COMMAND = Command(
    "rebase",
    callback=rebase,
    help="cli.rebase",
    params=[
        options.file(),
        Option(["--onto"], metavar="SYMBOL|FILE", required=True, help="cli.option-onto"),
        options.output("cli.option-output-rebase"),
        options.as_json(),
        options.force(),
    ],
)

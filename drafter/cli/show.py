"""`drafter show`: the structure of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put, put_json

if TYPE_CHECKING:
    from pathlib import Path


def show(file: Path, *, as_json: bool) -> None:
    """Print the elements, notes and findings of a file."""
    from drafter.workspace.showing import shown

    result = shown(file)
    if as_json:
        put_json(result.record)
        return
    from drafter.cli.common.outline import outline

    for line in outline(result.view, result.findings):
        put(line)


COMMAND = Command(
    "show", callback=show, help="cli.show", params=[options.file(), options.as_json()]
)

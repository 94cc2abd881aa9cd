"""Writing what was made: into a file, into a folder, or to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common.options import STANDARD
from drafter.cli.common.terminal import put, put_text, tell
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def write_out(
    made: Mapping[str, bytes], output: Path, sources: Iterable[Path], *, force: bool,
    as_json: bool = False,
) -> None:  # fmt: skip
    """Write files by their formats and print their names; one that is text may be printed itself.

    None is written over one of the `sources`. The names are told beside what is printed `as_json`.
    """
    from drafter.workspace.redlines import write_files

    if str(output) == STANDARD:
        for data in made.values():
            put_text(data)
        return
    for path in write_files(made, output, force=force, sources=sources):
        (tell if as_json else put)(say("cli.written", path=str(path)))

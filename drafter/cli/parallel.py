"""`drafter parallel`: language versions of one document side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def parallel(
    files: tuple[Path, ...], *, to: str, output: Path, templates: Path | None, force: bool
) -> None:
    """Write language versions side by side, paragraph by paragraph."""
    from drafter.workspace import parallel as versions
    from drafter.workspace.redlines import write_files

    formats = options.formats(to, output, versions.FORMATS)
    made = versions.beside(files, templates)
    data = {name: versions.written(made.table, name, templates) for name in formats}
    for path in write_files(data, output, force=force, sources=files):
        put(say("cli.written", path=str(path)))
    for remark in made.remarks:
        tell(remark)


COMMAND = Command(
    "parallel",
    callback=parallel,
    help="cli.parallel",
    params=[
        options.files(),
        options.text("--to", "docx,html", "cli.option-to"),
        options.output("cli.option-output-redline", "FILE|FOLDER", required=True),
        Option(["--templates"], type=options.path, metavar="FOLDER", help="cli.option-templates"),
        options.force(),
    ],
)

"""`drafter parallel`: language versions of one document side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import tell
from drafter.cli.common.writing import write_out

if TYPE_CHECKING:
    from pathlib import Path


def parallel(
    files: tuple[Path, ...], *, to: str, output: Path, templates: Path | None, force: bool
) -> None:
    """Write language versions side by side, paragraph by paragraph."""
    from drafter.workspace import parallel as versions

    formats = options.formats(to, output, versions.FORMATS)
    made = versions.beside(files, templates)
    data = {name: versions.written(made.table, name, templates) for name in formats}
    write_out(data, output, files, force=force)
    for remark in made.remarks:
        tell(remark)


COMMAND = Command(
    "parallel",
    callback=parallel,
    help="cli.parallel",
    params=[
        options.files(),
        options.words("--to", "docx,html", "cli.option-to"),
        options.exported(required=True),
        Option(["--templates"], type=options.path, metavar="FOLDER", help="cli.option-templates"),
        options.force(),
    ],
)

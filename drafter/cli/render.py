"""`drafter render`: a document as Word, text and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_text, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.rendering import Asked


def render(
    files: tuple[Path, ...],
    *,
    to: str,
    output: Path,
    document_type: str | None,
    final: bool,
    draft: bool,
    templates: Path | None,
    emblem: Path | None,
    part: str,
    given: tuple[str, ...],
    force: bool,
) -> int:
    """Write a file in other formats, or every document of a folder."""
    from drafter import writers
    from drafter.model.tree import DocumentType
    from drafter.workspace.rendering import Asked, render_file

    formats = options.formats(to, output, writers.names())
    as_type = DocumentType(document_type) if document_type else None
    asked = Asked(
        as_type, final=final, draft=draft, emblem=emblem, templates=templates, part=part,
        given=given, tell=tell,
    )  # fmt: skip
    if len(files) > 1 or files[0].is_dir():
        return _render_all(files, formats, output, asked, force=force)
    if str(output) == options.STANDARD:
        _print(files[0], formats, asked)
        return 0
    for path in render_file(files[0], formats, output, asked, force=force):
        put(say("cli.written", path=str(path)))
    return 0


def _render_all(
    files: tuple[Path, ...], formats: tuple[str, ...], output: Path, asked: Asked, *, force: bool
) -> int:
    from drafter.cli.common.rendering import render_all

    if str(output) == options.STANDARD:
        raise UsageError("cli.one-to-stdout", place="-o")
    return render_all(files, formats, output, asked, force=force)


def _print(file: Path, formats: tuple[str, ...], asked: Asked) -> None:
    from drafter.workspace.rendering import rendered

    put_text(rendered(file, formats[0], asked))


COMMAND = Command(
    "render",
    callback=render,
    help="cli.render",
    params=[
        options.files(),
        options.words("--to", "docx,txt,…", "cli.option-to"),
        options.exported(required=True),
        options.document_type("--as", "cli.option-as"),
        options.text("--part", "PATH", "cli.option-part-render"),
        Option(
            ["--set", "given"], multiple=True, metavar="FIELD=WORDS", help="cli.option-set",
        ),
        Option(["--final"], is_flag=True, help="cli.option-final"),
        Option(["--draft"], is_flag=True, help="cli.option-draft"),
        Option(["--templates"], type=options.path, metavar="FOLDER", help="cli.option-templates"),
        Option(["--emblem"], type=options.path, metavar="FILE", help="cli.option-emblem"),
        options.force(),
    ],
)  # fmt: skip

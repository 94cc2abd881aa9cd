"""`drafter preview`: a document as it will print, in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def preview(
    file: Path,
    *,
    document_type: str | None,
    draft: bool,
    templates: Path | None,
    no_open: bool,
) -> None:
    """Write the page of a document to a private file and open it."""
    from drafter.model.tree import DocumentType
    from drafter.readers import read
    from drafter.workspace import previewing
    from drafter.workspace.rendering import Asked

    as_type = DocumentType(document_type) if document_type else None
    asked = Asked(as_type, draft=draft, templates=templates, tell=tell)
    page = previewing.preview(read(file).document, asked, place=str(file))
    put(str(page))
    if not no_open and not previewing.opened(page):
        tell(say("cli.no-browser"))


COMMAND = Command(
    "preview",
    callback=preview,
    help="cli.preview",
    params=[
        options.file(),
        options.document_type("--as", "cli.option-as"),
        Option(["--draft"], is_flag=True, help="cli.option-draft"),
        Option(["--templates"], type=options.path, metavar="FOLDER", help="cli.option-templates"),
        Option(["--no-open"], is_flag=True, help="cli.option-no-open"),
    ],
)  # fmt: skip

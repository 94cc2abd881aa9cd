"""`drafter new`: a new draft, on a base if one is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def new(file: Path, *, document_type: str, lang: str, base: str, force: bool) -> None:
    """Write the file of a new draft."""
    from drafter.model.tree import DocumentType
    from drafter.workspace.starting import new_draft, usual_language

    path = new_draft(file, DocumentType(document_type), lang or usual_language(), base, force=force)
    put(say("cli.new-written", path=str(path)))


COMMAND = Command(
    "new",
    callback=new,
    help="cli.new",
    params=[
        options.file(),
        options.document_type("--type", "cli.option-type", required=True),
        options.spoken("cli.option-lang"),
        options.text("--base", "SYMBOL|FILE", "cli.option-base"),
        options.force(),
    ],
)

"""`drafter amend`: what one text changes in another, as amendments or oral revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option, one_of
from drafter.cli.common.terminal import put, put_text, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

FORMS = ("amendments", "oral-revisions", "as-orally-revised", "corrigendum")
_SHOWN = "txt"


def amend(
    base: Path,
    revised: Path | None,
    *,
    form: str,
    to: str,
    output: Path | None,
    author: str,
    force: bool,
) -> None:
    """Write, or show, what makes one text into the other."""
    from drafter import writers
    from drafter.workspace import amending, rendering

    formats = options.exports(to, output, writers.names())
    pair = amending.pair(base, revised, delegation=author)
    found = amending.made(pair, amending.Form(form))
    if found.remark:
        tell(found.remark)
    document = found.document
    if output is None:
        put_text(rendering.rendered_document(document, _SHOWN))
        return
    if str(output) == options.STANDARD:
        put_text(rendering.rendered_document(document, formats[0]))
        return
    sources = (base,) if revised is None else (base, revised)
    made = rendering.render_document(document, formats, output, force=force, sources=sources)
    for path in made:
        put(say("cli.written", path=str(path)))


COMMAND = Command(
    "amend",
    callback=amend,
    help="cli.amend",
    params=[
        options.file("base"),
        click.Argument(["revised"], type=options.path, required=False, metavar="[REVISED]"),
        Option(
            ["--as", "form"], type=one_of(FORMS), default=FORMS[0],
            metavar="|".join(FORMS), help="cli.option-as-amend",
        ),
        options.words("--to", "docx,txt,…", "cli.option-to"),
        options.exported(),
        options.text("--author", "DELEGATION", "cli.option-author-amend"),
        options.force(),
    ],
)  # fmt: skip

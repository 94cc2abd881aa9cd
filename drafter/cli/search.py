"""`drafter search`: clauses of the library by words, opening, kind, source, topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option, whole
from drafter.cli.common.terminal import put, put_json, tell
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.searching import Found

KINDS = ("preambular", "operative", "declaration", "prose", "report", "continuation")


def search(
    words: tuple[str, ...], *, folders: tuple[Path, ...], as_json: bool, **asked: str | int | None
) -> None:
    """Print what the library has."""
    from drafter.workspace import searching

    result = searching.search(searching.query(" ".join(words), **asked), folders)
    if as_json:
        put_json(result.record)
        return
    for hit in result.hits:
        put(f"{hit.citation}  [{hit.clause.id}]")
        put(f"    {hit.standing}")
        put(f"    {hit.clause.plain}")
    tell(_told(result, asked["limit"]))
    if result.hits and result.unread:
        tell(say("cli.unread", count=result.unread))


def _told(result: Found, limit: str | int | None) -> str:
    count = len(result.hits)
    if not count:
        return result.nothing
    return say("cli.hits-at-limit" if count == limit else "cli.hits", count=count)


COMMAND = Command(
    "search",
    callback=search,
    help="cli.search",
    params=[
        click.Argument(["words"], nargs=-1, metavar="WORDS"),
        options.spoken("cli.option-lang-of-clauses"),
        options.word("--kind", KINDS, "cli.option-kind"),
        options.text("--source", "SYMBOL", "cli.option-source", options.symbol),
        options.word("--stage", options.STAGES, "cli.option-stage-of-clauses"),
        options.text("--opening", "WORDS", "cli.option-opening"),
        options.text("--topic", "TOPIC", "cli.option-topic"),
        Option(["--session"], type=whole(1, 999), metavar="N", help="cli.option-session"),
        Option(["--retired"], is_flag=True, help="cli.option-retired"),
        options.limit(50),
        options.library(),
        options.as_json(),
    ],
)

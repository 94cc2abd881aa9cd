"""`drafter match`: the precedents of every paragraph, or of a batch of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.matching import Matched, MatchedParagraph


def match(
    file: Path | None,
    *,
    queries: Path | None,
    folders: tuple[Path, ...],
    limit: int,
    floor: float,
    as_json: bool,
) -> None:
    """Print what the library has."""
    if (file is None) == (queries is None):
        raise UsageError("cli.match-what")
    from drafter.workspace import matching
    from drafter.workspace.libraries import provider

    library = provider(folders)
    asked = matching.Asked(limit, floor)
    if queries is not None:
        for row in matching.match_queries(queries, library, asked):
            put_json(row, one_line=True)
    if file is not None:
        matched = matching.match_file(file, library, asked)
        if as_json:
            put_json(matched.record)
        else:
            _print(matched, limit)


def _print(matched: Matched, limit: int) -> None:
    from drafter.cli.common.outline import clipped

    for paragraph in matched.paragraphs:
        element = paragraph.element
        label = element.label_read or element.label
        put(clipped(" ".join(filter(None, (label, element.text.plain())))))
        _print_found(paragraph, limit)
    shares = matched.coverage
    tell(
        say(
            "cli.coverage", verbatim=f"{shares.verbatim:.0%}",
            edited=f"{shares.edited:.0%}", not_found=f"{shares.not_found:.0%}",
        )
    )  # fmt: skip


def _print_found(paragraph: MatchedParagraph, limit: int) -> None:
    from drafter.match import shown
    from drafter.workspace.libraries import cited
    from drafter.workspace.records import sentence

    for precedent in shown(paragraph.precedents):
        put(f"    {precedent.similarity:4.0%}  {cited(precedent.clause)}")
        for change in precedent.changes:
            put(f"           {sentence(change)}")
    for found in paragraph.contains[:limit]:
        percent = f"{found.containment * 100:.0f}"
        put(f"    {say('cli.contains', percent=percent, citation=cited(found.clause))}")
    if len(paragraph.contains) > limit:
        put(f"    {say('cli.and-more', count=len(paragraph.contains) - limit)}")
    if not paragraph.precedents and not paragraph.contains:
        put(f"    {say('cli.no-precedent')}")


COMMAND = Command(
    "match",
    callback=match,
    help="cli.match",
    params=[
        click.Argument(["file"], type=options.path, required=False, metavar="[FILE]"),
        Option(["--queries"], type=options.path, metavar="FILE", help="cli.option-queries"),
        options.library(),
        options.limit(10),
        options.floor(),
        options.as_json(),
    ],
)

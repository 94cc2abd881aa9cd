"""`drafter sponsors`: a pasted list of sponsors, in order, in any of the six languages."""

from __future__ import annotations

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put, put_json, tell


def sponsors(text: str, *, lang: str, as_json: bool) -> None:
    """Print the list; what was not understood is a message beside it."""
    import sys

    from drafter.languages import language
    from drafter.workspace.sponsors import listed, record

    spoken = language(lang or "en")
    found = listed(sys.stdin.read() if text == "-" else text, spoken)
    if as_json:
        put_json(record(found, spoken))
        return
    put(found.line)
    for sentence in found.told:
        tell(sentence)


COMMAND = Command(
    "sponsors",
    callback=sponsors,
    help="cli.sponsors",
    params=[
        click.Argument(["text"], metavar="LIST"),
        options.spoken("cli.option-lang-of-list"),
        options.as_json(),
    ],
)

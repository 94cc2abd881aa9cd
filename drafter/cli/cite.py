"""`drafter cite`: a citation in the words of any of the six languages."""

from __future__ import annotations

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json


def cite(
    words: tuple[str, ...], *, lang: str, date: str, body: str, own: bool, as_json: bool
) -> None:
    """Print the citation in one language, or in all six."""
    from drafter.languages import codes, language
    from drafter.workspace.citing import written
    from drafter.workspace.typed_citations import given

    citations = given(words, date=date, body=body)
    said = {
        code: written(citations, language(code), own=own) for code in ([lang] if lang else codes())
    }
    if as_json:
        rows = [
            {"kind": each.kind.value, "number": each.number, "symbol": each.symbol,
             "date": each.date, "annex": each.annex,
             **({"section": each.section} if each.section else {})}
            for each in citations
        ]  # fmt: skip
        put_json({"format": 1, "citations": rows, "words": said})
        return
    for code, line in said.items():
        put(line if lang else f"{code}  {line}")


COMMAND = Command(
    "cite",
    callback=cite,
    help="cli.cite",
    params=[
        click.Argument(["words"], nargs=-1, required=True, metavar="CITATION…"),
        options.spoken("cli.option-lang-of-citation"),
        options.text("--date", "DATE", "cli.option-date-of-citation"),
        options.text("--body", "BODY", "cli.option-body-of-citation"),
        Option(["--own"], is_flag=True, help="cli.option-own"),
        options.as_json(),
    ],
)

"""`drafter library stats`: what a library holds, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put, put_json
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.statistics import Row, Statistics


def stats(folders: tuple[Path, ...], *, as_json: bool) -> None:
    """Print how much there is of what."""
    from drafter.workspace.statistics import statistics

    found = statistics(folders)
    if as_json:
        put_json(found.record)
    else:
        _print(found)


def _print(found: Statistics) -> None:
    from drafter.cli.common.charts import bars

    put(say("cli.stats-whole", texts=found.texts, clauses=found.clauses))
    for aspect, rows in found.by:
        put()
        put(say(f"cli.stats-{aspect}"))
        for line in bars([(_name(aspect, row), row[2], _told(row)) for row in rows]):
            put(line)
    put()
    put(say("cli.stats-checked", percent=f"{found.checked:.0%}"))
    states = [(_state(state), count, str(count)) for state, count in found.obtained]
    for line in bars(states):
        put(line)
    put()
    put(say("cli.stats-families", count=found.families, largest=found.largest_family,
            clauses=found.in_family))  # fmt: skip
    put(say("cli.stats-topics", clauses=found.with_topic,
            covered=found.topics - len(found.uncovered), count=found.topics))  # fmt: skip
    if found.uncovered:
        put(say("cli.stats-uncovered", topics=", ".join(found.uncovered)))
    if found.problems:
        put(say("cli.stats-problems", count=found.problems))


def _name(aspect: str, row: Row) -> str:
    return say(f"library.stage-{row[0]}") if aspect == "stage" else row[0]


def _told(row: Row) -> str:
    return say("cli.stats-row", texts=row[1], clauses=row[2])


def _state(state: str) -> str:
    return say(f"cli.stats-state-{state.replace(', ', '-').replace(' ', '-')}")


COMMAND = Command(
    "stats",
    callback=stats,
    help="cli.library-stats",
    params=[
        click.Argument(["folders"], type=options.path, nargs=-1, metavar="[DIR…]"),
        options.as_json(),
    ],
)

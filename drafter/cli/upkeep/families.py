"""`drafter library families`: proposals, and a person's word on each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option, number
from drafter.cli.common.terminal import put, put_json, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.families import ProposedFamily
    from drafter.workspace.libraries import LibraryProvider

_YES, _NO, _QUIT = "y", "n", "q"
_SHOWN = 30


def families(
    folders: tuple[Path, ...], *, threshold: float, as_json: bool, apply: bool, every: bool
) -> None:
    """Print the families that could be, or ask about each."""
    if apply and (as_json or not folders):
        raise UsageError("cli.families-apply", place="--apply")
    from drafter.workspace.families import proposals_record, propose
    from drafter.workspace.libraries import provider

    held = provider(folders)
    found = propose(held, threshold)
    if as_json:
        put_json(proposals_record(found, threshold, held))
    elif apply:
        _ask(found, held)
    else:
        shown = found if every else found[:_SHOWN]
        for each in shown:
            _print(each)
        if len(found) > len(shown):
            put(say("cli.families-more", count=len(found) - len(shown)))
        tell(say("cli.families-found", count=len(found)))


def _print(family: ProposedFamily) -> None:
    key = "cli.family-grows" if family.grows else "cli.family-new"
    percent = f"{family.proposal.cohesion:.0%}"
    put(say(key, family=family.id, count=len(family.clauses), percent=percent))
    if family.formula:
        put(f"  {say('cli.family-formula')}")
    put(f"  {family.clauses[0].plain}")
    for citation, departures in family.lines:
        put(f"  {citation}")
        for each in departures:
            put(f"      {each}")
    put()


def _ask(found: Sequence[ProposedFamily], held: LibraryProvider) -> None:
    """Ask about each family; what was answered before the end is written."""
    from drafter.workspace.families import confirmation

    confirmed: list[ProposedFamily] = []
    refused: list[ProposedFamily] = []
    for place, family in enumerate(found, 1):
        _print(family)
        answer = _answer(say("cli.family-question", number=place, count=len(found)))
        if answer == _QUIT:
            break
        if answer in (_YES, _NO):
            (confirmed if answer == _YES else refused).append(family)
    change = confirmation(confirmed, refused, held)
    change.write()
    for each in change.files:
        put(say("cli.written", path=str(each.path)))
    tell(say("cli.families-confirmed", count=len(confirmed), refused=len(refused)))


def _answer(question: str) -> str:
    try:
        said = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    except click.Abort:
        return _QUIT
    return str(said).strip().casefold()[:1]


COMMAND = Command(
    "families",
    callback=families,
    help="cli.library-families",
    params=[
        click.Argument(["folders"], type=options.path, nargs=-1, metavar="[DIR…]"),
        Option(
            ["--threshold"], type=number(0.4, 1), default=0.8, metavar="T",
            help="cli.option-threshold",
        ),
        Option(["--all", "every"], is_flag=True, help="cli.option-all-families"),
        Option(["--apply"], is_flag=True, help="cli.option-apply-families"),
        options.as_json(),
    ],
)  # fmt: skip

"""`drafter doctor`: what drafter finds on this machine. No network."""

from __future__ import annotations

from drafter.cli.common import options
from drafter.cli.common.base import Command
from drafter.cli.common.terminal import put, put_json
from drafter.messages import say


def doctor(*, as_json: bool) -> None:
    """Print versions, paths, terminal, fonts, library state."""
    from dataclasses import asdict

    from drafter.workspace.diagnosing import diagnosis

    facts = diagnosis()
    if as_json:
        put_json({"format": 1, "facts": [asdict(fact) for fact in facts]})
        return
    group = ""
    for fact in facts:
        if fact.group != group:
            group = fact.group
            put(group)
        put(f"  {' ' if fact.well else '!'} {fact.name}: {fact.found}")
        if fact.remedy:
            put(f"      {fact.remedy}")
    ill = sum(not fact.well for fact in facts)
    put(say("cli.doctor-well") if not ill else say("cli.doctor-ill", count=ill))


COMMAND = Command("doctor", callback=doctor, help="cli.doctor", params=[options.as_json()])

"""How one text departs from another, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.messages import say
from drafter.workspace.comparing import Compared
from drafter.workspace.records import sentences


def comparison_lines(compared: Compared) -> Iterator[str]:
    """Every paragraph that is not as it was, with its differences."""
    different = False
    for row in compared.comparison.rows:
        if row.state.value == "kept":
            continue
        different = True
        yield f"{say(f'workspace.state-{row.state.value}')}  {compared.label(row)}"
        yield from (f"    {told}" for told in sentences(row.changes))
        if not (row.a and row.b):
            yield f"    {''.join(compared.words(row))}"
    if not different:
        yield say("cli.same")

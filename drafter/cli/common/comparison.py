"""How one text departs from another, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.messages import say
from drafter.workspace.comparing import Compared, structure
from drafter.workspace.records import sentences


def comparison_lines(compared: Compared) -> Iterator[str]:
    """Every paragraph that is not as it was, with its differences; how many there are last."""
    if compared.caution:
        yield compared.caution
    different = False
    for row in compared.comparison.rows:
        if not compared.differs(row):
            continue
        different = True
        yield f"{say(f'workspace.state-{row.state.value}')}  {compared.place(row)}"
        yield from (f"    {fact.sentence}" for fact in structure(row))
        yield from (f"    {told}" for told in sentences(row.changes))
        if not (row.a and row.b):
            yield f"    {''.join(compared.words(row))}"
    yield compared.sameness or compared.summary
    if different and compared.remark and not compared.caution:
        yield compared.remark


def masthead_lines(compared: Compared) -> Iterator[str]:
    """The fields of the masthead that differ; nothing for none."""
    if compared.masthead:
        yield say("workspace.redline-masthead")
        for field, old, new in compared.masthead:
            yield f"    {field}: {old or '–'} → {new or '–'}"

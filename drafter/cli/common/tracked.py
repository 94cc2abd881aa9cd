"""The tracked changes of a Word file as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.cli.common.outline import clipped
from drafter.messages import say
from drafter.model.view import DocumentView
from drafter.readers import TrackedChange
from drafter.workspace.places import place_name


def change_lines(changes: Sequence[TrackedChange], view: DocumentView) -> Iterator[str]:
    """What was put in, taken out or moved, by whom, when and where; nothing for no changes."""
    if not changes:
        return
    yield ""
    yield say("cli.tracked", count=len(changes))
    for each in changes:
        kind = say(f"cli.tracked-{each.kind}")
        where = place_name(view, each.element) if each.element else ""
        facts = " · ".join(filter(None, (kind, each.author, each.date[:10], where)))
        yield clipped(f"  {facts}: {each.text}")

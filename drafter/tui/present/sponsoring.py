"""A list of sponsors that was typed or pasted: how it was understood, in one line and in full."""

from __future__ import annotations

from drafter.languages import Language, group_note
from drafter.messages import say
from drafter.tui.prose import prose
from drafter.tui.widgets.prose_pane import Block
from drafter.workspace.sponsors import Listed, counted


def in_short(found: Listed) -> str:
    """One line for below the field: how many are what, and how many things to look at."""
    doubts = say("tui.sponsors-doubts", count=len(found.told)) if found.told else ""
    return " · ".join(filter(None, (counted(found), doubts, say("tui.sponsors-key"))))


def in_full(found: Listed, language: Language, day: str) -> tuple[Block, ...]:
    """What is to be looked at, then the list as a document in the language prints it, then the
    note of the group."""
    doubts = (Block(prose(each), "⚑ ") for each in found.told)
    notes = (group_note(each, language.code, day) for each in found.groups[:1])
    return (
        Block(prose(counted(found))),
        *doubts,
        Block(prose(say("tui.sponsors-order")), spaced=True),
        Block(prose(found.line), "  "),
        *(Block(prose(f"* {each}"), "  ", spaced=True) for each in notes),
    )

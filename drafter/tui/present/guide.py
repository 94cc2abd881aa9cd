"""The help screen, made from the action table."""

from __future__ import annotations

from drafter.messages import say
from drafter.tui.actions import Action, Group, State
from drafter.tui.cells import fitted, width
from drafter.tui.keymap import Keymap, shown
from drafter.tui.prose import Run, prose
from drafter.tui.widgets.prose_pane import Block


def help_blocks(keys: Keymap, state: State | None = None) -> tuple[Block, ...]:
    """Every key, by group, then the marks of the margin; the keys of one state only if asked."""
    blocks: list[Block] = []
    for group in Group:
        rows = [
            row
            for row in keys.actions
            if row.group is group and (state is None or state in row.states)
        ]
        if not rows:
            continue
        blocks.append(_heading(say(f"tui.group-{group.value}"), first=not blocks))
        for row in rows:
            names = " ".join(shown(key) for key in row.keys if width(key) == len(key))
            where = "" if state else _where(row)
            words = prose(say(row.sentence), Run(where, "faint"))
            blocks.append(Block(words, lead=f"  {fitted(names, 14)} "))
    if state is State.CORRECTING:
        return tuple(blocks)
    blocks.append(_heading(say("tui.group-marks"), first=False))
    marks = (
        ("=", "kept"), ("≈", "edited"), ("+", "new"), ("↷", "moved"), ("−", "dropped"),
        ("✗", "error"), ("⚑", "warning"),
    )  # fmt: skip
    for sign, name in marks:
        blocks.append(Block(prose(say(f"tui.mark-{name}")), lead=f"  {fitted(sign, 14)} "))
    return tuple(blocks)


def _where(row: Action) -> str:
    """In which state, where that is not the usual one."""
    if State.READING in row.states or row.group is Group.CORRECT:
        return ""
    return f"  · {say(f'tui.in-{row.states[0].value}')}"


def _heading(words: str, *, first: bool) -> Block:
    return Block(prose(Run(words, "heading")), lead=" ", spaced=not first)

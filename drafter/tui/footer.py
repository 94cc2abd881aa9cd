"""The footer: which state the room is in, and the keys that matter most in it."""

from __future__ import annotations

from drafter.messages import say
from drafter.tui.actions import Action, State
from drafter.tui.cells import width
from drafter.tui.keymap import Keymap, shown
from drafter.tui.prose import Line, Run

_ALWAYS = 90  # actions from this place on are kept at the end, whatever the width


def footer_line(state: State, keys: Keymap, columns: int) -> Line:
    """The footer for a width: as many keys as fit, help and palette always among them."""
    chip = Run(f" {say(f'tui.state-{state.value}')} ", f"state-{state.value}")
    ranked = sorted((row for row in keys.of_state(state) if row.footer), key=lambda r: r.footer)
    last = [row for row in ranked if row.footer >= _ALWAYS]
    room = columns - width(chip.text) - sum(_width(row, state) for row in last)
    chosen: list[Action] = []
    for row in ranked:
        if row not in last and _width(row, state) <= room:
            chosen.append(row)
            room -= _width(row, state)
    runs = [run for row in [*chosen, *last] for run in _entry(row, state)]
    return (chip, *runs)


def _entry(row: Action, state: State) -> tuple[Run, ...]:
    return Run(f" {_key(row, state)}", "key"), Run(f" {say(row.label)} ", "faint")


def _key(row: Action, state: State) -> str:
    # Letters type while writing: only keys that work there are shown.
    typing = state in (State.WRITING, State.SEARCHING)
    usable = [key for key in row.keys if not typing or len(key) > 1] or list(row.keys)
    plain = [key for key in usable if not key.startswith("ctrl+") and key != "f1"]
    return shown((plain or usable)[0])


def _width(row: Action, state: State) -> int:
    return sum(width(run.text) for run in _entry(row, state))

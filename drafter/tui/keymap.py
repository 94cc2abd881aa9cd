"""Which key does what: the action table with the user's own keys laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from drafter.tui.actions import ACTIONS, Action, State

# Keys a text area uses for itself, and keys that terminals send as Backspace, Tab or Enter.
TEXT_AREA_KEYS = frozenset((*(f"ctrl+{letter}" for letter in "acdekuvwxyz"), "f6", "f7"))
TERMINAL_KEYS = frozenset(f"ctrl+{letter}" for letter in "hijm")
_SHOWN = {
    "escape": "Esc", "enter": "⏎", "up": "↑", "down": "↓", "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End", "space": "Space", "delete": "Del", "shift+up": "⇧↑",
    "shift+down": "⇧↓", "tab": "Tab", "backspace": "⌫",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """A key of the user's that was not taken; `message` names the sentence that says why."""

    message: str
    action: str
    key: str


@dataclass(frozen=True, slots=True)
class Keymap:
    """The actions with the keys in force."""

    actions: tuple[Action, ...]

    @property
    def own(self) -> dict[str, str]:
        """The keys that are not the usual ones, by action id."""
        usual = {row.id: row.keys for row in ACTIONS}
        return {r.id: ",".join(r.keys) for r in self.actions if r.keys != usual[r.id]}

    def of_state(self, state: State) -> tuple[Action, ...]:
        """The actions that work in a state."""
        return tuple(row for row in self.actions if state in row.states)

    def of(self, action_id: str) -> Action:
        """The action with this id."""
        return next(row for row in self.actions if row.id == action_id)


def keymap(own: Mapping[str, str]) -> tuple[Keymap, tuple[Refusal, ...]]:
    """The keys in force where the user asks for `own` (action id → "key,key").

    A key that cannot be had is refused and the action keeps its usual ones.
    """
    rows = {row.id: row for row in ACTIONS}
    refused: list[Refusal] = []
    for action_id, words in own.items():
        keys = tuple(key.strip() for key in words.split(",") if key.strip())
        problem = _problem(action_id, keys, rows, own)
        if problem:
            refused.append(problem)
        else:
            rows[action_id] = replace(rows[action_id], keys=keys)
    return Keymap(tuple(rows.values())), tuple(refused)


def _problem(
    action_id: str, keys: tuple[str, ...], rows: Mapping[str, Action], own: Mapping[str, str]
) -> Refusal | None:
    row = rows.get(action_id)
    if row is None:
        return Refusal("tui.no-such-action", action_id, ",".join(keys))
    for key in keys:
        if key in TERMINAL_KEYS:
            return Refusal("tui.key-of-terminal", action_id, key)
        if _typing(row) and key in TEXT_AREA_KEYS:
            return Refusal("tui.key-of-typing", action_id, key)
        if _taken(key, row, rows.values(), own):
            return Refusal("tui.key-taken", action_id, key)
    if not keys:
        return Refusal("tui.no-key", action_id, "")
    # A letter types while writing, so an action of that state needs another key as well.
    letters = _typing(row) and all(len(key) == 1 for key in keys)
    return Refusal("tui.key-of-typing", action_id, keys[0]) if letters else None


def _typing(row: Action) -> bool:
    return State.WRITING in row.states or State.SEARCHING in row.states


def _taken(key: str, row: Action, rows: Iterable[Action], own: Mapping[str, str]) -> bool:
    return any(
        other.id != row.id and other.id not in own and key in other.keys
        for other in rows
        if set(other.states) & set(row.states)
    )


def shown(key: str) -> str:
    """A key as footer and help print it: ^s for ctrl+s."""
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return key.upper() if len(key) > 1 and key[0] == "f" else key

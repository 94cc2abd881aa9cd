"""Keys in the order in which they were struck.

Textual hands a letter to the focused widget at once but sends a bound key, such as Backspace, round
by the screen; of a burst of keys (a slow line, an input method that corrects itself) the letters
would then act before the deletions that were struck first.
"""

from __future__ import annotations

from textual.binding import BindingsMap

_ROUND_BY_THE_SCREEN = ("scroll", "submit")


def own_action(bindings: BindingsMap, key: str) -> str:
    """The editing action that a text widget itself binds to `key`; empty if there is none."""
    actions = (binding.action for binding in bindings.key_to_bindings.get(key, []))
    return next((a for a in actions if not a.startswith(_ROUND_BY_THE_SCREEN)), "")

"""A box that is ticked or not, told apart by its mark and not by its colour."""

from __future__ import annotations

from rich.text import Text
from textual.binding import Binding
from textual.reactive import reactive
from textual.widget import Widget


class Tick(Widget, can_focus=True):
    """A line with a box before it; Space or a click ticks it."""

    BINDINGS = [
        Binding("space", "tick", show=False),
        Binding("enter", "screen.accept", show=False),
    ]
    ticked = reactive(False)

    def __init__(self, words: str, *, ticked: bool, id: str) -> None:  # noqa: A002  Textual's word
        super().__init__(id=id)
        self._words = words
        self.set_reactive(Tick.ticked, ticked)

    def render(self) -> Text:
        """The box and its words."""
        return Text(f"[{'x' if self.ticked else ' '}] {self._words}")

    def action_tick(self) -> None:
        """Tick it, or take the tick away."""
        self.ticked = not self.ticked

    def on_click(self) -> None:
        """A click ticks as well."""
        self.action_tick()

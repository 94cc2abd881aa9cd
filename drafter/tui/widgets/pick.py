"""One of several values, changed with the arrows."""

from __future__ import annotations

from rich.text import Text
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from drafter.tui.cells import clean


class Pick(Widget, can_focus=True):
    """A line that shows one of its choices; ← and → go to another."""

    BINDINGS = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("enter", "screen.accept", show=False),
    ]
    index = reactive(0)

    class Picked(Message):
        """Another choice was gone to."""

    def __init__(self, choices: tuple[tuple[str, str], ...], value: str, *, id: str) -> None:  # noqa: A002  Textual's word
        """`choices` as (value, words); the first if `value` is none of them."""
        super().__init__(id=id)
        self._choices = choices
        values = [each for each, _ in choices]
        self.set_reactive(Pick.index, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """The value that is shown."""
        return self._choices[self.index][0]

    def render(self) -> Text:
        """The words of the value, between arrows."""
        return Text(f"‹ {clean(self._choices[self.index][1])} ›")

    def action_step(self, by: int) -> None:
        """Go to another choice."""
        self.index = (self.index + by) % len(self._choices)
        self.post_message(self.Picked())

    def on_click(self) -> None:
        """A click goes on as well."""
        self.action_step(1)

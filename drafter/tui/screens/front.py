"""The frame of the room, painted before anything else is imported."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from drafter.messages import say
from drafter.tui.actions import State
from drafter.tui.footer import footer_line
from drafter.tui.keymap import Keymap
from drafter.tui.opening import Opener
from drafter.tui.prose import Run
from drafter.tui.widgets.line_bar import LineBar


class FrontScreen(Screen[None]):
    """Shows the bars of the room at once and then makes way for it.

    The room brings along the model and all it draws with; a person at the terminal should not
    look at nothing meanwhile.
    """

    AUTO_FOCUS = ""

    def __init__(self, keys: Keymap, opener: Opener) -> None:
        super().__init__()
        self._keys = keys
        self._opener = opener

    def compose(self) -> ComposeResult:
        """The bars of the room, where the room has them."""
        yield LineBar(id="heading")
        yield Container(id="desk")
        yield LineBar(id="provenance")
        yield LineBar(id="footer")

    def on_mount(self) -> None:
        """Paint, then open the room."""
        opening = (Run(f" {say('tui.opening')}", "faint"),)
        self.query_one("#provenance", LineBar).show(lambda columns: opening)
        self.query_one("#footer", LineBar).show(
            lambda columns: footer_line(State.READING, self._keys, columns)
        )
        # The first refresh lays out, the second has painted.
        self.call_after_refresh(self.call_after_refresh, self._make_way)

    def _make_way(self) -> None:
        from drafter.tui.screens.room.room import RoomScreen

        self.app.push_screen(RoomScreen(self._keys, self._opener), self._left)

    def _left(self, answer: None) -> None:
        self.app.exit(0)

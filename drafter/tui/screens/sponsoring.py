"""A list of sponsors as it was understood, to be taken or left."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from drafter.messages import say
from drafter.tui.screens.dialogs import CANCEL, Dialog
from drafter.tui.widgets.prose_pane import Block, ProsePane
from drafter.tui.widgets.words import Words

TAKEN = "taken"


class SponsorsDialog(Dialog):
    """The list in full; Enter answers `TAKEN`, Esc leaves the field as it was typed."""

    BINDINGS = [CANCEL, Binding("enter", "take", show=False)]

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        super().__init__(say("tui.sponsors-title"))
        self._blocks = blocks

    def body(self) -> ComposeResult:
        """The list, and the keys."""
        yield ProsePane(id="reading")
        yield Words(say("tui.sponsors-keys"), classes="faint")

    def on_mount(self) -> None:
        """Show the list as tall as it is, or as there is room for."""
        pane = self.query_one(ProsePane)
        pane.can_focus = True
        pane.show(self._blocks)
        pane.focus()

    def action_take(self) -> None:
        """The list goes into the field."""
        self.dismiss(TAKEN)

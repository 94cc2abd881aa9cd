"""Lines to edit over a screen: the fields of an event, or the lists of a vote."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import TextArea

from drafter.messages import say
from drafter.tui.screens.dialogs import Dialog
from drafter.tui.widgets.words import Words


class FieldsDialog(Dialog):
    """Lines to edit: fields, or the lists of a vote; ^s takes them, Esc changes nothing."""

    BINDINGS = [Binding("ctrl+s", "accept", show=False, priority=True)]

    def __init__(self, title: str, text: str, fault: str = "") -> None:
        super().__init__(title, fault)
        self._text = text

    def body(self) -> ComposeResult:
        """The lines, and the keys."""
        area = TextArea(self._text, id="event-fields", soft_wrap=True)
        area.styles.height = 14
        yield area
        yield Words(say("tui.event-keys"), classes="faint")

    def action_accept(self) -> None:
        """Answer with the lines as they stand."""
        self.dismiss(self.query_one(TextArea).text)

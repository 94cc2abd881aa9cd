"""Lines to edit over a screen: the fields of an event, or the lists of a vote."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import TextArea

from drafter.messages import say
from drafter.tui.screens.dialogs import Dialog
from drafter.tui.widgets.words import Words


class FieldsDialog(Dialog):
    """Lines to edit: fields, or the lists of a vote; ^s takes them, Esc changes nothing."""

    BINDINGS = [Binding("ctrl+s", "accept", show=False, priority=True)]

    def __init__(self, title: str, text: str, fault: str, keep: Callable[[str], None]) -> None:
        """`keep` is told the lines at every change."""
        super().__init__(title, fault)
        self._text = text
        self._keep = keep

    def body(self) -> ComposeResult:
        """The lines, and the keys."""
        area = TextArea(self._text, id="event-fields", soft_wrap=True)
        area.styles.height = 14
        yield area
        yield Words(say("tui.event-keys"), classes="faint")

    def on_mount(self) -> None:
        """Lines that were refused are kept as they come back."""
        self._keep(self._text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed."""
        event.stop()
        self._keep(event.text_area.text)

    def action_accept(self) -> None:
        """Answer with the lines as they stand."""
        self.dismiss(self.query_one(TextArea).text)

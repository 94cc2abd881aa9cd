"""Lines to edit over a screen: the fields of an event, or the lists of a vote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import TextArea

from drafter.messages import say
from drafter.tui.screens.dialogs import Dialog
from drafter.tui.widgets.fields_area import FieldsArea
from drafter.tui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class Guide:
    """What a field may say: the values that it can have, and a line of help."""

    values: Callable[[str], tuple[str, ...]] = lambda field: ()
    hint: Callable[[str], str] = lambda field: ""


class FieldsDialog(Dialog):
    """Lines to edit: fields, or the lists of a vote; ^s takes them, Esc changes nothing."""

    BINDINGS = [Binding("ctrl+s", "accept", show=False, priority=True)]

    def __init__(
        self, title: str, text: str, fault: str, keep: Callable[[str], bool], guide: Guide
    ) -> None:
        """`keep` is told the lines at every change, and tells whether anything would be lost."""
        super().__init__(title, fault)
        self._text = text
        self._keep = keep
        self._guide = guide
        self._warned_of = ""  # the lines that Esc would throw away, once it was told

    def body(self) -> ComposeResult:
        """The lines, what may stand in the field at hand, and the keys."""
        area = FieldsArea(self._text, self._guide.values, id="event-fields")
        area.styles.height = 12
        yield area
        yield Words(id="hint", classes="faint")
        yield Words(say("tui.event-keys"), classes="faint")

    def on_mount(self) -> None:
        """Lines that were refused are kept as they come back."""
        self._keep(self._text)

    def on_fields_area_reached(self, event: FieldsArea.Reached) -> None:
        """Say what may stand in the field."""
        event.stop()
        self.query_one("#hint", Words).show(self._guide.hint(event.key))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed."""
        event.stop()
        self._keep(event.text_area.text)

    def action_cancel(self) -> None:
        """Change nothing; what was typed is not thrown away at the first key."""
        text = self.query_one(TextArea).text
        if self._keep(text) and text != self._warned_of:
            self._warned_of = text
            self.query_one("#hint", Words).show(f"⚑ {say('tui.typed-not-taken')}")
            return
        self.dismiss(None)

    def action_accept(self) -> None:
        """Answer with the lines as they stand."""
        self.dismiss(self.query_one(TextArea).text)

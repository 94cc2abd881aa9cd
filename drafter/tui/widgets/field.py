"""A one-line field that takes the blanks of Chinese and French as text."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from drafter.tui.cells import clean
from drafter.tui.widgets.keystrokes import own_action
from drafter.tui.widgets.writing import TYPEABLE


class Field(Input):
    """An input without a border; lines that are pasted become one, with `joiner` between them."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002  Textual's word
        joiner: str = " ",
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self._joiner = joiner

    async def _on_key(self, event: events.Key) -> None:
        if event.character in TYPEABLE and not event.is_printable:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(event.character or "")
        elif not event.is_printable and (action := own_action(self._bindings, event.key)):
            event.stop()
            event.prevent_default()
            await self.run_action(action)

    def _on_paste(self, event: events.Paste) -> None:
        # An input takes the first line alone: a pasted list would lose the others unseen.
        event.stop()
        event.prevent_default()
        lines = (clean(line).strip() for line in event.text.splitlines())
        self.replace(self._joiner.join(filter(None, lines)), *self.selection)

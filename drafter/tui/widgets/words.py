"""A few words of the program's own, broken into lines as Chinese asks for."""

from __future__ import annotations

from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

from drafter.tui.cells import clean
from drafter.tui.wrapping import lines


class Words(Widget):
    """Shows a sentence over as many lines as it needs."""

    DEFAULT_CSS = "Words { height: auto; }"

    def __init__(self, words: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002  Textual's word
        super().__init__(id=id, classes=classes)
        self._words = clean(words)

    def show(self, words: str) -> None:
        """Show other words."""
        self._words = clean(words)
        self.refresh(layout=True)

    def render(self) -> Text:
        """The words at the width there is."""
        return Text("\n".join(lines(self._words, self.size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return len(lines(self._words, width))

"""One line across the screen: the heading, the provenance bar, the footer."""

from __future__ import annotations

from collections.abc import Callable

from textual.strip import Strip

from drafter.tui.prose import Line
from drafter.tui.widgets.inked import InkedView


class LineBar(InkedView, can_focus=False):
    """Shows one line, made for the width there is."""

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:  # noqa: A002  Textual's word
        super().__init__(id=id, classes=classes)
        self._made: Callable[[int], Line] = lambda columns: ()

    def show(self, made: Callable[[int], Line]) -> None:
        """Show the line that `made` makes for a width in columns."""
        self._made = made
        self.refresh()

    @property
    def text(self) -> str:
        """What is shown."""
        return "".join(run.text for run in self._made(self.size.width))

    def render_line(self, y: int) -> Strip:
        """The line, on the first row."""
        return self.strip(self._made(self.size.width) if y == 0 else (), self.size.width)

"""A scrolling view that draws its own lines from runs of named styles."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from drafter.tui.cells import width
from drafter.tui.prose import Line
from drafter.tui.theme import inks

_PLAIN = Style()


class InkedView(ScrollView, inherit_bindings=False):
    """Draws lines on demand: only what is visible is ever rendered."""

    _inks: tuple[str, dict[str, Style]] = ("", {})
    _fitted = Size()  # what was laid out for

    def fit(self) -> None:
        """Lay out for the present size."""

    def on_resize(self, event: events.Resize) -> None:
        """Take up a new size."""
        self._fit()

    def _fit(self) -> None:
        self._fitted = self.scrollable_content_region.size
        self.fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines to paint, laid out anew first if nothing told of the present size.

        Textual sends no Resize to a widget whose place somebody asked for between its being shown
        and the layout: its map of the screen already has the new size then.
        """
        if self.scrollable_content_region.size != self._fitted:
            self.call_next(self._fit)
        return super().render_lines(crop)

    def ink(self, name: str) -> Style:
        """The look of a style in the present theme."""
        theme = self.app.theme
        if self._inks[0] != theme:
            # Shared by all views: component classes would cost a style sheet lookup for each view.
            InkedView._inks = (theme, inks(self.app.theme_variables))
        return self._inks[1].get(name, _PLAIN)

    def strip(self, line: Line, columns: int, *, marked: bool = False) -> Strip:
        """The line, padded to `columns`; `marked` gives it the background of the cursor."""
        base = self.rich_style
        if marked:
            base += self.ink("cursor")
        segments = [Segment(run.text, base + self.ink(run.style)) for run in line]
        used = sum(width(run.text) for run in line)
        return Strip(segments, used).adjust_cell_length(columns, base)

    def blank(self, columns: int) -> Strip:
        """An empty line."""
        return Strip.blank(columns, self.rich_style)

    def show_rows(self, top: int, height: int) -> None:
        """Scroll no further than needed to show these rows, their top first."""
        view = max(self.scrollable_content_region.height, 1)
        current = round(self.scroll_target_y)
        if top < current or height >= view:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif top + height > current + view:
            self.scroll_to(y=top + height - view, animate=False, immediate=True)

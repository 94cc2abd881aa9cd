"""A list of rows of equal height, however many: only the visible ones are drawn."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from drafter.tui.cells import clip
from drafter.tui.prose import Line, Run
from drafter.tui.widgets.inked import InkedView

Draw = Callable[[int, int], tuple[Line, ...]]
"""The lines of row `index` at a width in columns."""


class RowList(InkedView, can_focus=True):
    """The rows 0 … `count` - 1, each `row_height` lines, with a cursor row."""

    BINDINGS = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(True)", show=False),
        Binding("end", "edge(False)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Reached(Message):
        """The cursor came to another row."""

        def __init__(self, rows: RowList, index: int) -> None:
            self.rows = rows
            self.index = index
            super().__init__()

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.rows

    class Chosen(Reached):
        """A row was chosen with Enter or two clicks."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's word
        super().__init__(id=id)
        self.count = 0
        self.index = 0
        self._row_height = 1
        self._draw: Draw = lambda index, columns: ()
        self._empty = ""
        self._headings: frozenset[int] = frozenset()

    def show(
        self,
        count: int,
        draw: Draw,
        *,
        row_height: int = 1,
        index: int = 0,
        empty: str = "",
        headings: frozenset[int] = frozenset(),
    ) -> None:
        """Show `count` rows with the cursor on `index`, or the words `empty` if there are none.

        The cursor passes over the rows in `headings`.
        """
        self._headings = headings
        self.count = count
        self._draw = draw
        self._row_height = row_height
        self._empty = empty
        self.index = min(max(index, 0), max(count - 1, 0))
        self._measure()
        self.refresh()
        if count:
            self.show_rows(self.index * row_height, row_height)

    def render_line(self, y: int) -> Strip:
        """One visible line."""
        columns = self.scrollable_content_region.width
        index, offset = divmod(y + self.scroll_offset.y, self._row_height)
        if not self.count and y == 0:
            return self.strip((Run(clip(f" {self._empty}", columns), "faint"),), columns)
        if index >= self.count:
            return self.blank(columns)
        lines = self._draw(index, columns - 2)
        here = index == self.index and offset < max(len(lines), 1)
        bar = Run("▌" if here else " ", "bar")
        line = lines[offset] if offset < len(lines) else ()
        return self.strip((bar, *line), columns, marked=here and self.has_focus)

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.reach(self.index + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        rows = max(self.scrollable_content_region.height // self._row_height - 1, 1)
        self.reach(self.index + by * rows)

    def action_edge(self, first: bool) -> None:
        """Move the cursor to the first or last row."""
        self.reach(0 if first else self.count - 1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self, self.index))

    def reach(self, index: int) -> None:
        """Put the cursor on a row."""
        step = 1 if index >= self.index else -1
        while index in self._headings:
            index += step
        index = min(max(index, 0), max(self.count - 1, 0))
        if index in self._headings:
            return
        if self.count and index != self.index:
            self.index = index
            self.refresh()
            self.post_message(self.Reached(self, index))
        if self.count:
            self.show_rows(self.index * self._row_height, self._row_height)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, two choose."""
        index = (event.y + self.scroll_offset.y) // self._row_height
        if index < self.count:
            self.reach(index)
            if event.chain == 2:
                self.action_choose()

    def fit(self) -> None:
        """Take up the new width."""
        self._measure()

    def _measure(self) -> None:
        height = self.count * self._row_height
        self.virtual_size = Size(self.scrollable_content_region.width, height)

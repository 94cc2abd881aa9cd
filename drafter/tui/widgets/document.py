"""The draft as a document: a page of paragraphs with their margin marks and a cursor paragraph."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from drafter.tui.page import Item, rows
from drafter.tui.prose import Line, Run
from drafter.tui.widgets.inked import InkedView

GUTTER = 4  # cursor bar, standing, finding, unchecked text
GONE = "−"
WIDEST = 92  # a longer line is harder to read than an empty margin
_AIRY_FROM = 28  # rows of screen from which paragraphs stand apart
_MARK_INKS = {"=": "kept", "≈": "edited", "+": "unfound", "−": "old", "↷": "edited"}
_DEPARTURES = frozenset("≈+−↷")
FLAG_INKS = {"✗": "error", "⚑": "warning", "·": "info"}


class DocumentPane(InkedView, can_focus=True):
    """Shows the items of a page. The cursor is on one of them and stays there by id."""

    class ParagraphReached(Message):
        """The cursor came to another paragraph."""

        def __init__(self, item_id: str) -> None:
            self.item_id = item_id
            super().__init__()

    class ParagraphOpened(Message):
        """A paragraph was clicked twice, to write in it."""

        def __init__(self, item_id: str) -> None:
            self.item_id = item_id
            super().__init__()

    gutter_columns = GUTTER

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's word
        super().__init__(id=id)
        self._items: tuple[Item, ...] = ()
        self._rows: list[tuple[Line, ...]] = []
        self._tops: list[int] = [0]
        self._known: dict[Item, tuple[Line, ...]] = {}
        self._laid_out: tuple[int, bool] = (0, False)
        self._cursor = 0

    def show(self, items: tuple[Item, ...], cursor: str = "") -> None:
        """Show these items with the cursor on `cursor`, or as near as can be to where it was."""
        wanted = cursor or self.cursor
        self._items = items
        self._cursor = self._place_of(wanted, min(self._cursor, max(len(items) - 1, 0)))
        self._lay_out()
        self._keep_in_view()

    @property
    def cursor(self) -> str:
        """The id of the item under the cursor, empty if there is none."""
        return self._items[self._cursor].id if self._items else ""

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return self._items[self._cursor] if self._items else None

    def move(self, by: int) -> None:
        """Move the cursor by paragraphs, over what cannot be written in."""
        step = 1 if by > 0 else -1
        place = self._cursor
        for _ in range(abs(by)):
            following = self._stop_from(place + step, step)
            if following is None:
                break
            place = following
        self._reach(place)

    def move_to_end(self, *, first: bool) -> None:
        """Put the cursor on the first or last paragraph."""
        start, step = (0, 1) if first else (len(self._items) - 1, -1)
        place = self._stop_from(start, step)
        if place is not None:
            self._reach(place)
            if first:
                self.scroll_to(y=0, animate=False, immediate=True)

    def move_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        height = max(self.scrollable_content_region.height - 2, 1)
        row = min(max(self._tops[self._cursor] + by * height, 0), max(self._tops[-1] - 1, 0))
        place = self._stop_from(bisect_right(self._tops, row) - 1, 1 if by > 0 else -1)
        if place is None:
            self.move_to_end(first=by < 0)
        elif place == self._cursor:
            self.move(by)
        else:
            self._reach(place)

    def move_to_mark(self, by: int) -> None:
        """Move the cursor to the next or previous paragraph that departs, or after which something
        was dropped."""
        place = self._cursor + by
        while 0 <= place < len(self._items):
            item = self._items[place]
            if item.editable and (item.mark in _DEPARTURES or item.gone):
                self._reach(place)
                return
            place += by

    def move_to(self, item_id: str) -> None:
        """Put the cursor on an item."""
        self._reach(self._place_of(item_id, self._cursor))

    def render_line(self, y: int) -> Strip:
        """One visible row."""
        columns = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        if not self._items or row >= self._tops[-1]:
            return self.blank(columns)
        place = bisect_right(self._tops, row) - 1
        line = self._rows[place][row - self._tops[place]]
        return self._row(place, line, row - self._tops[place], columns)

    def rows_of(self, item: Item, columns: int, *, airy: bool) -> tuple[Line, ...]:
        """The lines of an item at a width; a blank one first sets it apart."""
        return rows(item, columns, airy=airy)

    def margin_of(self, item: Item) -> Line:
        """What stands before the first line of an item, between the cursor bar and its words."""
        mark = Run(item.mark, _MARK_INKS.get(item.mark, ""))
        flag = Run(item.flag, FLAG_INKS.get(item.flag, ""))
        unchecked = Run("?" if item.unchecked else " ", "warning")
        if self.gutter_columns == GUTTER:
            return mark, flag, unchecked
        return mark, Run(GONE if item.gone else " ", "old"), flag, unchecked

    def _row(self, place: int, line: Line, offset: int, columns: int) -> Strip:
        leading = self._rows[place][0] == () and offset == 0
        here = place == self._cursor and not leading
        bar = Run("▌" if here else " ", "bar")
        first = 1 if self._rows[place][0] == () else 0
        if offset == first and not leading:
            before = self.margin_of(self._items[place])
        else:
            before = (Run(" " * (self.gutter_columns - 1)),)
        return self.strip((bar, *before, *line), columns, marked=here)

    def _lay_out(self) -> None:
        columns = min(self.scrollable_content_region.width - self.gutter_columns, WIDEST)
        airy = self.app.size.height >= _AIRY_FROM
        if self._laid_out != (columns, airy):
            self._known, self._laid_out = {}, (columns, airy)
        if columns < 2:
            return
        known = self._known
        fresh = {i: known.get(i) or self.rows_of(i, columns, airy=airy) for i in self._items}
        self._known = fresh
        self._rows = [fresh[item] for item in self._items]
        self._tops = [0, *accumulate(map(len, self._rows))]
        self.virtual_size = Size(self.scrollable_content_region.width, self._tops[-1] + 1)
        self.refresh()

    def widen(self, *, for_base: bool) -> None:
        """Make room in the margin for what was dropped from a base, where the draft has one."""
        self.gutter_columns = GUTTER + for_base

    def fit(self) -> None:
        """Lay the page out anew for another width."""
        self._lay_out()
        self._keep_in_view()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, two open the paragraph."""
        row = event.y + self.scroll_offset.y
        if not self._items or row >= self._tops[-1]:
            return
        self._reach(bisect_right(self._tops, row) - 1)
        if event.chain == 2:
            self.post_message(self.ParagraphOpened(self.cursor))

    def _reach(self, place: int) -> None:
        if place != self._cursor and 0 <= place < len(self._items):
            self._cursor = place
            self.refresh()
            self.post_message(self.ParagraphReached(self.cursor))
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        if self._items and self._cursor < len(self._rows):
            top = self._tops[self._cursor]
            self.show_rows(top, self._tops[self._cursor + 1] - top)

    def _stop_from(self, place: int, step: int) -> int | None:
        while 0 <= place < len(self._items):
            if self._items[place].editable:
                return place
            place += step
        return None

    def _place_of(self, item_id: str, otherwise: int) -> int:
        for place, item in enumerate(self._items):
            if item.id == item_id:
                return place
        return otherwise

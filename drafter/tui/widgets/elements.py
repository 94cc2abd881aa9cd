"""The elements of a text that was read, each with the name of its kind and its sign of doubt."""

from __future__ import annotations

from drafter.tui.cells import fitted
from drafter.tui.page import Item
from drafter.tui.present.reviews import element_rows
from drafter.tui.prose import Line, Run
from drafter.tui.widgets.document import FLAG_INKS, DocumentPane

TAG_COLUMNS = 10


class ElementsPane(DocumentPane):
    """A page of elements, in full or folded to their first words."""

    gutter_columns = 4 + TAG_COLUMNS + 1
    folded = False

    def fold(self, *, folded: bool) -> None:
        """Show the first words only, or everything."""
        self.folded = folded
        self._known = {}
        self.show(self._items)

    def rows_of(self, item: Item, columns: int, *, airy: bool) -> tuple[Line, ...]:
        """The lines of an item; the names of the kinds set the elements apart."""
        return element_rows(item, columns, folded=self.folded)

    def margin_of(self, item: Item) -> Line:
        """Whether it was looked at, its sign of doubt, its kind."""
        return (
            Run(item.mark, "kept"),
            Run(item.flag, FLAG_INKS.get(item.flag, "")),
            Run(" "),
            Run(fitted(item.tag, TAG_COLUMNS), "faint"),
            Run(" "),
        )

    def move_to_doubt(self, by: int) -> bool:
        """Move the cursor to the next or previous uncertain element, round the end; whether there
        is one."""
        count = len(self._items)
        for step in range(1, count + 1):
            place = (self._cursor + by * step) % count
            if self._items[place].flag.strip():
                self._reach(place)
                return True
        return False

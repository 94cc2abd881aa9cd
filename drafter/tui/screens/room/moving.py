"""Moving the cursor over the draft."""

from __future__ import annotations

from drafter.tui.screens.paging import Paging
from drafter.tui.screens.room.showing import Showing
from drafter.tui.widgets.document import DocumentPane
from drafter.tui.widgets.rows import RowList


class Moving(Showing, Paging):
    """Answers the keys that move."""

    def action_next_departure(self) -> None:
        """Go to the next paragraph that is not verbatim."""
        self.page.move_to_mark(1)

    def action_previous_departure(self) -> None:
        """Go back to a paragraph that is not verbatim."""
        self.page.move_to_mark(-1)

    def on_document_pane_paragraph_reached(self, event: DocumentPane.ParagraphReached) -> None:
        """The outline and the side follow the cursor."""
        event.stop()
        if not self.ready:
            return
        self.notice = ""
        self.show_bars()
        outline = self.query_one("#outline", RowList)
        if not outline.has_focus:
            outline.reach(self._outline_index())
        self.show_side()

    def follow_outline(self, index: int) -> None:
        """The page follows the outline."""
        if 0 <= index < len(self._outline):
            self.page.move_to(self.item_of(self._outline[index].item))

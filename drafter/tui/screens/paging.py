"""Going over a page of paragraphs by keys."""

from __future__ import annotations

from typing import Protocol

from drafter.tui.widgets.document import DocumentPane


class _Paged(Protocol):
    @property
    def page(self) -> DocumentPane: ...


class Paging:
    """Answers the keys that move over the `page` of a screen."""

    def action_next(self: _Paged) -> None:
        """Go to the next element."""
        self.page.move(1)

    def action_previous(self: _Paged) -> None:
        """Go to the element before."""
        self.page.move(-1)

    def action_page_down(self: _Paged) -> None:
        """Go a screenful down."""
        self.page.move_page(1)

    def action_page_up(self: _Paged) -> None:
        """Go a screenful up."""
        self.page.move_page(-1)

    def action_first(self: _Paged) -> None:
        """Go to the first element: a masthead that is shown, else the first paragraph."""
        self.page.move_to_end(first=True)

    def action_last(self: _Paged) -> None:
        """Go to the last element."""
        self.page.move_to_end(first=False)

"""The library beside the draft: search while typing, insert what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from drafter.messages import say
from drafter.tui.present.hits import hit_lines, results_title, row_height
from drafter.tui.prose import Line
from drafter.tui.screens.room.comparing import CARD, SEARCH, Comparing
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from drafter.library import Hit

HITS_AT_MOST = 1000


class Searching(Comparing):
    """Answers the keys of the library."""

    hits: tuple[Hit, ...] | None = None

    def title_of(self, matter: str) -> str:
        """What stands over a matter."""
        if matter == SEARCH:
            return results_title(None if self.hits is None else len(self.hits), HITS_AT_MOST)
        return super().title_of(matter)

    def action_search(self) -> None:
        """Turn to the library, ready to type."""
        self.turn_to(SEARCH)
        query = self.query_one("#query", Field)
        self.set_focus(query)
        query.action_select_all()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the words change."""
        event.stop()
        words = event.value
        if words.strip():
            self._search(words)
        else:
            self._show_hits(None)

    def search_again(self) -> None:
        """Search for the same words in a library that has changed."""
        words = self.query_one("#query", Input).value
        if words.strip():
            self._search(words)

    def _search(self, words: str) -> None:
        from drafter.library import Query

        session, field = self.session, self.query_one("#query", Input)
        query = Query(words, language=session.document.language, limit=HITS_AT_MOST)
        self.asker.ask(
            SEARCH, lambda: session.search(query), self._show_hits, lambda: field.value == words
        )

    def _show_hits(self, hits: tuple[Hit, ...] | None) -> None:
        self.hits = hits
        empty = say("tui.search-hint") if hits is None else say("tui.search-nothing")
        rows = self.query_one("#hits", RowList)
        height = row_height(rows.size.width - 2)
        rows.show(len(hits or ()), self._draw_hit, row_height=height, empty=empty)
        self.show_title()

    def _draw_hit(self, index: int, columns: int) -> tuple[Line, ...]:
        from drafter.workspace.libraries import cited

        hits = self.hits or ()
        standing = self.session.library.standing

        def cite(hit: Hit) -> str:
            return f"{cited(hit.clause)} · {standing(hit.clause)}"

        return hit_lines(hits[index], cite, columns)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the search field inserts the hit under the cursor."""
        event.stop()
        if event.input.id == "query":
            self.insert_hit()

    def action_insert(self) -> None:
        """Insert the hit of the last search; without one, turn to the library."""
        if self.hits:
            self.insert_hit()
        else:
            self.action_search()

    def action_insert_hit(self) -> None:
        """Insert the hit under the cursor."""
        self.insert_hit()

    def action_next_hit(self) -> None:
        """Go to the next hit without leaving the search field."""
        self.query_one("#hits", RowList).action_move(1)

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self.query_one("#hits", RowList).action_move(-1)

    def insert_hit(self) -> None:
        """Insert the clause under the cursor of the results after the paragraph at hand."""
        from drafter.workspace.libraries import cited

        if not self.hits:
            return
        clause = self.hits[self.query_one("#hits", RowList).index].clause
        at = self.place
        if self.did(lambda: self.session.insert_clause(clause.id, after=at)):
            self.turn_to(CARD, slide=False)
            self.set_focus(self.page)
            self.tell(say("tui.inserted", source=cited(clause)))

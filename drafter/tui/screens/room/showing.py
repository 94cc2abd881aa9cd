"""Showing the draft: page, outline, heading and provenance, renewed after every change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from drafter.messages import say
from drafter.tui.page import Item
from drafter.tui.present.bars import Heading, Shares, heading_line, provenance_line
from drafter.tui.present.findings import count_line, together
from drafter.tui.present.pages import (
    Margin,
    OutlineRow,
    flags_of,
    items,
    outline,
    outline_line,
)
from drafter.tui.prose import Line, Run
from drafter.tui.screens.room.base import RoomBase
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from drafter.match import Coverage
    from drafter.model.findings import Finding
    from drafter.model.view import DocumentView

_MARKS = {"verbatim": "=", "edited": "≈", "not-found": "+"}


class Showing(RoomBase):
    """Refreshes what is seen; asks in threads for what takes a while."""

    _shares: Shares | None = None
    _marks: dict[str, str] = {}
    _outline: tuple[OutlineRow, ...] = ()
    words_at_first: dict[str, str] = {}
    saved_at = ""

    def show_draft(self, cursor: str = "") -> None:
        """Show the draft as it is now, then ask what the library and the checks say of it."""
        self.notice = ""
        self._show_page(cursor)
        self.show_bars()
        self.show_side()
        session, revision = self.session, self.session.revision

        def still() -> bool:
            return self.ready and session.revision == revision

        self.ask_base(still)
        self.asker.ask("coverage", session.coverage, self._show_coverage, still)
        self.asker.ask("checks", session.check, self._show_findings, still)

    def ask_base(self, still: Callable[[], bool]) -> None:
        """Ask how the draft stands against its base."""

    def margin_now(self) -> Margin:
        """What stands beside the paragraphs at the moment."""
        return Margin(self._marks, flags_of(self.findings or ()))

    def page_items(self) -> tuple[Item, ...]:
        """The page as it is looked at."""
        return items(self.session.view, self.margin, self.session.language)

    def base_words(self) -> str:
        """What the draft stands against, if anything."""
        return ""

    def _show_page(self, cursor: str = "") -> None:
        self.margin = self.margin_now()
        self.page.show(self.page_items(), cursor)
        self._show_outline(self.session.view)

    def _show_outline(self, view: DocumentView) -> None:
        self._outline = outline(view, self.margin)
        rows = self.query_one("#outline", RowList)
        rows.show(len(self._outline), self._draw_outline, index=self._outline_index())

    def _draw_outline(self, index: int, columns: int) -> tuple[Line, ...]:
        return (outline_line(self._outline[index], columns),)

    def _outline_index(self) -> int:
        """The outline's row for the cursor: its own, or that of the paragraph it belongs to."""
        wanted = self.element_of(self.page.cursor)
        index = 0
        places = {row.item: i for i, row in enumerate(self._outline)}
        for element in self.session.view.elements:
            index = places.get(element.id, index)
            if element.id == wanted:
                break
        return index

    def element_of(self, item: str) -> str:
        """The element of the draft that an item of the page shows, or stands near."""
        return item

    def item_of(self, element: str) -> str:
        """The item of the page that shows an element of the draft."""
        return element

    def _show_coverage(self, coverage: Coverage) -> None:
        self._shares = Shares(coverage.verbatim, coverage.edited, coverage.not_found)
        if self.session.document.base is None:
            self._marks = {row.id: _MARKS[row.state] for row in coverage.paragraphs}
        self._show_page()
        self.show_bars()

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        here = self._words_by_id()
        untouched = {i for i, words in self.words_at_first.items() if here.get(i) == words}
        self.findings = together(self.session.findings_of_reading, findings, untouched)
        self._show_page()
        self.show_bars()
        self.show_findings()

    def _words_by_id(self) -> dict[str, str]:
        view = self.session.view
        words = {element.id: element.text.plain() for element in view.elements}
        return words | {note.id: note.text.plain() for note in view.notes}

    def note_words(self) -> None:
        """Note what every paragraph said when the draft was opened."""
        self.words_at_first = self._words_by_id() if self.session.findings_of_reading else {}

    def show_findings(self) -> None:
        """Show the list of findings where it is open."""

    def show_bars(self) -> None:
        """Show heading and provenance, or the remark that stands in its place."""
        if not self.ready:
            super().show_bars()
            return
        heading = self._heading()
        self.query_one("#heading", LineBar).show(lambda columns: heading_line(heading, columns))
        notice, shares = self.notice, self._shares
        of_what = say("tui.of-library") if self.session.document.base else ""
        counts = (count_line(self.findings or ()), self.session.journal_problem)

        def below(columns: int) -> Line:
            if notice:
                return (Run(f" {notice}", "notice"),)
            return provenance_line(shares, counts, columns, of_what)

        self.query_one("#provenance", LineBar).show(below)

    def _heading(self) -> Heading:
        from drafter.workspace.recovery import title_of

        session = self.session
        document = session.document
        name = session.path.name if session.path else ""
        facts = (self.base_words(), document.masthead.symbol, document.language, name)
        return Heading(title_of(document) or say("tui.untitled"), facts, self._standing())

    def _standing(self) -> str:
        session = self.session
        if session.read_only:
            return say("tui.read-only", holder=session.holder)
        if session.dirty or self.typing:
            return say("tui.unsaved") if session.path else f"● {say('tui.not-saved-yet')}"
        return say("tui.saved", time=self.saved_at) if self.saved_at else say("tui.no-changes")

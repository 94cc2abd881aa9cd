"""Lists that lead to a paragraph: what the checks found, and the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.messages import say
from drafter.tui.actions import State
from drafter.tui.present.findings import ROW_HEIGHT, finding_lines, in_order
from drafter.tui.screens.room.base import WIDE
from drafter.tui.screens.room.comparing import CARD, CHECKS
from drafter.tui.screens.room.rebasing import Rebasing
from drafter.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from drafter.model.findings import Finding


class Listing(Rebasing):
    """Answers the keys of checks and outline, and of rows in any list."""

    _listed: tuple[Finding, ...] = ()

    def title_of(self, matter: str) -> str:
        """What stands over a matter."""
        if matter == CHECKS:
            return say("tui.checks-title", count=len(self._listed))
        return super().title_of(matter)

    def action_checks(self) -> None:
        """Show what the checks found."""
        self.turn_to(CHECKS)
        self.show_findings()
        rows = self.query_one("#findings", RowList)
        self.set_focus(rows)
        if self._listed:
            self.page.move_to(self.item_of(self._listed[rows.index].place.element))

    def show_findings(self) -> None:
        """Show the list of findings."""
        rows = self.query_one("#findings", RowList)
        view = self.session.view
        self._listed = in_order(self.findings or (), view)
        rows.show(
            len(self._listed),
            lambda index, columns: finding_lines(self._listed[index], view, columns),
            row_height=ROW_HEIGHT,
            index=rows.index,
            empty=say("tui.no-findings") if self.findings is not None else say("tui.checking"),
        )
        self.show_title()

    def action_outline(self) -> None:
        """Show or hide the outline; on a narrow screen it slides over the draft."""
        rows = self.query_one("#outline", RowList)
        shown = "-open" if self.size.width >= WIDE else "-over"
        rows.toggle_class(shown)
        if rows.has_class(shown):
            self.set_focus(rows)
        else:
            self.set_focus(self.page)

    def on_row_list_reached(self, event: RowList.Reached) -> None:
        """The page follows the outline and the findings."""
        event.stop()
        if event.rows.id == "outline" and event.rows.has_focus:
            self.follow_outline(event.index)
        elif event.rows.id == "findings":
            self.page.move_to(self.item_of(self._listed[event.index].place.element))
        elif event.rows.id == "dropped":
            self.reach_dropped(event.index)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter: insert the hit, go to the paragraph, mend the finding."""
        event.stop()
        if event.rows.id == "hits":
            self.insert_hit()
        elif event.rows.id == "outline":
            self.follow_outline(event.index)
            event.rows.remove_class("-over")
            self.set_focus(self.page)
        elif event.rows.id == "findings":
            self._mend(self._listed[event.index])
        elif event.rows.id == "dropped":
            self.bring_back(event.index)

    def _mend(self, finding: Finding) -> None:
        if finding.fixes:
            self.apply(finding.fixes[0])
        else:
            self.page.move_to(self.item_of(finding.place.element))
            self.set_focus(self.page)

    def action_close(self) -> None:
        """Back to the draft, and to the precedents beside it."""
        if self.page.has_focus or self.state is State.SEARCHING:
            self.turn_to(CARD, slide=False)
        self.query_one("#outline").remove_class("-over")
        self.set_focus(self.page)

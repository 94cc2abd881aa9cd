"""The events of a committee's report as a list: what the report says of each, and what is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.tui.cells import clean
from drafter.tui.present.events import ROW_HEIGHT, row_lines
from drafter.tui.present.problems import sentence_of
from drafter.tui.prose import Run
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.words import Words
from drafter.workspace.event_places import HEADING
from drafter.workspace.event_sheet import EventRow, EventSheet
from drafter.workspace.recent import remember
from drafter.workspace.records import sentence


class EventList(Screen[None]):
    """Meetings, drafts and events in order, moved and deleted; each change is saved at once."""

    BINDINGS = [
        Binding("d,delete", "remove", show=False),
        Binding("J,shift+down", "shift(1)", show=False),
        Binding("K,shift+up", "shift(-1)", show=False),
        Binding("u", "undo", show=False),
        Binding("r", "reread", show=False),
        Binding("q,escape", "leave", show=False),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.sheet = EventSheet.open(path)
        remember(path)
        self._rows: tuple[EventRow, ...] = ()

    def compose(self) -> ComposeResult:
        """Heading, the list, the words of what is open, the keys."""
        yield LineBar(id="heading")
        yield RowList(id="events")
        yield Words(id="open")
        yield LineBar(id="footer")

    def on_mount(self) -> None:
        """Show the events."""
        self.query_one("#events").styles.height = "1fr"
        name, keys = clean(self.sheet.path.name), say("tui.events-keys")
        title = (Run(f" {say('tui.events-title')} · {name}", "title"),)
        self.query_one("#heading", LineBar).show(lambda columns: title)
        self.query_one("#footer", LineBar).show(lambda columns: (Run(f" {keys}", "faint"),))
        self._show(0)

    @property
    def row(self) -> EventRow:
        """The row under the cursor."""
        return self._rows[self.query_one(RowList).index]

    def on_row_list_reached(self, event: RowList.Reached) -> None:
        """Tell what is open in the row under the cursor."""
        event.stop()
        self._tell_open()

    def action_remove(self) -> None:
        """Take what stands under the cursor out; a draft goes with its events."""
        row = self.row
        if row.index != HEADING or row.is_draft:
            self._do(lambda: self.sheet.remove(row.section, row.index))

    def action_shift(self, by: int) -> None:
        """Move what stands under the cursor."""
        row = self.row
        if row.index == HEADING and not row.is_draft:
            return
        if not self._do(lambda: self.sheet.move(row.section, row.index, by)):
            return
        if row.is_draft:
            self._reach(row.section + by, HEADING)
        else:
            self._reach(row.section, row.index + by)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._do(self.sheet.undo)

    def action_reread(self) -> None:
        """Take the file as it is on disk, after somebody else changed it."""
        try:
            self.sheet = EventSheet.open(self.sheet.path)
        except DrafterError as problem:
            self._refused(problem)
            return
        self._show(self.query_one(RowList).index)

    def action_leave(self) -> None:
        """Close the list; everything is saved."""
        if self is self.app.screen_stack[0]:
            self.app.exit(0)
        else:
            self.dismiss(None)

    def _do(self, change: Callable[[], object]) -> bool:
        """Whether the change could be made; if not, why is said."""
        try:
            change()
        except DrafterError as problem:
            self._refused(problem)
            return False
        self._show(self.query_one(RowList).index)
        return True

    def _refused(self, problem: DrafterError) -> None:
        self.notify(sentence_of(problem), severity="warning", markup=False)

    def _reach(self, section: int, index: int) -> None:
        places = [(row.section, row.index) for row in self._rows]
        self._show(places.index((section, index)))

    def _show(self, index: int) -> None:
        self._rows = self.sheet.rows()
        self.query_one(RowList).show(
            len(self._rows),
            lambda at, columns: row_lines(self._rows[at], columns),
            row_height=ROW_HEIGHT,
            index=index,
        )
        self._tell_open()

    def _tell_open(self) -> None:
        told = " ".join(sentence(each) for each in self.row.open)
        self.query_one("#open", Words).show(told)

"""The events of a committee's report as a list: what the report says of each, and what is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import TextArea

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.proceedings import EventKind
from drafter.tui.cells import clean
from drafter.tui.present.problems import sentence_of
from drafter.tui.prose import Line, Run, wrapped
from drafter.tui.screens.dialogs import Choice, ChoiceDialog, Dialog
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.words import Words
from drafter.workspace.event_sheet import INTRODUCTION, EventRow, EventSheet
from drafter.workspace.records import sentence

_HEIGHT = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FIRST = frozenset({
    EventKind.ALLOCATED, EventKind.DEBATED, EventKind.CONSIDERED, EventKind.SUMMARY_RECORDS,
    EventKind.DOCUMENTS,
})  # fmt: skip
_ANYWHERE = frozenset({EventKind.STATEMENTS, EventKind.TEXT})


class EventDialog(Dialog):
    """One event, field by field; ^s takes it, Esc changes nothing."""

    BINDINGS = [Binding("ctrl+s", "accept", show=False, priority=True)]

    def __init__(self, title: str, text: str, fault: str = "") -> None:
        super().__init__(title, fault)
        self._text = text

    def body(self) -> ComposeResult:
        """The fields, and the keys."""
        area = TextArea(self._text, id="event-fields", soft_wrap=True)
        area.styles.height = 14
        yield area
        yield Words(say("tui.event-keys"), classes="faint")

    def action_accept(self) -> None:
        """Answer with the fields as they stand."""
        self.dismiss(self.query_one(TextArea).text)


class EventsScreen(Screen[None]):
    """Add, edit, move and delete events; each change is saved at once."""

    BINDINGS = [
        Binding("e", "edit", show=False),
        Binding("a", "add", show=False),
        Binding("d,delete", "remove", show=False),
        Binding("J,shift+down", "shift(1)", show=False),
        Binding("K,shift+up", "shift(-1)", show=False),
        Binding("u", "undo", show=False),
        Binding("q,escape", "leave", show=False),
    ]
    AUTO_FOCUS = "RowList"

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.sheet = EventSheet.open(path)
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
        self._show(1)

    @property
    def row(self) -> EventRow:
        """The row under the cursor."""
        return self._rows[self.query_one(RowList).index]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter edits."""
        event.stop()
        self.action_edit()

    def on_row_list_reached(self, event: RowList.Reached) -> None:
        """Tell what is open in the event under the cursor."""
        event.stop()
        self._tell_open()

    def action_edit(self, text: str = "", fault: str = "") -> None:
        """Edit the fields of the event under the cursor."""
        row = self.row
        if row.index < 0:
            return
        shown = text or self.sheet.fields_of(row.section, row.index)
        title = say(f"report.event-{row.kind}")
        self.app.push_screen(EventDialog(title, shown, fault), lambda new: self._edited(row, new))

    def action_add(self) -> None:
        """Ask for a kind, and add an event of it after the cursor."""
        choices = tuple(
            Choice(kind.value, key, kind.value, say(f"report.event-{kind.value}"))
            for key, kind in zip(_LETTERS, _kinds(self.row.section), strict=False)
        )
        self.app.push_screen(ChoiceDialog(say("tui.event-kind"), choices), self._added)

    def action_remove(self) -> None:
        """Take the event under the cursor out."""
        row = self.row
        if row.index >= 0:
            self._do(lambda: self.sheet.remove(row.section, row.index))

    def action_shift(self, by: int) -> None:
        """Move the event under the cursor."""
        row, index = self.row, self.query_one(RowList).index
        if row.index >= 0 and self._do(lambda: self.sheet.move(row.section, row.index, by)):
            self._show(index + by)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._do(self.sheet.undo)

    def action_leave(self) -> None:
        """Close the list; everything is saved."""
        self.app.exit(0)

    def _edited(self, row: EventRow, text: str | None) -> None:
        if text is None:
            return
        try:
            self.sheet.change(row.section, row.index, text)
        except DrafterError as problem:
            self.action_edit(text, sentence_of(problem).lstrip(":"))
            return
        self._show(self.query_one(RowList).index)

    def _added(self, kind: str | None) -> None:
        if kind is None:
            return
        row, index = self.row, self.query_one(RowList).index
        if self._do(lambda: self.sheet.add(row.section, row.index + 1, EventKind(kind))):
            self._show(index + 1)
            self.action_edit()

    def _do(self, change: Callable[[], object]) -> bool:
        """Whether the change could be made; if not, why is said."""
        try:
            change()
        except DrafterError as problem:
            self.notify(sentence_of(problem), severity="warning", markup=False)
            return False
        self._show(self.query_one(RowList).index)
        return True

    def _show(self, index: int) -> None:
        self._rows = self.sheet.rows()
        self.query_one(RowList).show(
            len(self._rows), self._draw, row_height=_HEIGHT, index=index,
        )  # fmt: skip
        self._tell_open()

    def _tell_open(self) -> None:
        told = " ".join(sentence(each) for each in self.row.open)
        self.query_one("#open", Words).show(told)

    def _draw(self, index: int, columns: int) -> tuple[Line, ...]:
        row = self._rows[index]
        if row.index < 0:
            words = row.words or say("tui.events-introduction")
            return ((), (Run(f" {clean(words)}", "title"),))
        flag = "⚑" if row.open else " "
        head = (Run(f" {flag} {row.kind}", "label"),)
        lines = wrapped((Run(clean(row.words)),), columns - 5)
        return (head, *((Run("     "), *line) for line in lines[: _HEIGHT - 1]))


def _kinds(section: int) -> tuple[EventKind, ...]:
    """The kinds of events that a section may hold."""
    first = section == INTRODUCTION
    return tuple(kind for kind in EventKind if kind in _ANYWHERE or (kind in _FIRST) is first)

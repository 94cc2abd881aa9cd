"""The events of a committee's report as a list: what the report says of each, and what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain, repeat
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.proceedings import EventKind, ProposalKind
from drafter.tui.cells import clean
from drafter.tui.present.problems import sentence_of
from drafter.tui.prose import Line, Run, wrapped
from drafter.tui.screens.dialogs import Choice, ChoiceDialog
from drafter.tui.screens.fields_dialog import FieldsDialog, Guide
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.words import Words
from drafter.workspace import unfinished
from drafter.workspace.event_fields import hint, values_of, word_of
from drafter.workspace.event_places import HEAD, HEADING, INTRODUCTION, MEETINGS
from drafter.workspace.event_resuming import Dialog, Resumed, Standing, place_name, resumed
from drafter.workspace.event_sheet import EventRow, EventSheet
from drafter.workspace.recent import remember
from drafter.workspace.records import sentence
from drafter.workspace.reporting import Fields, begun, drafts_beside
from drafter.workspace.unfinished import Unfinished

_HEIGHT = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KEYS = f"123456789{_LETTERS}"  # further files have none
_FIRST = frozenset({
    EventKind.ALLOCATED, EventKind.DEBATED, EventKind.CONSIDERED, EventKind.SUMMARY_RECORDS,
    EventKind.DOCUMENTS,
})  # fmt: skip
_ANYWHERE = frozenset({EventKind.STATEMENTS, EventKind.TEXT})


class EventsScreen(Screen[None]):
    """Add, edit, move and delete meetings, drafts and events; each change is saved at once."""

    BINDINGS = [
        Binding("e", "edit", show=False),
        Binding("v", "vote", show=False),
        Binding("a", "add", show=False),
        Binding("n", "add_draft", show=False),
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
        self.call_after_refresh(self._resume)

    @property
    def row(self) -> EventRow:
        """The row under the cursor."""
        return self._rows[self.query_one(RowList).index]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter edits."""
        event.stop()
        self.action_edit()

    def on_row_list_reached(self, event: RowList.Reached) -> None:
        """Tell what is open in the row under the cursor."""
        event.stop()
        self._tell_open()

    def action_edit(self, text: str = "", fault: str = "") -> None:
        """Edit the fields of what stands under the cursor; on a title, begin the first of its
        rows."""
        row = self.row
        if row.index == HEADING and row.section in {MEETINGS, INTRODUCTION}:
            self.action_add()
            return
        shown = self.sheet.fields_of(row.section, row.index)
        place = place_name(Dialog.EDIT, row.section, row.index)
        self._ask(place, _title(row), shown, (text, fault), partial(self._edited, row))

    def action_vote(self, text: str = "", fault: str = "") -> None:
        """Paste the lists of the vote of the event under the cursor."""
        row = self.row
        shown = self.sheet.vote_of(row.section, row.index)
        if shown is None:
            self.notify(say("tui.events-no-vote"), severity="warning", markup=False)
            return
        place = place_name(Dialog.VOTE, row.section, row.index)
        self._ask(place, say("tui.events-vote"), shown, (text, fault), partial(self._voted, row))

    def action_add(self) -> None:
        """Add a meeting after the cursor, or ask for a kind and add an event of it."""
        row = self.row
        if row.section in {HEAD, MEETINGS}:
            last = len(self.sheet.told.meetings)
            self._ask_meeting(row.index + 1 if row.section == MEETINGS else last)
            return
        choices = tuple(
            Choice(kind.value, key, word_of(kind.value), say(f"report.event-{kind.value}"))
            for key, kind in zip(_LETTERS, _kinds(row.section), strict=False)
        )
        self.app.push_screen(ChoiceDialog(say("tui.event-kind"), choices), self._added)

    def action_add_draft(self) -> None:
        """Ask which of the files beside the report is another draft of it, and add it after the
        one under the cursor."""
        named = [proposal.file for proposal in self.sheet.told.proposals]
        try:
            files = drafts_beside(self.sheet.path, named)
        except DrafterError as problem:
            self._refused(problem)
            return
        keys = chain(_KEYS, repeat(" "))
        choices = [Choice(name, key, name) for key, name in zip(keys, files, strict=False)]
        none = Choice("", "-", say("tui.events-no-file"))
        asked = ChoiceDialog(say("tui.events-which-draft"), (*choices, none))
        self.app.push_screen(asked, self._draft_added)

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

    def _ask_meeting(self, at: int, text: str = "", fault: str = "") -> None:
        """Add a meeting when its fields are filled in."""
        shown, place = self.sheet.blank_meeting(), place_name(Dialog.MEETING, MEETINGS, at)
        answered = partial(self._meeting_added, at)
        self._ask(place, say("tui.events-meeting"), shown, (text, fault), answered)

    def _ask(
        self, place: str, title: str, shown: str, again: tuple[str, str],
        answered: Callable[[str | None], None],
    ) -> None:  # fmt: skip
        """Open a dialog on lines, or `again` on what was typed in their stead and what is said of
        it; what is typed is kept until the dialog is left."""
        path, (typed, fault) = self.sheet.path, again

        def keep(now: str) -> bool:
            if now != shown:
                unfinished.keep(path, Unfinished(place, shown, now))
            else:
                unfinished.drop(path)
            return now != shown

        def left(now: str | None) -> None:
            unfinished.drop(path)
            answered(now)

        told = self.sheet.told
        kind = self.row.kind
        guide = Guide(
            lambda field: values_of(told, field, kind), lambda field: hint(told, field, kind)
        )
        self.app.push_screen(FieldsDialog(title, typed or shown, fault, keep, guide), left)

    def _resume(self) -> None:
        """Open the dialog again that was open when drafter ended."""
        before = unfinished.found(self.sheet.path)
        again = resumed(self.sheet, before) if before else None
        if before is None or again is None:
            return
        said = say(f"tui.typed-before-{again.stands}")
        if again.stands is Standing.GONE:
            self._show_gone(before, said)
        elif again.dialog is Dialog.MEETING:
            self._ask_meeting(again.index, again.typed, said)
        else:
            self._reach(again.section, again.index)
            ask = self.action_vote if again.dialog is Dialog.VOTE else self.action_edit
            ask(_beside(again), said)

    def _show_gone(self, before: Unfinished, said: str) -> None:
        """Show what was typed into something that is not there any more; only Esc drops it."""

        def answered(text: str | None) -> None:
            if text is not None:
                self._show_gone(replace(before, typed=text), said)

        title = say("tui.events-gone")
        self._ask(before.place, title, before.shown, (before.typed, said), answered)

    def _meeting_added(self, at: int, text: str | None) -> None:
        if text is None:
            return
        try:
            self.sheet.add_meeting(at, text)
        except DrafterError as problem:
            self._ask_meeting(at, text, _fault(problem))
            return
        self._rows = self.sheet.rows()
        self._reach(MEETINGS, at)

    def _edited(self, row: EventRow, text: str | None) -> None:
        self._take(self.sheet.change, row, text, self.action_edit)

    def _voted(self, row: EventRow, text: str | None) -> None:
        self._take(self.sheet.vote, row, text, self.action_vote)

    def _take(
        self,
        change: Callable[[int, int, str], None],
        row: EventRow,
        text: str | None,
        ask: Callable[[str, str], None],
    ) -> None:
        """Change the row, or ask again where the words cannot be so; None was given up."""
        if text is None:
            return
        try:
            change(row.section, row.index, text)
        except DrafterError as problem:
            ask(text, _fault(problem))
            return
        self._show(self.query_one(RowList).index)

    def _added(self, kind: str | None) -> None:
        if kind is not None:
            section, at = self.row.section, self.row.index + 1
            self._begun(section, at, lambda: self.sheet.add(section, at, EventKind(kind)))

    def _draft_added(self, name: str | None) -> None:
        if name is None:
            return
        path = self.sheet.path
        last = len(self.sheet.told.proposals)
        at = self.row.section + 1 if self.row.section >= 0 else last
        none: Fields = {"kind": ProposalKind.RESOLUTION.value}

        def add() -> None:
            self.sheet.add_draft(at, begun(path.parent / name, path) if name else none)

        self._begun(at, HEADING, add)

    def _begun(self, section: int, index: int, add: Callable[[], object]) -> None:
        """Add something and edit its fields."""
        if self._do(add):
            self._reach(section, index)
            self.action_edit()

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
            len(self._rows), self._draw, row_height=_HEIGHT, index=index,
        )  # fmt: skip
        self._tell_open()

    def _tell_open(self) -> None:
        told = " ".join(sentence(each) for each in self.row.open)
        self.query_one("#open", Words).show(told)

    def _draw(self, index: int, columns: int) -> tuple[Line, ...]:
        row = self._rows[index]
        flag = "⚑" if row.open else " "
        if row.index == HEADING:
            return ((), (Run(f" {flag} ", "label"), Run(_words_of(row), "title")))
        kind = (Run(f"{word_of(row.kind)}  ", "label"),) if row.kind else ()
        first, *more = wrapped((*kind, Run(clean(row.words))), columns - 4)
        lines = ((Run(f" {flag} ", "label"), *first), *((Run("   "), *line) for line in more))
        return lines[:_HEIGHT]


def _beside(again: Resumed) -> str:
    """What was typed, with the fields that stand in the file by now as a comment below."""
    if again.stands is Standing.SAME or again.dialog is Dialog.VOTE:
        return again.typed
    lines = (say("tui.events-now"), *again.now.splitlines())
    return "\n".join((again.typed.rstrip("\n"), *(f"# {line}" for line in lines))) + "\n"


def _title(row: EventRow) -> str:
    """What the dialog over a row is about."""
    if row.section == HEAD:
        return say("tui.events-head")
    if row.section == MEETINGS:
        return say("tui.events-meeting")
    return say("tui.events-draft") if row.is_draft else say(f"report.event-{row.kind}")


def _words_of(heading: EventRow) -> str:
    names = {HEAD: "head", MEETINGS: "meetings", INTRODUCTION: "introduction"}
    if heading.section not in names:
        return clean(heading.words) or say("tui.events-draft")
    name = say(f"tui.events-{names[heading.section]}")
    return " · ".join(filter(None, (name, clean(heading.words))))


def _fault(problem: DrafterError) -> str:
    return sentence_of(problem).lstrip(":")


def _kinds(section: int) -> tuple[EventKind, ...]:
    """The kinds of events that a section may hold."""
    first = section == INTRODUCTION
    return tuple(kind for kind in EventKind if kind in _ANYWHERE or (kind in _FIRST) is first)

"""A citation from its number: shown in the words of the draft while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Input

from drafter.errors import UsageError
from drafter.messages import say
from drafter.tui.present.problems import sentence_of
from drafter.tui.screens.dialogs import Dialog
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.words import Words
from drafter.workspace.citing import short

Dates = Mapping[str, str]
_WAYS = 2  # "its resolution" and "resolution"


class CitationDialog(Dialog):
    """Type a number or symbol; answers with the citation that is marked.

    `forms` gives the ways to cite what was typed, the likeliest first, with the dates that are
    known by symbol. The symbols complete what is typed.
    """

    def __init__(self, forms: Callable[[str, Dates], tuple[str, ...]], dates: Dates) -> None:
        super().__init__(say("tui.citation-title"), say("tui.citation-sentence"))
        self._forms = forms
        self._dates = dates
        self._ways: tuple[str, ...] = ()
        self._at = 0
        self._why = ""  # what was typed cites nothing

    def body(self) -> ComposeResult:
        """The field, and below it the ways to cite."""
        field = Field(id="line", placeholder="70/1")
        field.suggester = self._suggester()
        yield field
        yield from (Words(classes="way") for _ in range(_WAYS))
        yield Words(say("tui.citation-keys"), classes="faint")

    def know(self, dates: Dates) -> None:
        """Cite with these dates from now on: a library may take its time to tell them."""
        self._dates, at = dates, self._at
        for field in self.query(Field):
            field.suggester = self._suggester()
            self._show(field.value)
            self._mark(at)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show how what is typed is cited."""
        event.stop()
        self._show(event.value)

    def _suggester(self) -> SuggestFromList:
        known = dict.fromkeys(name for each in self._dates for name in (short(each), each))
        return SuggestFromList(known, case_sensitive=False)

    def _show(self, typed: str) -> None:
        self._why = ""
        try:
            self._ways = self._forms(typed, self._dates) if typed.strip() else ()
        except UsageError as problem:
            self._ways, self._why = (), sentence_of(problem)
        self._mark(0)

    def on_key(self, event: events.Key) -> None:
        """The arrows choose between the ways while the field keeps the focus."""
        step = {"up": -1, "down": 1}.get(event.key)
        if step is not None:
            event.stop()
            self._mark(self._at + step)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the citation that is marked."""
        event.stop()
        if self._ways:
            self.dismiss(self._ways[self._at])
        elif self._why:
            self.query(".way").first(Words).show(f"⚑ {self._why}")

    def _mark(self, at: int) -> None:
        self._at = min(max(at, 0), max(len(self._ways) - 1, 0))
        for each, row in enumerate(self.query(".way").results(Words)):
            said = self._ways[each] if each < len(self._ways) else ""
            row.show(f"{'▸' if each == self._at and said else ' '} {said}")

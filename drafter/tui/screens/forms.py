"""Forms of the room, and the document settings."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from drafter.errors import UsageError
from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.tui.present.mastheads import FIELDS, further, hint, label, with_words, words_of
from drafter.tui.present.problems import sentence_of
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.words import Words
from drafter.workspace.masthead_fields import Giver, MastheadField

Answer = TypeVar("Answer")


class Form(ModalScreen[Answer | None]):
    """A framed form: Tab goes through the fields, Enter or ^s accepts, Esc changes nothing."""

    BINDINGS = [
        Binding("ctrl+s", "accept", show=False, priority=True),
        Binding("escape", "cancel", show=False),
    ]
    AUTO_FOCUS = "Field"
    title_id = ""

    def compose(self) -> ComposeResult:
        """The frame around the fields; what is wrong with them stands first, always in view."""
        with VerticalScroll(classes="dialog form", can_focus=False) as frame:
            frame.border_title = say(self.title_id)
            frame.border_subtitle = say("tui.form-keys")
            yield Words(id="fault")
            yield from self.fields()

    def fields(self) -> ComposeResult:
        """The fields."""
        yield from ()

    def fault(self, words: str) -> None:
        """Say what is wrong."""
        self.query_one("#fault", Words).show(words)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_cancel(self) -> None:
        """Leave without changing anything."""
        self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter accepts the form."""
        event.stop()
        self.action_accept()

    def action_accept(self) -> None:
        """Answer with the form as it stands."""


class MastheadForm(Form[Answer]):
    """A form with the fields of a masthead among its own."""

    def entered(self, masthead: Masthead) -> Masthead | None:
        """`masthead` as its fields have it; None where one cannot be so, which is said."""
        for name in FIELDS:
            field = self.query_one(f"#field-{name}", Input)
            try:
                masthead = with_words(masthead, name, field.value)
            except UsageError as problem:
                self.fault(sentence_of(problem))
                field.focus()
                return None
        return masthead


class SettingsForm(MastheadForm[Masthead]):
    """What stands above the text: the fields that the document has, then all others. Every field
    may stay empty."""

    title_id = "tui.settings-title"

    def __init__(self, masthead: Masthead, own: tuple[MastheadField, ...] = ()) -> None:
        super().__init__()
        self.masthead = masthead
        self.own = tuple(each for each in own if each.name in FIELDS)

    def fields(self) -> ComposeResult:
        """One row a field."""
        for each in self.own:
            yield self._row(each.name, each.giver)
        others = further(self.own)
        yield Words(say("tui.secretariat-fields"), classes="faint apart")
        if self.own and others:
            yield Words(say("tui.further-fields"), classes="faint")
        for name in others:
            yield self._row(name, Giver.ASKED)

    def _row(self, name: str, giver: Giver) -> Horizontal:
        field = Field(
            words_of(self.masthead, name), placeholder=hint(name, giver), id=f"field-{name}"
        )
        return Horizontal(Label(label(name), markup=False), field, classes="row")

    def action_accept(self) -> None:
        """Answer with the masthead as it stands in the form."""
        masthead = self.entered(self.masthead)
        if masthead is not None:
            self.dismiss(masthead)

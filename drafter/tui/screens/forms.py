"""Forms of the room, and the document settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label

from drafter.errors import UsageError
from drafter.languages import Language
from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.tui.present.mastheads import FIELDS, further, hint, label, with_words, words_of
from drafter.tui.present.problems import sentence_of
from drafter.tui.present.sponsoring import in_full, in_short
from drafter.tui.screens.sponsoring import SponsorsDialog
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.words import Words
from drafter.workspace.masthead_fields import (
    PARTED,
    SEVERAL,
    SPONSORS,
    Giver,
    MastheadField,
    so_far,
)
from drafter.workspace.sponsors import Listed, listed

Answer = TypeVar("Answer")


class Frame(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls to the field at hand by itself; the arrows go through the fields."""


class Form(ModalScreen[Answer | None]):
    """A framed form: Tab or an arrow goes through the fields, Enter or ^s accepts, Esc changes
    nothing."""

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("ctrl+s", "accept", show=False, priority=True),
        Binding("escape", "cancel", show=False),
    ]
    AUTO_FOCUS = "Field"
    title_id = ""

    def compose(self) -> ComposeResult:
        """The frame around the fields; what is wrong with them stands first, always in view."""
        with Frame(classes="dialog form") as frame:
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
        self.query_one(Frame).scroll_home(animate=False)

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

    def entered(self, masthead: Masthead, names: Iterable[str] = FIELDS) -> Masthead | None:
        """`masthead` as its fields `names` have it; None where one cannot be so, which is said."""
        for name in names:
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

    BINDINGS = [Binding("ctrl+o", "understood", show=False)]
    title_id = "tui.settings-title"

    def __init__(
        self,
        masthead: Masthead,
        language: Language,
        own: tuple[MastheadField, ...] = (),
        keep: Callable[[Masthead | None], None] = lambda masthead: None,
    ) -> None:
        """`keep` is told the masthead at every change, None when the form is left."""
        super().__init__()
        self._keep = keep
        self._kept = False
        self._warned_of: dict[str, str] = {}  # what Esc would throw away, once it was told
        self.masthead = masthead
        self.language = language
        self.own = tuple(each for each in own if each.name in FIELDS)

    def fields(self) -> ComposeResult:
        """One row a field."""
        for each in self.own:
            yield from self._row(each.name, each.giver)
        others = further(self.own)
        yield Words(say("tui.secretariat-fields"), classes="faint apart")
        if self.own and others:
            yield Words(say("tui.further-fields"), classes="faint")
        for name in others:
            yield from self._row(name, Giver.ASKED)

    def _row(self, name: str, giver: Giver) -> Iterator[Widget]:
        joiner = ", " if name in SPONSORS else " | " if name in PARTED else " "
        words = words_of(self.masthead, name)
        field = Field(words, placeholder=hint(name, giver), id=f"field-{name}", joiner=joiner)
        yield Horizontal(Label(label(name), markup=False), field, classes="row")
        if name in SPONSORS:
            yield Words(id=f"understood-{name}", classes="understood")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show how a list of sponsors is understood while it is typed."""
        event.stop()
        self._tell_understood()
        touched = self._changed()
        if touched or self._kept:
            self._kept = bool(touched)
            masthead = self.masthead
            for name in touched:
                masthead = so_far(masthead, name, self._typed(name))
            self._keep(masthead if touched else None)

    def on_descendant_focus(self) -> None:
        """Show it of the field that has the keys."""
        self._tell_understood()

    def _tell_understood(self) -> None:
        for name in SPONSORS:
            field = self.query_one(f"#field-{name}", Input)
            row = self.query_one(f"#understood-{name}", Words)
            row.display = field.has_focus and bool(field.value.strip())
            if row.display:
                row.show(in_short(listed(field.value, self.language)))
                self.call_after_refresh(row.scroll_visible, animate=False)

    def action_understood(self) -> None:
        """Show the list of the field in full, to be taken as it was understood."""
        field = self.focused
        if not isinstance(field, Input) or field.id not in {f"field-{n}" for n in SPONSORS}:
            return
        found = listed(field.value, self.language)
        blocks = in_full(found, self.language, self.masthead.day)
        self.app.push_screen(SponsorsDialog(blocks), partial(self._taken, field, found))

    def _taken(self, field: Input, found: Listed, answer: str | None) -> None:
        if answer is None:
            return
        field.value = SEVERAL.join(found.names)
        for group in found.groups[:1]:
            self.query_one("#field-group", Input).value = group
        submitters = self.query_one("#field-submitters", Input)
        if submitters.value == words_of(self.masthead, "submitters"):
            submitters.value = ""

    def action_accept(self) -> None:
        """Answer with the masthead as it stands in the form."""
        masthead = self.entered(self.masthead, self._changed())
        if masthead is not None:
            self._leave(masthead)

    def action_cancel(self) -> None:
        """Leave without changing anything; what was typed is not thrown away at the first key."""
        typed = {name: self._typed(name) for name in self._changed()}
        if typed and typed != self._warned_of:
            self._warned_of = typed
            self.fault(say("tui.typed-not-taken"))
            return
        self._leave(None)

    def _leave(self, masthead: Masthead | None) -> None:
        if self._kept:
            self._keep(None)
        self.dismiss(masthead)

    def _changed(self) -> list[str]:
        """The fields that were touched; the line of who submits last, as others take it away."""
        touched = (
            n for n in FIELDS if self._typed(n).strip() != words_of(self.masthead, n).strip()
        )
        return sorted(touched, key=lambda name: name == "submitters")

    def _typed(self, name: str) -> str:
        return self.query_one(f"#field-{name}", Input).value

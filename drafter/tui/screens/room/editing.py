"""Changing the draft paragraph by paragraph: every key is one verb of the Session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.tree import Kind
from drafter.tui.present.pages import is_unchecked
from drafter.tui.screens.dialogs import Choice, ChoiceDialog
from drafter.tui.screens.room.moving import Moving

if TYPE_CHECKING:
    from drafter.model.findings import AnyFix
    from drafter.model.view import DocumentView, ElementView

T = TypeVar("T")
_OFFERED = (
    (Kind.PREAMBULAR, "p"), (Kind.OPERATIVE, "o"), (Kind.PROSE, "t"), (Kind.DECLARATION, "d"),
    (Kind.HEADING, "h"),
)  # fmt: skip
_SUB = "sub"


class Editing(Moving):
    """Answers the keys that change the draft."""

    def did(self, verb: Callable[[], T]) -> T | None:
        """Do it and show the draft; if it is refused, say why and return None."""
        try:
            done = verb()
        except DrafterError as problem:
            self.tell_problem(problem)
            return None
        cursor = done if isinstance(done, str) else ""
        self.show_draft(cursor)
        return done

    @property
    def element(self) -> ElementView | None:
        """The paragraph under the cursor; None on a note or a heading that is derived."""
        element = self.session.view.element(self.page.cursor)
        return element if element is not None and element.paragraph is not None else None

    @property
    def place(self) -> str | None:
        """The element that something new would come after."""
        return self.page.cursor if self.element else None

    def no_paragraph(self) -> None:
        """Say that this cannot be done to the line under the cursor."""
        self.tell(say("tui.not-a-paragraph"))

    def with_element(self, verb: Callable[[str], object]) -> None:
        """Do it to the paragraph under the cursor."""
        element = self.element
        if element is None:
            self.no_paragraph()
            return
        self.did(lambda: verb(element.id))

    def action_delete(self) -> None:
        """Take out the paragraph, or the note, under the cursor."""
        if self.session.view.note(self.page.cursor):
            self.did(lambda: self.session.remove_note(self.page.cursor))
            return
        self.with_element(self.session.delete)

    def action_confirm(self) -> None:
        """Confirm the text of the paragraph, which was inserted without having been checked."""
        element = self.element
        if element is None or not is_unchecked(element):
            self.tell(say("tui.nothing-to-confirm"))
            return
        self.did(lambda: self.session.confirm(element.id))

    def action_move_up(self) -> None:
        """Exchange the paragraph with the one before."""
        self.with_element(self.session.move_up)

    def action_move_down(self) -> None:
        """Exchange the paragraph with the one after."""
        self.with_element(self.session.move_down)

    def action_indent(self) -> None:
        """Make the paragraph a sub-paragraph."""
        self.with_element(self.session.indent)

    def action_outdent(self) -> None:
        """Raise the sub-paragraph a level."""
        self.with_element(self.session.outdent)

    def action_convert(self) -> None:
        """Turn a preambular paragraph into an operative one and back; ask for any other kind."""
        element = self.element
        if element is None:
            self.no_paragraph()
        elif element.kind is Kind.PREAMBULAR:
            self.did(lambda: self.session.convert(element.id, Kind.OPERATIVE))
        elif element.kind is Kind.OPERATIVE:
            self.did(lambda: self.session.convert(element.id, Kind.PREAMBULAR))
        else:
            self.app.push_screen(self._kinds(sub=False, title="tui.convert-title"), self._converted)

    def _converted(self, kind: str | None) -> None:
        if kind:
            self.with_element(lambda element_id: self.session.convert(element_id, Kind(kind)))

    def action_restart(self) -> None:
        """Let the numbers below the heading under the cursor begin again with 1, or run on."""
        element = self.element
        if element is None or element.paragraph is None:
            self.no_paragraph()
            return
        again = not element.paragraph.restarts
        self.did(lambda: self.session.restart(element.id, restarts=again))

    def action_undo(self) -> None:
        """Take back the last edit and go where it was."""
        self.travel(self.session.undo)

    def action_redo(self) -> None:
        """Do again what was undone and go there."""
        self.travel(self.session.redo)

    def travel(self, verb: Callable[[], None]) -> None:
        """Do it and go to the first paragraph that it changed."""
        before = self.session.view

        def there() -> str:
            verb()
            return changed_place(before, self.session.view)

        self.did(there)

    def apply(self, fix: AnyFix) -> None:
        """Apply a fix that a finding offered."""
        self.did(lambda: self.session.apply_fix(fix))

    def action_new_paragraph(self) -> None:
        """Ask what kind of paragraph, put it after the cursor, and write it."""
        self.app.push_screen(self._kinds(sub=True, title="tui.new-title"), self._new_chosen)

    def _kinds(self, *, sub: bool, title: str) -> ChoiceDialog:
        choices = [Choice(kind.value, key, say(f"tui.kind-{kind.value}")) for kind, key in _OFFERED]
        if sub:
            choices.insert(2, Choice(_SUB, "s", say("tui.kind-sub")))
        own = self.element.kind.value if self.element else ""
        choices.sort(key=lambda choice: choice.value != own)
        return ChoiceDialog(say(title), tuple(choices))

    def _new_chosen(self, answer: str | None) -> None:
        if not answer:
            return
        at = self.place
        if answer != _SUB:
            new = self.did(lambda: self.session.insert_paragraph(Kind(answer), "", after=at))
            steps = 1
        else:
            new, steps = self._new_sub(at)
        if new:
            self.begin_writing(new, steps)

    def _new_sub(self, at: str | None) -> tuple[str | None, int]:
        element = self.element
        if element is None or at is None:
            self.no_paragraph()
            return None, 0
        new = self.did(lambda: self.session.insert_paragraph(element.kind, "", after=at))
        if new is None or element.level > 1:
            return new, 1
        if self.did(lambda: self.session.indent(new)) is None and self.notice:
            self.session.undo()
            return None, 0
        self.show_draft(new)
        return new, 2

    def begin_writing(self, element_id: str, fresh: int = 0) -> None:
        """Write in a paragraph; `fresh` edits made it, and are undone if nothing is written."""


def changed_place(before: DocumentView, after: DocumentView) -> str:
    """The first paragraph or note that differs between two views; empty if there is none."""
    old = {each.id: (each.text, each.kind, each.section) for each in before.elements}
    order = [element.id for element in before.elements]
    for index, element in enumerate(after.elements):
        same = old.get(element.id) == (element.text, element.kind, element.section)
        if not same or (index < len(order) and order[index] != element.id):
            return element.id
    notes = {note.id: note.text for note in before.notes}
    return next((note.id for note in after.notes if notes.get(note.id) != note.text), "")

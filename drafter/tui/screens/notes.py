"""The footnotes of the document as a list: add, edit, remove."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from drafter.messages import say
from drafter.model.view import DocumentView
from drafter.tui.cells import clean, fitted
from drafter.tui.prose import Line, Run, wrapped
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.words import Words

_HEIGHT = 2


@dataclass(frozen=True, slots=True)
class NoteAnswer:
    """What is to be done: "add" a note to the paragraph at hand, or "edit" or "remove" `note`."""

    verb: str
    note: str = ""


class NotesDialog(ModalScreen[NoteAnswer | None]):
    """All notes in order of their numbers; the cursor starts at those marked `here`."""

    BINDINGS = [
        Binding("escape,q,f", "cancel", show=False),
        Binding("a", "answer('add')", show=False),
        Binding("e", "answer('edit')", show=False),
        Binding("d,delete", "answer('remove')", show=False),
    ]

    def __init__(self, view: DocumentView, here: tuple[str, ...]) -> None:
        super().__init__()
        self._view = view
        self._here = here

    def compose(self) -> ComposeResult:
        """The list in its frame."""
        with Vertical(classes="dialog") as frame:
            frame.border_title = say("tui.notes-title", count=len(self._view.notes))
            yield RowList(id="notes")
            yield Words(say("tui.notes-keys"), classes="faint")

    def on_mount(self) -> None:
        """Show the notes."""
        notes = self._view.notes
        rows = self.query_one(RowList)
        rows.styles.height = min(max(len(notes), 1) * _HEIGHT, 14)
        places = [i for i, note in enumerate(notes) if note.id in self._here]
        rows.show(
            len(notes), self._draw, row_height=_HEIGHT, index=places[0] if places else 0,
            empty=say("tui.no-notes"),
        )  # fmt: skip
        rows.focus()

    def _draw(self, index: int, columns: int) -> tuple[Line, ...]:
        note = self._view.notes[index]
        lead = "▸" if note.id in self._here else " "
        label = Run(f"{lead}{fitted(note.number, 4)}", "label")
        first, *rest = wrapped((Run(clean(note.text.plain())),), columns - 6)
        return ((label, *first), *((Run("     "), *line) for line in rest[: _HEIGHT - 1]))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter edits."""
        event.stop()
        self.action_answer("edit")

    def action_answer(self, verb: str) -> None:
        """Answer with what is to be done to the note under the cursor."""
        notes = self._view.notes
        if verb == "add":
            self.dismiss(NoteAnswer(verb))
        elif notes:
            self.dismiss(NoteAnswer(verb, notes[self.query_one(RowList).index].id))

    def action_cancel(self) -> None:
        """Change nothing."""
        self.dismiss(None)

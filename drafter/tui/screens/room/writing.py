"""Writing a paragraph or a note: every keystroke is kept, and compared while it is typed."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.editable import shown, typed
from drafter.tui.screens.dialogs import LineDialog
from drafter.tui.screens.room.comparing import CARD
from drafter.tui.screens.room.listing import Listing
from drafter.tui.widgets.document import DocumentPane
from drafter.tui.widgets.writing import WritingArea


@dataclass(frozen=True, slots=True)
class Work:
    """What is being written: a paragraph or a note, the words it had, the edits that made it."""

    id: str
    words: str
    note: bool
    fresh: int


class Writing(Listing):
    """The writing state."""

    work: Work | None = None
    _kept = False  # whether the journal holds words that are no edit yet

    def action_write(self) -> None:
        """Write in the paragraph or note under the cursor."""
        item = self.page.item
        if self.take_up():
            return
        if item is None or not item.editable:
            self.no_paragraph()
        elif self.session.read_only:
            self.tell(say("tui.read-only", holder=self.session.holder))
        else:
            self.begin_writing(item.id)

    def on_document_pane_paragraph_opened(self, event: DocumentPane.ParagraphOpened) -> None:
        """Two clicks write."""
        event.stop()
        self.action_write()

    def begin_writing(self, element_id: str, fresh: int = 0) -> None:
        """Open the text area on a paragraph or note."""
        from drafter.workspace.places import place_name

        note = self.session.document.note(element_id)
        words = note.text.plain() if note else self._shown(element_id)
        self.work = Work(element_id, words, note is not None, fresh)
        self.query_one("#writing").border_title = say(
            "tui.writing-title", place=place_name(self.session.view, element_id)
        )
        self.area.show(words)
        self.tell("")
        self.turn_to(CARD, slide=False)
        self.add_class("-writing")
        self.set_focus(self.area)
        self.call_after_refresh(self.page.move_to, element_id)
        self.show_side()

    def on_writing_area_typed(self, event: WritingArea.Typed) -> None:
        """Keep the words safe, and compare them."""
        event.stop()
        work = self.work
        if work is None:
            return
        if event.words != work.words or self._kept:
            self._kept = event.words != work.words
            self.session.typing(work.id if self._kept else "", event.words)
        self.notice = ""
        self.show_bars()
        self.show_side()

    @property
    def typed_words(self) -> str | None:
        """The words of the paragraph while it is being written."""
        return self.area.words if self.work and not self.work.note else None

    @property
    def typing(self) -> bool:
        """Whether words have been typed that are no edit yet."""
        return self.work is not None and self.area.words != self.work.words

    def action_done(self) -> None:
        """Leave the text area; what was typed stays."""
        if self.finish():
            self.set_focus(self.page)

    def finish(self) -> bool:
        """Put the words into the draft; False if they were refused and stay in the text area."""
        work = self.work
        if work is None:
            return True
        if work.fresh and not self.area.words.strip():
            self.work = None
            for _ in range(work.fresh):
                self.session.undo()
            self.show_draft()
        elif not self.commit():
            return False
        self.work = None
        self.remove_class("-writing")
        self.call_after_refresh(self.page.move_to, work.id)
        return True

    def commit(self) -> bool:
        """Make an edit of what has been typed so far."""
        work, words = self.work, self.area.words
        if work is None or words == work.words:
            return True
        try:
            if work.note:
                self.session.edit_note(work.id, words)
            else:
                self.session.edit_text(work.id, words)
        except DrafterError as problem:
            self.tell_problem(problem)
            return False
        self.work = Work(work.id, words, work.note, 0)
        self.show_draft(work.id)
        return True

    def on_descendant_focus(self) -> None:
        """Going elsewhere with the mouse ends the writing as Esc does."""
        if self.work is not None and self.focused is not self.area:
            if self.finish():
                super().on_descendant_focus()
            else:
                self.set_focus(self.area)
            return
        super().on_descendant_focus()

    def action_add_note(self) -> None:
        """Ask for the words of a new footnote at the cursor."""
        work = self.work
        if work is None or work.note:
            self.tell(say("tui.no-note-in-note"))
            return
        before = self.area.words[: self.area.offset_of_cursor]
        offset = len(typed(before, self._printed()).plain())
        if self.commit():
            dialog = LineDialog(say("tui.note-title"), sentence=say("tui.note-sentence"))
            self.app.push_screen(dialog, lambda words: self._note_written(work.id, offset, words))

    def _note_written(self, element_id: str, offset: int, words: str | None) -> None:
        if not words or self.did(lambda: self.session.add_note(element_id, offset, words)) is None:
            return
        marked = self._shown(element_id)
        self.work = Work(element_id, marked, False, 0)
        self.area.show(marked)
        self.show_draft(element_id)

    def action_cite(self) -> None:
        """Ask for a number or symbol, and put its citation where the cursor stands."""
        from drafter.tui.screens.citing import CitationDialog
        from drafter.workspace.citing import dates_in, forms, speaking

        session, document = self.session, self.session.document
        body = speaking(session.view, session.language)
        dialog = CitationDialog(
            lambda words, dates: forms(words, dates, session.language, body),
            dates_in(document, ()),
        )
        self.app.push_screen(dialog, self._cited)
        self.asker.ask(
            "cite",
            lambda: dates_in(document, session.library.library.sources),
            dialog.know,
            lambda: True,
        )

    def _cited(self, words: str | None) -> None:
        if words and self.work is not None:
            self.area.insert(words)
            self.set_focus(self.area)
        elif words:
            self.app.copy_to_clipboard(words)
            self.tell(say("tui.citation-copied", words=words))

    def _shown(self, element_id: str) -> str:
        element = self.session.view.element(element_id)
        return shown(element.text, self._printed()) if element else ""

    def _printed(self) -> dict[str, str]:
        return {note.id: note.number for note in self.session.view.notes}

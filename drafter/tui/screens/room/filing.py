"""The file: settings, saving, exporting, leaving; and the notes of the document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, RefusedOverwrite
from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.tui.present.places import home_path, proposed_name, typed_path
from drafter.tui.present.problems import sentence_of
from drafter.tui.screens.dialogs import Choice, ChoiceDialog, LineDialog
from drafter.tui.screens.room.writing import Writing

if TYPE_CHECKING:
    from drafter.tui.screens.exporting import Export
    from drafter.tui.screens.notes import NoteAnswer

_SUFFIX = ".draft.yaml"


class Filing(Writing):
    """Answers the keys about the draft as a whole."""

    def action_settings(self) -> None:
        """Open the document settings."""
        from drafter.tui.screens.forms import SettingsForm

        session = self.session
        form = SettingsForm(
            session.document.masthead,
            session.language,
            session.masthead_fields(),
            session.filling,
        )
        self.app.push_screen(form, self._settled)

    def _settled(self, masthead: Masthead | None) -> None:
        if masthead is not None:
            self.did(lambda: self.session.set_masthead(masthead))

    # saving

    def action_save(self) -> None:
        """Save the draft, with what is being written."""
        if not self.commit():
            return
        if self.session.path is None:
            self.action_save_as()
        else:
            self._save(None)

    def action_save_as(self) -> None:
        """Ask where to save the draft."""
        path = self.session.path or Path.cwd() / f"{self._proposed()}{_SUFFIX}"
        dialog = LineDialog(say("tui.save-title"), home_path(path), say("tui.save-sentence"))
        self.app.push_screen(dialog, self._save_to)

    def _save_to(self, words: str | None) -> None:
        if not words or not words.strip():
            return
        path = typed_path(words)
        self._save(path if path.name.endswith(".yaml") else path.with_name(path.name + _SUFFIX))

    def _save(self, path: Path | None, *, force: bool = False) -> bool:
        try:
            saved = self.session.save(path, force=force)
        except RefusedOverwrite as problem:
            self._refused(problem, partial(self._save, path, force=True), offer=path is not None)
            return False
        except (DrafterError, OSError) as problem:
            self.tell_problem(problem)
            return False
        self.saved_at = f"{datetime.now():%H:%M}"  # noqa: DTZ005  the clock on the user's wall
        self.tell(say("tui.saved-as", path=home_path(saved)))
        return True

    def _refused(self, problem: DrafterError, again: Callable[[], object], *, offer: bool) -> None:
        choices: tuple[Choice, ...] = (Choice("", "k", say("tui.keep-file")),)
        if offer:
            choices = (*choices, Choice("over", "o", say("tui.overwrite")))
        dialog = ChoiceDialog(say("tui.refused-title"), choices, sentence_of(problem))

        def answered(answer: str | None) -> None:
            if answer:
                again()

        self.app.push_screen(dialog, answered)

    def _proposed(self) -> str:
        from drafter.workspace.recovery import title_of

        if self.session.path:
            return self.session.path.name.removesuffix(_SUFFIX)
        return proposed_name(self.session.document, title_of(self.session.document))

    # exporting

    def action_export(self) -> None:
        """Ask which formats to write, and where."""
        from drafter import writers
        from drafter.tui.screens.exporting import ExportForm
        from drafter.workspace.rendering import other_types

        folder = self.session.path.parent if self.session.path else Path.cwd()
        formats = tuple((name, writers.writer(name).extension) for name in writers.names())
        target = home_path(folder / self._proposed())
        document, page = self.session.document, self.session.first_page
        form = ExportForm(formats, target, document.type, other_types(document), page)
        self.app.push_screen(form, self._export)

    def _export(self, export: Export | None, *, force: bool = False) -> None:
        if export is None:
            return
        try:
            paths = self.session.render(
                export.formats, export.target, asked=export.asked, force=force
            )
        except RefusedOverwrite as problem:
            self._refused(problem, partial(self._export, export, force=True), offer=True)
        except (DrafterError, OSError) as problem:
            self.tell_problem(problem)
        else:
            self.tell(say("tui.exported", paths=", ".join(home_path(path) for path in paths)))

    def action_preview(self) -> None:
        """Show the document as a page in the browser."""
        from drafter.workspace.previewing import opened

        try:
            page = self.session.preview()
        except (DrafterError, OSError) as problem:
            self.tell_problem(problem)
            return
        shown = "tui.previewed" if opened(page, over_the_screen=True) else "tui.no-browser"
        self.tell(say(shown, path=home_path(page)))

    # leaving

    def action_leave(self) -> None:
        """Leave the room, asking about work that is not saved."""
        if not self.ready or not self.session.dirty:
            self._leave(discard=False)
            return
        choices = (
            Choice("save", "s", say("tui.leave-save")),
            Choice("keep", "k", say("tui.leave-keep"), say("tui.leave-keep-remark")),
            Choice("discard", "d", say("tui.leave-discard")),
        )
        self.app.push_screen(ChoiceDialog(say("tui.leave-title"), choices), self._leaving)

    def _leaving(self, answer: str | None) -> None:
        if answer == "save":
            if self.session.path is None:
                self.action_save_as()
            elif self._save(None):
                self._leave(discard=False)
        elif answer:
            self._leave(discard=answer == "discard")

    def _leave(self, *, discard: bool) -> None:
        if self.ready:
            self.session.close(discard=discard)
            self._session = None
        self.dismiss(None)

    # footnotes

    def action_notes(self) -> None:
        """List the footnotes, those of the paragraph at hand first looked at."""
        from drafter.tui.screens.notes import NotesDialog

        element = self.element
        here = element.text.notes if element else ()
        self.app.push_screen(NotesDialog(self.session.view, here), self._note_answered)

    def _note_answered(self, answer: NoteAnswer | None) -> None:
        if answer is None:
            return
        if answer.verb == "edit":
            self.page.move_to(answer.note)
            self.begin_writing(answer.note)
        elif answer.verb == "remove":
            self.did(lambda: self.session.remove_note(answer.note))
        elif self.element is None:
            self.no_paragraph()
        else:
            dialog = LineDialog(say("tui.note-title"), sentence=say("tui.note-sentence"))
            self.app.push_screen(dialog, self._note_at_end)

    def _note_at_end(self, words: str | None) -> None:
        element = self.element
        if words and element is not None:
            end = len(element.text)
            self.did(lambda: self.session.add_note(element.id, end, words))
            self.page.move_to(element.id)

"""The file: settings, saving, exporting, leaving; and the notes of the document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.tui.present.places import home_path, proposed_name, typed_path
from drafter.tui.prose import prose
from drafter.tui.screens.dialogs import Choice, ChoiceDialog, LineDialog, ReadingDialog
from drafter.tui.screens.putting import Putting
from drafter.tui.screens.room.writing import Writing
from drafter.tui.widgets.prose_pane import Block

if TYPE_CHECKING:
    from drafter.tui.screens.exporting import Exported
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
        if self.commit():
            self._save()

    def action_save_as(self) -> None:
        """Ask where to save the draft."""
        self._ask_where()

    def _ask_where(
        self, words: str = "", fault: str = "", then: Callable[[], None] = lambda: None
    ) -> None:
        path = self.session.path or Path.cwd() / f"{self._proposed()}{_SUFFIX}"
        said = fault or say("tui.save-sentence")
        dialog = LineDialog(say("tui.save-title"), words or home_path(path), said)
        self.app.push_screen(dialog, partial(self._save_to, then))

    def _save_to(self, then: Callable[[], None], words: str | None) -> None:
        if not words or not words.strip():
            return
        path = typed_path(words)
        if not path.name.endswith(".yaml"):
            path = path.with_name(path.name + _SUFFIX)
        self._put(path, path, then, lambda fault: self._ask_where(words, fault, then))

    def _save(self, then: Callable[[], None] = lambda: None) -> None:
        """Save, and do what comes `then`; a draft without a file is asked for one."""
        path = self.session.path
        if path is None:
            self._ask_where(then=then)
        else:
            self._put(path, None, then, lambda fault: self.tell(f"⚑ {fault}"))

    def _put(
        self,
        path: Path,
        target: Path | None,
        then: Callable[[], None],
        refused: Callable[[str], None],
    ) -> None:
        def done(saved: Path) -> None:
            self.saved_at = f"{datetime.now():%H:%M}"  # noqa: DTZ005  the clock on the user's wall
            self.tell(say("tui.saved-as", path=home_path(saved)))
            then()

        def write(force: bool) -> Path:
            return self.session.save(target, force=force)

        Putting(path.parent, write, done, refused, kept=target is None).put(self.app)

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

        folder = self.session.path.parent.absolute() if self.session.path else Path.cwd()
        formats = tuple((name, writers.writer(name).extension) for name in writers.names())
        target = home_path(folder / self._proposed())
        session = self.session
        types = other_types(session.document)
        form = ExportForm(
            formats, target, session.document.type, types,
            page=session.first_page, make=session.rendered,
        )  # fmt: skip
        self.app.push_screen(form, self._exported)

    def _exported(self, exported: Exported | None) -> None:
        if exported is None:
            return
        words = exported_words(exported.paths)
        self.tell(words)
        if exported.notices:
            blocks = (Block(prose(words)), *(Block(prose(each), "⚑ ") for each in exported.notices))
            self.app.push_screen(ReadingDialog(say("tui.export-title"), blocks))

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
        if not self.ready or not self.session.at_risk:
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
            self._save(lambda: self._leave(discard=False))
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


def exported_words(paths: tuple[Path, ...]) -> str:
    """Which files were written: several stand in one folder."""
    if len(paths) == 1:
        return say("tui.exported", paths=home_path(paths[0]))
    names = ", ".join(path.name for path in paths)
    return say("tui.exported-several", folder=home_path(paths[0].parent), names=names)

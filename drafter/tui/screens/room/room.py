"""The drafting room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.errors import DrafterError, Locked
from drafter.messages import say
from drafter.tui.keymap import Keymap
from drafter.tui.opening import Opener
from drafter.tui.present.guide import help_blocks
from drafter.tui.present.problems import sentence_of
from drafter.tui.screens.dialogs import Choice, ChoiceDialog, ReadingDialog
from drafter.tui.screens.importing.beginning import Importing, entered_words
from drafter.tui.screens.room.filing import Filing

if TYPE_CHECKING:
    from drafter.tui.screens.importing.outcomes import Entered
    from drafter.workspace.libraries import LibraryProvider
    from drafter.workspace.session import Session


class RoomScreen(Importing, Filing):
    """Opens its draft after the first paint, and offers work that was left unsaved."""

    def __init__(self, keys: Keymap, opener: Opener) -> None:
        super().__init__(keys)
        self._opener = opener

    def on_mount(self) -> None:
        """Paint first, then open."""
        self.tell(say("tui.opening"))
        self.show_footer()
        self.query_one("#outline").add_class("-open")
        self.turn_to(self.matter, slide=False)
        self._open()

    def _open(self, read_only: bool = False) -> None:
        self.run_worker(lambda: self._opened(read_only), thread=True, group="open", exclusive=True)

    def _opened(self, read_only: bool) -> None:
        try:
            session = self._opener(read_only)
        except Locked as problem:
            self.app.call_from_thread(self._locked, problem)
        except (DrafterError, OSError) as problem:
            self.app.call_from_thread(self._unopened, problem)
        else:
            self.app.call_from_thread(self.begin, session)

    def begin(self, session: Session) -> None:
        """Take up a session."""
        self._session = session
        self.findings = None
        self.note_words()
        self.show_draft()
        self.page.move_to_end(first=True)
        self.set_focus(self.page)
        self.show_footer()
        if session.recovery is not None:
            self._offer_recovery()

    def _offer_recovery(self) -> None:
        recovery = self.session.recovery
        if recovery is None:
            return
        sentence = say(
            "tui.recovery-sentence", edits=recovery.edits, time=f"{recovery.time:%Y-%m-%d %H:%M}"
        )
        if recovery.changed_on_disk:
            sentence += " " + say("tui.recovery-changed")
        choices = (
            Choice("recover", "r", say("tui.recovery-take")),
            Choice("later", "l", say("tui.recovery-later")),
            Choice("discard", "d", say("tui.recovery-discard")),
        )
        dialog = ChoiceDialog(say("tui.recovery-title"), choices, sentence)
        self.app.push_screen(dialog, self._recovery_answered)

    def _recovery_answered(self, answer: str | None) -> None:
        if answer == "recover":
            self.travel(self.session.recover)
            self.tell(say("tui.recovered"))
        elif answer == "discard":
            self.session.discard_recovery()
            self.tell(say("tui.recovery-gone"))

    def _locked(self, problem: Locked) -> None:
        choices = (
            Choice("read", "r", say("tui.open-read-only")),
            Choice("", "q", say("tui.do-not-open")),
        )
        dialog = ChoiceDialog(say("tui.locked-title"), choices, sentence_of(problem))
        self.app.push_screen(dialog, self._locked_answered)

    def _locked_answered(self, answer: str | None) -> None:
        if answer:
            self._open(read_only=True)
        else:
            self._leave(discard=False)

    def _unopened(self, problem: DrafterError | OSError) -> None:
        choices = (Choice("", "q", say("tui.do-not-open")),)
        dialog = ChoiceDialog(say("tui.unopened-title"), choices, sentence_of(problem))
        self.app.push_screen(dialog, lambda _: self._leave(discard=False))

    def provider(self) -> LibraryProvider:
        """The library of the draft."""
        return self.session.library

    def entered(self, entered: Entered) -> None:
        """Compare and search with what went into the library."""
        self.session.library.reload()
        self.show_draft(self.page.cursor)
        self.search_again()
        self.tell(entered_words(entered, self.session.library))

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(ReadingDialog(say("tui.help-title"), help_blocks(self.keys)))

    def action_palette(self) -> None:
        """Show every action by name."""
        self.app.action_command_palette()

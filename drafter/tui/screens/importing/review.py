"""The review of a text that was read: corrected here, then entered into a library or drafted on."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import RefusedOverwrite
from drafter.messages import say
from drafter.tui.actions import State
from drafter.tui.present.guide import help_blocks
from drafter.tui.present.places import home_path, typed_path
from drafter.tui.present.problems import sentence_of
from drafter.tui.screens.dialogs import Choice, ChoiceDialog, LineDialog, ReadingDialog
from drafter.tui.screens.importing.correcting import Correcting
from drafter.tui.screens.importing.forms import ConflictDialog, Facts, FactsForm
from drafter.tui.screens.importing.outcomes import Drafted, Entered
from drafter.tui.screens.paging import Paging


class ReviewScreen(Correcting, Paging):
    """Answers the keys that undo, look and finish."""

    def action_next_pane(self) -> None:
        """Go to what stands beside the element, to scroll it, or back."""
        self.focus_next()

    # doubts

    def action_next_doubt(self) -> None:
        """Go to the next uncertain element."""
        self._to_doubt(1)

    def action_previous_doubt(self) -> None:
        """Go to the uncertain element before."""
        self._to_doubt(-1)

    def _to_doubt(self, by: int) -> None:
        if not self.page.move_to_doubt(by):
            self.tell(say("tui.nothing-uncertain"))

    def action_settle(self) -> None:
        """What was uncertain is right, or uncertain after all."""
        element_id = self.page.cursor

        def settled() -> str:
            self.review.settle(element_id)
            return element_id

        self.did(settled)

    def action_only_doubts(self) -> None:
        """Show the uncertain elements only, or all."""
        if not self.only_doubts and not self.review.doubts:
            self.tell(say("tui.nothing-uncertain"))
            return
        self.only_doubts = not self.only_doubts
        self.show_review()
        self.tell(say("tui.only-doubts" if self.only_doubts else "tui.all-elements"))

    def action_fold(self) -> None:
        """Show the first words only, or everything."""
        self.page.fold(folded=not self.page.folded)

    # undoing

    def action_undo(self) -> None:
        """Take back the last correction and go where it was."""
        self._travel(undo=True)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._travel(undo=False)

    def _travel(self, *, undo: bool) -> None:
        before = self.review.view

        def there() -> str:
            from drafter.tui.screens.room.editing import changed_place

            (self.review.undo if undo else self.review.redo)()
            return changed_place(before, self.review.view)

        self.did(there)

    # what the document is

    def action_settings(self) -> None:
        """Ask what the document is."""
        self._ask_facts()

    def _ask_facts(self, fault: str = "") -> None:
        from drafter.workspace.sheets import shown_stage

        document = self.review.document
        stage = self.review.sheet.stage_said
        facts = Facts(document.masthead, stage, document.type, document.language)
        shown = shown_stage(document.masthead.symbol, document.type)
        self.app.push_screen(FactsForm(facts, shown, fault), self._facts_given)

    def _facts_given(self, facts: Facts | None) -> None:
        if facts is None:
            return
        again = facts.code != self.review.document.language

        def given() -> None:
            self.review.set_facts(facts.masthead, facts.type, facts.stage, facts.code)

        if self.did(given) and again:
            self.tell(say("tui.read-again"))

    # where it goes

    def action_enter_library(self) -> None:
        """Ask into which library."""
        from drafter.workspace.libraries import own_folder

        document = self.review.document
        if self.entering:
            return
        if not document.masthead.symbol or not document.stage:
            self._ask_facts(say("tui.facts-needed"))
            return
        dialog = LineDialog(
            say("tui.enter-title"), home_path(own_folder()), say("tui.enter-sentence")
        )
        self.app.push_screen(dialog, self._folder_typed)

    def _folder_typed(self, words: str | None) -> None:
        if words and words.strip():
            self._enter(typed_path(words))

    def _enter(self, folder: Path, *, force: bool = False) -> None:
        review = self.review
        self.entering = True
        self.tell(say("tui.entering"))

        def question() -> Entered | RefusedOverwrite:
            try:
                return Entered(review.enter(folder, force=force), folder)
            except RefusedOverwrite as problem:
                return problem

        def answered(answer: Entered | RefusedOverwrite) -> None:
            self.entering = False
            if isinstance(answer, RefusedOverwrite):
                self._refused(answer, folder)
            else:
                review.close()
                self.dismiss(answer)

        self.asker.ask("enter", question, answered, lambda: True)

    def _refused(self, problem: RefusedOverwrite, folder: Path) -> None:
        self.tell("")
        diff = str(problem.params.get("diff", ""))
        if not diff:
            self.tell_problem(problem)
            return
        dialog = ConflictDialog(sentence_of(_without_diff(problem)).rstrip(" :"), diff)

        def answered(answer: str | None) -> None:
            if answer:
                self._enter(folder, force=True)

        self.app.push_screen(dialog, answered)

    def action_as_draft(self) -> None:
        """Draft on it."""
        if not self.entering:
            self.dismiss(Drafted(self.review))

    def action_give_up(self) -> None:
        """Leave the filter, then the review; corrections are not thrown away unasked."""
        if self.entering:
            self.tell(say("tui.entering"))
        elif self.only_doubts:
            self.action_only_doubts()
        elif self.review.corrections:
            choices = (
                Choice("stay", "b", say("tui.give-up-back")),
                Choice("keep", "k", say("tui.give-up-keep"), say("tui.give-up-keep-remark")),
                Choice("discard", "d", say("tui.give-up-discard")),
            )
            dialog = ChoiceDialog(say("tui.give-up-title"), choices)
            self.app.push_screen(dialog, self._giving_up)
        else:
            self._giving_up("discard")

    def _giving_up(self, answer: str | None) -> None:
        if answer in ("keep", "discard"):
            self.review.close(keep=answer == "keep")
            self.dismiss(None)

    # help

    def action_help(self) -> None:
        """Show every key of the review."""
        blocks = help_blocks(self.keys, State.CORRECTING)
        self.app.push_screen(ReadingDialog(say("tui.help-title"), blocks))

    def action_palette(self) -> None:
        """Show every action by name."""
        self.app.action_command_palette()


def _without_diff(problem: RefusedOverwrite) -> RefusedOverwrite:
    """The problem as a sentence by itself: both versions are shown below it."""
    bare = RefusedOverwrite(problem.message_id, place=problem.place)
    bare.params = {**problem.params, "diff": ""}
    return bare

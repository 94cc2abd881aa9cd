"""Another issue of the base: what it would change in the draft is shown before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.messages import say
from drafter.tui.present.basing import rebase_blocks
from drafter.tui.screens.dialogs import LineDialog, TakingDialog
from drafter.tui.screens.room.basing import Basing
from drafter.tui.widgets.prose_pane import Block

if TYPE_CHECKING:
    from drafter.workspace.rebasing_values import Rebased
    from drafter.workspace.starting import NamedBase


class RebaseDialog(TakingDialog):
    """What another issue of the base would change; taken, it is done."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        super().__init__(say("tui.rebase-title"), blocks, say("tui.rebase-keys"))


class Rebasing(Basing):
    """Answers the key of another issue of the base."""

    def action_rebase(self) -> None:
        """Ask for another issue of the base."""
        if not self.is_based:
            self.tell(say("tui.no-base"))
            return
        dialog = LineDialog(say("tui.rebase-title"), sentence=say("tui.rebase-sentence"))
        self.app.push_screen(dialog, self._rebase_onto)

    def _rebase_onto(self, words: str | None) -> None:
        from drafter.tui.present.places import is_file, typed_path
        from drafter.workspace.starting import named_base

        if not words or not words.strip():
            return
        session, revision = self.session, self.session.revision
        path = typed_path(words)
        name = str(path) if is_file(path) else words.strip()

        def question() -> tuple[NamedBase, Rebased]:
            named = named_base(name, session.document.language)
            return named, session.rebased(named.document, unchecked=named.unchecked)

        def still() -> bool:
            return self.ready and session.revision == revision

        self.tell(say("tui.rebasing"))
        self.asker.ask("rebase", question, self._review_rebase, still)

    def _review_rebase(self, found: tuple[NamedBase, Rebased]) -> None:
        named, rebased = found

        def answered(answer: str | None) -> None:
            if answer:
                self.did(lambda: self.session.rebase(named.document, unchecked=named.unchecked))
                self.tell(say("tui.rebased", count=len(rebased.conflicts)))

        self.tell("")
        symbol = named.document.masthead.symbol or say("tui.base-file")
        blocks = rebase_blocks(rebased, symbol)
        self.app.push_screen(RebaseDialog(blocks), answered)

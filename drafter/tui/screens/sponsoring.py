"""A list of sponsors as it was understood, to be taken or left."""

from __future__ import annotations

from drafter.messages import say
from drafter.tui.screens.dialogs import TakingDialog
from drafter.tui.widgets.prose_pane import Block


class SponsorsDialog(TakingDialog):
    """The list in full; left, the field stays as it was typed."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        super().__init__(say("tui.sponsors-title"), blocks, say("tui.sponsors-keys"))

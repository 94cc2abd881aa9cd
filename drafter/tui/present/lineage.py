"""The lineage of a precedent on its card: earliest found, what changed when, latest found."""

from __future__ import annotations

from drafter.tui.prose import Run, prose
from drafter.tui.widgets.prose_pane import Block

_INKS = {"head": "strong", "source": "emphasis", "change": "", "plain": "", "faint": "faint"}
_LEADS = {"source": " ↳ ", "change": "   · "}


def lineage_blocks(lines: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    """Lines of (ink, words), as `drafter.workspace.lineage.lineage_lines` gives them."""
    return tuple(
        Block(
            prose(Run(words, _INKS[ink])),
            lead=_LEADS.get(ink, " "),
            spaced=ink in ("head", "source"),
        )
        for ink, words in lines
    )

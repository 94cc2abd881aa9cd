"""The lineage of a precedent on its card: earliest found, what changed when, latest found."""

from __future__ import annotations

from drafter.tui.present.signs import SIGNS
from drafter.tui.prose import Run, prose
from drafter.tui.widgets.prose_pane import Block

_INKS = {"head": "strong", "source": "emphasis", "faint": "faint"}
_LEADS = {"source": " ↳ ", "disagrees": "   · "}
_CHANGES = {severity.value: sign for severity, sign in SIGNS.items()} | {"same": ("=", "kept")}


def lineage_blocks(lines: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    """Lines of (ink, words), as `drafter.workspace.lineage.lineage_lines` gives them; changes have
    the signs that they have on the card."""
    return tuple(
        _change(ink, words) if ink in _CHANGES else _line(ink, words) for ink, words in lines
    )


def _change(severity: str, words: str) -> Block:
    sign, ink = _CHANGES[severity]
    return Block(prose(Run(f"{sign} ", ink), words), lead="   ")


def _line(ink: str, words: str) -> Block:
    return Block(
        prose(Run(words, _INKS.get(ink, ""))),
        lead=_LEADS.get(ink, " "),
        spaced=ink in ("head", "source"),
    )

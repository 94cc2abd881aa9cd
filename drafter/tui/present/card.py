"""The precedent card: where the text comes from, the difference inline, and a sentence for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.messages import say
from drafter.tui.cells import fitting, width
from drafter.tui.present.bars import percent
from drafter.tui.present.lineage import lineage_blocks
from drafter.tui.present.signs import SIGNS
from drafter.tui.prose import Prose, Run, added, dropped, prose
from drafter.tui.widgets.prose_pane import Block

if TYPE_CHECKING:
    from drafter.compare import Change, Segment
    from drafter.match import Precedent

_STRETCH_SIGNS = {
    "verbatim": ("=", "kept"),
    "edited": ("≈", "edited"),
    "not-found": ("+", "unfound"),
}
_OTHERS = 6
_LONG, _CONTEXT = 96, 36  # columns


@dataclass(frozen=True, slots=True)
class StretchLine:
    """Where one stretch of the paragraph comes from: "verbatim", "edited" or "not-found"."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """The precedents of one paragraph, one of them looked at closely; `standings` say of each the
    layer that it is from and whether its text was checked; its `lineage`, where it is asked for, as
    lines of ink and words."""

    element: str
    precedents: tuple[Precedent, ...]
    index: int
    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]
    nothing: str = ""
    standings: tuple[str, ...] = ()
    stretches: tuple[StretchLine, ...] = ()
    lineage: tuple[tuple[str, str], ...] = ()

    @property
    def chosen(self) -> Precedent | None:
        """The precedent looked at."""
        return self.precedents[self.index] if self.precedents else None


def card_title(card: Card | None) -> str:
    """The title over the card."""
    if card is None or not card.precedents:
        return say("tui.card-title")
    return say("tui.card-title-of", number=card.index + 1, total=len(card.precedents))


def card_blocks(card: Card) -> tuple[Block, ...]:
    """The card in full."""
    chosen = card.chosen
    if chosen is None:
        return (Block(prose(Run(card.nothing, "faint")), lead=" "), *_stretches(card))
    source = _source(chosen, card.standings[card.index])
    if card.lineage:
        return (*source, *lineage_blocks(card.lineage))
    return (
        *source,
        *_sentences(card),
        _difference(card),
        *_stretches(card),
        *_others(card),
    )


def live_blocks(card: Card) -> tuple[Block, ...]:
    """The card in brief, for under the text area: the source and the sentences."""
    chosen = card.chosen
    if chosen is None:
        return (Block(prose(Run(card.nothing, "faint")), lead=" "),)
    first, *rest = _sentences(card)
    return (_source(chosen, "")[0], Block(first.words, first.lead), *rest)


def _source(precedent: Precedent, standing: str) -> tuple[Block, ...]:
    from drafter.workspace.libraries import cited
    from drafter.workspace.match_records import reason

    stage = "adopted" if precedent.clause.stage.value == "adopted" else "draft"
    head = prose(
        Run(f"{percent(precedent.similarity)} % ", "strong"), Run(cited(precedent.clause), stage)
    )
    below = (" · ".join(map(reason, precedent.reasons)), standing)
    rest = (Block(prose(Run(words, "faint")), lead=" ") for words in below if words)
    return Block(head, lead=" "), *rest


def _stretches(card: Card) -> tuple[Block, ...]:
    """Where every stretch comes from; nothing if all of it is not found, which is said already."""
    if all(line.state == "not-found" for line in card.stretches):
        return ()
    title = Block(prose(Run(say("tui.card-stretches"), "faint")), lead=" ", spaced=True)
    return title, *map(_stretch, card.stretches)


def _stretch(line: StretchLine) -> Block:
    sign, ink = _STRETCH_SIGNS[line.state]
    return Block(prose(Run(f"{sign} ", ink), line.words), lead=" ")


def _difference(card: Card) -> Block:
    runs: list[Prose] = []
    for segment in card.segments:
        match segment.state:
            case "old":
                runs.append(dropped(segment.text))
            case "new":
                runs.append(added(segment.text))
            case _:
                runs.append(prose(*_shortened(segment.text)))
    return Block(tuple(run for part in runs for run in part), lead=" ", spaced=True)


def _shortened(text: str) -> tuple[str | Run, ...]:
    """A stretch that is the same on both sides; the middle of a long one is left out."""
    if width(text) <= _LONG:
        return (text,)
    tail = text[::-1]
    head, tail = fitting(text, _CONTEXT), fitting(tail, _CONTEXT)[::-1]
    return head, Run(" … ", "faint"), tail


def _sentences(card: Card) -> tuple[Block, ...]:
    if not card.changes:
        return (Block(prose(Run(say("tui.no-difference"), "kept")), lead=" = ", spaced=True),)
    first, *rest = dict.fromkeys(map(_sentence, card.changes))
    return (Block(first.words, first.lead, spaced=True), *rest)


def _sentence(change: Change) -> Block:
    from drafter.workspace.records import sentence

    sign, ink = SIGNS[change.severity]
    return Block(prose(Run(f"{sign} ", ink), sentence(change)), lead=" ")


def _others(card: Card) -> tuple[Block, ...]:
    from drafter.workspace.libraries import cited

    every = zip(card.precedents, card.standings, strict=True)
    rest = [each for i, each in enumerate(every) if i != card.index][:_OTHERS]
    blocks = [
        Block(
            prose(Run(f"{cited(p.clause)} · {standing}", "faint")),
            lead=f" {percent(p.similarity):>3} % ",
        )
        for p, standing in rest
    ]
    if blocks:
        blocks[0] = Block(blocks[0].words, blocks[0].lead, spaced=True)
    return tuple(blocks)

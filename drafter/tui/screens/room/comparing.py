"""The side of the desk, and the precedents of the paragraph at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.messages import say
from drafter.model.tree import Kind
from drafter.tui.present.card import Card, StretchLine, card_blocks, card_title, live_blocks
from drafter.tui.prose import Run, prose
from drafter.tui.screens.room.base import WIDE
from drafter.tui.screens.room.editing import Editing
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.prose_pane import Block, ProsePane

if TYPE_CHECKING:
    from drafter.match import Precedent
    from drafter.workspace.session import Session

CARD, SEARCH, CHECKS, DROPPED = MATTERS = ("card", "search", "checks", "dropped")
_COMPARED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)


class Comparing(Editing):
    """The side shows one matter at a time; the first is the precedent card."""

    matter = CARD
    card: Card | None = None
    lineage_shown = False

    @property
    def typed_words(self) -> str | None:
        """The words of the paragraph while it is being written."""
        return None

    def turn_to(self, matter: str, *, slide: bool = True) -> None:
        """Show a matter at the side; on a narrow screen the side slides in, or out of the way."""
        self.matter = matter
        self.query_one("#side").set_class(slide, "-open")
        for name in MATTERS:
            self.query_one("#side").set_class(name == matter, f"-{name}")
        self.show_title()

    def title_of(self, matter: str) -> str:
        """What stands over a matter."""
        return card_title(self.card)

    def show_title(self) -> None:
        """Show what stands over the side."""
        title = self.title_of(self.matter)
        self.query_one("#side-title", LineBar).show(lambda columns: (Run(f" {title}", "strong"),))

    def show_side(self) -> None:
        """Ask for the precedents of the paragraph at hand, if anyone can see them."""
        element = self.element
        if element is None or element.kind not in _COMPARED:
            self._no_card(say("tui.card-elsewhere"))
            return
        if self.card is None or self.card.element != element.id:
            self._no_card("…")
        chosen = self.card.chosen if self.card else None
        self._ask_card(element.id, chosen.clause.id if chosen else "", 0)

    def _no_card(self, words: str) -> None:
        self.card = None
        block = Block(prose(Run(words, "faint")), lead=" ")
        for name in ("#card", "#live"):
            self.query_one(name, ProsePane).show((block,))
        self.show_title()

    def _ask_card(self, element_id: str, wanted: str, step: int) -> None:
        session, words, revision = self.session, self.typed_words, self.session.revision
        origins, traced = self._origins(), self.lineage_shown

        def question() -> Card:
            found = _in_order(session.precedents(element_id, words), origins)
            index = _place(found, wanted, step)
            lines = _stretch_lines(session, element_id, words)
            if not found:
                reach = session.library.reach
                return Card(element_id, (), 0, (), (), nothing=reach, stretches=lines)
            segments = session.segments(element_id, found[index], words)
            changes = session.deviations(element_id, found[index], words)
            lineage = session.lineage(found[index]) if traced else ()
            standings = tuple(session.library.standing(each.clause) for each in found)
            return Card(
                element_id,
                found,
                index,
                segments,
                changes,
                standings=standings,
                stretches=lines,
                lineage=lineage,
            )

        def still() -> bool:
            here = self.element if self.ready else None
            same = session.revision == revision and self.typed_words == words
            same = same and self.lineage_shown is traced
            return same and here is not None and here.id == element_id

        self.asker.ask(CARD, question, self._show_card, still)

    def _origins(self) -> frozenset[str]:
        """The clauses that the paragraph at hand was taken from."""
        element = self.element
        paragraph = element.paragraph if element else None
        return frozenset(o.clause for o in paragraph.origins) if paragraph else frozenset()

    def _show_card(self, card: Card) -> None:
        self.card = card
        self.query_one("#card", ProsePane).show(card_blocks(card))
        self.query_one("#live", ProsePane).show(live_blocks(card))
        self.show_title()

    def action_precedents(self) -> None:
        """Show the precedents; where they are shown already, the one before."""
        if self._card_is_seen():
            self._step(-1)
        else:
            self.turn_to(CARD)

    def action_next_precedent(self) -> None:
        """Show the next precedent."""
        if self._card_is_seen():
            self._step(1)
        else:
            self.turn_to(CARD)

    def action_lineage(self) -> None:
        """Show how the wording of the precedent moved over the years, or the difference again."""
        self.lineage_shown = not self.lineage_shown or not self._card_is_seen()
        self.turn_to(CARD)
        self._step(0)

    def action_next_pane(self) -> None:
        """Go to the next pane, to scroll in it or choose from it."""
        self.focus_next()

    def action_following_precedent(self) -> None:
        """Compare with the next precedent while writing."""
        self._step(1)

    def _step(self, by: int) -> None:
        card = self.card
        if card is not None and card.chosen is not None:
            self._ask_card(card.element, card.chosen.clause.id, by)

    def _card_is_seen(self) -> bool:
        return self.matter == CARD and self._side_is_seen()

    def _side_is_seen(self) -> bool:
        return self.size.width >= WIDE or self.query_one("#side").has_class("-open")


def _in_order(found: tuple[Precedent, ...], origins: frozenset[str]) -> tuple[Precedent, ...]:
    """In the order of display: what the paragraph was taken from, then by rank."""
    return tuple(sorted(found, key=lambda each: (each.clause.id not in origins, each.rank)))


def _place(found: tuple[Precedent, ...], wanted: str, step: int) -> int:
    """The place of the precedent that was looked at, moved by `step`; the first if it is gone."""
    for index, precedent in enumerate(found):
        if precedent.clause.id == wanted:
            return (index + step) % len(found)
    return 0


def _stretch_lines(session: Session, element_id: str, words: str | None) -> tuple[StretchLine, ...]:
    from drafter.workspace.stretches import stretch_words

    return tuple(
        StretchLine(stretch.state.value, stretch_words(stretch, session.library))
        for stretch in session.provenance(element_id, words)
    )

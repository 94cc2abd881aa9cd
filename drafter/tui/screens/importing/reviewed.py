"""What was read, as a list of elements, and what stands beside the one at hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.view import ElementView
from drafter.tui.actions import State
from drafter.tui.asking import Asker
from drafter.tui.cells import clean
from drafter.tui.footer import footer_line
from drafter.tui.keymap import Keymap
from drafter.tui.present.bars import heading_line
from drafter.tui.present.problems import sentence_of
from drafter.tui.present.reviews import about, facts_lines, heading, items
from drafter.tui.prose import Line, Run
from drafter.tui.screens.importing.outcomes import Outcome
from drafter.tui.screens.room.base import WIDE, WIDER, bindings
from drafter.tui.widgets.document import DocumentPane
from drafter.tui.widgets.elements import ElementsPane
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.prose_pane import ProsePane

if TYPE_CHECKING:
    from drafter.workspace.reviewing import Review


class Reviewed(Screen[Outcome | None]):
    """The elements of a text, and what is uncertain about them; a verb of the review is done to the
    one under the cursor."""

    BINDINGS = bindings(frozenset({State.CORRECTING}))
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (WIDER, "-wider")]
    AUTO_FOCUS = "#elements"

    def __init__(self, keys: Keymap, review: Review) -> None:
        super().__init__()
        self.keys = keys
        self.review = review
        self.asker = Asker(self, self.tell_problem)
        self.only_doubts = False
        self.notice = ""
        self.entering = False  # whether the text is on its way into a library
        self._doubts = review.doubts

    @property
    def state(self) -> State:
        """Its one state."""
        return State.CORRECTING

    def compose(self) -> ComposeResult:
        """What the document is, its elements, and what stands beside the one at hand."""
        yield LineBar(id="heading")
        yield LineBar(id="facts-1", classes="facts")
        yield LineBar(id="facts-2", classes="facts")
        with Horizontal(id="desk"):
            yield ElementsPane(id="elements")
            yield ProsePane(id="about")
        yield LineBar(id="provenance")
        yield LineBar(id="footer")

    def on_mount(self) -> None:
        """Show what was read."""
        self.query_one("#about", ProsePane).can_focus = True
        self.query_one("#footer", LineBar).show(
            lambda columns: footer_line(State.CORRECTING, self.keys, columns)
        )
        self.show_review()

    # showing

    @property
    def page(self) -> ElementsPane:
        """The elements."""
        return self.query_one("#elements", ElementsPane)

    @property
    def element(self) -> ElementView | None:
        """The paragraph under the cursor; None on the masthead, a note or the heading of a part."""
        found = self.review.view.element(self.page.cursor)
        return found if found is not None and found.paragraph is not None else None

    def show_review(self, cursor: str = "") -> None:
        """Show the review after a change."""
        self.notice = ""
        self._doubts = self.review.doubts
        if self.only_doubts and not self._doubts:
            self.only_doubts = False
        rows = items(self.review, self._doubts, only_doubts=self.only_doubts)
        self.page.show(rows, cursor)
        for number, name in enumerate(("#facts-1", "#facts-2")):
            self.query_one(name, LineBar).show(partial(self._facts_line, number))
        told = heading(self.review, self._doubts)
        self.query_one("#heading", LineBar).show(lambda columns: heading_line(told, columns))
        self.show_about()

    def _facts_line(self, number: int, columns: int) -> Line:
        return facts_lines(self.review, columns)[number]

    def show_about(self) -> None:
        """Show what stands beside the element under the cursor."""
        blocks = about(self.review, self.page.cursor, self._doubts)
        self.query_one("#about", ProsePane).show(blocks)
        self.show_notice()

    def show_notice(self) -> None:
        """Show the last remark, or how the uncertain places are found."""
        words = self.notice or self.review.journal_problem or say("tui.review-hint")
        ink = "notice" if self.notice else "faint"
        self.query_one("#provenance", LineBar).show(lambda columns: (Run(f" {words}", ink),))

    def tell(self, words: str) -> None:
        """Show a remark until the next thing happens."""
        self.notice = clean(words)
        self.show_notice()

    def tell_problem(self, problem: DrafterError | OSError) -> None:
        """Show what went wrong."""
        self.entering = False
        self.tell(f"⚑ {sentence_of(problem)}")

    def on_document_pane_paragraph_reached(self, event: DocumentPane.ParagraphReached) -> None:
        """What stands beside follows the cursor."""
        event.stop()
        self.notice = ""
        self.show_about()

    # doing

    def did(self, verb: Callable[[], str | None]) -> bool:
        """Do it and show the review; if it is refused, say why."""
        if self.entering:
            self.tell(say("tui.entering"))
            return False
        try:
            cursor = verb()
        except DrafterError as problem:
            self.tell_problem(problem)
            return False
        self.show_review(cursor or "")
        return True

    def with_element(self, verb: Callable[[str], object]) -> None:
        """Do it to the paragraph under the cursor."""
        element = self.element
        if element is None:
            self.tell(say("tui.not-a-read-paragraph"))
            return

        def done() -> str:
            there = verb(element.id)
            return there if isinstance(there, str) else ""

        self.did(done)

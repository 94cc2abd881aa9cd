"""What the parts of the room have in common: the session, the panes, and how they are refreshed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.tui.actions import ACTIONS, Action, State
from drafter.tui.asking import Asker
from drafter.tui.footer import footer_line
from drafter.tui.keymap import Keymap
from drafter.tui.present.pages import NO_MARGIN, Margin
from drafter.tui.present.problems import sentence_of
from drafter.tui.prose import Run
from drafter.tui.widgets.document import DocumentPane
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.prose_pane import ProsePane
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.writing import WritingArea

if TYPE_CHECKING:
    from drafter.model.findings import Finding
    from drafter.workspace.session import Session

ROOM_STATES = frozenset({State.READING, State.WRITING, State.SEARCHING})
WIDE, WIDER = 108, 150


def bindings(states: frozenset[State]) -> list[BindingType]:
    """The bindings of a screen, made from the action table; the ids let keys be remapped."""
    return [
        Binding(",".join(row.keys), row.method, show=False, id=row.id)
        for row in ACTIONS
        if states & set(row.states)
    ]


class RoomBase(Screen[None]):
    """The panes of the room and the values they show."""

    BINDINGS = bindings(ROOM_STATES)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (WIDER, "-wider")]
    AUTO_FOCUS = "#document"

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self.keys = keys
        self.asker = Asker(self, self.tell_problem)
        self.margin: Margin = NO_MARGIN
        self.findings: tuple[Finding, ...] | None = None
        self.notice = ""
        self._session: Session | None = None

    def compose(self) -> ComposeResult:
        """Heading, the three panes of the desk, provenance, footer."""
        yield LineBar(id="heading")
        with Horizontal(id="desk"):
            yield RowList(id="outline")
            with Vertical(id="middle"):
                yield DocumentPane(id="document")
                with Vertical(id="writing"):
                    yield WritingArea(id="area")
                    yield ProsePane(id="live")
            with Vertical(id="side"):
                yield LineBar(id="side-title")
                yield Field(id="query", placeholder=say("tui.search-placeholder"))
                yield RowList(id="hits")
                yield RowList(id="findings")
                yield RowList(id="dropped")
                yield ProsePane(id="card")
        yield LineBar(id="provenance")
        yield LineBar(id="footer")

    # the panes, found once the screen is composed

    @property
    def page(self) -> DocumentPane:
        """The draft."""
        return self.query_one("#document", DocumentPane)

    @property
    def area(self) -> WritingArea:
        """Where a paragraph is written."""
        return self.query_one("#area", WritingArea)

    @property
    def session(self) -> Session:
        """The session; only asked for once the draft is open."""
        if self._session is None:
            raise RuntimeError("the room has no draft yet")
        return self._session

    @property
    def ready(self) -> bool:
        """Whether the draft is open."""
        return self._session is not None

    @property
    def state(self) -> State:
        """What the keys do at the moment, by where the focus is."""
        focus = self.focused.id if self.focused else ""
        if focus == "area":
            return State.WRITING
        return State.SEARCHING if focus in ("query", "hits") else State.READING

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An action works in its states only, and hardly any before the draft is open."""
        rows = [row for row in self.keys.actions if row.method == action]
        if not rows:
            return True
        always = action in ("help", "palette", "leave")
        return any(self.state in row.states for row in rows) and (self.ready or always)

    def turn_for(self, row: Action) -> bool:
        """Leave the present state if the action needs another one; whether that could be done."""
        if self.state in row.states:
            return True
        if not self.finish():
            return False
        self.set_focus(self.page)
        return True

    @property
    def typing(self) -> bool:
        """Whether words have been typed that are no edit yet."""
        return False

    def finish(self) -> bool:
        """Put what is being written into the draft; False if it was refused."""
        return True

    # telling

    def tell(self, words: str) -> None:
        """Show a remark until the next thing happens."""
        self.notice = words
        self.show_bars()

    def tell_problem(self, problem: DrafterError | OSError) -> None:
        """Show what went wrong, in the same place."""
        self.tell(f"⚑ {sentence_of(problem)}")

    def show_footer(self) -> None:
        """Show the state and its keys."""
        state = self.state
        self.query_one("#footer", LineBar).show(
            lambda columns: footer_line(state, self.keys, columns)
        )
        self.set_class(state is State.WRITING, "-writing")

    def show_bars(self) -> None:
        """Show heading and provenance; the room with a draft does it."""
        words = self.notice
        self.query_one("#provenance", LineBar).show(lambda columns: (Run(f" {words}", "faint"),))

    def show_draft(self, cursor: str = "") -> None:
        """Show the draft after a change."""

    def show_side(self) -> None:
        """Show what belongs beside the paragraph under the cursor."""

    def on_descendant_focus(self) -> None:
        """The state follows the focus."""
        self.show_footer()

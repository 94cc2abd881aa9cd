"""Small questions over the room: choose one, type one line, read."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from drafter.messages import say
from drafter.tui.cells import clean
from drafter.tui.prose import Line, Run
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.prose_pane import Block, ProsePane
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.words import Words

_FRAME = 10  # rows of the screen that a dialog does not have for its answers
CANCEL = Binding("escape", "cancel", show=False)
TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of several: what it returns, its key, its words, a remark in fainter ones."""

    value: str
    key: str
    words: str
    remark: str = ""


class Dialog(ModalScreen[str | None]):
    """A framed question; Esc answers None."""

    BINDINGS = [CANCEL]

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__()
        self.heading = clean(title)
        self.sentence = sentence

    def compose(self) -> ComposeResult:
        """The frame; what stands in it is the matter of `body`."""
        with Vertical(classes="dialog") as frame:
            frame.border_title = self.heading
            if self.sentence:
                yield Words(self.sentence, classes="sentence")
            yield from self.body()

    def body(self) -> ComposeResult:
        """The widgets inside the frame."""
        yield from ()

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


class ChoiceDialog(Dialog):
    """Choose one answer with the arrows or its key."""

    def __init__(self, title: str, choices: tuple[Choice, ...], sentence: str = "") -> None:
        super().__init__(title, sentence)
        self.choices = choices

    def body(self) -> ComposeResult:
        """The answers as rows."""
        rows = RowList(id="choices")
        rows.styles.height = min(len(self.choices), max(self.app.size.height - _FRAME, 3))
        yield rows

    def on_mount(self) -> None:
        """Show the answers and give each its key."""
        rows = self.query_one(RowList)
        rows.show(len(self.choices), self._draw)
        rows.focus()

    def _draw(self, index: int, columns: int) -> tuple[Line, ...]:
        choice = self.choices[index]
        words = Run(f" {clean(choice.words)}")
        remark = Run(f"  {clean(choice.remark)}" if choice.remark else "", "faint")
        return ((Run(f" {choice.key} ", "key"), words, remark),)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Answer with the chosen row."""
        event.stop()
        self.dismiss(self.choices[event.index].value)

    def on_key(self, event: events.Key) -> None:
        """Answer with the choice whose key was pressed."""
        for choice in self.choices:
            if event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)


class LineDialog(Dialog):
    """Type one line."""

    def __init__(self, title: str, value: str = "", sentence: str = "") -> None:
        super().__init__(title, sentence)
        self.value = clean(value)

    def body(self) -> ComposeResult:
        """The field."""
        yield Field(self.value, id="line")
        yield Words(say("tui.line-keys"), classes="faint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        self.dismiss(event.value)


class _Reading(Dialog):
    """Something to read and scroll, with its keys below it."""

    def __init__(self, title: str, blocks: tuple[Block, ...], keys: str = "") -> None:
        super().__init__(title)
        self.blocks = blocks
        self._keys = keys

    def body(self) -> ComposeResult:
        """The words, and the keys."""
        yield ProsePane(id="reading")
        if self._keys:
            yield Words(self._keys, classes="faint")

    def on_mount(self) -> None:
        """Show them."""
        pane = self.query_one(ProsePane)
        pane.can_focus = True
        pane.show(self.blocks)
        pane.focus()


class ReadingDialog(_Reading):
    """Something to read; any of Esc, q, Enter leaves it."""

    BINDINGS = [Binding("escape,q,enter,f1,question_mark", "cancel", show=False)]


class TakingDialog(_Reading):
    """Something to read, and then to take or to leave; Enter answers `TAKEN`, Esc None."""

    BINDINGS = [Binding("enter", "take", show=False)]

    def action_take(self) -> None:
        """Answer that it is taken."""
        self.dismiss(TAKEN)

"""The questions of a review: what the document is, words, where to split, what was removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from drafter.languages import codes, language
from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.tree import DocumentType
from drafter.tui.present.mastheads import FIELDS, words_of
from drafter.tui.present.reviews import RemovedRow, difference_blocks
from drafter.tui.prose import Line
from drafter.tui.screens.dialogs import Choice, ChoiceDialog
from drafter.tui.screens.forms import MastheadForm
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.pick import Pick
from drafter.tui.widgets.prose_pane import ProsePane
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.words import Words
from drafter.tui.widgets.writing import WritingArea

_FIRST = ("symbol", "date", "session")
PICKED = ("stage", "type", "language")
_REST = tuple(name for name in FIELDS if name not in _FIRST)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document is: `stage` empty where it follows from the symbol, `code` its language."""

    masthead: Masthead
    stage: str
    type: DocumentType
    code: str


class FactsForm(MastheadForm[Facts]):
    """Symbol, stage, type and language, then the other fields of the masthead."""

    title_id = "tui.facts-title"
    AUTO_FOCUS = "#field-symbol"

    def __init__(self, facts: Facts, shown: str, first_fault: str = "") -> None:
        """`shown` is the stage that follows from the symbol, empty for none."""
        super().__init__()
        self.facts = facts
        self.shown = shown
        self.first_fault = first_fault

    def on_mount(self) -> None:
        """Say what is needed."""
        if self.first_fault:
            self.fault(self.first_fault)

    def fields(self) -> ComposeResult:
        """One row a field; what is needed to enter a library first."""
        facts = self.facts
        yield from self._field("symbol")
        yield from self._pick("stage", self._stages(), facts.stage)
        types = tuple((kind.value, say(f"tui.type-{kind.value}")) for kind in DocumentType)
        yield from self._pick("type", types, facts.type.value)
        languages = tuple((code, language(code).name) for code in codes())
        yield from self._pick("language", languages, facts.code)
        for name in (*_FIRST[1:], *_REST):
            yield from self._field(name)

    def _stages(self) -> tuple[tuple[str, str], ...]:
        by_itself = (
            say("tui.stage-shown", stage=say(f"library.stage-{self.shown}"))
            if self.shown
            else say("tui.stage-not-shown")
        )
        said = (stage.value for stage in Stage if stage is not Stage.UNKNOWN)
        return (("", by_itself), *((stage, say(f"library.stage-{stage}")) for stage in said))

    def _field(self, name: str) -> ComposeResult:
        with Horizontal(classes="row"):
            yield Label(say(f"tui.field-{name.replace('_', '-')}"), markup=False)
            yield Field(words_of(self.facts.masthead, name), id=f"field-{name}")

    def _pick(self, name: str, choices: tuple[tuple[str, str], ...], value: str) -> ComposeResult:
        with Horizontal(classes="row"):
            yield Label(say(f"tui.fact-{name}"), markup=False)
            yield Pick(choices, value, id=f"pick-{name}")

    def action_accept(self) -> None:
        """Answer with the facts as they stand in the form."""
        masthead = self.entered(self.facts.masthead)
        if masthead is None:
            return
        picked = {name: self.query_one(f"#pick-{name}", Pick).value for name in PICKED}
        kind = DocumentType(picked["type"])
        self.dismiss(Facts(masthead, picked["stage"], kind, picked["language"]))


class WordsDialog(ModalScreen[str]):
    """The words of an element; Enter and Esc both keep what was typed."""

    BINDINGS = [Binding("enter,escape", "done", show=False)]
    AUTO_FOCUS = "WritingArea"
    keys_id = "tui.words-keys"

    def __init__(self, title: str, words: str, typing: Callable[[str | None], None]) -> None:
        """`typing` is told the words after every key, None while they are as they were."""
        super().__init__()
        self.heading = title
        self.words = words
        self.typing = typing
        self._kept = False

    def compose(self) -> ComposeResult:
        """The area in its frame."""
        with Vertical(classes="dialog") as frame:
            frame.border_title = self.heading
            frame.border_subtitle = say(self.keys_id)
            yield WritingArea(id="words")

    def on_mount(self) -> None:
        """Show the words, the cursor at their beginning."""
        self.query_one(WritingArea).show(self.words, at_end=False)

    def on_writing_area_typed(self, event: WritingArea.Typed) -> None:
        """Keep the words safe."""
        event.stop()
        changed = event.words != self.words
        if changed or self._kept:
            self._kept = changed
            self.typing(event.words if changed else None)

    def action_done(self) -> None:
        """Answer with the words."""
        self.dismiss(self.query_one(WritingArea).words)


class SplitDialog(ModalScreen[str | None]):
    """The words of a paragraph; Enter answers with those before the cursor, Esc with None."""

    BINDINGS = [
        Binding("enter", "split", show=False),
        Binding("escape", "cancel", show=False),
    ]
    AUTO_FOCUS = "WritingArea"

    def __init__(self, words: str, likely: int) -> None:
        """`likely` is where the cursor stands first."""
        super().__init__()
        self.words = words
        self.likely = likely

    def compose(self) -> ComposeResult:
        """The area in its frame; nothing can be typed."""
        with Vertical(classes="dialog") as frame:
            frame.border_title = say("tui.split-title")
            frame.border_subtitle = say("tui.split-keys")
            area = WritingArea(id="words")
            area.read_only = True
            area.show_cursor = True
            yield area

    def on_mount(self) -> None:
        """Show the words, the cursor where a paragraph seems to begin."""
        area = self.query_one(WritingArea)
        area.show(self.words, at_end=False)
        area.move_cursor((0, self.likely))

    def action_split(self) -> None:
        """Answer with the words before the cursor."""
        self.dismiss(self.words[: self.query_one(WritingArea).cursor_location[1]])

    def action_cancel(self) -> None:
        """Split nothing."""
        self.dismiss(None)


class RemovedDialog(ModalScreen[int | None]):
    """What is no part of the text; Enter answers with the piece to put back."""

    BINDINGS = [Binding("escape,q,R", "cancel", show=False)]

    def __init__(self, rows: tuple[RemovedRow, ...]) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        """The list in its frame."""
        with Vertical(classes="dialog") as frame:
            frame.border_title = say("tui.removed-title", count=len(self.rows))
            yield RowList(id="pieces")
            yield Words(say("tui.removed-keys"), classes="faint")

    def on_mount(self) -> None:
        """Show the pieces."""
        rows = self.query_one(RowList)
        rows.styles.height = min(max(len(self.rows) * 2, 1), 14)
        rows.show(len(self.rows), self._draw, row_height=2, empty=say("tui.nothing-removed"))
        rows.focus()

    def _draw(self, index: int, columns: int) -> tuple[Line, ...]:
        return self.rows[index].lines(columns)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter puts back."""
        event.stop()
        self.dismiss(event.index)

    def action_cancel(self) -> None:
        """Put nothing back."""
        self.dismiss(None)


class ConflictDialog(ChoiceDialog):
    """A clause file that somebody edited: both versions, and what to do."""

    def __init__(self, sentence: str, diff: str) -> None:
        choices = (
            Choice("", "k", say("tui.keep-file")),
            Choice("over", "o", say("tui.overwrite-both-seen")),
        )
        super().__init__(say("tui.refused-title"), choices, sentence)
        self.diff = diff

    def body(self) -> ComposeResult:
        """Both versions, then the choices."""
        yield ProsePane(id="both")
        yield from super().body()

    def on_mount(self) -> None:
        """Show both."""
        super().on_mount()
        pane = self.query_one("#both", ProsePane)
        pane.can_focus = True
        pane.show(difference_blocks(self.diff))

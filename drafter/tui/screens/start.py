"""The start screen: a new draft, a file, the example, work left unsaved, and recent files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from drafter import __version__
from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.tree import DocumentType
from drafter.tui import opening
from drafter.tui.actions import State
from drafter.tui.asking import Asker
from drafter.tui.cells import clean, clip, fitted, width
from drafter.tui.footer import footer_line
from drafter.tui.keymap import Keymap, shown
from drafter.tui.present.guide import help_blocks
from drafter.tui.present.places import home_path, is_file, typed_path
from drafter.tui.present.problems import sentence_of
from drafter.tui.prose import Line, Run
from drafter.tui.screens.dialogs import Choice, ChoiceDialog, LineDialog, ReadingDialog
from drafter.tui.screens.importing.beginning import Importing, entered_words
from drafter.tui.screens.room.base import bindings
from drafter.tui.screens.room.room import RoomScreen
from drafter.tui.widgets.line_bar import LineBar
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.words import Words

if TYPE_CHECKING:
    from drafter.tui.screens.importing.outcomes import Entered
    from drafter.workspace.recovery import Recovery

_OFFER_COLUMNS = 14
_LEFT_COLUMNS = 41  # of a row of the dialog, beside its key and the time
_LEFT_NAME = 18
_OFFERS = ("open-file", "new-draft", "import-text", "example", "recover")
_TYPES = (
    DocumentType.DRAFT_RESOLUTION, DocumentType.REVISED_DRAFT, DocumentType.DRAFT_DECISION,
    DocumentType.RESOLUTION, DocumentType.DECISION, DocumentType.CHAIRS_TEXT,
    DocumentType.ADDENDUM, DocumentType.AMENDMENTS, DocumentType.COMMITTEE_REPORT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key if it has one, its words, what it does."""

    key: str
    words: str
    remark: str
    do: Callable[[], None] | None


class StartScreen(Importing):
    """What drafter shows when it is started without a file."""

    BINDINGS = bindings(frozenset({State.START}))
    AUTO_FOCUS = "#offers"

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self.keys = keys
        self.asker = Asker(self, self._tell)
        self._rows: tuple[Row, ...] = ()
        self._left: tuple[Recovery, ...] = ()
        self._recent: tuple[Path, ...] = ()

    @property
    def state(self) -> State:
        """Its one state."""
        return State.START

    def compose(self) -> ComposeResult:
        """A title, the offers, the footer."""
        with Vertical(id="start"):
            yield LineBar(id="name")
            yield LineBar(id="motto")
            yield RowList(id="offers")
            yield Words(id="remark")
        yield LineBar(id="footer")

    def on_mount(self) -> None:
        """Show what needs no file first, then look for recent and unsaved work."""
        name = (Run("drafter ", "strong"), Run(__version__, "faint"))
        self.query_one("#name", LineBar).show(lambda columns: name)
        motto = (Run(say("tui.motto"), "faint"),)
        self.query_one("#motto", LineBar).show(lambda columns: motto)
        self.query_one("#footer", LineBar).show(
            lambda columns: footer_line(State.START, self.keys, columns)
        )
        self._show()

    def on_screen_resume(self) -> None:
        """Look again whenever the screen comes back."""
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        def question() -> tuple[tuple[Path, ...], tuple[Recovery, ...]]:
            from drafter.workspace.recent import recent_files
            from drafter.workspace.recovery import recoverable

            return recent_files(), recoverable()

        self.asker.ask("start", question, self._found, lambda: True)

    def _found(self, found: tuple[tuple[Path, ...], tuple[Recovery, ...]]) -> None:
        self._recent, self._left = found
        self._show()

    def _show(self) -> None:
        offers = [self._offer(name) for name in _OFFERS]
        if not self._left:
            offers.pop()
        recent = [
            Row("", path.name, home_path(path.parent), partial(self._open, path))
            for path in self._recent
        ]
        heading = [Row("", "", "", None), Row("", say("tui.recent"), "", None)] if recent else []
        self._rows = (*offers, *heading, *recent)
        rows = self.query_one("#offers", RowList)
        headings = frozenset(i for i, row in enumerate(self._rows) if row.do is None)
        rows.show(len(self._rows), self._draw, index=rows.index, headings=headings)

    def _offer(self, action_id: str) -> Row:
        row = self.keys.of(action_id)
        count = f" ({len(self._left)})" if action_id == "recover" else ""
        do: Callable[[], None] = getattr(self, f"action_{row.method}")
        return Row(shown(row.keys[0]), say(row.label) + count, say(row.sentence), do)

    def _draw(self, index: int, columns: int) -> tuple[Line, ...]:
        row = self._rows[index]
        if row.do is None:
            return ((Run(f" {row.words}", "heading"),),)
        key = Run(f" {row.key} " if row.key else "   ", "key")
        words = fitted(clean(row.words), _OFFER_COLUMNS if row.key else columns // 2)
        remark = clip(clean(row.remark), columns - width(words) - 6)
        return ((key, Run(f"{words}  "), Run(remark, "faint")),)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Do what the row says."""
        event.stop()
        do = self._rows[event.index].do
        if do is not None:
            do()

    def _tell(self, problem: DrafterError | OSError) -> None:
        words = sentence_of(problem)
        self.query_one("#remark", Words).show(f"⚑ {words}")

    def entered(self, entered: Entered) -> None:
        """Tell what went into the library."""
        self.query_one("#remark", Words).show(entered_words(entered, self.provider()))

    # the offers

    def action_open_file(self) -> None:
        """Ask for a file and open it."""
        self._ask_file(f"{home_path(Path.cwd())}/", say("tui.open-sentence"))

    def _ask_file(self, typed: str, sentence: str) -> None:
        self.app.push_screen(LineDialog(say("tui.open-title"), typed, sentence), self._open_typed)

    def _open_typed(self, words: str | None) -> None:
        if not words or not words.strip():
            return
        path = typed_path(words)
        if is_file(path):
            self._open(path)
        else:
            self._ask_file(words, say("workspace.no-such-file"))

    def _open(self, path: Path) -> None:
        from drafter.workspace.native import is_events

        if not is_events(path):
            self.app.push_screen(RoomScreen(self.keys, opening.file(path)))
            return
        from drafter.tui.screens.events import EventsScreen

        try:
            screen = EventsScreen(path)
        except DrafterError as problem:
            self._tell(problem)
        else:
            self.app.push_screen(screen)

    def action_new_draft(self) -> None:
        """Ask for type and language, and begin."""
        choices = tuple(
            Choice(kind.value, str(number), say(f"tui.type-{kind.value}"))
            for number, kind in enumerate(_TYPES, start=1)
        )
        self.app.push_screen(ChoiceDialog(say("tui.new-type-title"), choices), self._type_chosen)

    def _type_chosen(self, kind: str | None) -> None:
        if not kind:
            return
        from drafter.languages import codes, language

        choices = tuple(
            Choice(code, str(number), language(code).name)
            for number, code in enumerate(codes(), start=1)
        )
        dialog = ChoiceDialog(say("tui.new-language-title"), choices)
        self.app.push_screen(dialog, lambda code: self._begin_new(DocumentType(kind), code))

    def _begin_new(self, kind: DocumentType, code: str | None) -> None:
        if code:
            self.app.push_screen(RoomScreen(self.keys, opening.new_draft(kind, code)))

    def action_example(self) -> None:
        """Open the shipped example."""
        self.app.push_screen(RoomScreen(self.keys, opening.example()))

    def action_recover(self) -> None:
        """Choose among the work left unsaved."""
        choices = tuple(
            Choice(str(number), str(number + 1), _left_words(each), f"{each.time:%Y-%m-%d %H:%M}")
            for number, each in enumerate(self._left[:9])
        )
        if choices:
            self.app.push_screen(ChoiceDialog(say("tui.recover-title"), choices), self._recover)

    def _recover(self, number: str | None) -> None:
        if number:
            left = self._left[int(number)]
            self.app.push_screen(RoomScreen(self.keys, opening.left_behind(left)))

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(ReadingDialog(say("tui.help-title"), help_blocks(self.keys)))

    def action_palette(self) -> None:
        """Show every action by name."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave drafter."""
        self.app.exit(0)


def _left_words(left: Recovery) -> str:
    """What is left, its title cut so that the rest is seen beside it at 80 columns."""
    name = left.draft.name if left.draft else say("tui.not-saved-yet")
    rest = f" · {clip(name, _LEFT_NAME)} · {say('tui.edits', count=left.edits)}"
    return clip(left.title or say("tui.untitled"), _LEFT_COLUMNS - width(rest)) + rest

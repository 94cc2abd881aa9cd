"""What to import: a file, chosen while its path is typed, or pasted text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.tui.asking import Asker
from drafter.tui.cells import clean, clip
from drafter.tui.present.places import home_path, is_file, typed_path
from drafter.tui.present.problems import sentence_of
from drafter.tui.prose import Line, Run
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.rows import RowList
from drafter.tui.widgets.words import Words

if TYPE_CHECKING:
    from drafter.workspace.reviewing import Review

_LISTED = 200


class PathField(Field):
    """The path of a file; text of several lines pasted here is no path."""

    class TextPasted(Message):
        """Text was pasted where a path belongs."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    def _on_paste(self, event: events.Paste) -> None:
        if "\n" in event.text.strip() or "\r" in event.text.strip():
            event.stop()
            event.prevent_default()
            self.post_message(self.TextPasted(event.text))


class PasteArea(TextArea):
    """Pasted text, its lines as they came, nothing in it that a terminal would obey."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  Textual's word
        super().__init__(
            id=id, soft_wrap=False, tab_behavior="focus", compact=True,
            highlight_cursor_line=False, placeholder=say("tui.paste-here"),
        )  # fmt: skip

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = fit_lines(event.text)


def fit_lines(text: str) -> str:
    """Text as lines that can be shown; a page break is a line break here."""
    return "\n".join(clean(line) for line in text.replace("\f", "\n").splitlines())


class SourceDialog(ModalScreen["Review | None"]):
    """Reads what is named or pasted, and answers with its review; Esc answers None."""

    BINDINGS = [
        Binding("ctrl+s", "read_pasted", show=False, priority=True),
        Binding("escape", "cancel", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
    ]
    AUTO_FOCUS = "#path"

    def __init__(self) -> None:
        super().__init__()
        self.asker = Asker(self, self._failed)
        self._entries: tuple[str, ...] = ()
        self._listed_for = ""
        self._taking = False  # whether Enter came before the folder was listed
        self._reading = False
        self._warned_of = ""  # the text that Esc would throw away, once it was told

    def compose(self) -> ComposeResult:
        """The path with what is there, then the place for text."""
        with Vertical(classes="dialog") as frame:
            frame.border_title = say("tui.source-title")
            frame.border_subtitle = say("tui.source-keys")
            yield Words(say("tui.source-file"), classes="faint")
            yield PathField(f"{home_path(Path.cwd())}/", id="path")
            yield RowList(id="entries")
            yield Words(say("tui.source-paste"), classes="faint")
            yield PasteArea(id="pasted")
            yield Words(id="fault")

    def on_mount(self) -> None:
        """List what is in the folder."""
        self.query_one("#entries").can_focus = False
        self._list(self.query_one("#path", Input).value)

    # a file

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what fits the path so far."""
        event.stop()
        self._list(event.value)

    def _list(self, words: str) -> None:
        field = self.query_one("#path", Input)
        self.asker.ask(
            "entries",
            lambda: entries(words),
            lambda found: self._listed(words, found),
            lambda: field.value == words,
        )

    def _listed(self, words: str, found: tuple[str, ...]) -> None:
        self._entries, self._listed_for = found, words
        self.query_one("#entries", RowList).show(
            len(found), self._draw, empty=say("tui.source-nothing")
        )
        if self._taking:
            self._take_or_read(words)

    def _draw(self, index: int, columns: int) -> tuple[Line, ...]:
        name = self._entries[index]
        return ((Run(f" {clip(clean(name), columns - 2)}", "info" if name[-1:] == "/" else ""),),)

    def action_choose(self, by: int) -> None:
        """Go to another entry of the folder."""
        self.query_one("#entries", RowList).action_move(by)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Two clicks take an entry."""
        event.stop()
        self._take(self._entries[event.index])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter reads the file; of a part of a name it takes the entry under the cursor."""
        event.stop()
        self._taking = self._listed_for != event.value
        if not self._taking:
            self._take_or_read(event.value)

    def _take_or_read(self, words: str) -> None:
        self._taking = False
        path = typed_path(words)
        if self._entries and not is_file(path):
            self._take(self._entries[self.query_one("#entries", RowList).index])
        else:
            self._read_file(path)

    def _take(self, name: str) -> None:
        field = self.query_one("#path", Input)
        folder, slash, _ = field.value.rpartition("/")
        field.value = f"{folder}{slash}{name}"
        field.action_end()
        if not name.endswith("/"):
            self._read_file(typed_path(field.value))

    def _read_file(self, path: Path) -> None:
        def question() -> Review:
            from drafter.workspace.reviewing import Review

            return Review.of_file(path)

        self._ask(question)

    # pasted text

    def on_path_field_text_pasted(self, event: PathField.TextPasted) -> None:
        """Text pasted at once goes where text belongs."""
        event.stop()
        area = self.query_one(PasteArea)
        area.insert(fit_lines(event.text))
        self.set_focus(area)

    def action_read_pasted(self) -> None:
        """Read what was pasted; without any, the file."""
        text = self.query_one(PasteArea).text
        if not text.strip():
            self._read_file(typed_path(self.query_one("#path", Input).value))
            return

        def question() -> Review:
            from drafter.workspace.reviewing import Review

            return Review.of_text(text, say("tui.pasted-text"))

        self._ask(question)

    # reading

    def _ask(self, question: Callable[[], Review]) -> None:
        if self._reading:
            return
        self._reading = True
        self.query_one("#fault", Words).show(say("tui.reading"))
        self.asker.ask("read", question, self._read, lambda: self.is_current)

    def _read(self, review: Review) -> None:
        self.dismiss(review)

    def _failed(self, problem: DrafterError | OSError) -> None:
        self._reading = False
        self.query_one("#fault", Words).show(f"⚑ {sentence_of(problem)}")

    def action_cancel(self) -> None:
        """Import nothing; text that was pasted is not thrown away at the first key."""
        text = self.query_one(PasteArea).text
        if text.strip() and text != self._warned_of:
            self._warned_of = text
            self.query_one("#fault", Words).show(f"⚑ {say('tui.source-text-unread')}")
            return
        self.dismiss(None)


def entries(words: str) -> tuple[str, ...]:
    """The folders (with / behind) and readable files whose names begin as `words` ends."""
    from drafter.readers import extensions

    folder, _, start = words.rpartition("/")
    known = extensions()
    found: list[str] = []
    try:
        for path in sorted(typed_path(f"{folder}/" if "/" in words else ".").iterdir()):
            name = path.name
            fits = name.casefold().startswith(start.casefold())
            if not fits or (name.startswith(".") and not start.startswith(".")):
                continue
            if path.is_dir():
                found.append(f"{name}/")
            elif name.lower().endswith(known):
                found.append(name)
    except OSError:
        return ()
    return tuple(found[:_LISTED])

"""The text area a paragraph is written in: Chinese line breaking, word motion and blanks."""

from __future__ import annotations

import re

from textual import events
from textual.binding import Binding
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.message import Message
from textual.widgets import TextArea

from drafter.tui.widgets.keystrokes import own_action
from drafter.tui.wrapping import breaks

# A word ends at punctuation and blanks, and where Han characters meet letters or digits.
_WORDS = re.compile(
    r"(?<=\w)(?=[^\w])|(?<=[^\w])(?=\w)"
    r"|(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])"
)
# Blanks that are text in Chinese and French but that Textual takes for unprintable.
TYPEABLE = frozenset("\u3000\u00a0\u202f\u200d\u200e\u200f")
_LINE_ENDS = re.compile(r"[ \t]*[\r\n\u2028\u2029]+[ \t]*")
_NARROW = re.compile(r"[\x21-\x7e]")


class WrittenDocument(WrappedDocument):
    """Textual's wrapped document with our line breaks instead of breaks at blanks only."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap every line; a paragraph is short enough to be wrapped as a whole."""
        super().wrap(0, tab_width)
        self._width = width
        offsets = [breaks(line, width) if width else [] for line in self.document.lines]
        self._wrap_offsets = offsets
        self._offset_to_line_info = [
            (line, section)
            for line, edges in enumerate(offsets)
            for section in range(len(edges) + 1)
        ]
        self._line_index_to_offsets = []
        row = 0
        for edges in offsets:
            self._line_index_to_offsets.append(list(range(row, row + len(edges) + 1)))
            row += len(edges) + 1

    def wrap_range(
        self, start: tuple[int, int], old_end: tuple[int, int], new_end: tuple[int, int]
    ) -> None:
        """Wrap again after an edit."""
        self.wrap(self._width)


class WritingArea(TextArea):
    """One paragraph being written. Enter and Esc are left to the room: they end the writing."""

    BINDINGS = [
        Binding("ctrl+home", "to_edge(True)", show=False),
        Binding("ctrl+end", "to_edge(False)", show=False),
    ]

    class Typed(Message):
        """The words changed."""

        def __init__(self, words: str) -> None:
            self.words = words
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's word
        super().__init__(
            id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, compact=True,
            highlight_cursor_line=False,
        )  # fmt: skip
        self._word_pattern = _WORDS

    def show(self, words: str, *, at_end: bool = True) -> None:
        """Show these words with the cursor at their end or beginning."""
        self.load_text(words)
        self.move_cursor(self.document.end if at_end else (0, 0))

    @property
    def words(self) -> str:
        """The words as they stand, on one line."""
        return one_line(self.text)

    @property
    def offset_of_cursor(self) -> int:
        """Where the cursor stands, in characters of `words`."""
        row, column = self.cursor_location
        return len(one_line("\n".join([*self.document.lines[:row], ""]))) + column

    def action_to_edge(self, first: bool) -> None:
        """Go to the beginning or end of the paragraph."""
        self.move_cursor((0, 0) if first else self.document.end)

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = WrittenDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()

    async def _on_key(self, event: events.Key) -> None:
        # Textual runs this before TextArea's own handler, which prevent_default() turns off.
        if event.key in ("enter", "escape"):
            event.prevent_default()
        elif event.character in TYPEABLE and not event.is_printable:
            event.stop()
            event.prevent_default()
            self._replace_via_keyboard(event.character or "", *self.selection)
        elif not event.is_printable and (action := own_action(self._bindings, event.key)):
            event.stop()
            event.prevent_default()
            await self.run_action(action)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = one_line(event.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say what the words are now."""
        event.stop()
        self.post_message(self.Typed(self.words))


def one_line(text: str) -> str:
    """Lines joined into one: with a blank between narrow characters, with nothing beside Han."""

    def join(found: re.Match[str]) -> str:
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        return " " if _NARROW.match(before) and _NARROW.match(after) else ""

    return _LINE_ENDS.sub(join, text)

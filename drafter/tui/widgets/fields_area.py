"""Lines of fields to fill in: Tab goes from one to the next, and completes what was begun."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

# a field at the margin: what stands before its colon, and what is said of it on its line
_FIELD = re.compile(r"(?P<key>[^\s#\-:：][^:：]*)[:：](?P<said>.*)")
_MORE = (" ", "-")  # a line that begins so goes on with the field above it


class FieldsArea(TextArea):
    """`values` are what a field may say, as far as that can be listed."""

    BINDINGS = [
        Binding("tab", "go_on(1)", show=False),
        Binding("shift+tab", "go_on(-1)", show=False),
    ]

    class Reached(Message):
        """The cursor stands in another field, called `key`."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, text: str, values: Callable[[str], tuple[str, ...]], *, id: str) -> None:  # noqa: A002  Textual's word
        super().__init__(text, id=id, soft_wrap=True)
        self._values = values
        self._key: str | None = None

    def on_mount(self) -> None:
        """Begin at the first field that says nothing yet."""
        lines = self.document.lines
        places = self._places()
        blank = (at for at in places if not _said(lines[at]) and not _goes_on(lines, at))
        self._stand(next(blank, places[0] if places else 0))
        self._tell()

    def action_go_on(self, by: int) -> None:
        """Complete what was begun where only one value begins so, else go to another field."""
        row, column = self.cursor_location
        line = self.document.lines[row]
        begun = _said(line) if by > 0 and column == len(line) else ""
        fitting = [each for each in self._values(self.key) if begun and each.startswith(begun)]
        if len(fitting) == 1 and fitting != [begun]:
            self.insert(fitting[0][len(begun) :])
            return
        places = self._places()
        beyond = [at for at in places if (at > row if by > 0 else at < row)]
        if places:
            self._stand((beyond or places)[0 if by > 0 else -1])

    @property
    def key(self) -> str:
        """The field that the cursor stands in, empty for none."""
        lines = self.document.lines[: self.cursor_location[0] + 1]
        found = (_FIELD.match(line) for line in reversed(lines))
        return next((each["key"] for each in found if each), "")

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Tell of the field."""
        event.stop()
        self._tell()

    def _tell(self) -> None:
        if self.key != self._key:
            self._key = self.key
            self.post_message(self.Reached(self.key))

    def _places(self) -> list[int]:
        return [at for at, line in enumerate(self.document.lines) if _FIELD.match(line)]

    def _stand(self, row: int) -> None:
        self.move_cursor((row, len(self.document.lines[row])))


def _said(line: str) -> str:
    """What a line says of its field."""
    field = _FIELD.match(line)
    return field["said"].strip() if field else ""


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether the field of a line goes on below it."""
    return at + 1 < len(lines) and lines[at + 1].startswith(_MORE)

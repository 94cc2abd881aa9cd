"""The action table: one row a thing the user can do, from which everything about keys is made.

Bindings, the footer, the help screen, the palette and `docs/keys.md` all read this table. The words
are in the catalogue: `tui.key-<id>` for the footer, `tui.does-<id>` for help and palette.
Keys avoid ctrl+h, i, j and m (terminals send them as other keys) and what a text area owns.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where the keys of an action work. In WRITING, letters type."""

    READING = "reading"
    WRITING = "writing"
    SEARCHING = "searching"
    START = "start"


class Group(StrEnum):
    """The headings of the help screen, in their order."""

    MOVE = "move"
    WRITE = "write"
    LOOK = "look"
    DRAFT = "draft"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` in order of preference; `footer` is the place in the footer, 0 for none.

    The screen of its state answers to it with a method `action_<id>`, hyphens as underscores.
    """

    id: str
    group: Group
    states: tuple[State, ...]
    keys: tuple[str, ...]
    footer: int = 0

    @property
    def method(self) -> str:
        """The name Textual calls it by."""
        return self.id.replace("-", "_")

    @property
    def label(self) -> str:
        """The message id of its word in the footer."""
        return f"tui.key-{self.id}"

    @property
    def sentence(self) -> str:
        """The message id of what it does."""
        return f"tui.does-{self.id}"


_READING = (State.READING,)
_WRITING = (State.WRITING,)
_ROOM = (State.READING, State.WRITING, State.SEARCHING)
_SEARCHING = (State.SEARCHING,)
_START = (State.START,)

# Full-width twins stand beside keys that an input method may be left on for: ？ for ?, 》 for >.
ACTIONS: tuple[Action, ...] = (
    Action("next", Group.MOVE, _READING, ("j", "down")),
    Action("previous", Group.MOVE, _READING, ("k", "up")),
    Action("page-down", Group.MOVE, _READING, ("pagedown", "space")),
    Action("page-up", Group.MOVE, _READING, ("pageup", "b")),
    Action("first", Group.MOVE, _READING, ("g", "home")),
    Action("last", Group.MOVE, _READING, ("G", "end")),
    Action("next-departure", Group.MOVE, _READING, ("]", "】")),
    Action("previous-departure", Group.MOVE, _READING, ("[", "【")),
    Action("write", Group.WRITE, _READING, ("enter", "e"), 3),
    Action("done", Group.WRITE, _WRITING, ("escape", "enter"), 1),
    Action("insert", Group.WRITE, _READING, ("i",), 2),
    Action("new-paragraph", Group.WRITE, _READING, ("o",), 5),
    Action("delete", Group.WRITE, _READING, ("d", "delete"), 11),
    Action("move-up", Group.WRITE, _READING, ("K", "shift+up")),
    Action("move-down", Group.WRITE, _READING, ("J", "shift+down"), 12),
    Action("indent", Group.WRITE, _READING, (">", "》")),
    Action("outdent", Group.WRITE, _READING, ("<", "《")),
    Action("convert", Group.WRITE, _READING, ("t",)),
    Action("undo", Group.WRITE, _READING, ("u",), 6),
    Action("redo", Group.WRITE, _READING, ("U", "ctrl+r")),
    Action("add-note", Group.WRITE, _WRITING, ("ctrl+f",), 3),
    Action("notes", Group.WRITE, _READING, ("f",), 9),
    Action("search", Group.LOOK, _READING, ("/", "／", "、"), 1),
    Action("insert-hit", Group.LOOK, _SEARCHING, ("enter",), 1),
    Action("next-hit", Group.LOOK, _SEARCHING, ("down",), 2),
    Action("previous-hit", Group.LOOK, _SEARCHING, ("up",)),
    Action("precedents", Group.LOOK, _READING, ("p",), 4),
    Action("next-precedent", Group.LOOK, _READING, ("n",)),
    Action("following-precedent", Group.LOOK, _WRITING, ("f3",), 4),
    Action("next-pane", Group.LOOK, (*_READING, *_SEARCHING), ("tab",)),
    Action("outline", Group.LOOK, _READING, ("l",), 13),
    Action("checks", Group.LOOK, _READING, ("c",), 7),
    Action("close", Group.LOOK, (State.READING, State.SEARCHING), ("escape",), 50),
    Action("settings", Group.DRAFT, _READING, ("m",), 10),
    Action("save", Group.DRAFT, (*_READING, *_WRITING), ("ctrl+s", "s"), 8),
    Action("save-as", Group.DRAFT, _READING, ("S",)),
    Action("export", Group.DRAFT, _READING, ("x",), 9),
    Action("leave", Group.DRAFT, _READING, ("q", "ctrl+q")),
    Action("open-file", Group.DRAFT, _START, ("o",), 1),
    Action("new-draft", Group.DRAFT, _START, ("n",), 2),
    Action("example", Group.DRAFT, _START, ("e",), 3),
    Action("recover", Group.DRAFT, _START, ("r",), 4),
    Action("quit", Group.DRAFT, _START, ("q", "ctrl+q"), 5),
    Action("help", Group.HELP, (*_ROOM, State.START), ("f1", "?", "？"), 99),
    Action("palette", Group.HELP, (*_ROOM, State.START), ("ctrl+p", ":", "："), 98),
)


def action(action_id: str) -> Action:
    """The row with this id."""
    return next(row for row in ACTIONS if row.id == action_id)

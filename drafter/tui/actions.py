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
    CORRECTING = "correcting"


class Group(StrEnum):
    """The headings of the help screen, in their order."""

    MOVE = "move"
    WRITE = "write"
    LOOK = "look"
    DRAFT = "draft"
    CORRECT = "correct"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` in order of preference; `footer` is the place in the footer, 0 for none; `like` is the
    action of another screen that has the same words and the same method.

    The screen of its state answers to it with a method `action_<id>`, hyphens as underscores.
    """

    id: str
    group: Group
    states: tuple[State, ...]
    keys: tuple[str, ...]
    footer: int = 0
    like: str = ""

    @property
    def method(self) -> str:
        """The name Textual calls it by."""
        return (self.like or self.id).replace("-", "_")

    @property
    def label(self) -> str:
        """The message id of its word in the footer."""
        return f"tui.key-{self.like or self.id}"

    @property
    def sentence(self) -> str:
        """The message id of what it does."""
        return f"tui.does-{self.like or self.id}"


_READING = (State.READING,)
_WRITING = (State.WRITING,)
_ROOM = (State.READING, State.WRITING, State.SEARCHING)
_SEARCHING = (State.SEARCHING,)
_START = (State.START,)
_CORRECTING = (State.CORRECTING,)

# Full-width twins stand beside keys that an input method may be left on for: ？ for ?, 》 for >.
ACTIONS: tuple[Action, ...] = (
    Action("next", Group.MOVE, _READING, ("j", "down")),
    Action("previous", Group.MOVE, _READING, ("k", "up")),
    Action("page-down", Group.MOVE, _READING, ("pagedown", "space")),
    Action("page-up", Group.MOVE, _READING, ("pageup", "backspace")),
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
    Action("restart", Group.WRITE, _READING, ("N",)),
    Action("confirm", Group.WRITE, _READING, ("v",)),
    Action("undo", Group.WRITE, _READING, ("u",), 6),
    Action("redo", Group.WRITE, _READING, ("U", "ctrl+r")),
    Action("add-note", Group.WRITE, _WRITING, ("ctrl+f",), 3),
    Action("cite", Group.WRITE, (*_READING, *_WRITING), ("ctrl+t",), 16),
    Action("notes", Group.WRITE, _READING, ("f",), 9),
    Action("search", Group.LOOK, _READING, ("/", "／", "、"), 1),
    Action("insert-hit", Group.LOOK, _SEARCHING, ("enter",), 1),
    Action("next-hit", Group.LOOK, _SEARCHING, ("down",), 2),
    Action("previous-hit", Group.LOOK, _SEARCHING, ("up",)),
    Action("precedents", Group.LOOK, _READING, ("p",), 4),
    Action("next-precedent", Group.LOOK, _READING, ("n",)),
    Action("lineage", Group.LOOK, _READING, ("h",)),
    Action("following-precedent", Group.LOOK, _WRITING, ("f3",), 4),
    Action("next-pane", Group.LOOK, (*_READING, *_SEARCHING), ("tab",)),
    Action("outline", Group.LOOK, _READING, ("l",), 13),
    Action("view-base", Group.LOOK, _READING, ("b",), 5),
    Action("dropped", Group.LOOK, _READING, ("D",), 15),
    Action("checks", Group.LOOK, _READING, ("c",), 7),
    Action("close", Group.LOOK, (State.READING, State.SEARCHING), ("escape",), 50),
    Action("settings", Group.DRAFT, _READING, ("m",), 10),
    Action("save", Group.DRAFT, (*_READING, *_WRITING), ("ctrl+s", "s"), 8),
    Action("save-as", Group.DRAFT, _READING, ("S",)),
    Action("export", Group.DRAFT, _READING, ("x",), 9),
    Action("preview", Group.DRAFT, _READING, ("P",)),
    Action("rebase", Group.DRAFT, _READING, ("R",)),
    Action("leave", Group.DRAFT, _READING, ("q", "ctrl+q")),
    Action("open-file", Group.DRAFT, _START, ("o",), 1),
    Action("new-draft", Group.DRAFT, _START, ("n",), 2),
    Action("example", Group.DRAFT, _START, ("e",), 3),
    Action("recover", Group.DRAFT, _START, ("r",), 4),
    Action("quit", Group.DRAFT, _START, ("q", "ctrl+q"), 5),
    Action("import-text", Group.DRAFT, (*_READING, *_START), ("I",), 14),
    # The import screen has keys of its own: letters that write in the room set kinds there.
    Action("import-next", Group.CORRECT, _CORRECTING, ("j", "down"), like="next"),
    Action("import-previous", Group.CORRECT, _CORRECTING, ("k", "up"), like="previous"),
    Action("import-page-down", Group.CORRECT, _CORRECTING, ("pagedown", "space"), like="page-down"),
    Action("import-page-up", Group.CORRECT, _CORRECTING, ("pageup", "b"), like="page-up"),
    Action("import-first", Group.CORRECT, _CORRECTING, ("g", "home"), like="first"),
    Action("import-last", Group.CORRECT, _CORRECTING, ("G", "end"), like="last"),
    Action("next-doubt", Group.CORRECT, _CORRECTING, ("n", "]", "】"), 1),
    Action("previous-doubt", Group.CORRECT, _CORRECTING, ("N", "[", "【")),
    Action("settle", Group.CORRECT, _CORRECTING, ("v",), 2),
    Action("only-doubts", Group.CORRECT, _CORRECTING, ("f",), 15),
    Action("fold", Group.CORRECT, _CORRECTING, ("z",), 16),
    Action("import-write", Group.CORRECT, _CORRECTING, ("enter", "e"), 3, like="write"),
    Action("import-indent", Group.CORRECT, _CORRECTING, (">", "》"), like="indent"),
    Action("import-outdent", Group.CORRECT, _CORRECTING, ("<", "《"), like="outdent"),
    Action("as-title", Group.CORRECT, _CORRECTING, ("t",)),
    Action("as-heading", Group.CORRECT, _CORRECTING, ("h",)),
    Action("as-enacting", Group.CORRECT, _CORRECTING, ("w",)),
    Action("as-preambular", Group.CORRECT, _CORRECTING, ("p",)),
    Action("as-operative", Group.CORRECT, _CORRECTING, ("o",)),
    Action("as-declaration", Group.CORRECT, _CORRECTING, ("d",)),
    Action("as-prose", Group.CORRECT, _CORRECTING, ("x",)),
    Action("as-report", Group.CORRECT, _CORRECTING, ("r",)),
    Action("as-continuation", Group.CORRECT, _CORRECTING, ("c",)),
    Action("join-before", Group.CORRECT, _CORRECTING, ("J", "backspace"), 7),
    Action("split", Group.CORRECT, _CORRECTING, ("s",), 8),
    Action("set-label", Group.CORRECT, _CORRECTING, ("l", "#"), 9),
    Action("take-out", Group.CORRECT, _CORRECTING, ("X", "delete"), 11),
    Action("removed", Group.CORRECT, _CORRECTING, ("R",), 12),
    Action("set-part", Group.CORRECT, _CORRECTING, ("P",), 13),
    Action("import-undo", Group.CORRECT, _CORRECTING, ("u",), 6, like="undo"),
    Action("import-redo", Group.CORRECT, _CORRECTING, ("U", "ctrl+r"), like="redo"),
    Action("import-settings", Group.CORRECT, _CORRECTING, ("m",), 10, like="settings"),
    Action("import-next-pane", Group.CORRECT, _CORRECTING, ("tab",), like="next-pane"),
    Action("enter-library", Group.CORRECT, _CORRECTING, ("i", "ctrl+s"), 4),
    Action("as-draft", Group.CORRECT, _CORRECTING, ("D",), 5),
    Action("give-up", Group.CORRECT, _CORRECTING, ("q", "escape", "ctrl+q"), 17),
    Action("import-help", Group.CORRECT, _CORRECTING, ("f1", "?", "？"), 99, like="help"),
    Action("import-palette", Group.CORRECT, _CORRECTING, ("ctrl+p", ":", "："), 98, like="palette"),
    Action("help", Group.HELP, (*_ROOM, State.START), ("f1", "?", "？"), 99),
    Action("palette", Group.HELP, (*_ROOM, State.START), ("ctrl+p", ":", "："), 98),
)


def action(action_id: str) -> Action:
    """The row with this id."""
    return next(row for row in ACTIONS if row.id == action_id)

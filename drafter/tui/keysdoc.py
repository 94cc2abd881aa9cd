"""`docs/keys.md`, made from the action table."""

from __future__ import annotations

from drafter.messages import say
from drafter.tui.actions import ACTIONS, Action, Group
from drafter.tui.keymap import shown

_HEAD = """# Keys of the drafting room

Made from the action table (`drafter/tui/actions.py`) by `make docs`: change the table, not this
page.

In the *reading* state single keys act on the paragraph under the cursor; in the *writing* state
keys type, and Esc leaves with every keystroke kept. The footer always shows the state. Everything
is also in the palette. To give an action other keys, name it in `settings.yaml`:

```yaml
keys:
  search: "slash,f4"
  undo: "u"
```
"""


def page() -> str:
    """The page, in the interface language of the moment."""
    return "\n".join([_HEAD, *(_section(group) for group in Group)])


def _section(group: Group) -> str:
    rows = [_row(row) for row in ACTIONS if row.group is group]
    title = f"## {say(f'tui.group-{group.value}')}"
    return "\n".join(
        [title, "", "| keys | where | what | action |", "|---|---|---|---|", *rows, ""]
    )


def _row(row: Action) -> str:
    keys = " ".join(f"`{shown(key)}`" for key in row.keys).replace("|", "\\|")
    where = ", ".join(say(f"tui.in-{state.value}") for state in row.states)
    return f"| {keys} | {where} | {say(row.sentence)} | `{row.id}` |"

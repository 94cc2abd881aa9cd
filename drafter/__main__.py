"""`drafter` and `python -m drafter`: the one place that joins the command line and the room."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from drafter.cli import main as run

if TYPE_CHECKING:
    from pathlib import Path


def open_room(file: Path | None, example: bool) -> int:
    """Open the drafting room; Textual is imported only now."""
    from drafter.tui.app import run as run_room

    return run_room(file, example=example)


def main() -> None:
    """The entry point of the installed command."""
    sys.exit(run(sys.argv[1:], open_room=open_room))


if __name__ == "__main__":
    main()

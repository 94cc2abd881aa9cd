"""The folders that travel with drafter: clauses and templates, in a wheel or a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.errors import UnreadableInput

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_data", _PACKAGE.parent)
EXAMPLE = "examples/migration.draft.yaml"


@cache
def resource(name: str) -> Path:
    """The folder called `name`: inside an installed wheel, else at the top of the checkout.

    Raises `UnreadableInput` if drafter was installed without it.
    """
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise UnreadableInput(
        "workspace.no-resource", place=str(_PLACES[0] / name), hint_id="workspace.reinstall"
    )


def clauses_folder() -> Path:
    """The shipped library."""
    return resource("clauses")


def templates_folder() -> Path:
    """The shipped templates and example drafts."""
    return resource("templates")


def example_draft() -> Path:
    """The shipped example draft; open a copy of it, never the file itself."""
    return templates_folder() / EXAMPLE

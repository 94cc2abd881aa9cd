"""Where templates stand: in a wheel, in a checkout, or in a folder of the user's corrections."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.yamlio import read_text

_PACKAGE = Path(__file__).resolve().parents[1]


def templates_folder() -> Path:
    """The shipped templates: inside the installed package, else at the top of the checkout.

    Raises `UnreadableInput` if neither is there.
    """
    for folder in (_PACKAGE / "_data" / "templates", _PACKAGE.parent / "templates"):
        if folder.is_dir():
            return folder
    raise UnreadableInput("writing.no-templates", place=str(_PACKAGE))


def folders(own: Path | None) -> tuple[Path, ...]:
    """The folders to look in: the user's own corrections first."""
    shipped = templates_folder()
    return (shipped,) if own is None else (own, shipped)


def resource(name: str, own: Path | None) -> tuple[str, Path]:
    """The text of the template file `name` ("layout.yaml") and where it was found.

    Raises `UnreadableInput` if no folder has it.
    """
    for folder in folders(own):
        path = folder / name
        if path.is_file():
            return read_text(path), path
    raise UnreadableInput("writing.no-template", place=str(folders(own)[0] / name), name=name)

"""The templates of documents: which there are, copies to correct, and whether corrections hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from drafter.errors import DrafterError, RefusedOverwrite, UnknownName, UnreadableInput
from drafter.workspace.resources import templates_folder
from drafter.workspace.saving import make_folder, write_all
from drafter.workspace.template_trials import problems
from drafter.yamlio.files import read_bytes

_PASSED_OVER = ("README.md", "examples")
_LARGEST = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """What a folder of corrected templates holds: the names of those that are used, the files that
    are none, and what is wrong, each thing once."""

    names: tuple[str, ...]
    unused: tuple[str, ...]
    problems: tuple[DrafterError, ...]


def names() -> tuple[str, ...]:
    """The shipped templates by their names: "layout.yaml", "docx/styles.xml.j2"."""
    folder = templates_folder()
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(each.as_posix() for each in found if each.parts[0] not in _PASSED_OVER))


def copied(wanted: Sequence[str], target: Path) -> tuple[Path, ...]:
    """Copy the templates called `wanted` (names, or folders of them; none: all) into the folder
    `target`, which is made where it is missing.

    Raises `UnknownName` for one that is not there, and `RefusedOverwrite`, copying nothing, where
    a file is in the way.
    """
    chosen = tuple(dict.fromkeys(name for each in wanted for name in _named(each))) or names()
    there = [str(target / name) for name in chosen if (target / name).exists()]
    if there:
        raise RefusedOverwrite("workspace.template-exists", place=", ".join(there))
    make_folder(target)
    for folder in sorted({(target / name).parent for name in chosen} - {target}):
        make_folder(folder)
    shipped = templates_folder()
    files = {target / name: read_bytes(shipped / name, max_bytes=_LARGEST) for name in chosen}
    write_all(files)
    return tuple(files)


def _named(given: str) -> tuple[str, ...]:
    wanted = given.replace("\\", "/").strip("/")
    found = tuple(each for each in names() if each == wanted or each.startswith(f"{wanted}/"))
    if not found:
        near = get_close_matches(wanted, names(), n=1)
        hint = "workspace.template-near" if near else "workspace.templates-listed"
        message = "workspace.no-such-template"
        raise UnknownName(message, hint_id=hint, name=given, near="".join(near))
    return found


def checked(folder: Path) -> Checked:
    """Try the templates of `folder` on the shipped example, as every type of document and in
    every language. Raises `UnreadableInput` where there is no such folder."""
    if not folder.is_dir():
        raise UnreadableInput("workspace.no-such-folder", place=str(folder))
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    held = sorted(path.as_posix() for path in paths)
    known = set(names())
    used = tuple(name for name in held if name in known)
    unused = tuple(name for name in held if name not in known)
    return Checked(used, unused, problems(folder, used))

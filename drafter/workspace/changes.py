"""Several files changed as one: shown as a difference first, written all or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError, Locked, RefusedOverwrite, UnreadableInput
from drafter.library.revising import Revision
from drafter.workspace.locks import holder_of
from drafter.workspace.native import is_native
from drafter.workspace.saving import reason, write
from drafter.yamlio.files import read_bytes

_SCHEMA = ".json"


@dataclass(frozen=True, slots=True)
class Change:
    """One reviewable change of several files."""

    files: tuple[Revision, ...]

    @staticmethod
    def of(revisions: Iterable[Revision]) -> Change:
        """Those of the revisions that change anything."""
        return Change(tuple(each for each in revisions if each.changed))

    @property
    def differences(self) -> tuple[str, ...]:
        """The difference of every file, as git shows it; of a new schema only its name."""
        return tuple(
            f"+++ {each.path}"
            if each.path.suffix == _SCHEMA
            else each.difference(_shown(each.path))
            for each in self.files
        )

    def write(self) -> None:
        """Write every file, or none: what was written before one fails is put back.

        Raises `Locked` for a draft that is open, `RefusedOverwrite` for a file that is another by
        now, `UnreadableInput` for one that cannot be written.
        """
        for each in self.files:
            _refuse_moved(each)
        done: list[Revision] = []
        try:
            for each in self.files:
                _make_folder(each.path.parent)
                write(each.path, each.after)
                done.append(each)
        except DrafterError:
            for each in reversed(done):
                _put_back(each)
            raise


def _shown(path: Path) -> str:
    """The path as a patch names it: without the slash in front."""
    return path.as_posix().lstrip("/")


def current(path: Path) -> bytes | None:
    """What the file says now; None if there is none. Raises `UnreadableInput`."""
    return read_bytes(path) if path.exists() else None


def _refuse_moved(revision: Revision) -> None:
    path = revision.path
    holder = holder_of(path) if is_native(path) else ""
    if holder:
        raise Locked(
            "workspace.locked", place=str(path), hint_id="workspace.close-it", holder=holder
        )
    if current(path) != revision.before:
        raise RefusedOverwrite("workspace.changed-meanwhile", place=str(path))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-write", place=str(folder), reason=reason(problem)
        ) from None


def _put_back(revision: Revision) -> None:
    if revision.before is None:
        revision.path.unlink(missing_ok=True)
    else:
        write(revision.path, revision.before)

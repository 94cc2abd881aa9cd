"""Changing clause files: what each would become, shown before anything is written.

Every command that changes a clause file goes this way, so that comments and whatever is not meant
to change stay as they are, byte for byte in a file that has the canonical form.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import RefusedOverwrite
from drafter.library.clause_file import ClauseFile, located, parse
from drafter.library.clause_writing import rewritten
from drafter.yamlio import write_atomically
from drafter.yamlio.files import read_bytes

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Revision:
    """A file as it is (`before`, None if it is not there yet) and as it shall be."""

    path: Path
    before: bytes | None
    after: bytes

    @property
    def changed(self) -> bool:
        """Whether anything is to be written."""
        return self.before != self.after

    def difference(self, name: str = "") -> str:
        """The change as a unified diff of the file `name`, empty for none."""
        shown = (name or self.path.as_posix()).lstrip("/")
        old = "" if self.before is None else self.before.decode("utf-8-sig", "replace")
        lines = difflib.unified_diff(
            old.splitlines(), self.after.decode().splitlines(),
            f"a/{shown}" if self.before is not None else "/dev/null", f"b/{shown}",
            n=2, lineterm="",
        )  # fmt: skip
        return "\n".join(lines)


def revised(path: Path, change: Callable[[ClauseFile], ClauseFile]) -> Revision:
    """The clause file at `path` after `change`, its comments kept; nothing is written.

    Raises `UnreadableInput` for a file that is missing or broken, and whatever `change` raises.
    """
    data = read_bytes(path, max_bytes=MAX_BYTES)
    return Revision(path, data, rewritten(data, change(parse(data, path))))


def formatted(path: Path) -> Revision:
    """The clause file at `path` in canonical form: nothing that it says changes, right or wrong.

    Raises `UnreadableInput` for a file that is missing or broken.
    """
    data = read_bytes(path, max_bytes=MAX_BYTES)
    file, held = located(data, path)
    return Revision(path, data, rewritten(data, file, held=held))


def read_clause_bytes(path: Path) -> bytes:
    """The bytes of a clause file. Raises `UnreadableInput`."""
    return read_bytes(path, max_bytes=MAX_BYTES)


def write(revisions: Sequence[Revision]) -> None:
    """Write the files that change, one after the other.

    Raises `RefusedOverwrite`, before anything is written, if one of them is no longer what it was
    when its revision was made; OSError where a file cannot be written.
    """
    wanted = [each for each in revisions if each.changed]
    for each in wanted:
        if _current(each.path) != each.before:
            raise RefusedOverwrite("library.changed-meanwhile", place=str(each.path))
    for each in wanted:
        each.path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(each.path, each.after)


def _current(path: Path) -> bytes | None:
    return read_bytes(path, max_bytes=MAX_BYTES) if path.exists() else None

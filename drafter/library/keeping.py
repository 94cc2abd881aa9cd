"""Where an index is kept. A new one is made in a file of its own and takes a name that none had
before, so neither a program that still has an older one open nor what that leaves behind (a journal
beside the file) can be mistaken for a part of it. The latest name counts."""

from __future__ import annotations

import os
import re
import secrets
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from drafter.library.changes import Changes
from drafter.library.database import (
    Damaged,
    Unwritable,
    all_or_nothing,
    connected,
    lay_out,
    remembered,
    trouble,
)

_SUFFIX = ".sqlite"
_UNFINISHED = ".tmp"
_BESIDE = ("-wal", "-shm", "-journal")
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
# a file this old that nobody has locked was left behind; in seconds
_LEFT_BEHIND = 60
# nothing needs to be undone in a file that does not count yet
_BUILDING = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -65536;
"""


class Keeping:
    """The files of one index: `stem`, a number that grows, and what makes the name unique."""

    def __init__(self, folder: Path, stem: str) -> None:
        self._folder = folder
        self._stem = stem
        ends = "|".join(_BESIDE)
        self._ours = re.compile(rf"{re.escape(stem)}(?:-(\d+)-[0-9a-f]+)?\{_SUFFIX}({ends})?")

    def latest(self) -> Path | None:
        """The index that counts, if there is one."""
        found = max(((number, name) for name, number, _ in self._found(whole=True)), default=None)
        return self._folder / found[1] if found else None

    def build(self, fill: Callable[[Changes], None]) -> bool:
        """Make a new index and let it count, unless another program was quicker; whether it is
        ours that counts. Raises OSError and `Unwritable`; then nothing is left behind."""
        before = self.latest()
        self._folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        self._tidy_unfinished()
        token = secrets.token_hex(4)
        unfinished = self._folder / f".{self._stem}-{token}{_UNFINISHED}"
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE))
        try:
            _made(unfinished, fill)
            _synchronised(unfinished)
            if self.latest() != before:
                return False
            named = self._folder / f"{self._stem}-{self._number() + 1:06d}-{token}{_SUFFIX}"
            unfinished.rename(named)
        finally:
            _remove(unfinished)
        self._tidy()
        return self.latest() == named

    def _found(self, *, whole: bool) -> list[tuple[str, int, str]]:
        """Names of our files with their numbers, without or with what stands beside them."""
        try:
            names = [path.name for path in self._folder.iterdir()]
            matched = [self._ours.fullmatch(name) for name in names]
        except OSError:
            return []
        named = [(match[0], int(match[1] or 0), match[2] or "") for match in matched if match]
        return [each for each in named if not (whole and each[2])]

    def _number(self) -> int:
        return max((number for _, number, _ in self._found(whole=True)), default=0)

    def _tidy(self) -> None:
        latest = self.latest()
        for name, _, beside in self._found(whole=False):
            # where an open file cannot be removed, the next to build does it
            if latest is not None and name.removesuffix(beside) != latest.name:
                with suppress(OSError):
                    (self._folder / name).unlink()

    def _tidy_unfinished(self) -> None:
        for path in self._folder.glob(f".{self._stem}-*{_UNFINISHED}"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - _LEFT_BEHIND and not _is_locked(path):
                    _remove(path)


def _made(path: Path, fill: Callable[[Changes], None]) -> None:
    try:
        with closing(connected(path)) as connection:
            connection.executescript(_BUILDING)
            lay_out(connection)
            with all_or_nothing(connection):
                fill(Changes(connection))
        with closing(connected(path)) as connection:
            _journal(connection)
    except (sqlite3.Error, Damaged) as error:
        raise Unwritable(str(error)) from error


def _journal(connection: sqlite3.Connection) -> None:
    """Readers and a writer at once, where the file system has what that takes."""
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        remembered(connection.cursor(), "version")
    except sqlite3.Error:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()


def _synchronised(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _is_locked(path: Path) -> bool:
    try:
        with closing(connected(path)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        return isinstance(trouble(error), Unwritable)
    return False


def _remove(path: Path) -> None:
    for each in (path, *(path.with_name(path.name + ending) for ending in _BESIDE)):
        each.unlink(missing_ok=True)

"""The tables of the index, how a connection to them is made, and what may go wrong with it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from drafter.library.source import Source
from drafter.model.findings import Finding

VERSION = "10"
# how long a program waits for another one that is changing the index
WAIT_SECONDS = 60.0
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
  file INTEGER PRIMARY KEY, folder INTEGER NOT NULL, path TEXT NOT NULL, stat TEXT NOT NULL,
  sha256 TEXT NOT NULL, symbol TEXT NOT NULL, language TEXT NOT NULL, session INTEGER,
  offers INTEGER NOT NULL, shown INTEGER NOT NULL, problems TEXT NOT NULL, source TEXT NOT NULL);
CREATE UNIQUE INDEX files_by_path ON files (folder, path, stat, sha256);
CREATE INDEX files_by_source ON files (symbol, language, folder, path);
CREATE INDEX files_shown ON files (language, path, folder, sha256, offers) WHERE shown;
CREATE INDEX files_with_problems ON files (folder, path) WHERE problems <> '[]';
CREATE TABLE clauses (
  clause INTEGER PRIMARY KEY, file INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
  offered INTEGER NOT NULL, symbol TEXT NOT NULL, adopted_as TEXT NOT NULL, stage TEXT NOT NULL,
  session INTEGER, language TEXT NOT NULL, topics TEXT NOT NULL, weight REAL NOT NULL,
  payload TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE INDEX clauses_by_id ON clauses (id);
CREATE INDEX clauses_by_file ON clauses (file);
CREATE INDEX clauses_not_offered ON clauses (kind, file) WHERE NOT offered;
CREATE TABLE families (family TEXT NOT NULL, clause INTEGER NOT NULL);
CREATE INDEX families_by_name ON families (family);
CREATE INDEX families_by_clause ON families (clause);
CREATE VIRTUAL TABLE words USING fts5 (folded, opening, content='', tokenize='ascii');
"""
_REFUSALS = {
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH,
}  # fmt: skip
_PRIMARY = 0xFF


class Damaged(Exception):
    """The index cannot be used: torn, foreign, or of another version. Never leaves this room."""


class Unwritable(Exception):
    """The index is sound and cannot be changed. Never leaves this room."""


class Occupied(Unwritable):
    """Another program has been changing it for longer than one waits."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause file as the index knows it. `stat` is compared first, `sha256` if it differs."""

    folder: int
    path: str
    stat: str
    sha256: str
    source: Source | None
    problems: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The files that are in the index by folder and path, with how they stood on the disk and
    their hashes; when they were last compared with the disk, in nanoseconds; and a word that
    changes whenever one of them does."""

    files: dict[tuple[int, str], tuple[str, str]]
    checked: int
    content: str

    @property
    def stamp(self) -> tuple[int, str]:
        """What tells one state of the index from another."""
        return self.checked, self.content


def connected(path: Path | None, *, how: str = "mode=rw") -> sqlite3.Connection:
    """A connection to the index at `path`, which is there, or to a new one in memory."""
    where = ":memory:" if path is None else f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(
        where, uri=path is not None, check_same_thread=False, isolation_level=None,
        timeout=WAIT_SECONDS,
    )  # fmt: skip


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the empty tables."""
    connection.executescript(_SCHEMA)
    connection.execute("INSERT INTO meta VALUES ('version', ?)", (VERSION,))


def remembered(cursor: sqlite3.Cursor, key: str) -> str:
    """What is kept under `key` about the whole library, empty for nothing."""
    row = cursor.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def known(cursor: sqlite3.Cursor) -> Known:
    """What the index knows of the files."""
    rows = cursor.execute("SELECT folder, path, stat, sha256 FROM files").fetchall()
    files = {(folder, path): (stat, sha256) for folder, path, stat, sha256 in rows}
    return Known(files, *stamp(cursor))


def stamp(cursor: sqlite3.Cursor) -> tuple[int, str]:
    """`Known.stamp` without the files."""
    return int(remembered(cursor, "checked") or 0), remembered(cursor, "content")


@contextmanager
def at_one_moment(connection: sqlite3.Connection) -> Iterator[sqlite3.Cursor]:
    """A cursor that sees the index as it stood at one moment, whoever changes it meanwhile."""
    cursor = connection.cursor()
    cursor.execute("BEGIN")
    try:
        yield cursor
    finally:
        cursor.close()
        with suppress(sqlite3.Error):
            connection.rollback()


@contextmanager
def all_or_nothing(connection: sqlite3.Connection) -> Iterator[None]:
    """Changes that count together or not at all. Raises `Unwritable` and `Damaged`."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.rollback()
            raise
    except sqlite3.Error as error:
        raise trouble(error) from error


def trouble(error: sqlite3.Error) -> Damaged | Unwritable:
    """What an error in writing says of the index."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Occupied(str(error))
    return Unwritable(str(error)) if code in _REFUSALS else Damaged(str(error))


@contextmanager
def as_damage() -> Iterator[None]:
    """Whatever goes wrong in reading is damage."""
    try:
        yield
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise Damaged(str(error)) from error


def sound(payload: str, crc: int) -> str:
    """A payload that is what was written. Raises `Damaged`."""
    if zlib.crc32(payload.encode()) != crc:
        raise Damaged("crc")
    return payload

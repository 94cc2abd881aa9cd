"""Changing the index: files with all their clauses are put in and taken out, and what follows from
that for the library as a whole is worked out from those files alone."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable

from drafter.library.clause import Clause
from drafter.library.database import Entry, Known, as_damage, known, remembered, sound, stamp
from drafter.library.folding import folded
from drafter.library.packing import pack_clause, pack_findings, pack_source, unpack_clause
from drafter.library.source import Source
from drafter.model.provenance import Stage

_INSERT_FILE = "INSERT INTO files VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)"
_INSERT = "INSERT INTO clauses VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# what stands first among equally good hits: the further a text came, the better
_STAGE_WEIGHT = {Stage.ADOPTED: 1.2, Stage.COMMITTEE: 1.1, Stage.DRAFT: 1.0, Stage.UNKNOWN: 1.0}
_LEAST_WEIGHT = 0.8
_SESSION_WEIGHT = 0.001
_MODULUS = 1 << 256


class Changes:
    """Changes to the index inside one transaction; `finish` is the last of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._cursor = connection.cursor()
        self._sources: set[tuple[str, str]] = set()
        self._sums: dict[str, _Sum] = {}

    @property
    def known(self) -> Known:
        """What the index knows of the files."""
        with as_damage():
            return known(self._cursor)

    @property
    def stamp(self) -> tuple[int, str]:
        """What tells whether another program has changed the index since it was looked at."""
        with as_damage():
            return stamp(self._cursor)

    def put(self, entry: Entry, clauses: Iterable[Clause]) -> None:
        """Add a file and its clauses."""
        source = entry.source or Source()
        self._touch(source.symbol, source.language)
        self._sum("content").add(entry.folder, entry.path, entry.sha256)
        held = tuple(clauses)
        self._cursor.execute(
            _INSERT_FILE,
            (
                entry.folder, entry.path, entry.stat, entry.sha256, source.symbol, source.language,
                source.session, sum(clause.offered for clause in held),
                pack_findings(entry.problems), pack_source(source) if entry.source else "",
            ),
        )  # fmt: skip
        file = self._cursor.lastrowid
        for clause in held:
            self._cursor.execute(_INSERT, _columns(file, clause))
            number = self._cursor.lastrowid
            self._cursor.execute(
                "INSERT INTO words (rowid, folded, opening) VALUES (?, ?, ?)",
                (number, folded(clause.plain), folded(clause.opening)),
            )
            if clause.family:
                self._cursor.execute("INSERT INTO families VALUES (?, ?)", (clause.family, number))

    def drop(self, folder: int, path: str) -> None:
        """Take out a file and its clauses, if it is there."""
        row = self._cursor.execute(
            "SELECT file, sha256, symbol, language FROM files WHERE folder = ? AND path = ?",
            (folder, path),
        ).fetchone()
        if row is None:
            return
        file, sha256, symbol, language = row
        self._touch(symbol, language)
        self._sum("content").take(folder, path, sha256)
        held = self._cursor.execute(
            "SELECT clause, payload, crc FROM clauses WHERE file = ?", (file,)
        ).fetchall()
        for clause, payload, crc in held:
            with as_damage():
                gone = unpack_clause(sound(payload, crc))
            self._cursor.execute(
                "INSERT INTO words (words, rowid, folded, opening) VALUES ('delete', ?, ?, ?)",
                (clause, folded(gone.plain), folded(gone.opening)),
            )
            if gone.family:
                self._cursor.execute("DELETE FROM families WHERE clause = ?", (clause,))
        self._cursor.execute("DELETE FROM clauses WHERE file = ?", (file,))
        self._cursor.execute("DELETE FROM files WHERE file = ?", (file,))

    def restat(self, folder: int, path: str, stat: str) -> None:
        """Note that a file was touched without being changed."""
        self._cursor.execute(
            "UPDATE files SET stat = ? WHERE folder = ? AND path = ?", (stat, folder, path)
        )

    def remember(self, key: str, value: str) -> None:
        """Keep a word about the whole library; an empty one is forgotten."""
        self._cursor.execute("DELETE FROM meta WHERE key = ?", (key,))
        if value:
            self._cursor.execute("INSERT INTO meta VALUES (?, ?)", (key, value))

    def finish(self, checked: int) -> None:
        """Show of each source in each language only the file of the last folder that has it, and
        note what the library now holds, and that it was compared with the disk at `checked`."""
        for symbol, language in sorted(self._sources):
            self._show(symbol, language)
        for key, held in self._sums.items():
            self.remember(key, held.packed)
        self.remember("checked", str(checked))

    def _show(self, symbol: str, language: str) -> None:
        row = self._cursor.execute(
            "SELECT file, folder, path, sha256 FROM files WHERE symbol = ? AND language = ?"
            " ORDER BY folder DESC, path LIMIT 1",
            (symbol, language),
        ).fetchone()
        if row is not None:
            self._cursor.execute("UPDATE files SET shown = 1 WHERE file = ?", row[:1])
            self._sum(f"state {language}").add(*row[1:])

    def _touch(self, symbol: str, language: str) -> None:
        """From now on no file of this source is shown, until `finish`."""
        if not symbol or (symbol, language) in self._sources:
            return
        self._sources.add((symbol, language))
        shown = self._cursor.execute(
            "SELECT file, folder, path, sha256 FROM files"
            " WHERE symbol = ? AND language = ? AND shown",
            (symbol, language),
        ).fetchall()
        for file, *named in shown:
            self._cursor.execute("UPDATE files SET shown = 0 WHERE file = ?", (file,))
            self._sum(f"state {language}").take(*named)

    def _sum(self, key: str) -> _Sum:
        if key not in self._sums:
            with as_damage():
                self._sums[key] = _Sum(remembered(self._cursor, key))
        return self._sums[key]


class _Sum:
    """A digest of a set of files that can be kept up file by file: how many there are, and the sum
    of their digests. Raises ValueError for what was never one."""

    def __init__(self, packed: str) -> None:
        count, _, total = packed.partition(":")
        self._count = int(count or "0")
        self._total = int(total or "0", 16)

    @property
    def packed(self) -> str:
        """The digest as a word; empty for no files."""
        return f"{self._count}:{self._total:064x}" if self._count else ""

    def add(self, folder: int, path: str, sha256: str) -> None:
        """Take a file in."""
        self._count += 1
        self._total = (self._total + _digest(folder, path, sha256)) % _MODULUS

    def take(self, folder: int, path: str, sha256: str) -> None:
        """Take a file out."""
        self._count -= 1
        self._total = (self._total - _digest(folder, path, sha256)) % _MODULUS


def _digest(folder: int, path: str, sha256: str) -> int:
    named = f"{folder}:{sha256}:{path}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(named).digest(), "big")


def _columns(file: int | None, clause: Clause) -> tuple[object, ...]:
    payload = pack_clause(clause)
    weight = _STAGE_WEIGHT.get(clause.stage, _LEAST_WEIGHT) + _SESSION_WEIGHT * (
        clause.session or 0
    )
    return (
        file, clause.id, clause.kind.value, clause.offered, clause.symbol, clause.adopted_as,
        clause.stage.value, clause.session, clause.language, f" {' '.join(clause.topics)} ",
        weight, payload, zlib.crc32(payload.encode()),
    )  # fmt: skip

"""The derived index: one SQLite file with full text, built from clause files and never edited.

It is opened read only and replaced as a whole, so any number of programs may use it at once; it
may be thrown away at any time. Whatever is wrong with it raises `Damaged`: build it again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from drafter.library.clause import Clause
from drafter.library.folding import folded
from drafter.library.packing import (
    pack_clause,
    pack_findings,
    pack_source,
    unpack_clause,
    unpack_findings,
    unpack_plain,
    unpack_source,
)
from drafter.library.query import Hit, Query, expression, phrases, spans
from drafter.library.source import Source
from drafter.model.findings import Finding
from drafter.model.provenance import Stage
from drafter.model.tree import Kind

VERSION = "2"
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
  file INTEGER PRIMARY KEY, folder INTEGER NOT NULL, path TEXT NOT NULL, stat TEXT NOT NULL,
  sha256 TEXT NOT NULL, symbol TEXT NOT NULL, language TEXT NOT NULL, session INTEGER,
  source TEXT NOT NULL, problems TEXT NOT NULL, shown INTEGER NOT NULL);
CREATE TABLE clauses (
  clause INTEGER PRIMARY KEY, file INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
  offered INTEGER NOT NULL, symbol TEXT NOT NULL, adopted_as TEXT NOT NULL, stage TEXT NOT NULL,
  session INTEGER, language TEXT NOT NULL, topics TEXT NOT NULL, weight REAL NOT NULL,
  payload TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE INDEX clauses_by_id ON clauses (id);
CREATE INDEX clauses_by_file ON clauses (file);
CREATE VIRTUAL TABLE words USING fts5 (folded, opening, content='', tokenize='ascii');
"""
_INSERT = "INSERT INTO clauses VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PAYLOAD = "SELECT payload, crc FROM clauses WHERE clause = ?"
_OFFERED = "offered AND kind <> 'report'"
_SHOWN = "JOIN files USING (file) WHERE shown"
# what stands first among equally good hits: the further a text came, the better
_STAGE_WEIGHT = {Stage.ADOPTED: 1.2, Stage.COMMITTEE: 1.1, Stage.DRAFT: 1.0, Stage.UNKNOWN: 1.0}
_LEAST_WEIGHT = 0.8
_SESSION_WEIGHT = 0.001
Row = tuple[object, ...]


class Damaged(Exception):
    """The index cannot be used: torn, foreign, or of another version. Never leaves this room."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause file as the index knows it. `stat` is compared first, `sha256` if it differs."""

    folder: int
    path: str
    stat: str
    sha256: str
    source: Source | None
    problems: tuple[Finding, ...] = ()


class Store:
    """An open index. All methods may be called from several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()

    @staticmethod
    def empty() -> Store:
        """An empty index in memory."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.executescript(_SCHEMA)
        connection.execute("INSERT INTO meta VALUES ('version', ?)", (VERSION,))
        return Store(connection)

    @staticmethod
    def open(path: Path) -> Store:
        """The index at `path`, read only. Raises `Damaged` if it is not a whole, current one."""
        try:
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise Damaged(str(error)) from error
        store = Store(connection)
        try:
            with store._reading() as cursor:
                pages = _one(cursor, "PRAGMA page_count") * _one(cursor, "PRAGMA page_size")
                known = cursor.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
            if pages != path.stat().st_size or known != (VERSION,):
                raise Damaged(str(path))
        except (Damaged, OSError) as error:
            connection.close()
            raise Damaged(str(path)) from error
        return store

    def copy(self) -> Store:
        """A copy of this index in memory, to be changed."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        with self._lock:
            try:
                # an open transaction would make the copy wait for itself
                self._connection.commit()
                self._connection.backup(connection)
            except sqlite3.Error as error:
                connection.close()
                raise Damaged(str(error)) from error
        return Store(connection)

    def close(self) -> None:
        """Let go of the index file."""
        self._connection.close()

    def serialized(self) -> bytes:
        """The index as the bytes of a file."""
        with self._lock, _as_damage():
            self._connection.commit()
            return self._connection.serialize()

    def put(self, entry: Entry, clauses: Iterable[Clause]) -> None:
        """Add a file and its clauses."""
        source = entry.source or Source()
        with self._reading() as cursor:
            cursor.execute(
                "INSERT INTO files VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                (
                    entry.folder, entry.path, entry.stat, entry.sha256, source.symbol,
                    source.language, source.session, pack_source(source) if entry.source else "",
                    pack_findings(entry.problems),
                ),
            )  # fmt: skip
            file = cursor.lastrowid
            for clause in clauses:
                cursor.execute(_INSERT, _columns(file, clause))
                cursor.execute(
                    "INSERT INTO words (rowid, folded, opening) VALUES (?, ?, ?)",
                    (cursor.lastrowid, folded(clause.plain), folded(clause.opening)),
                )

    def drop(self, folder: int, path: str) -> None:
        """Take out a file and its clauses."""
        with self._reading() as cursor:
            row = cursor.execute(
                "SELECT file FROM files WHERE folder = ? AND path = ?", (folder, path)
            ).fetchone()
            if row is None:
                return
            held = cursor.execute(
                "SELECT clause, payload, crc FROM clauses WHERE file = ?", row
            ).fetchall()
            for clause, payload, crc in held:
                gone = _unpacked(payload, crc)
                cursor.execute(
                    "INSERT INTO words (words, rowid, folded, opening) VALUES ('delete', ?, ?, ?)",
                    (clause, folded(gone.plain), folded(gone.opening)),
                )
            cursor.execute("DELETE FROM clauses WHERE file = ?", row)
            cursor.execute("DELETE FROM files WHERE file = ?", row)

    def restat(self, folder: int, path: str, stat: str) -> None:
        """Note that a file was touched without being changed."""
        with self._reading() as cursor:
            cursor.execute(
                "UPDATE files SET stat = ? WHERE folder = ? AND path = ?", (stat, folder, path)
            )

    def overlay(self) -> None:
        """Show of each source in each language only the file of the last folder that has it."""
        with self._reading() as cursor:
            cursor.execute(
                "UPDATE files SET shown = symbol <> '' AND NOT EXISTS (SELECT 1 FROM files AS o"
                " WHERE o.symbol = files.symbol AND o.language = files.language AND"
                " (o.folder > files.folder OR o.folder = files.folder AND o.path < files.path))"
            )

    def note_states(self) -> None:
        """Keep a digest of the shown files of every language: what an index of them goes by."""
        with self._reading() as cursor:
            cursor.execute("DELETE FROM meta WHERE key LIKE 'state %'")
            languages = cursor.execute("SELECT DISTINCT language FROM files WHERE shown").fetchall()
        for (language,) in languages:
            listed = json.dumps(sorted(self.files(language).items()))
            digest = hashlib.sha256(listed.encode("utf-8", "surrogatepass")).hexdigest()
            self.remember(f"state {language}", digest)

    def state(self, language: str) -> str:
        """A word that changes whenever a shown file of this language does."""
        return self.remembered(f"state {language}")

    def files(self, language: str) -> dict[str, str]:
        """The shown files of a language by name, each with its hash."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT folder, path, sha256 FROM files WHERE shown AND language = ?", (language,)
            ).fetchall()
        return {f"{folder}:{path}": sha256 for folder, path, sha256 in rows}

    def texts(self, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        """Name of the file, clause id and plain text of everything that the files offer."""
        for name in names:
            folder, _, path = name.partition(":")
            with self._reading() as cursor:
                rows = cursor.execute(
                    f"SELECT clauses.id, payload, crc FROM clauses JOIN files USING (file)"  # noqa: S608
                    f" WHERE folder = ? AND path = ? AND {_OFFERED}",
                    (int(folder), path),
                ).fetchall()
            for clause, payload, crc in rows:
                yield name, clause, unpack_plain(_sound(payload, crc))

    def stats(self) -> dict[tuple[int, str], tuple[str, str]]:
        """Folder and path of every file, with how it stood on the disk and its hash."""
        with self._reading() as cursor:
            rows = cursor.execute("SELECT folder, path, stat, sha256 FROM files").fetchall()
            return {(folder, path): (stat, sha256) for folder, path, stat, sha256 in rows}

    def remember(self, key: str, value: str) -> None:
        """Keep a word about the whole library."""
        with self._reading() as cursor:
            cursor.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def remembered(self, key: str) -> str:
        """What was kept under `key`, empty for nothing."""
        with self._reading() as cursor:
            row = cursor.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
            return str(row[0]) if row else ""

    def problems(self) -> tuple[Finding, ...]:
        """What is wrong with the files, in order of folder and path."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT problems FROM files WHERE problems <> '[]' ORDER BY folder, path"
            ).fetchall()
            return tuple(each for (packed,) in rows for each in unpack_findings(packed))

    def count(self) -> int:
        """How many clauses of resolution language are shown."""
        with self._reading() as cursor:
            return _one(cursor, f"SELECT count(*) FROM clauses {_SHOWN} AND offered")  # noqa: S608

    def sources(self) -> tuple[tuple[int, str, Source], ...]:
        """The shown sources with folder and path, by language and path."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT folder, path, source FROM files WHERE shown ORDER BY language, path"
            ).fetchall()
            return tuple((folder, path, unpack_source(source)) for folder, path, source in rows)

    def clauses(self, *, offered: bool) -> Iterator[Clause]:
        """The shown clauses in order of language, file and place."""
        with self._reading() as cursor:
            rows = cursor.execute(
                f"SELECT payload, crc FROM clauses {_SHOWN} AND offered >= ?"  # noqa: S608  constant
                " ORDER BY files.language, path, clause",
                (offered,),
            ).fetchall()
        yield from (_unpacked(payload, crc) for payload, crc in rows)

    def clause(self, clause_id: str, language: str) -> Clause | None:
        """The clause with this id, in `language` or in any."""
        with self._reading() as cursor:
            row = cursor.execute(
                f"SELECT payload, crc FROM clauses {_SHOWN} AND id = ?"  # noqa: S608  constant
                " AND ? IN ('', clauses.language) ORDER BY clauses.language, clause LIMIT 1",
                (clause_id, language),
            ).fetchone()
        return _unpacked(*row) if row else None

    def named(self, ids: Iterable[str], language: str) -> dict[str, Clause]:
        """The clauses of a language with these ids, without those that are not there."""
        statement = (
            f"SELECT payload, crc FROM clauses {_SHOWN} AND id = ?"  # noqa: S608  constant
            " AND clauses.language = ? ORDER BY clause LIMIT 1"
        )
        found: dict[str, Clause] = {}
        with self._reading() as cursor:
            for each in ids:
                row = cursor.execute(statement, (each, language)).fetchone()
                if row is not None:
                    found[each] = _unpacked(*row)
        return found

    def search(self, query: Query) -> tuple[Hit, ...]:
        """The best hits, ties in order of clause id; without words, in order of the documents."""
        asked, worded = expression(query), phrases(query.words)
        if query.words.strip() and not worded:
            return ()
        narrowed, values = _narrowed(query)
        score, table, ties = "weight", "clauses", "clauses.symbol, clause"
        if worded:
            score, ties = "-bm25(words, 1.0, 0.0) * weight", "id, clauses.language"
        if asked:
            table = "words JOIN clauses ON clauses.clause = words.rowid"
            narrowed.append("words MATCH ?")
            values.append(asked)
        best = (
            f"SELECT clause, {score} AS score FROM {table} {_SHOWN}"  # noqa: S608  no words of users
            + "".join(f" AND {each}" for each in narrowed)
            + f" ORDER BY score DESC, {ties} LIMIT ?"
        )
        with self._reading() as cursor:
            found = cursor.execute(best, (*values, max(query.limit, 0))).fetchall()
            rows = [(*cursor.execute(_PAYLOAD, (at,)).fetchone(), score) for at, score in found]
        hits = ((_unpacked(payload, crc), score) for payload, crc, score in rows)
        return tuple(Hit(clause, score, spans(clause.plain, query.words)) for clause, score in hits)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Cursor]:
        with self._lock, _as_damage(), closing(self._connection.cursor()) as cursor:
            yield cursor


@contextmanager
def _as_damage() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise Damaged(str(error)) from error


def _one(cursor: sqlite3.Cursor, statement: str) -> int:
    row = cursor.execute(statement).fetchone()
    return int(row[0]) if row else 0


def _narrowed(query: Query) -> tuple[list[str], list[str | int]]:
    source = query.source.strip().rstrip("/") + "/"
    wanted: list[tuple[bool, str, tuple[str | int, ...]]] = [
        (query.kind is Kind.REPORT, "NOT offered", ()),
        (query.kind is not Kind.REPORT, "offered", ()),
        (bool(query.language), "clauses.language = ?", (query.language,)),
        (bool(query.topic), "instr(topics, ?)", (f" {query.topic} ",)),
        (
            source != "/",
            "? IN (clauses.symbol || '/', adopted_as || '/', 'A/RES/' || adopted_as || '/',"
            " substr(clauses.symbol, 1, ?))",
            (source, len(source)),
        ),
    ]
    if query.kind not in (None, Kind.REPORT):
        wanted.append((True, "kind = ?", (query.kind.value,)))
    if query.stage is not None:
        wanted.append((True, "stage = ?", (query.stage.value,)))
    if query.session is not None:
        wanted.append((True, "clauses.session = ?", (query.session,)))
    chosen = [(condition, values) for holds, condition, values in wanted if holds]
    return [c for c, _ in chosen], [value for _, values in chosen for value in values]


def _columns(file: int | None, clause: Clause) -> Row:
    payload = pack_clause(clause)
    weight = _STAGE_WEIGHT.get(clause.stage, _LEAST_WEIGHT) + _SESSION_WEIGHT * (
        clause.session or 0
    )
    return (
        file, clause.id, clause.kind.value, clause.offered, clause.symbol, clause.adopted_as,
        clause.stage.value, clause.session, clause.language, f" {' '.join(clause.topics)} ",
        weight, payload, zlib.crc32(payload.encode()),
    )  # fmt: skip


def _unpacked(payload: str, crc: int) -> Clause:
    with _as_damage():
        return unpack_clause(_sound(payload, crc))


def _sound(payload: str, crc: int) -> str:
    if zlib.crc32(payload.encode()) != crc:
        raise Damaged("crc")
    return payload

"""The derived index: SQLite with full text, made from clause files and never edited.

Every question is answered from the index as it stood at one moment; changes count together or not
at all, so any number of programs may ask and change it at once. It may be thrown away at any time.
Whatever is wrong with it raises `Damaged`: build it again.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from drafter.library.changes import Changes
from drafter.library.clause import AGREED_KINDS, Clause
from drafter.library.database import (
    VERSION,
    Damaged,
    Known,
    all_or_nothing,
    as_damage,
    at_one_moment,
    connected,
    known,
    lay_out,
    remembered,
    sound,
    trouble,
)
from drafter.library.groupings import SHOWN, Groupings, unpacked
from drafter.library.packing import unpack_findings, unpack_plain, unpack_source
from drafter.library.query import Hit, Query, expression, phrases, spans
from drafter.library.source import Coverage, Source
from drafter.model.findings import Finding
from drafter.model.tree import Kind

_PAYLOAD = "SELECT payload, crc FROM clauses WHERE clause = ?"
_OFFERED = "offered AND kind <> 'report'"
_AGREED = ", ".join(f"'{kind.value}'" for kind in sorted(AGREED_KINDS))
# nobody can change what is in a folder that cannot be written to
_UNCHANGING = "mode=ro&immutable=1"


class Store(Groupings):
    """An open index; `path` is None for one in memory. All methods may be called from several
    threads."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.Lock()

    def __del__(self) -> None:
        # a connection refers to itself, so it would stay open until garbage is collected, and its
        # journal on the disk with it
        self._connection.close()

    @staticmethod
    def empty() -> Store:
        """An empty index in memory."""
        connection = connected(None)
        lay_out(connection)
        return Store(connection)

    @staticmethod
    def open(path: Path) -> Store:
        """The index at `path`. Raises `Damaged` if it is not a whole, current one."""
        try:
            return Store._opened(path, "mode=rw")
        except Damaged:
            if os.access(path.parent, os.W_OK):
                raise
            return Store._opened(path, _UNCHANGING)

    @staticmethod
    def _opened(path: Path, how: str) -> Store:
        with as_damage():
            store = Store(connected(path, how=how), path)
        try:
            if store.remembered("version") != VERSION:
                raise Damaged(str(path))
        except Damaged:
            store.close()
            raise
        return store

    def copy(self) -> Store:
        """A copy of this index in memory."""
        connection = connected(None)
        with self._lock:
            try:
                self._connection.backup(connection)
            except sqlite3.Error as error:
                connection.close()
                raise Damaged(str(error)) from error
        return Store(connection)

    def close(self) -> None:
        """Let go of the index file."""
        self._connection.close()

    @contextmanager
    def changing(self) -> Iterator[Changes]:
        """Changes that count together or not at all: who asks meanwhile is answered from what was
        there before. Waits for another program that is changing it. Raises `Unwritable`."""
        if self.path is None:
            with self._lock, all_or_nothing(self._connection):
                yield Changes(self._connection)
            return
        try:
            connection = connected(self.path)
            if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
                # without power the last change may be lost, and is made again; nothing else is
                connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.Error as error:
            raise trouble(error) from error
        with closing(connection), all_or_nothing(connection):
            yield Changes(connection)

    @property
    def known(self) -> Known:
        """What the index knows of the files."""
        with self._reading() as cursor:
            return known(cursor)

    @property
    def content(self) -> str:
        """A word that changes whenever a file of the library does."""
        return self.remembered("content")

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
                    f"SELECT clauses.id, payload, crc FROM clauses JOIN files USING (file)"  # noqa: S608  constant
                    f" WHERE folder = ? AND path = ? AND {_OFFERED}",
                    (int(folder), path),
                ).fetchall()
            for clause, payload, crc in rows:
                yield name, clause, unpack_plain(sound(payload, crc))

    def remembered(self, key: str) -> str:
        """What was kept under `key`, empty for nothing."""
        with self._reading() as cursor:
            return remembered(cursor, key)

    def problems(self) -> tuple[Finding, ...]:
        """What is wrong with the files, in order of folder and path."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT problems FROM files WHERE problems <> '[]' ORDER BY folder, path"
            ).fetchall()
            return tuple(each for (packed,) in rows for each in unpack_findings(packed))

    def coverage(self) -> Coverage:
        """How much is shown."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT symbol, session, language, offers FROM files WHERE shown"
            ).fetchall()
            (unread,) = cursor.execute(
                "SELECT count(*) FROM files WHERE problems <> '[]'"
            ).fetchone()
            (retired,) = cursor.execute(
                f"SELECT count(*) FROM clauses {SHOWN} AND NOT offered AND kind IN ({_AGREED})"  # noqa: S608  constant
            ).fetchone()
        return Coverage(
            texts=len({symbol for symbol, _, _, _ in rows}),
            sessions=tuple(sorted({session for _, session, _, _ in rows if session is not None})),
            languages=tuple(sorted({language for _, _, language, _ in rows})),
            clauses=sum(offers for _, _, _, offers in rows),
            unread=unread,
            retired=retired,
        )

    def place(self, symbol: str, language: str) -> tuple[int, str] | None:
        """Folder and path of a source, in `language` or in the first that is there."""
        with self._reading() as cursor:
            row = cursor.execute(
                "SELECT folder, path FROM files WHERE shown AND symbol = ?"
                " AND ? IN ('', language) ORDER BY language, path LIMIT 1",
                (symbol, language),
            ).fetchone()
            return (int(row[0]), str(row[1])) if row else None

    def sources(self) -> tuple[tuple[int, str, Source], ...]:
        """The shown sources with folder and path, by language and path."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT folder, path, source FROM files WHERE shown ORDER BY language, path, folder"
            ).fetchall()
            return tuple((folder, path, unpack_source(source)) for folder, path, source in rows)

    def clauses(self, *, offered: bool) -> Iterator[Clause]:
        """The shown clauses in order of language, file and place."""
        with self._reading() as cursor:
            rows = cursor.execute(
                f"SELECT payload, crc FROM clauses {SHOWN} AND offered >= ?"  # noqa: S608  constant
                " ORDER BY files.language, path, folder, clause",
                (offered,),
            ).fetchall()
        yield from (unpacked(payload, crc) for payload, crc in rows)

    def clause(self, clause_id: str, language: str) -> Clause | None:
        """The clause with this id, in `language` or in any."""
        with self._reading() as cursor:
            row = cursor.execute(
                f"SELECT payload, crc FROM clauses {SHOWN} AND id = ?"  # noqa: S608  constant
                " AND ? IN ('', clauses.language) ORDER BY clauses.language, clause LIMIT 1",
                (clause_id, language),
            ).fetchone()
        return unpacked(*row) if row else None

    def named(self, ids: Iterable[str], language: str) -> dict[str, Clause]:
        """The clauses of a language with these ids, without those that are not there."""
        statement = (
            f"SELECT payload, crc FROM clauses {SHOWN} AND id = ?"  # noqa: S608  constant
            " AND clauses.language = ? ORDER BY clause LIMIT 1"
        )
        found: dict[str, Clause] = {}
        with self._reading() as cursor:
            for each in ids:
                row = cursor.execute(statement, (each, language)).fetchone()
                if row is not None:
                    found[each] = unpacked(*row)
        return found

    def search(self, query: Query) -> tuple[Hit, ...]:
        """The best hits, ties in order of clause id; without words, in order of the documents."""
        asked, worded = expression(query), phrases(query.words)
        if query.words.strip() and not worded:
            return ()
        narrowed, values = _narrowed(query)
        score, table, ties = "weight", "clauses", "clauses.symbol, folder, path, clause"
        if worded:
            score, ties = "-bm25(words, 1.0, 0.0) * weight", "id, clauses.language"
        if asked:
            table = "words JOIN clauses ON clauses.clause = words.rowid"
            narrowed.append("words MATCH ?")
            values.append(asked)
        best = (
            f"SELECT clause, {score} AS score FROM {table} {SHOWN}"  # noqa: S608  no words of users
            + "".join(f" AND {each}" for each in narrowed)
            + f" ORDER BY score DESC, {ties} LIMIT ?"
        )
        with self._reading() as cursor:
            found = cursor.execute(best, (*values, max(query.limit, 0))).fetchall()
            rows = [(*cursor.execute(_PAYLOAD, (at,)).fetchone(), score) for at, score in found]
        hits = ((unpacked(payload, crc), score) for payload, crc, score in rows)
        return tuple(Hit(clause, score, spans(clause.plain, query.words)) for clause, score in hits)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Cursor]:
        with self._lock, as_damage(), at_one_moment(self._connection) as cursor:
            yield cursor


def _narrowed(query: Query) -> tuple[list[str], list[str | int]]:
    source = query.source.strip().rstrip("/") + "/"
    wanted: list[tuple[bool, str, tuple[str | int, ...]]] = [
        (query.kind is Kind.REPORT, f"NOT offered AND kind NOT IN ({_AGREED})", ()),
        (query.kind is not Kind.REPORT and not query.retired, "offered", ()),
        # what is no longer offered though it is resolution language was retired
        (query.kind is not Kind.REPORT and query.retired, f"(offered OR kind IN ({_AGREED}))", ()),
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

"""What belongs together in an index: families, language versions, and how much there is of what."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager

from drafter.library.clause import Clause
from drafter.library.database import as_damage, sound
from drafter.library.packing import unpack_clause, unpack_source
from drafter.library.source import Source

SHOWN = "JOIN files USING (file) WHERE shown"


class Groupings(ABC):
    """The questions of a `Store` that are not about single clauses."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sqlite3.Cursor]: ...

    def families(self) -> tuple[tuple[str, str, str], ...]:
        """Family, clause id and language of every shown clause that is in a family, in order."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT family, clauses.id, clauses.language FROM families"  # noqa: S608  constant
                f" JOIN clauses USING (clause) {SHOWN} ORDER BY family, id, clauses.language"
            ).fetchall()
        return tuple((family, clause, language) for family, clause, language in rows)

    def family(self, name: str, language: str) -> Iterator[Clause]:
        """The shown clauses of a language in this family, by id."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT payload, crc FROM families JOIN clauses USING (clause)"  # noqa: S608  constant
                f" {SHOWN} AND family = ? AND clauses.language = ? ORDER BY clauses.id",
                (name, language),
            ).fetchall()
        yield from (unpacked(payload, crc) for payload, crc in rows)

    def versions(self, clause_id: str) -> Iterator[Clause]:
        """The clause with this id in every language that has it, by language."""
        with self._reading() as cursor:
            rows = cursor.execute(
                f"SELECT payload, crc FROM clauses {SHOWN} AND id = ?"  # noqa: S608  constant
                " ORDER BY clauses.language, clause",
                (clause_id,),
            ).fetchall()
        yield from (unpacked(payload, crc) for payload, crc in rows)

    def counts(self) -> tuple[tuple[Source, int], ...]:
        """The shown sources with how many clauses of resolution language each offers."""
        with self._reading() as cursor:
            rows = cursor.execute(
                "SELECT source, offers FROM files WHERE shown ORDER BY language, path"
            ).fetchall()
        return tuple((unpack_source(source), count) for source, count in rows)

    def topics(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """The topics that clauses carry together, with how many do."""
        with self._reading() as cursor:
            rows = cursor.execute(
                f"SELECT topics, count(*) FROM clauses {SHOWN} AND offered GROUP BY topics"  # noqa: S608  constant
                " ORDER BY topics"
            ).fetchall()
        return tuple((tuple(topics.split()), count) for topics, count in rows)


def unpacked(payload: str, crc: int) -> Clause:
    """The clause in a payload. Raises `Damaged`."""
    with as_damage():
        return unpack_clause(sound(payload, crc))

"""The words that clauses are filed under: `topics.yaml` and `addressees.yaml` of each folder.

format: 1
topics:
  remittances:
    en: Remittances
    zh: 汇款
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError
from drafter.library.findings import of_error, problem
from drafter.model.findings import Finding
from drafter.yamlio import Value, load, read_text

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TABLES = ("topics", "addressees")
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Term:
    """One topic or addressee: the key that clauses carry, and its names by language."""

    key: str
    names: tuple[tuple[str, str], ...]

    def name(self, language: str) -> str:
        """The name in a language, else the first one there is, else the key."""
        return dict(self.names).get(language) or next((n for _, n in self.names), self.key)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All topics and addressees of a library, in the order of its tables."""

    topics: tuple[Term, ...] = ()
    addressees: tuple[Term, ...] = ()

    def packed(self) -> str:
        """As text for the index."""
        return json.dumps(
            [[[term.key, term.names] for term in table] for table in (self.topics, self.addressees)]
        )

    @staticmethod
    def unpacked(text: str) -> Vocabulary:
        """What was packed. Raises ValueError or TypeError for anything else."""
        topics, addressees = (
            tuple(Term(key, tuple((code, name) for code, name in names)) for key, names in table)
            for table in json.loads(text or "[[], []]")
        )
        return Vocabulary(topics, addressees)


def read_all(folders: Sequence[Path]) -> tuple[Vocabulary, tuple[Finding, ...]]:
    """The vocabulary of the folders, a later folder's names before an earlier one's, and what is
    wrong with their tables."""
    tables: dict[str, dict[str, Term]] = {table: {} for table in TABLES}
    problems: list[Finding] = []
    for folder in folders:
        for table, terms in tables.items():
            path = folder / f"{table}.yaml"
            if path.is_file():
                found, wrong = _read(path, table)
                terms.update({term.key: term for term in found})
                problems += wrong
    return Vocabulary(*(tuple(tables[table].values()) for table in TABLES)), tuple(problems)


def _read(path: Path, table: str) -> tuple[list[Term], list[Finding]]:
    try:
        held = load(read_text(path, max_bytes=_MAX_BYTES), source=str(path))
    except DrafterError as error:
        return [], [of_error(error, path)]
    data = held.data
    if not isinstance(data, dict) or data.get("format") != "1" or data.keys() - {"format", table}:
        return [], [problem("vocabulary-shape", path, held.line(), table=table)]
    rows = data.get(table) or {}
    if not isinstance(rows, dict):
        return [], [problem("vocabulary-shape", path, held.line(table), table=table)]
    terms: list[Term] = []
    problems: list[Finding] = []
    for key, names in rows.items():
        if not KEY.fullmatch(key) or not _is_names(names):
            problems.append(problem("vocabulary-shape", path, held.line(table, key), table=table))
        elif isinstance(names, dict):
            terms.append(Term(key, tuple((code, str(name)) for code, name in names.items())))
    return terms, problems


def _is_names(names: Value) -> bool:
    return isinstance(names, dict) and bool(names) and all(map(_is_words, names.values()))


def _is_words(value: Value) -> bool:
    return isinstance(value, str) and bool(value)

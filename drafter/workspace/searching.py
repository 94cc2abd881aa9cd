"""Searching a library, with every hit cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import UsageError
from drafter.languages import language
from drafter.library import Clause, Query
from drafter.model.provenance import Stage
from drafter.model.tree import Kind
from drafter.workspace.libraries import LibraryProvider, cited, provider
from drafter.workspace.match_records import reach_record, source_record, standing_record
from drafter.workspace.records import FORMAT, Record


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A clause that was found, how it is cited and how its text stands: its layer, checked or
    not."""

    clause: Clause
    score: float
    spans: tuple[tuple[int, int], ...]
    standing: str

    @property
    def citation(self) -> str:
        """The source and stage, as read."""
        return cited(self.clause)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found in a library; `nothing` says of which that nothing was found in it."""

    hits: tuple[FoundClause, ...]
    provider: LibraryProvider

    @property
    def nothing(self) -> str:
        """What may be said if there are no hits."""
        return self.provider.reach

    @property
    def unread(self) -> int:
        """How many files of the library could not be read, and so not searched."""
        return self.provider.coverage.unread

    @property
    def record(self) -> Record:
        """Its JSON."""
        return {
            "format": FORMAT,
            "hits": [_hit_record(hit, self.provider) for hit in self.hits],
            "library": reach_record(self.provider),
        }


def search(query: Query, folders: Sequence[Path]) -> Found:
    """Search the libraries in `folders` (none: the shipped one and the user's own).

    Raises `UsageError` for a query that asks nothing.
    """
    if query == Query(limit=query.limit, retired=query.retired):
        raise UsageError("workspace.empty-query", hint_id="workspace.query-example")
    opened = provider(folders)
    hits = tuple(
        FoundClause(hit.clause, hit.score, hit.spans, opened.standing(hit.clause))
        for hit in opened.library.search(query)
    )
    return Found(hits, opened)


def query(words: str, **asked: str | int | None) -> Query:
    """The query for the words and options of the command line."""
    known = {name: value for name, value in asked.items() if value}
    if "lang" in known:
        language(str(known["lang"]))
    return Query(
        words=words,
        language=str(known.get("lang", "")),
        kind=Kind(str(known["kind"])) if "kind" in known else None,
        source=str(known.get("source", "")),
        stage=Stage(str(known["stage"])) if "stage" in known else None,
        opening=str(known.get("opening", "")),
        topic=str(known.get("topic", "")),
        session=int(known["session"]) if "session" in known else None,
        retired=bool(known.get("retired", False)),
        limit=int(known.get("limit", 50)),
    )


def _hit_record(hit: FoundClause, provider: LibraryProvider) -> Record:
    clause = hit.clause
    return {
        **source_record(clause),
        "citation": hit.citation,
        "language": clause.language,
        "kind": clause.kind.value,
        "part": clause.part,
        "place": clause.place,
        "label": clause.label,
        "opening": clause.opening,
        "text": clause.plain,
        "session": clause.session,
        "date": clause.date,
        "topics": list(clause.topics),
        "retired": clause.retired.why,
        "retired_by": clause.retired.by,
        "score": round(hit.score, 4),
        "spans": [list(span) for span in hit.spans],
        **standing_record(clause, provider),
    }

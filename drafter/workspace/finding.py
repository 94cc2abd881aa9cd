"""Searching a library, with every hit cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import UsageError
from drafter.library import Clause, Query, not_found_here
from drafter.messages import say
from drafter.model.provenance import Stage
from drafter.model.tree import Kind
from drafter.workspace.libraries import cited, provider
from drafter.workspace.records import FORMAT, Record


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A clause that was found, and how it is cited."""

    clause: Clause
    score: float
    spans: tuple[tuple[int, int], ...]

    @property
    def citation(self) -> str:
        """The source and stage, as read."""
        return cited(self.clause)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; `nothing` says of which library that nothing was found in it."""

    hits: tuple[FoundClause, ...]
    nothing: str

    @property
    def record(self) -> Record:
        """Its JSON."""
        return {"format": FORMAT, "hits": [_hit_record(hit) for hit in self.hits]}


def search(query: Query, folders: Sequence[Path]) -> Found:
    """Search the libraries in `folders` (none: the shipped one and the user's own).

    Raises `UsageError` for a query that asks nothing.
    """
    if query == Query(limit=query.limit, retired=query.retired):
        raise UsageError("workspace.empty-query", hint_id="workspace.query-example")
    library = provider(folders).library
    hits = tuple(FoundClause(hit.clause, hit.score, hit.spans) for hit in library.search(query))
    message, fields = not_found_here(library.coverage)
    return Found(hits, say(message, **dict(fields)))


def query(words: str, **asked: str | int | None) -> Query:
    """The query for the words and options of the command line."""
    known = {name: value for name, value in asked.items() if value}
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


def _hit_record(hit: FoundClause) -> Record:
    clause = hit.clause
    return {
        "clause": clause.id,
        "source": clause.symbol,
        "stage": clause.stage.value,
        "adopted_as": clause.adopted_as,
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
    }

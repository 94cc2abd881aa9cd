"""Clauses not to be used any more: kept, cited with a warning, found only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.library.clause import IN_USE, NOTHING, Clause, Curated, Retired


def without_retired(clauses: Iterable[Clause], curated: Mapping[str, Curated]) -> Iterator[Clause]:
    """The clauses of one document in its order, those that were retired marked so and no longer
    offered; sub-paragraphs go with the paragraph they stand in."""
    retired: dict[str, Retired] = {}
    for clause in clauses:
        own = curated.get(clause.id.partition("#")[2], NOTHING).retired
        found = own if own != IN_USE else retired.get(clause.parent, IN_USE)
        if found == IN_USE:
            yield clause
            continue
        retired[clause.id] = found
        yield replace(clause, offered=False, retired=found)

"""Precedents of every paragraph of a file, and of batches of queries."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.languages import language
from drafter.match import Containment, Coverage, Engine, Precedent
from drafter.messages import say
from drafter.model.places import clause_id
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView, view
from drafter.readers import read
from drafter.workspace.batch import rows_of
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.records import FORMAT, Record, change_record

LIMIT = 10
FLOOR = 0.4
_MATCHED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)


@dataclass(frozen=True, slots=True)
class Asked:
    """How much to find: at most `limit` precedents, of similarity `floor` or more."""

    limit: int = LIMIT
    floor: float = FLOOR


@dataclass(frozen=True, slots=True)
class MatchedParagraph:
    """What the library has for one paragraph, by similarity."""

    element: ElementView
    precedents: tuple[Precedent, ...]
    contains: tuple[Containment, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """What the library has for a document."""

    view: DocumentView
    paragraphs: tuple[MatchedParagraph, ...]
    coverage: Coverage

    @property
    def record(self) -> Record:
        """The JSON of `contract.md`."""
        shares = self.coverage
        return {
            "format": FORMAT,
            "paragraphs": [
                {"id": each.element.id, **found_record(each.precedents, each.contains)}
                for each in self.paragraphs
            ],
            "coverage": {
                "verbatim": round(shares.verbatim, 4),
                "edited": round(shares.edited, 4),
                "not_found": round(shares.not_found, 4),
            },
        }


def match_file(path: Path, provider: LibraryProvider, asked: Asked) -> Matched:
    """Match a file of any known format. Raises `UnreadableInput`."""
    document = read(path).document
    rules = language(document.language)
    engine = provider.engine(rules)
    numbered = view(document, rules.conventions)
    symbol = document.masthead.symbol
    found = tuple(
        _matched(element, engine, asked, clause_id(symbol, element.id) if symbol else "")
        for element in numbered.elements
        if element.kind in _MATCHED and element.text.plain().strip()
    )
    coverage = provider.coverer(rules).document(document, asked.floor)
    return Matched(numbered, found, coverage)


def match_queries(path: Path, provider: LibraryProvider, asked: Asked) -> Iterator[Record]:
    """`{precedents, contains, seconds}` for each line `{text, lang}` of a file.

    `seconds` is how long finding the precedents took, before any clause was read. Raises
    `UnreadableInput` naming a bad line.
    """
    for row in rows_of(path, ("text", "lang")):
        engine = provider.engine(language(row["lang"]))
        start = time.perf_counter()
        found = engine.found(row["text"], limit=asked.limit, floor=asked.floor)
        seconds = time.perf_counter() - start
        precedents, contains = engine.read(row["text"], found), engine.contained(row["text"])
        yield {**found_record(precedents, contains), "seconds": round(seconds, 6)}


def found_record(precedents: Sequence[Precedent], contains: Sequence[Containment]) -> Record:
    """What was found for one text."""
    return {
        "precedents": [precedent_record(each) for each in precedents],
        "contains": [containment_record(each) for each in contains],
    }


def precedent_record(precedent: Precedent) -> Record:
    """One precedent."""
    clause = precedent.clause
    return {
        "clause": clause.id,
        "source": clause.symbol,
        "stage": clause.stage.value,
        "adopted_as": clause.adopted_as,
        "text": clause.plain,
        "similarity": round(precedent.similarity, 6),
        "rank": precedent.rank,
        "reasons": [say(reason) for reason in precedent.reasons],
        "changes": [change_record(change) for change in precedent.changes],
    }


def containment_record(found: Containment) -> Record:
    """One clause that a text holds, or is a part of."""
    return {
        "clause": found.clause.id,
        "source": found.clause.symbol,
        "start": found.start,
        "end": found.end,
        "clause_start": found.clause_start,
        "clause_end": found.clause_end,
        "containment": round(found.containment, 6),
    }


def _matched(element: ElementView, engine: Engine, asked: Asked, own: str) -> MatchedParagraph:
    text = element.text.plain()
    return MatchedParagraph(
        element,
        engine.precedents(text, limit=asked.limit, floor=asked.floor, exclude=own),
        engine.contained(text, exclude=own),
    )

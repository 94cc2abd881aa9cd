"""Precedents of every paragraph of a file, and of batches of queries."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.languages import language
from drafter.match import Containment, Coverage, Covered, Engine, Precedent
from drafter.model.places import clause_id
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView, view
from drafter.readers import read
from drafter.workspace.batch import rows_of
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.match_records import (
    covered_record,
    found_record,
    reach_record,
    shares_record,
)
from drafter.workspace.records import FORMAT, Record

LIMIT = 10
FLOOR = 0.4
MATCHED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)


@dataclass(frozen=True, slots=True)
class Asked:
    """How much to find: at most `limit` precedents, of similarity `floor` or more."""

    limit: int = LIMIT
    floor: float = FLOOR


@dataclass(frozen=True, slots=True)
class MatchedParagraph:
    """What the library has for one paragraph, by similarity, and where its stretches come from;
    `own` is the id of the clause that it is."""

    element: ElementView
    own: str
    precedents: tuple[Precedent, ...]
    contains: tuple[Containment, ...]
    covered: Covered


@dataclass(frozen=True, slots=True)
class Matched:
    """What the library has for a document."""

    view: DocumentView
    paragraphs: tuple[MatchedParagraph, ...]
    coverage: Coverage
    provider: LibraryProvider
    engine: Engine
    asked: Asked

    def shown(self, paragraph: MatchedParagraph) -> tuple[Precedent, ...]:
        """`Engine.shown` for a paragraph."""
        text, asked = paragraph.element.text.plain(), self.asked
        return self.engine.shown(text, limit=asked.limit, floor=asked.floor, exclude=paragraph.own)

    @property
    def record(self) -> Record:
        """The JSON of `contract.md`."""
        return {
            "format": FORMAT,
            "paragraphs": [
                {
                    "id": each.element.id,
                    **found_record(each.precedents, each.contains, self.provider),
                    **covered_record(each.covered, self.provider),
                }
                for each in self.paragraphs
            ],
            "coverage": shares_record(self.coverage.shares),
            "library": reach_record(self.provider),
        }


def match_file(path: Path, provider: LibraryProvider, asked: Asked) -> Matched:
    """Match a file of any known format. Raises `UnreadableInput`."""
    document = read(path).document
    rules = language(document.language)
    engine = provider.engine(rules)
    numbered = view(document, rules.conventions)
    symbol = document.masthead.symbol
    coverage = provider.coverer(rules).document(document, asked.floor)
    covered = {each.id: each for each in coverage.paragraphs}
    found = tuple(
        _matched(
            element,
            engine,
            asked,
            covered[element.id],
            clause_id(symbol, element.id) if symbol else "",
        )
        for element in numbered.elements
        if element.kind in MATCHED and element.id in covered
    )
    return Matched(numbered, found, coverage, provider, engine, asked)


def match_queries(path: Path, provider: LibraryProvider, asked: Asked) -> Iterator[Record]:
    """`{precedents, contains, provenance, coverage, library, seconds}` for each line `{text, lang}`
    of a file.

    `seconds` is how long finding the precedents took, before any clause was read. Raises
    `UnreadableInput` naming a bad line.
    """
    reach = reach_record(provider)
    for row in rows_of(path, ("text", "lang")):
        rules = language(row["lang"])
        engine = provider.engine(rules)
        start = time.perf_counter()
        found = engine.found(row["text"], limit=asked.limit, floor=asked.floor)
        seconds = time.perf_counter() - start
        precedents, contains = engine.read(row["text"], found), engine.contained(row["text"])
        stretches = provider.coverer(rules).stretches(row["text"], floor=asked.floor)
        yield {
            **found_record(precedents, contains, provider),
            **covered_record(Covered("", stretches), provider),
            "library": reach,
            "seconds": round(seconds, 6),
        }


def _matched(
    element: ElementView, engine: Engine, asked: Asked, covered: Covered, own: str
) -> MatchedParagraph:
    text = element.text.plain()
    return MatchedParagraph(
        element,
        own,
        engine.precedents(text, limit=asked.limit, floor=asked.floor, exclude=own),
        engine.contained(text, exclude=own),
        covered,
    )

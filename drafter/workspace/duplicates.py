"""What of a file is nearly the same as something else: inside it, and in the library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.languages import language
from drafter.match import Engine, Precedent, near_duplicates_of
from drafter.model.places import clause_id
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView, view
from drafter.readers import read
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.match_records import reach_record, source_record, standing_record
from drafter.workspace.records import FORMAT, Record

FLOOR = 0.6
_COMPARED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs of the file, the earlier first."""

    first: ElementView
    second: ElementView
    similarity: float


@dataclass(frozen=True, slots=True)
class Held:
    """A paragraph and the clauses of the library that it is nearly the same as, all of them."""

    element: ElementView
    clauses: tuple[Precedent, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Everything at or above a similarity: the pairs by similarity, the paragraphs in order."""

    view: DocumentView
    inside: tuple[Pair, ...]
    held: tuple[Held, ...]
    provider: LibraryProvider

    @property
    def record(self) -> Record:
        """Its JSON."""
        return {
            "format": FORMAT,
            "inside": [
                {"a": pair.first.id, "b": pair.second.id, "similarity": round(pair.similarity, 6)}
                for pair in self.inside
            ],
            "paragraphs": [
                {
                    "id": each.element.id,
                    "clauses": [_clause_record(found, self.provider) for found in each.clauses],
                }
                for each in self.held
            ],
            "library": reach_record(self.provider),
        }


def duplicates_of(path: Path, provider: LibraryProvider, floor: float = FLOOR) -> Duplicates:
    """The near-duplicates of a file of any known format. Raises `UnreadableInput`.

    Exact: all pairs of paragraphs of six words or more, and for every paragraph all clauses but its
    own, whose similarity is at or above `floor`.
    """
    document = read(path).document
    rules = language(document.language)
    numbered = view(document, rules.conventions)
    elements = {each.id: each for each in numbered.elements}
    inside = tuple(
        Pair(elements[one], elements[other], similarity)
        for one, other, similarity in near_duplicates_of(document, rules, floor)
        if one in elements and other in elements
    )
    engine, symbol = provider.engine(rules), document.masthead.symbol
    held = (
        Held(each, _all(each, engine, floor, clause_id(symbol, each.id) if symbol else ""))
        for each in numbered.elements
        if each.kind in _COMPARED and each.text.plain().strip()
    )
    return Duplicates(numbered, inside, tuple(each for each in held if each.clauses), provider)


def _all(element: ElementView, engine: Engine, floor: float, own: str) -> tuple[Precedent, ...]:
    text = element.text.plain()
    return engine.precedents(text, limit=max(len(engine), 1), floor=floor, exclude=own)


def _clause_record(found: Precedent, provider: LibraryProvider) -> Record:
    clause = found.clause
    return {
        **source_record(clause),
        "similarity": round(found.similarity, 6),
        **standing_record(clause, provider),
    }

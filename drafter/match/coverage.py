"""How much of a document stands in the library word for word, edited, or not at all.

Shares of characters, never added up: what is verbatim was read from somewhere, what is edited was
like something, and "not found" says no more than that this library does not have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from drafter.compare.tokens import Token, tokens
from drafter.match.engine import FLOOR, Engine
from drafter.model.places import clause_id
from drafter.model.tree import Document, Kind

_FEWEST = 8
_COVERED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)


class CoverState(StrEnum):
    """Where a paragraph stands in the library."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Covered:
    """One paragraph: of its `characters`, so many are `verbatim`; the rest is as `state` says."""

    id: str
    state: CoverState
    characters: int
    verbatim: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares of the characters of a document, 0 to 1, and every paragraph."""

    verbatim: float
    edited: float
    not_found: float
    paragraphs: tuple[Covered, ...]


class Coverer:
    """Looks texts up word for word, terms and all, among the clauses of an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def document(self, document: Document, floor: float = FLOOR) -> Coverage:
        """The coverage of a document's own paragraphs, each apart from its own clause."""
        symbol = document.masthead.symbol
        rows = [
            (each.id, each.text.plain(), clause_id(symbol, each.id) if symbol else "")
            for _, each in document.walk()
            if each.kind in _COVERED
        ]
        return self.paragraphs(rows, floor)

    def paragraphs(self, rows: Iterable[tuple[str, str, str]], floor: float = FLOOR) -> Coverage:
        """The coverage of paragraphs given as (id, text, id of the clause that they are)."""
        covered = tuple(
            self._covered(each, text, own, floor) for each, text, own in rows if text.strip()
        )
        total = sum(each.characters for each in covered) or 1
        verbatim = sum(each.verbatim for each in covered)
        edited = sum(
            each.characters - each.verbatim for each in covered if each.state is CoverState.EDITED
        )
        missing = sum(
            each.characters - each.verbatim
            for each in covered
            if each.state is CoverState.NOT_FOUND
        )
        return Coverage(verbatim / total, edited / total, missing / total, covered)

    def _covered(self, paragraph: str, text: str, own: str, floor: float) -> Covered:
        words = tokens(text)
        norms = [token.norm for token in words]
        index, skip = self._engine.index, {own} if own else set()
        if norms and index.stands(norms, whole=len(norms) < _FEWEST, skip=skip):
            return Covered(paragraph, CoverState.VERBATIM, len(text), len(text))
        verbatim = _characters(words, index.pieces(norms, fewest=_FEWEST, skip=skip))
        known = verbatim or self._engine.precedents(text, limit=1, floor=floor, exclude=own)
        state = CoverState.EDITED if known else CoverState.NOT_FOUND
        return Covered(paragraph, state, len(text), verbatim)


def _characters(words: Sequence[Token], stretches: Sequence[tuple[int, int]]) -> int:
    """How many characters the stretches of tokens cover, together."""
    count, reached = 0, 0
    for start, end in sorted(stretches):
        first, last = max(words[start].start, reached), words[end - 1].end
        if last > first:
            count += last - first
            reached = last
    return count


def coverage(document: Document, engine: Engine, floor: float = FLOOR) -> Coverage:
    """`Coverer.document`; what it needs of an engine is prepared once."""
    return _coverer(engine).document(document, floor)


@lru_cache(maxsize=4)
def _coverer(engine: Engine) -> Coverer:
    return Coverer(engine)

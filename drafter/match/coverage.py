"""How much of a document stands in the library word for word, edited, or not at all.

Shares of characters, never added up: what is verbatim was read from somewhere, what is edited
stands in place of something, and "not found" says no more than that this library does not have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from drafter.match.engine import FLOOR, Engine
from drafter.match.provenance import Stretch, StretchState, provenance
from drafter.model.places import clause_id
from drafter.model.provenance import Stage
from drafter.model.tree import Document, Kind

_KNOWN = 4096
_COVERED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)
_BY_PROGRESS = (
    Stage.ADOPTED, Stage.COMMITTEE, Stage.DRAFT, Stage.UNKNOWN, Stage.WITHDRAWN, Stage.NO_ACTION,
)  # fmt: skip
Stages = tuple[tuple[Stage, float], ...]


class CoverState(StrEnum):
    """Where a paragraph stands in the library: all of it verbatim in one piece, nothing found, or
    between, as are clauses fused word for word."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of characters, 0 to 1; `stages` are those of `verbatim` by the stage of the source."""

    verbatim: float
    edited: float
    not_found: float
    stages: Stages


@dataclass(frozen=True, slots=True)
class Covered:
    """One paragraph in stretches."""

    id: str
    stretches: tuple[Stretch, ...]

    @property
    def shares(self) -> Shares:
        """The shares of its characters."""
        return _shares(self.stretches)

    @property
    def state(self) -> CoverState:
        """Where it stands as a whole."""
        states = {stretch.state for stretch in self.stretches}
        if states == {StretchState.VERBATIM} and len(self.stretches) == 1:
            return CoverState.VERBATIM
        return CoverState.NOT_FOUND if states == {StretchState.NOT_FOUND} else CoverState.EDITED


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every paragraph of a document, and the shares of all its characters."""

    paragraphs: tuple[Covered, ...]
    shares: Shares

    @property
    def verbatim(self) -> float:
        """The share that is verbatim."""
        return self.shares.verbatim

    @property
    def edited(self) -> float:
        """The share that is edited."""
        return self.shares.edited

    @property
    def not_found(self) -> float:
        """The share that is not found here."""
        return self.shares.not_found


def _shares(stretches: Iterable[Stretch]) -> Shares:
    states: Counter[StretchState] = Counter()
    stages: Counter[Stage] = Counter()
    for stretch in stretches:
        states[stretch.state] += stretch.characters
        if stretch.state is StretchState.VERBATIM and stretch.clause is not None:
            stages[stretch.clause.stage] += stretch.characters
    total = states.total() or 1
    return Shares(
        states[StretchState.VERBATIM] / total,
        states[StretchState.EDITED] / total,
        states[StretchState.NOT_FOUND] / total,
        tuple((stage, stages[stage] / total) for stage in _BY_PROGRESS if stages[stage]),
    )


class Coverer:
    """Tells where texts come from among the clauses of an engine; what it was asked it knows."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[str, str, float], tuple[Stretch, ...]] = {}

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
            Covered(each, self.stretches(text, own, floor))
            for each, text, own in rows
            if text.strip()
        )
        return Coverage(covered, _shares(s for each in covered for s in each.stretches))

    def stretches(self, text: str, own: str = "", floor: float = FLOOR) -> tuple[Stretch, ...]:
        """The provenance of one text; `own` is the id of the clause that it is."""
        asked = (text, own, floor)
        if asked not in self._known:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            self._known[asked] = provenance(text, self._engine, floor=floor, exclude=own)
        return self._known[asked]


def coverage(document: Document, engine: Engine, floor: float = FLOOR) -> Coverage:
    """`Coverer.document`; what it needs of an engine is prepared once."""
    return _coverer(engine).document(document, floor)


@lru_cache(maxsize=4)
def _coverer(engine: Engine) -> Coverer:
    return Coverer(engine)

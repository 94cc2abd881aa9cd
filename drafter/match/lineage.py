"""The wording of one clause over the years: earliest found, what changed when, latest found.

The clauses come from a family that a maintainer confirmed or, where there is none, from their
likeness. What is called earliest or latest is so among the texts of this library only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import TYPE_CHECKING

from drafter.compare import Change, changes, similarity
from drafter.languages import Language
from drafter.match.days import iso
from drafter.match.engine import Engine
from drafter.model.provenance import Stage

if TYPE_CHECKING:
    from drafter.library import Clause

PROPOSED = 0.6
_MOST = 1000
# the General Assembly opened its first session in 1946 and one each September since (session 2:
# 1947); the regular sessions of other organs are counted otherwise
_YEAR_BEFORE_FIRST_SESSION = 1945
_COUNTED_BY_YEAR = "A/"
_OTHER_COUNT = ("A/HRC/",)
_STAGES = (Stage.UNKNOWN, Stage.WITHDRAWN, Stage.NO_ACTION, Stage.DRAFT, Stage.COMMITTEE)
_YEAR_DIGITS = 4
_FULL_DATE = len("2024-12-31")


@dataclass(frozen=True, slots=True)
class Step:
    """The clause as one source has it, and `before`, the clause it is compared with: the most
    alike of the source before it; None for the earliest."""

    clause: Clause
    before: Clause | None
    language: Language = field(repr=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """How the wording departs from the one before it; worked out when asked for."""
        if self.before is None:
            return ()
        return changes(self.before.plain, self.clause.plain, self.language)


@dataclass(frozen=True, slots=True)
class Lineage:
    """`family` is the confirmed family of `clause`, empty where its lineage is only proposed, by a
    similarity of at least `floor`. `steps` run from the earliest found to the latest; `undated`
    are clauses of which neither year nor session is known."""

    clause: Clause
    family: str
    floor: float
    steps: tuple[Step, ...]
    undated: tuple[Clause, ...] = ()

    @property
    def earliest(self) -> Clause | None:
        """The earliest wording found."""
        return self.steps[0].clause if self.steps else None

    @property
    def latest(self) -> Clause | None:
        """The latest wording found."""
        return self.steps[-1].clause if self.steps else None


def lineage(
    clause: Clause, family: Sequence[Clause], engine: Engine, *, floor: float = PROPOSED
) -> Lineage:
    """The lineage of `clause`: of its `family`, or, if that is empty, of the clauses of `engine`
    that are like it, of each source the one most alike."""
    language = engine.language
    members = {each.id: each for each in family} or _alike(clause, engine, floor)
    members[clause.id] = clause
    ordered = chronological(members.values(), language)
    dated = tuple(each for each in ordered if year_of(each, language) is not None)
    return Lineage(
        clause,
        clause.family if family else "",
        floor,
        steps(dated, language),
        tuple(each for each in ordered if each not in dated),
    )


def steps(ordered: Sequence[Clause], language: Language) -> tuple[Step, ...]:
    """Clauses in their order, each with the one of the source before it that is most alike."""
    found: list[Step] = []
    earlier: tuple[Clause, ...] = ()
    for _, group in groupby(ordered, key=lambda each: each.symbol):
        same_source = tuple(group)
        found += (Step(each, _most_alike(each, earlier), language) for each in same_source)
        earlier = same_source
    return tuple(found)


def chronological(clauses: Iterable[Clause], language: Language) -> tuple[Clause, ...]:
    """The earliest first: by year; within one by how far the text came, then by date and id, but
    clauses whose full dates are known stand by date among themselves."""

    def moment(clause: Clause) -> tuple[int, int, str, str]:
        stage = _STAGES.index(clause.stage) if clause.stage in _STAGES else len(_STAGES)
        return year_of(clause, language) or 0, stage, iso(clause.date, language), clause.id

    ordered = sorted(clauses, key=moment)
    years = groupby(ordered, key=lambda each: year_of(each, language))
    return tuple(each for _, year in years for each in _by_date(tuple(year), language))


def _by_date(year: Sequence[Clause], language: Language) -> Iterable[Clause]:
    """The clauses of one year, the sources with a full date put in the order of their dates."""
    sources = [tuple(each) for _, each in groupby(year, key=lambda each: each.symbol)]
    dates = [iso(each[0].date, language) for each in sources]
    full = [place for place, day in enumerate(dates) if len(day) == _FULL_DATE]
    placed = dict(zip(full, sorted(full, key=lambda each: dates[each]), strict=True))
    return chain.from_iterable(sources[placed.get(i, i)] for i in range(len(sources)))


def year_of(clause: Clause, language: Language) -> int | None:
    """The year in which the session of a clause began, else that of its date; None if neither is
    known."""
    symbol = clause.symbol
    counted = symbol.startswith(_COUNTED_BY_YEAR) and not symbol.startswith(_OTHER_COUNT)
    if counted and clause.session is not None:
        return _YEAR_BEFORE_FIRST_SESSION + clause.session
    day = iso(clause.date, language)
    return int(day[:_YEAR_DIGITS]) if day else None


def _alike(clause: Clause, engine: Engine, floor: float) -> dict[str, Clause]:
    best: dict[str, Clause] = {}
    for found in engine.precedents(clause.plain, limit=_MOST, floor=floor, exclude=clause.id):
        if found.clause.symbol != clause.symbol:
            best.setdefault(found.clause.symbol, found.clause)
    return {each.id: each for each in best.values()}


def _most_alike(clause: Clause, earlier: Sequence[Clause]) -> Clause | None:
    ranked = sorted(earlier, key=lambda each: (-similarity(clause.plain, each.plain), each.id))
    return ranked[0] if ranked else None

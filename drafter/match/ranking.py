"""The order in which precedents are shown, and why: apart from what is found.

Similarity comes first; formulas that are mostly citations step back in it. Among equally similar
ones adopted texts come before committee texts and those before drafts, what was adopted without a
vote before what was voted on, recent before old, then by clause id. None of it changes which
clauses are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from drafter.languages import Language, opening_of
from drafter.match.days import iso
from drafter.model.citations import find_citations
from drafter.model.findings import Params
from drafter.model.provenance import Stage

if TYPE_CHECKING:
    from drafter.library import Clause

_FORMULA = 0.35
_FORMULA_WEIGHT = 0.85
_STAGES = {
    Stage.ADOPTED: (0, "deviation.reason-adopted"),
    Stage.COMMITTEE: (1, "deviation.reason-committee"),
    Stage.DRAFT: (2, "deviation.reason-draft"),
    Stage.UNKNOWN: (3, "deviation.reason-unknown"),
    Stage.WITHDRAWN: (4, "deviation.reason-not-adopted"),
    Stage.NO_ACTION: (4, "deviation.reason-not-adopted"),
}
_WAYS = {"without-a-vote": 0, "recorded-vote": 2}
_UNKNOWN_WAY = 1
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_FIRST_SESSION = 1946
Day: TypeAlias = tuple[int, int, int, int]
Preference: TypeAlias = tuple[int, int, tuple[int, int, int], int, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for the place of a precedent: a message id and what fills it."""

    message: str
    params: Params = ()


def ranked(
    found: Sequence[tuple[Clause, float]], language: Language
) -> tuple[tuple[int, tuple[Reason, ...]], ...]:
    """The rank from 1 and the reasons of each clause found with its similarity, in the order given.

    Where the order is not that of similarity, the reasons say what it is: they name, in this order,
    the stage, the vote and the date that `preference` goes by, and a formula.
    """
    worth = [_worth(clause, similarity, language) for clause, similarity in found]
    order = sorted(range(len(found)), key=lambda i: (-worth[i], preference(found[i][0], language)))
    places = {number: place for place, number in enumerate(order, 1)}
    dates = {_day(clause, language) for clause, _ in found}
    latest = max(dates) if len(dates) > 1 else None
    return tuple(
        (places[number], tuple(_reasons(clause, latest, language)))
        for number, (clause, _) in enumerate(found)
    )


def preference(clause: Clause, language: Language) -> Preference:
    """What comes first among equals has the smallest: adopted, without a vote, recent, by id."""
    year, month, day, session = _day(clause, language)
    return (
        _STAGES[clause.stage][0],
        _WAYS.get(clause.adoption_way, _UNKNOWN_WAY),
        (-year, -month, -day),
        -session,
        clause.id,
    )


def _day(clause: Clause, language: Language) -> Day:
    """Year, month, day and session, 0 for what is not known. Of a text without a date the year is
    that in which its session began: the first was that of 1946."""
    day = iso(clause.date, language)
    session = clause.session
    if day:
        year, month, day_of_month = map(int, day.split("-"))
    else:
        found = _YEAR.search(clause.date)
        year, month, day_of_month = int(found[0]) if found else 0, 0, 0
    if not year and session:
        year = _FIRST_SESSION + session - 1
    return year, month, day_of_month, session or 0


def _worth(clause: Clause, similarity: float, language: Language) -> float:
    return similarity * (_FORMULA_WEIGHT if is_formula(clause.plain, language) else 1.0)


def _reasons(clause: Clause, latest: Day | None, language: Language) -> Iterator[Reason]:
    yield Reason(_STAGES[clause.stage][1])
    if clause.adoption_way == "without-a-vote":
        yield Reason("deviation.reason-without-a-vote")
    elif clause.adoption_way == "recorded-vote":
        counted = clause.votes is not None and clause.votes.counted
        yield Reason(
            "deviation.reason-recorded-vote" + ("-counted" if counted else ""),
            (("count", clause.votes.count),) if clause.votes and counted else (),
        )
    yield from _set_apart(clause)
    yield from _dated(clause)
    if latest is not None and latest == _day(clause, language):
        yield Reason("deviation.reason-recent")
    if is_formula(clause.plain, language):
        yield Reason("deviation.reason-formula")


def _set_apart(clause: Clause) -> Iterator[Reason]:
    for each in clause.set_apart:
        if each.votes is not None:
            counted = (("count", each.votes.count),) if each.votes.counted else ()
            yield Reason("deviation.separate-vote" + ("-counted" if counted else ""), counted)
        else:
            scope = "-whole" if each.whole else ""
            yield Reason(f"deviation.{each.how or 'set-apart'}{scope}", (("by", each.by),))


def _dated(clause: Clause) -> Iterator[Reason]:
    if clause.date:
        yield Reason("deviation.reason-dated", (("date", clause.date),))
    if clause.session:
        yield Reason("deviation.reason-session", (("session", clause.session),))


@lru_cache(maxsize=4096)
def is_formula(text: str, language: Language) -> bool:
    """Whether more than a third of a text is its opening words and citations with their dates
    (回顾其2015年9月25日第70/1号决议)."""
    if not text:
        return False
    cited = find_citations(text, language.citations)
    if not cited:
        return False
    date = len(language.dates.template)
    counted = len(opening_of(text, language))
    counted += sum(each.end - each.start + (date if each.date else 0) for each in cited)
    return counted / len(text) > _FORMULA

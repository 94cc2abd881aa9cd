"""The order in which precedents are shown, and why: apart from what is found.

Adopted texts come before committee texts and those before drafts, recent before old; formulas that
are mostly citations step back. None of it changes which clauses are found.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.languages import Language, opening_of
from drafter.model.citations import find_citations
from drafter.model.provenance import Stage

if TYPE_CHECKING:
    from drafter.library import Clause

_FORMULA = 0.35
_FORMULA_WEIGHT = 0.85
_RECENT = 0.02
_STAGES = {
    Stage.ADOPTED: (0.03, "deviation.reason-adopted"),
    Stage.COMMITTEE: (0.02, "deviation.reason-committee"),
    Stage.DRAFT: (0.01, "deviation.reason-draft"),
    Stage.UNKNOWN: (0.0, "deviation.reason-unknown"),
    Stage.WITHDRAWN: (-0.02, "deviation.reason-not-adopted"),
    Stage.NO_ACTION: (-0.02, "deviation.reason-not-adopted"),
}


def ranked(
    found: Sequence[tuple[Clause, float]], language: Language
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rank from 1 and the reasons of each clause found with its similarity, in the order given.

    Ties by clause id.
    """
    sessions = [clause.session or 0 for clause, _ in found]
    span = (min(sessions), max(sessions)) if sessions else (0, 0)
    worth = [_worth(clause, similarity, span, language) for clause, similarity in found]
    order = sorted(range(len(found)), key=lambda i: (-worth[i], found[i][0].id))
    places = {number: place for place, number in enumerate(order, 1)}
    return tuple(
        (places[number], tuple(_reasons(clause, span, language)))
        for number, (clause, _) in enumerate(found)
    )


def _worth(clause: Clause, similarity: float, span: tuple[int, int], language: Language) -> float:
    oldest, newest = span
    recent = ((clause.session or 0) - oldest) / (newest - oldest) if newest > oldest else 0.0
    weight = _FORMULA_WEIGHT if is_formula(clause.plain, language) else 1.0
    return similarity * weight + _STAGES[clause.stage][0] + _RECENT * recent


def _reasons(clause: Clause, span: tuple[int, int], language: Language) -> list[str]:
    reasons = [_STAGES[clause.stage][1]]
    if span[0] < span[1] == clause.session:
        reasons.append("deviation.reason-recent")
    if is_formula(clause.plain, language):
        reasons.append("deviation.reason-formula")
    return reasons


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

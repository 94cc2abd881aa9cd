"""What the engine finds: precedents, and clauses that are fused into a text or hold it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.compare import Change, changes
from drafter.compare.naming import sourced
from drafter.languages import Language
from drafter.match.ranking import Reason

if TYPE_CHECKING:
    from drafter.library import Clause


@dataclass(frozen=True, slots=True)
class Precedent:
    """An agreed clause like a text.

    `similarity` reads terms in their current form, `as_written` does not; `rank` is the place in
    the order of display, from 1, and `reasons` say why.
    """

    clause: Clause
    similarity: float
    as_written: float
    rank: int
    reasons: tuple[Reason, ...]
    text: str = field(repr=False)
    language: Language = field(repr=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """How the text departs from the clause; worked out when asked for."""
        found = changes(self.clause.plain, self.text, self.language)
        return sourced(found, old=self.clause.symbol)


@dataclass(frozen=True, slots=True)
class Containment:
    """Characters `start`…`end` of a text hold characters `clause_start`…`clause_end` of a clause.

    `containment` is the share of the shorter of the two that stands there.
    """

    clause: Clause
    start: int
    end: int
    clause_start: int
    clause_end: int
    containment: float


def shown(precedents: tuple[Precedent, ...]) -> tuple[Precedent, ...]:
    """The precedents in the order of display."""
    return tuple(sorted(precedents, key=lambda each: each.rank))

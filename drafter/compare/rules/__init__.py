"""How a difference gets its kind: one small function a kind, tried in the order of `RULES`."""

from __future__ import annotations

from collections.abc import Callable

from drafter.compare.rules import figures, stretches, titles, words
from drafter.compare.scene import Stretch
from drafter.model.findings import ChangeKind

Rule = Callable[[Stretch], ChangeKind | None]

# The most specific first. A new kind is a line here, its function, and cases in tests/compare.
RULES: tuple[Rule, ...] = (
    figures.cosmetic,
    figures.figure,
    words.party,
    words.negation,
    words.verb,
    words.adverb,
    words.modal,
    titles.instrument,
    words.addressee,
    words.term,
    stretches.qualifier,
    stretches.item,
    stretches.clause,
)


def kind_of(stretch: Stretch) -> ChangeKind | None:
    """The most specific kind that a rule finds for the difference; None for free rewording."""
    return next((kind for rule in RULES if (kind := rule(stretch)) is not None), None)

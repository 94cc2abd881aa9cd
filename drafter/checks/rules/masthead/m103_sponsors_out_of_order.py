"""The sponsors do not stand in the order in which documents list them.

Sponsors stand in the alphabetical order of the language, in Chinese in that of English, Members
before observers. `drafter sponsors` prints a list in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.checks.check import Check
from drafter.languages import Language, order_of, states
from drafter.model.findings import Finding, Severity
from drafter.model.sponsors import sponsors_of
from drafter.model.view import DocumentView


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    masthead = view.document.masthead
    for typed in (masthead.sponsors, masthead.added_sponsors):
        yield from _unordered(typed, language)


def _unordered(typed: Sequence[str], language: Language) -> Iterator[Finding]:
    order = order_of(language.code)
    named = sponsors_of(typed, states())
    if named.unknown or named.is_ordered(order):
        return
    ordered = [each.typed for each in named.ordered(order).sponsors]
    yield CHECK.of_document("check.sponsors-out-of-order", ordered=order.joined(ordered))


CHECK = Check(
    code="M103",
    name="sponsors-out-of-order",
    severity=Severity.INFO,
    authority="Editorial Manual, Masthead and cover page; A/80/L.9; A/69/790 (Chinese)",
    page=__doc__,
    run=_run,
)

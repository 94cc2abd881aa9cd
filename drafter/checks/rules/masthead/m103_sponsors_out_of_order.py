"""The sponsors do not stand in the order in which documents list them.

Sponsors stand in the alphabetical order of the language, in Chinese in that of English, Members
before observers. The fix puts them so. A list with a name that is not known has no order that could
be offered.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.languages import Language, order_of, states
from drafter.model.findings import Finding, NameList, NamesFix, Severity
from drafter.model.sponsors import sponsors_of
from drafter.model.view import DocumentView


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    masthead = view.document.masthead
    yield from _unordered(NameList.SPONSORS, masthead.sponsors, language)
    yield from _unordered(NameList.ADDED_SPONSORS, masthead.added_sponsors, language)


def _unordered(listed: NameList, typed: tuple[str, ...], language: Language) -> Iterator[Finding]:
    order = order_of(language.code)
    named = sponsors_of(typed, states())
    if named.unknown or named.is_ordered(order):
        return
    ordered = tuple(each.typed + "*" * each.marked for each in named.ordered(order).sponsors)
    fix = NamesFix(listed, typed, ordered)
    params = (("ordered", order.joined(ordered)),)
    message = "check.sponsors-out-of-order"
    yield Finding(CHECK.code, CHECK.severity, message, params=params, fixes=(fix,))


CHECK = Check(
    code="M103",
    name="sponsors-out-of-order",
    severity=Severity.INFO,
    authority="Editorial Manual, Masthead and cover page; A/80/L.9; A/69/790 (Chinese)",
    page=__doc__,
    run=_run,
)

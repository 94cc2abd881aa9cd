"""The checks: one module each in `rules/`, run over the numbered view of a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from inspect import cleandoc

from drafter.checks import rules
from drafter.checks.check import Check
from drafter.errors import UnknownName
from drafter.languages import Language
from drafter.model.findings import Finding
from drafter.model.view import DocumentView
from drafter.registry import discover

__all__ = ["Check", "check", "checks", "explain", "run"]


@cache
def checks() -> tuple[Check, ...]:
    """All checks, by code."""
    return tuple(sorted(discover(rules, "CHECK", Check), key=lambda each: each.code))


def check(code: str) -> Check:
    """The check with this code or name. Raises `UnknownName` with the codes there are."""
    for each in checks():
        if code.casefold() in (each.code.casefold(), each.name):
            return each
    raise UnknownName("check.unknown", code=code, known=", ".join(c.code for c in checks()))


def explain(code: str) -> str:
    """The documentation of a check: what it finds, why, on what authority. Raises `UnknownName`."""
    found = check(code)
    return f"{found.code} {found.name}\n\n{cleandoc(found.page)}\n\n{found.authority}"


def run(view: DocumentView, language: Language, select: Sequence[str] = ()) -> tuple[Finding, ...]:
    """What the checks find, in document order; findings that a paragraph waives are left out.

    `select` names checks by code, by the beginning of their codes ("P"), or by name; empty means
    all. Raises `UnknownName` for a selection that names none.
    """
    found = [finding for each in _selected(select) for finding in each.run(view, language)]
    ids = [element.id for element in view.elements] + [note.id for note in view.document.notes]
    order = {element: place for place, element in enumerate(ids)}
    waived = {
        (element.id, waiver.code)
        for element in view.elements
        if element.paragraph
        for waiver in element.paragraph.waivers
    }
    kept = [each for each in found if (each.place.element, each.code) not in waived]
    return tuple(sorted(kept, key=lambda each: _order(each, order)))


def _selected(select: Sequence[str]) -> tuple[Check, ...]:
    chosen: list[Check] = []
    for wanted in select:
        named = [each for each in checks() if each.code.startswith(wanted.upper())]
        chosen += named or [check(wanted)]
    return tuple(dict.fromkeys(chosen)) if select else checks()


def _order(finding: Finding, order: dict[str, int]) -> tuple[int, int, str]:
    element = finding.place.element
    at = order.get(element, len(order)) if element else -1
    return at, finding.place.start, finding.code

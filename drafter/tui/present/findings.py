"""Findings of the checks as rows: severity, where, what, and whether it can be mended."""

from __future__ import annotations

from collections.abc import Container, Iterable

from drafter.messages import say
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView
from drafter.tui.cells import clean
from drafter.tui.present.pages import STALE, is_stale
from drafter.tui.prose import Line, Run, wrapped

ROW_HEIGHT = 4  # where, two lines of what, a blank
_SIGNS = {
    Severity.ERROR: ("✗", "error"),
    Severity.WARNING: ("⚑", "warning"),
    Severity.INFO: ("·", "info"),
}
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def in_order(findings: Iterable[Finding], view: DocumentView) -> tuple[Finding, ...]:
    """Worst first, then in document order."""
    places = {e.id: i for i, e in enumerate(view.elements)}
    last = len(places)
    return tuple(
        sorted(
            findings, key=lambda f: (_ORDER.index(f.severity), places.get(f.place.element, last))
        )
    )


def together(
    of_reading: Iterable[Finding], of_checks: Iterable[Finding], untouched: Container[str]
) -> tuple[Finding, ...]:
    """What the checks found, and what the reader found in paragraphs that are still `untouched`.

    What the reader missed in the masthead is a matter of the checks once the draft is open.
    """
    of_reading = [finding for finding in of_reading if finding.place.element in untouched]
    return tuple(
        {(f.message, f.place.element, f.params): f for f in (*of_reading, *of_checks)}.values()
    )


def finding_lines(finding: Finding, view: DocumentView, columns: int) -> tuple[Line, ...]:
    """A finding at a width, at most `ROW_HEIGHT` lines."""
    from drafter.workspace.places import place_name

    place = clean(place_name(view, finding.place.element))
    sign, ink = (STALE, "edited") if is_stale(finding) else _SIGNS[finding.severity]
    fix = f" · {say('tui.fixable')}" if finding.fixes else ""
    head = (
        Run(f"{sign} ", ink),
        Run(place, "label"),
        Run(fix, "info"),
    )
    body = wrapped((Run(clean(say(finding.message, **finding.values))),), columns - 2)
    return (head, *((Run("  "), *line) for line in body[: ROW_HEIGHT - 2]))


def count_line(findings: Iterable[Finding]) -> str:
    """How many errors and warnings there are, in words."""
    findings = tuple(findings)
    severities = [finding.severity for finding in findings if not is_stale(finding)]
    counts = ((severity, severities.count(severity)) for severity in _ORDER[:2])
    said = [
        f"{_SIGNS[severity][0]} {say(f'tui.count-{severity.value}', count=count)}"
        for severity, count in counts
        if count
    ]
    stale = sum(map(is_stale, findings))
    if stale:
        said.append(f"{STALE} {say('tui.count-stale', count=stale)}")
    return " · ".join(said)

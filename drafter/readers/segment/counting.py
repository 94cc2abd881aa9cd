"""Whether the numbers of paragraphs and sections go on as they should."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.readers.segment.branches import Branch
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.labels import Form, Label
from drafter.readers.segment.raw import Raw


def count(raw: Raw, branch: Branch, findings: Findings) -> None:
    """Count a numbered paragraph in its branch; a number that does not go on is a finding."""
    expected, number = branch.number + 1, raw.number
    printed = raw.label.printed if raw.label else ""
    if number == 1 and branch.headed:  # a section may count anew
        expected = 1
    if number == 1 and branch.number and not (branch.headed or _later(printed)):
        findings.add("numbers-restart", raw.line, label=printed)
    elif number > expected:
        findings.add("number-gap", raw.line, found=printed, expected=expected)
    elif number < expected and not _later(printed):
        findings.add("number-again", raw.line, label=printed)
    branch.number = number


def follows(label: Label, section: Mapping[Form, int]) -> bool:
    """Whether a section carries on from the last one of its form."""
    return label.number == section.get(label.form, 0) + 1


def _later(printed: str) -> bool:
    """Whether a label is that of a paragraph put in later: 7 bis."""
    return any(word in printed for word in ("bis", "ter", "quater", "alt"))

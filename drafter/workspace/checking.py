"""Checking a file, and applying the fixes that the checks offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter import checks
from drafter.errors import EditRefused, UsageError
from drafter.languages import language
from drafter.model.findings import AnyFix, Finding, Severity, last_first
from drafter.model.view import DocumentView, view
from drafter.readers import read
from drafter.workspace.native import is_native
from drafter.workspace.records import FORMAT, Record, sentence
from drafter.workspace.session import Session
from drafter.workspace.showing import lost

_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found in a document, how many fixes were applied before, and what of the
    file could not be read."""

    view: DocumentView
    findings: tuple[Finding, ...]
    fixed: int = 0
    lost: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def record(self) -> Record:
        """The JSON of `contract.md`."""
        return {
            "format": FORMAT,
            "findings": [finding_record(finding) for finding in self.findings],
            "fixed": self.fixed,
        }


def check_file(path: Path, select: Sequence[str] = ()) -> Checked:
    """Check a file of any known format. Raises `UnreadableInput`, `UnknownName`."""
    result = read(path)
    rules = language(result.document.language)
    numbered = view(result.document, rules.conventions)
    return Checked(numbered, checks.run(numbered, rules, select), lost=lost(path, result))


def fix_file(path: Path, select: Sequence[str] = ()) -> Checked:
    """Apply the first fix of every finding to a draft, save it, and check again.

    Raises `UsageError` for a file that is no draft, `Locked`, `RefusedOverwrite`.
    """
    if not is_native(path):
        raise UsageError(
            "workspace.fix-drafts-only", place=str(path), hint_id="workspace.import-it"
        )
    session = Session.open(path)
    try:
        fixed = fix(session, select)
        if fixed:
            session.save()
        found = checks.run(session.view, session.language, select)
        return Checked(session.view, found, fixed)
    finally:
        session.close()


def fix(session: Session, select: Sequence[str] = ()) -> int:
    """Apply the first fix of every finding to the session; returns how many were applied."""
    count = 0
    for _ in range(_ROUNDS):
        found = checks.run(session.view, session.language, select)
        fixes = last_first(finding.fixes[0] for finding in found if finding.fixes)
        applied = sum(_applied(session, each) for each in fixes)
        count += applied
        if not applied:
            break
    return count


def finding_record(finding: Finding) -> Record:
    """A finding as `check --json` prints it."""
    rule = checks.check(finding.code)
    place = finding.place
    return {
        "code": finding.code,
        "name": rule.name,
        "severity": finding.severity.value,
        "element": place.element,
        "start": place.start,
        "end": place.end,
        "message": sentence(finding),
        "authority": rule.authority,
        "fixable": bool(finding.fixes),
    }


def _applied(session: Session, fix: AnyFix) -> bool:
    before = session.revision
    try:
        session.apply_fix(fix)
    except EditRefused:  # another fix changed the same words: the next round looks again
        return False
    return session.revision > before

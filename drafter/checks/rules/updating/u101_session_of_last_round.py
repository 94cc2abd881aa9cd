"""A request of the base still names the session that it named then.

A resolution that is tabled every year asks for a report, or puts its item on the provisional
agenda, one session on; one that is tabled every other year, two. A draft on its base must ask for
as much later as it is later itself: base 79 asking at 81, draft 81 asks at 83. The session of the
draft is that of its masthead. Without one it is taken to be the one for which the base put its item
on the agenda, failing that the first at which it asked for a report; then the finding says which
session is to be set, and offers no fix. A session that is not the one at which something is due
("starting at its eightieth session") gets no suggestion, and is listed only once it has passed.
Sessions of other bodies and sessions that had been held are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.checks.updating import Outdated, Round, Stale, Told, findings
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView


def _told(stale: Stale, round_: Round, words: str) -> Told:
    message = f"check.session-{'of-last-round' if stale.suggestion else 'passed'}{round_.how}"
    new = stale.suggestion if stale.suggestion and not round_.assumed else None
    sessions: dict[str, str | int] = {"base": round_.base, "draft": round_.draft}
    return message, new, sessions | {"old": words, "now": stale.suggestion}


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    return findings(CHECK, Outdated.SESSION, _told, view, language)


CHECK = Check(
    code="U101",
    name="session-of-last-round",
    severity=Severity.WARNING,
    authority="Rule 13 of the rules of procedure of the General Assembly (provisional agenda)",
    page=__doc__,
    run=_run,
)

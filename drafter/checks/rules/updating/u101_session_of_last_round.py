"""A request of the base still names the session that it named then.

A resolution that is tabled every year asks for a report, or puts its item on the provisional
agenda, one session on; one that is tabled every other year, two. A draft on its base must ask for
as much later as it is later itself: base 79 asking at 81, draft 81 asks at 83. The session of the
draft is that of its masthead; without one it is taken to be the one at which the base put its item
on the agenda, and the finding says so. Sessions of other bodies and sessions that had been held are
left alone. The fix is offered, and is only as good as the session of the draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check, texts
from drafter.checks.updating import Outdated, round_of, stale
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    round_ = round_of(view.document, language)
    if round_ is None:
        return
    message = f"check.session-of-last-round{round_.how}"
    words = {each.element: each for each in texts(view)}
    for each in stale(view, language, round_):
        if each.what in (Outdated.SESSION, Outdated.REPORT):
            yield CHECK.at(
                words[each.element], each.start, each.end, message,
                new=each.suggestion or None,
                base=round_.base, draft=round_.draft,
            )  # fmt: skip


CHECK = Check(
    code="U101",
    name="session-of-last-round",
    severity=Severity.WARNING,
    authority="Rule 13 of the rules of procedure of the General Assembly (provisional agenda)",
    page=__doc__,
    run=_run,
)

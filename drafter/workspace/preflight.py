"""What must be there before a text is called final.

Symbol, date and job number belong to the Secretariat and are never asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter import checks
from drafter.errors import UsageError
from drafter.languages import Language
from drafter.messages import say
from drafter.model.findings import Finding, Severity
from drafter.model.tree import DocumentType
from drafter.model.view import DocumentView
from drafter.workspace.places import place_name
from drafter.workspace.records import sentence

_REQUIRED = frozenset({"check.no-session", "check.no-agenda-item", "check.no-title"})
# amendments stand under the title of the text that they amend
_NOT_REQUIRED = {DocumentType.AMENDMENTS: frozenset({"check.no-title"})}
_REPORTED = 20


def refuse_unready(
    view: DocumentView,
    language: Language,
    kind: DocumentType,
    *,
    place: str,
    read: Iterable[Finding] = (),
) -> None:
    """Raises `UsageError` listing the fields that are missing and the errors of checks.

    `kind` is the type of document that is to be printed; `read` is what was found when its file
    was read.
    """
    found = [
        *_missing_committee(view, kind),
        *(f"{each.code} {sentence(each)}" for each in read if each.severity is Severity.ERROR),
        *_standing_in_the_way(view, language, kind),
    ]
    if not found:
        return
    more = ["…"] if len(found) > _REPORTED else []
    raise UsageError(
        "workspace.not-final", place=place, hint_id="workspace.run-check", file=place,
        listed="\n".join(f"  {each}" for each in (*found[:_REPORTED], *more)),
    )  # fmt: skip


def _missing_committee(view: DocumentView, kind: DocumentType) -> Iterator[str]:
    if kind is DocumentType.COMMITTEE_REPORT and not view.document.masthead.committee:
        yield say("workspace.no-committee")


def _standing_in_the_way(
    view: DocumentView, language: Language, kind: DocumentType
) -> Iterator[str]:
    required = _REQUIRED - _NOT_REQUIRED.get(kind, frozenset())
    for finding in checks.run(view, language):
        if finding.severity is Severity.ERROR or finding.message in required:
            yield _told(finding, view)


def _told(finding: Finding, view: DocumentView) -> str:
    where = f"{place_name(view, finding.place.element)}: " if finding.place.element else ""
    return f"{finding.code} {where}{sentence(finding)}"

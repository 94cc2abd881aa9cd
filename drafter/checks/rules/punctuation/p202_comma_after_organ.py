"""The enacting words carry a comma without a preamble, or none before one.

"The General Assembly," with a comma opens a sentence that the preamble goes on with; where the
operative part follows at once, there is no comma.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check, Words
from drafter.checks.endings import ending
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.tree import Kind, Part
from drafter.model.view import DocumentView


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    for _, part in view.document.parts():
        yield from _of_part(part, language)


def _of_part(part: Part, language: Language) -> Iterator[Finding]:
    comma = language.endings.preambular
    for index, block in enumerate(part.paragraphs):
        if block.kind is not Kind.ENACTING or not len(block.text):
            continue
        following = next((p.kind for p in part.paragraphs[index + 1 :]), None)
        words = Words(block.id, block.kind, block.text.plain())
        found = ending(words.text, language.endings)
        if following is Kind.PREAMBULAR and found.mark != comma.strip():
            end = found.at + len(found.mark)
            yield CHECK.at(words, found.at, end, "check.comma-missing", new=comma, comma=comma)
        elif following is Kind.OPERATIVE and found.mark == comma.strip():
            end = found.at + len(found.mark)
            yield CHECK.at(words, found.at, end, "check.comma-too-many", new="", comma=comma)


CHECK = Check(
    code="P202",
    name="comma-after-organ",
    severity=Severity.WARNING,
    authority="Editorial Manual, Resolutions and decisions, section II.C",
    page=__doc__,
    run=_run,
)

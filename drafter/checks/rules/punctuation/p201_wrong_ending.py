"""A paragraph ends with the wrong mark, or with none.

Preambular paragraphs end with a comma, operative ones with a semicolon and the last one with a full
stop; a paragraph that introduces sub-paragraphs ends with a colon, its sub-paragraphs with
semicolons, and the last of them as the whole paragraph would. Paragraphs of a declaration that open
with verbs end like operative ones; prose ends with full stops. Each language has its own marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check, Words
from drafter.checks.endings import Expected, ending, expected
from drafter.languages import Endings, Language
from drafter.model.findings import Finding, Severity
from drafter.model.tree import DocumentType
from drafter.model.view import DocumentView

# each instruction is a sentence, and what it puts in ends as it will in the text
_INSTRUCTING = frozenset(
    {DocumentType.AMENDMENTS, DocumentType.ORAL_REVISIONS, DocumentType.CORRIGENDUM}
)


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    if view.document.type in _INSTRUCTING:
        return
    for each in expected(view.document, language.endings):
        yield from _finding(each, language.endings)


def _finding(wanted: Expected, marks: Endings) -> Iterator[Finding]:
    paragraph = wanted.paragraph
    words = Words(paragraph.id, paragraph.kind, paragraph.text.plain())
    found = ending(words.text, marks)
    if not words.text.strip() or wanted.met_by(found):
        return
    message = "check.wrong-ending" if found.mark else "check.no-ending"
    start = found.at
    while start and words.text[start - 1].isspace():
        start -= 1
    yield CHECK.at(
        words, start, found.at + len(found.mark), message,
        new=wanted.usual, found=found.mark, expected=wanted.usual.strip(),
    )  # fmt: skip


CHECK = Check(
    code="P201",
    name="wrong-ending",
    severity=Severity.WARNING,
    authority="Editorial Manual, Resolutions and decisions",
    page=__doc__,
    run=_run,
)

"""A paragraph was inserted from a library text that nobody has compared with the document.

Texts of a library are read from files by a program, and such a reading can be wrong in a word. A
text that a maintainer has compared with the document says so in its clause file (`obtained`); any
other carries a mark in the draft until someone compares the paragraph with the document it is cited
from and confirms it. A clause with sub-paragraphs is listed once.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check, Words
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.tree import Paragraph
from drafter.model.view import DocumentView


def _run(view: DocumentView, _language: Language) -> Iterator[Finding]:
    for _, part in view.document.parts():
        for paragraph in part.paragraphs:
            yield from _unchecked(paragraph)


def _unchecked(paragraph: Paragraph) -> Iterator[Finding]:
    symbols = [origin.symbol for origin in paragraph.origins if origin.unchecked]
    if symbols:
        words = Words(paragraph.id, paragraph.kind, paragraph.text.plain())
        yield CHECK.at(words, 0, -1, "check.unchecked-text", symbol=symbols[0])
        return
    for child in paragraph.children:
        yield from _unchecked(child)


CHECK = Check(
    code="O101",
    name="unchecked-text",
    severity=Severity.INFO,
    authority="clauses/NOTICE.md: the official text prevails",
    page=__doc__,
    run=_run,
)

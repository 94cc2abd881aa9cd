"""Two paragraphs say nearly the same.

Paragraphs that are merged from several proposals are often there twice, once as proposed and once
as edited. Every two paragraphs are compared, sub-paragraphs too, with older terms read as the
current ones. Of those at or above a similarity of 85 %, the later one is told, once: it names the
most similar paragraph before it and says how many more there are. Paragraphs of fewer than six
words (in Chinese, characters) are left out. Repetition can be meant: look at both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks.check import Check, Words
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView, ElementView

if TYPE_CHECKING:
    from drafter.match import Repetition

_FLOOR = 0.85
_SHOWN = 24


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    # numpy comes with it
    from drafter.match import repetitions

    for each in repetitions(view.document, language, _FLOOR):
        before, here = view.element(each.nearest), view.element(each.element)
        if before is not None and here is not None:
            yield _told(Words(here.id, here.kind, here.text.plain()), before, each)


def _told(words: Words, before: ElementView, found: Repetition) -> Finding:
    other, percent = _name(before), int(found.similarity * 100)
    if not found.others:
        return CHECK.at(words, 0, -1, "check.near-duplicate", other=other, percent=percent)
    return CHECK.at(
        words, 0, -1, "check.near-duplicates", other=other, percent=percent, more=found.others
    )


def _name(element: ElementView) -> str:
    text = element.text.plain()
    words = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return " ".join(filter(None, (element.label, words)))


CHECK = Check(
    code="W301",
    name="near-duplicate",
    severity=Severity.INFO,
    authority="No rule: repetition can be meant",
    page=__doc__,
    run=_run,
)

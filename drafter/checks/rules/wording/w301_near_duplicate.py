"""Two paragraphs say nearly the same.

Paragraphs that are merged from several proposals are often there twice, once as proposed and once
as edited. Every two paragraphs are compared, sub-paragraphs too, with older terms read as the
current ones; those at or above a similarity of 85 % are named, at the later one. Paragraphs of
fewer than six words (in Chinese, characters) are left out. Repetition can be meant: look at both.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check, Words
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView, ElementView

_FLOOR = 0.85
_SHOWN = 24


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    # numpy comes with it
    from drafter.match import near_duplicates_of

    for one, other, similarity in near_duplicates_of(view.document, language, _FLOOR):
        first, second = view.element(one), view.element(other)
        if first is not None and second is not None:
            words = Words(other, second.kind, second.text.plain())
            yield CHECK.at(
                words, 0, -1, "check.near-duplicate", other=_name(first),
                percent=int(similarity * 100),
            )  # fmt: skip


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

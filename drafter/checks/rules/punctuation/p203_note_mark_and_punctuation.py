"""A footnote mark stands on the wrong side of a punctuation mark.

English and Chinese put it after the punctuation, the other languages before it, and before the
space that French puts there. A full stop in the middle of a sentence belongs to an abbreviation and
is left alone. The fix moves the mark, and every other mark at the same place, in their order; no
word changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.languages import Language
from drafter.model.findings import Finding, Fix, Place, Severity
from drafter.model.text import Text
from drafter.model.view import DocumentView

_MARKS = frozenset(",;:.，；：。、،؛")


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    after = language.note_marks.after_punctuation
    message = "check.note-mark-before" if after else "check.note-mark-after"
    for element in view.elements:
        text = element.text
        plain = text.plain()
        for at in dict.fromkeys(offset for offset, _ in text.marks):
            to = _behind(plain, at) if after else _ahead(plain, at)
            if to != at and element.paragraph is not None:
                yield _finding(message, element.id, text, at, to)


def _behind(plain: str, at: int) -> int:
    """Where a mark at `at` belongs if punctuation comes first."""
    return at + 1 if plain[at : at + 1] in _MARKS else at


def _ahead(plain: str, at: int) -> int:
    """Where a mark at `at` belongs if it comes before punctuation."""
    before, following = plain[:at], plain[at:].lstrip()
    if before[-1:] not in _MARKS or (before.endswith(".") and following[:1].islower()):
        return at
    return len(before[:-1].rstrip())


def _finding(message: str, element: str, text: Text, at: int, to: int) -> Finding:
    start, end = sorted((at, to))
    words = text.plain()[start:end]
    fix = Fix(element, start, end, words, words, to)
    params = (("mark", words.strip()),)
    return Finding(CHECK.code, CHECK.severity, message, Place(element, start, end), params, (fix,))


CHECK = Check(
    code="P203",
    name="note-mark-and-punctuation",
    severity=Severity.WARNING,
    authority="Editorial Manual, Footnotes and other references",
    page=__doc__,
    run=_run,
)

"""A word stands twice in a row.

In Chinese a word of two to six characters repeated at once (谴责谴责); in other scripts a word
repeated after a space ("the the"). A repetition across punctuation is left alone, and so are those
of the language's table, capitalised names ("Baden Baden"), and Chinese ones that begin with a
particle, which belongs to the word before it (和平和平等).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.check import Check, texts
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView

_HAN = re.compile(r"([\u3400-\u9fff]{2,6}?)\1")
_SPACED = re.compile(r"\b([^\W\d_]{2,})(\s+\1)\b", re.IGNORECASE)


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    allowed = tuple(word.casefold() for word in language.typography.doubled)
    pattern = _HAN if language.joins.delete else _SPACED
    for words in texts(view):
        for found in pattern.finditer(words.text, words.unseen):
            particle = found[1][0] in language.typography.particles
            if not particle and not _by_right(words.text, found, allowed):
                start = found.end(1)
                yield CHECK.at(
                    words, start, found.end(), "check.doubled-word", new="", word=found[1]
                )


def _by_right(text: str, found: re.Match[str], allowed: tuple[str, ...]) -> bool:
    first, second = found[1], found[0][len(found[1]) :].strip()
    if first[0].isupper() and second[0].isupper():
        return True
    if found[1].casefold() in allowed:
        return True
    around = text[max(found.start() - 6, 0) : found.end() + 6]
    return any(len(word) > len(first) and word in around and word not in first for word in allowed)


CHECK = Check(
    code="W102",
    name="doubled-word",
    severity=Severity.WARNING,
    authority="Editorial Manual, Proofreading",
    page=__doc__,
    run=_run,
)

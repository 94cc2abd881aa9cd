"""A mark of the wrong width stands in Chinese text.

Chinese documents use full-width ，；：？！ in running text, and half-width round brackets. Marks of
the other width come in with text that was typed or extracted under a Latin layout. A mark between
two Latin letters or digits (6,500; 10:30; A/79/323) is left alone. The mark at the very end of a
paragraph belongs to P201.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.check import Check, texts
from drafter.checks.endings import has_ending
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView

_WIDE = re.compile(r"[\u3400-\u9fff\u3001-\u3011\uff01\uff0c\uff1a\uff1b\uff1f“”]")


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    right = dict(language.typography.widths)
    if not right:
        return
    pattern = re.compile(rf"([{re.escape(''.join(right))}])[ \u00a0]*")
    for words in texts(view):
        for found in pattern.finditer(words.text, words.unseen):
            at_end = found.end() == len(words.text) and has_ending(words.kind)
            if not at_end and _among_wide(words.text, found.start(), found.end()):
                yield CHECK.at(
                    words, found.start(), found.end(), "check.mark-of-wrong-width",
                    new=right[found[1]], found=found[1], expected=right[found[1]],
                )  # fmt: skip


def _among_wide(text: str, start: int, end: int) -> bool:
    return bool(_WIDE.match(text[start - 1 : start]) or _WIDE.match(text[end : end + 1]))


CHECK = Check(
    code="P101",
    name="mark-of-wrong-width",
    severity=Severity.WARNING,
    authority="Chinese texts of A/79/439/Add.2, A/68/L.5 and A/70/L.61",
    page=__doc__,
    run=_run,
)

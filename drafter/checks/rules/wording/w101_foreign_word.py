"""A word of another language stands between Chinese characters, where extraction left it.

Only the words of the language's table are looked for (and, or, of …), in small letters, and only
between two Han characters: names, acronyms and symbols (COVID-19, FCCC) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.check import Check, texts
from drafter.languages import Language
from drafter.model.findings import Finding, Severity
from drafter.model.view import DocumentView

_HAN = r"[\u3400-\u9fff]"


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    meant = dict(language.typography.strays)
    if not meant:
        return
    choice = "|".join(map(re.escape, meant))
    pattern = re.compile(rf"(?<={_HAN})\s*({choice})\s*(?={_HAN})")
    for words in texts(view):
        for found in pattern.finditer(words.text, words.unseen):
            new = meant[found[1]]
            yield CHECK.at(
                words, found.start(), found.end(), "check.foreign-word",
                new=new, found=found[1], expected=new,
            )  # fmt: skip


CHECK = Check(
    code="W101",
    name="foreign-word",
    severity=Severity.ERROR,
    authority="Chinese is translated whole; a stray word is left by translation or extraction",
    page=__doc__,
    run=_run,
)

"""White space stands in the text that extraction put there.

Beside Chinese characters, and twice in a row, where the document has none. `drafter library fix`
takes it out, but not from a text that was compared with the document: there the finding is for
information.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.languages import Language, canonical, codes, language
from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.library.source import AGAINST_DOCUMENT
from drafter.model.findings import Finding, Fix, Severity

_SPACE = re.compile(r"\s+")


def _run(file: LibraryFile) -> Iterator[Finding]:
    source = file.file.source
    if source.language not in codes():
        return
    words = language(source.language)
    is_fact = source.obtained.state == AGAINST_DOCUMENT
    for _, paragraph in file.file.document.walk():
        text = paragraph.text.plain()
        if canonical(text, words) == text:
            continue
        found = RULE.on(file, paragraph.id, "text", severity=Severity.INFO if is_fact else None)
        fixes = () if is_fact else tuple(_fixes(paragraph.id, text, words))
        yield replace(found, fixes=fixes)


def _fixes(element: str, text: str, words: Language) -> Iterator[Fix]:
    """A fix for each run of white space that the language's rule would change."""
    for found in _SPACE.finditer(text):
        start, end = found.span()
        # what stands on either side is all that the rule looks at
        before, after = text[max(start - 1, 0) : start], text[end : end + 1]
        right = canonical(before + found[0] + after, words)
        kept = right[len(before) : len(right) - len(after)]
        if kept != found[0]:
            yield Fix(element, start, end, found[0], kept)


RULE: Rule[Gathered] = Rule("stray-space", Severity.WARNING, __doc__, of_each(_run))

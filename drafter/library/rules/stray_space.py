"""White space stands in the text that extraction put there.

Beside Chinese characters, and twice in a row, where the document has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.languages import canonical, codes, language
from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    code = file.file.source.language
    if code not in codes():
        return
    words = language(code)
    for _, paragraph in file.file.document.walk():
        text = paragraph.text.plain()
        if canonical(text, words) != text:
            yield RULE.on(file, paragraph.id, "text")


RULE: Rule[Gathered] = Rule(
    "stray-space",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

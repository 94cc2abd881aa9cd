"""`opening` is not what the text marks as its opening words.

`opening` is derived: the words between the first two asterisks of the text, if they stand at its
beginning. `drafter library fix` works it out again.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    for _, paragraph in file.file.document.walk():
        found = file.rows[paragraph.id].words("opening")
        marked = paragraph.text.opening
        if found != marked:
            yield RULE.on(file, paragraph.id, "opening", found=found, marked=marked)


RULE: Rule[Gathered] = Rule(
    "opening-not-at-start",
    Severity.ERROR,
    __doc__,
    of_each(_run),
    fixable=True,
)

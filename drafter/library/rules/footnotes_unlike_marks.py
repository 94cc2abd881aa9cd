"""`footnotes` is not the list of the note marks in the text.

`footnotes` is derived from the marks (`[^n1]`). `drafter library fix` works it out again.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    for _, paragraph in file.file.document.walk():
        found = file.rows[paragraph.id].several("footnotes")
        marked = paragraph.text.notes
        if found != marked:
            yield RULE.on(
                file, paragraph.id, "footnotes", found=", ".join(found), marked=", ".join(marked)
            )


RULE: Rule[Gathered] = Rule(
    "footnotes-unlike-marks",
    Severity.ERROR,
    __doc__,
    of_each(_run),
    fixable=True,
)

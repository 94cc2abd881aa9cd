"""A preambular paragraph opens with an operative verb, or an operative one like the preamble.

Either the paragraph was read as the wrong kind, or the verb can open both: then it belongs into the
language's table as such. In a text that was compared with the document the finding is for
information.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.languages import codes, language, opening_of
from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.library.source import AGAINST_DOCUMENT
from drafter.model.findings import Finding, Severity
from drafter.model.tree import Kind

_OTHER = {Kind.PREAMBULAR: Kind.OPERATIVE, Kind.OPERATIVE: Kind.PREAMBULAR}


def _run(file: LibraryFile) -> Iterator[Finding]:
    source = file.file.source
    if source.language not in codes():
        return
    words = language(source.language)
    is_fact = source.obtained.state == AGAINST_DOCUMENT
    for _, part in file.file.document.parts():
        for paragraph in part.paragraphs:
            other = _OTHER.get(paragraph.kind)
            text = paragraph.text.plain()
            if other is None or opening_of(text, words, paragraph.kind.value):
                continue
            opening = opening_of(text, words, other.value)
            if opening:
                grave = Severity.INFO if is_fact else None
                yield RULE.on(file, paragraph.id, "text", severity=grave, opening=opening)


RULE: Rule[Gathered] = Rule(
    "opening-of-other-kind",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

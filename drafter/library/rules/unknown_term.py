"""A topic or addressee is in no table.

Keys are those of `topics.yaml` and `addressees.yaml` of this folder or of the libraries beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, Rule
from drafter.model.findings import Finding, Severity


def _run(gathered: Gathered) -> Iterator[Finding]:
    known = {
        "topics": {term.key for term in gathered.vocabulary.topics},
        "addressees": {term.key for term in gathered.vocabulary.addressees},
    }
    for file in gathered.files:
        for element, row in file.rows.items():
            for field, terms in known.items():
                for index, key in enumerate(row.several(field)):
                    if key not in terms:
                        yield RULE.on(file, element, field, index, field=field, found=key)


RULE: Rule[Gathered] = Rule(
    "unknown-term",
    Severity.WARNING,
    __doc__,
    _run,
)

"""A separate vote or a reservation is on a paragraph that the document has not.

`on` is the id of a paragraph (resolution/op3) or of the clause (A/79/L.1#resolution/op3). Left
empty, it is the whole part that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity
from drafter.model.places import clause_id


def _run(file: LibraryFile) -> Iterator[Finding]:
    symbol = file.file.source.symbol
    ids = [paragraph.id for _, paragraph in file.file.document.walk()]
    known = {*ids, *(clause_id(symbol, each) for each in ids)}
    for index, adoption in enumerate(file.file.source.adoption):
        named = {
            "separate_votes": [vote.on for vote in adoption.separate_votes],
            "reservations": [reservation.on for reservation in adoption.reservations],
        }
        for field, elements in named.items():
            for number, element in enumerate(elements):
                if element and element not in known:
                    at = ("source", "adoption", index, field, number, "on")
                    yield RULE.at(file, *at, found=element)


RULE: Rule[Gathered] = Rule(
    "unknown-clause",
    Severity.ERROR,
    __doc__,
    of_each(_run),
)

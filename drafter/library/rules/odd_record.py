"""A record is named that is no meeting record.

What is said of a vote or a reservation rests on a verbatim or summary record: A/79/PV.53,
A/C.2/79/SR.24, S/PV.9573. Reports say so too: A/79/439/Add.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.library.source import Adoption
from drafter.model.findings import Finding, Severity
from drafter.model.symbols import is_record


def _run(file: LibraryFile) -> Iterator[Finding]:
    for index, adoption in enumerate(file.file.source.adoption):
        at = ("source", "adoption", index)
        for steps, record in _records(adoption):
            if record and not is_record(record):
                yield RULE.at(file, *at, *steps, "record", record=record)


def _records(adoption: Adoption) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield (), adoption.record
    if adoption.votes:
        yield ("votes",), adoption.votes.record
    for index, vote in enumerate(adoption.separate_votes):
        yield ("separate_votes", index), vote.record
    for index, reservation in enumerate(adoption.reservations):
        yield ("reservations", index), reservation.record


RULE: Rule[Gathered] = Rule(
    "odd-record",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

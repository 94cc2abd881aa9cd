"""A date cannot be read, or the day does not exist.

Dates stand as 2024-12-19. The date of a source may also be written as its language writes dates; it
decides which of two precedents is the more recent.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.languages import codes, language
from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.dates import is_day, read_date
from drafter.model.findings import Finding, Severity


def _run(file: LibraryFile) -> Iterator[Finding]:
    source = file.file.source
    if source.date and not is_day(source.date) and not _is_written(source.date, source.language):
        yield RULE.at(file, "source", "date", date=source.date)
    if source.obtained.date and not is_day(source.obtained.date):
        yield RULE.at(file, "source", "obtained", "date", date=source.obtained.date)


def _is_written(text: str, code: str) -> bool:
    if code not in codes():
        return False
    own = language(code)
    both = (own, language(own.masthead.date_language))
    return any(read_date(text, each.citations.dates) for each in both)


RULE: Rule[Gathered] = Rule(
    "odd-date",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)

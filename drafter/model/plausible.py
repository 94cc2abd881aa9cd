"""Whether what a citation says fits together: number, session or year, and date."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from drafter.model.citations import Citation, CitationKind
from drafter.model.resolution_numbers import is_in_session, old_number, slashed_number

# Number of the first resolution of each year from 1946 (Security Council, Resolutions and
# Decisions, yearly lists); a year that is not listed yet only lies after the last one.
_FIRST_YEAR = 1946
_FIRST_OF_YEAR = (
    1, 16, 38, 67, 79, 90, 97, 99, 104, 106, 111, 122, 127, 132, 133, 161, 171, 178, 186, 200,
    220, 233, 245, 263, 276, 292, 308, 325, 345, 367, 385, 403, 423, 444, 462, 485, 500, 529, 546,
    560, 581, 594, 607, 627, 647, 684, 726, 800, 893, 970, 1036, 1093, 1147, 1221, 1285, 1335,
    1387, 1455, 1522, 1581, 1652, 1739, 1795, 1860, 1908, 1967, 2033, 2086, 2133, 2196, 2260,
    2337, 2398, 2452, 2504, 2561, 2617, 2672, 2722, 2768,
)  # fmt: skip


class CitationFault(StrEnum):
    """What does not fit in a citation."""

    DATE_OUTSIDE_SESSION = "date-outside-session"
    DATE_OUTSIDE_YEAR = "date-outside-year"
    NUMBER_OUTSIDE_YEAR = "number-outside-year"


def faults_of(citation: Citation) -> tuple[CitationFault, ...]:
    """What in a resolution's or decision's number, body and date does not fit together.

    Nothing where nothing can be told: no date, a special session, a body without symbols.
    """
    if citation.kind not in (CitationKind.RESOLUTION, CitationKind.DECISION):
        return ()
    organ = citation.symbol.partition("/RES/")[0].partition("/DEC/")[0]
    plain = citation.number.replace(" ", "")
    old, slashed = old_number(plain), slashed_number(plain)
    if old and old[2].isdecimal():
        return _of_council(int(old[0]), int(old[2]), citation.date)
    session = old[2] if old else slashed[2] if slashed else ""
    year = _year(citation.date)
    if organ == "E" and len(session) == 4 and year:
        # since 2014 a session of the Economic and Social Council begins in the July before
        return _fault(int(session) - 1 <= year <= int(session), CitationFault.DATE_OUTSIDE_YEAR)
    fits = organ != "A" or is_in_session(citation.number, citation.date)
    return _fault(fits, CitationFault.DATE_OUTSIDE_SESSION)


def council_year(number: int) -> int:
    """The year of a Security Council resolution by its number; the last year known at most."""
    return _FIRST_YEAR + bisect_right(_FIRST_OF_YEAR, number) - 1


def _of_council(number: int, year: int, date: str) -> tuple[CitationFault, ...]:
    told = council_year(number)
    last = _FIRST_YEAR + len(_FIRST_OF_YEAR) - 1
    fits = told == year or (told == last and year > last)
    dated = _year(date)
    return (
        *_fault(fits, CitationFault.NUMBER_OUTSIDE_YEAR),
        *_fault(not dated or dated == year, CitationFault.DATE_OUTSIDE_YEAR),
    )


def _year(date: str) -> int:
    return int(date[:4] or 0)


def _fault(fits: bool, fault: CitationFault) -> tuple[CitationFault, ...]:
    return () if fits else (fault,)

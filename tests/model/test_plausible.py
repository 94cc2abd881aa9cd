"""Whether number, session or year, and date of a citation fit together."""

import pytest

from drafter.model.citations import Citation, CitationKind
from drafter.model.plausible import CitationFault, council_year, faults_of
from drafter.model.resolution_numbers import resolution_symbol


def cited(number, date, organ=""):
    symbol = resolution_symbol(number, organ)
    return Citation(CitationKind.RESOLUTION, number, symbol, date, 0, len(number))


@pytest.mark.parametrize(
    ("number", "date", "organ"),
    [
        ("70/1", "2015-09-25", ""),
        ("69/323", "2015-09-10", ""),
        ("217 A (III)", "1948-12-10", ""),
        ("1 (I)", "1946-01-24", ""),
        ("79/217", "2024-12-19", ""),
        ("79/217", "2024", ""),
        ("79/217", "", ""),
        ("2720 (2023)", "2023-12-22", ""),
        ("2720 (2023)", "", ""),
        ("2790 (2026)", "", ""),
        ("2014/1", "2013-11-19", "E"),
        ("2014/1", "2014-04-11", "E"),
        ("55/1", "2024-04-02", "A/HRC"),
        ("S-13/2", "1999-01-01", ""),
    ],
)
def test_what_fits_has_no_fault(number, date, organ):
    assert faults_of(cited(number, date, organ)) == ()


@pytest.mark.parametrize(
    ("number", "date", "organ", "fault"),
    [
        ("70/1", "2016-09-25", "", CitationFault.DATE_OUTSIDE_SESSION),
        ("2145 (XXII)", "1966-10-27", "", CitationFault.DATE_OUTSIDE_SESSION),
        ("217 A (III)", "1958-12-10", "", CitationFault.DATE_OUTSIDE_SESSION),
        ("2720 (2022)", "", "", CitationFault.NUMBER_OUTSIDE_YEAR),
        ("1 (2023)", "", "", CitationFault.NUMBER_OUTSIDE_YEAR),
        ("2720 (2023)", "2024-12-22", "", CitationFault.DATE_OUTSIDE_YEAR),
        ("2014/1", "2016-04-11", "E", CitationFault.DATE_OUTSIDE_YEAR),
    ],
)
def test_what_does_not_fit_is_told(number, date, organ, fault):
    assert faults_of(cited(number, date, organ)) == (fault,)


def test_documents_and_paragraphs_are_not_judged():
    document = Citation(CitationKind.DOCUMENT, "A/79/439", "A/79/439", "1999-01-01", 0, 8)
    assert faults_of(document) == ()


@pytest.mark.parametrize(
    ("number", "year"), [(1, 1946), (242, 1967), (1325, 2000), (2397, 2017), (2720, 2023)]
)
def test_the_number_of_a_council_resolution_tells_its_year(number, year):
    assert council_year(number) == year

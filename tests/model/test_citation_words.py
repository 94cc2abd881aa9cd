from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import codes, language
from drafter.model.citation_words import cited
from drafter.model.citations import Citation, CitationKind, find_citations
from drafter.model.cited_sections import with_sections
from drafter.model.conventions import Counter
from drafter.model.numbering import count
from drafter.model.resolution_numbers import resolution_symbol, session_year
from drafter.workspace.citing import written

PLAN = Citation(CitationKind.RESOLUTION, "70/1", "A/RES/70/1", "2015-09-25", 0, 0)
WOMEN = Citation(CitationKind.RESOLUTION, "1325 (2000)", "S/RES/1325(2000)", "2000-10-31", 0, 0)
RIGHTS = Citation(CitationKind.RESOLUTION, "217 A (III)", "A/RES/217(III)", "", 0, 0)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "its resolution 70/1 of 25 September 2015"),
        ("fr", "sa résolution 70/1 du 25 septembre 2015"),
        ("es", "su resolución 70/1, de 25 de septiembre de 2015"),
        ("ru", "свою резолюцию 70/1 от 25 сентября 2015 года"),
        ("zh", "其2015年9月25日第70/1号决议"),
        ("ar", "قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015"),
    ],
)
def test_a_body_cites_its_own_resolution(code, expected):
    assert cited([PLAN], language(code).citations, own=True) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "Security Council resolution 1325 (2000) of 31 October 2000"),
        ("es", "resolución 1325 (2000) del Consejo de Seguridad, de 31 de octubre de 2000"),
        ("zh", "安全理事会2000年10月31日第1325(2000)号决议"),
        ("ar", "قرار مجلس الأمن 1325 (2000) المؤرخ 31 تشرين الأول/أكتوبر 2000"),
    ],
)
def test_a_resolution_of_another_body_names_it(code, expected):
    assert cited([WOMEN], language(code).citations) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "resolutions 70/1 of 25 September 2015 and 217 A (III)"),
        ("zh", "2015年9月25日第70/1号和第217 A (III)号决议"),
        ("es", "resoluciones 70/1, de 25 de septiembre de 2015, y 217 A (III)"),
        ("ar", "القرارات 70/1 المؤرخ 25 أيلول/سبتمبر 2015 و 217 ألف (د-3)"),
    ],
)
def test_several_of_one_body_are_a_series(code, expected):
    assert cited([PLAN, RIGHTS], language(code).citations) == expected


def test_texts_of_several_bodies_are_named_apart():
    said = cited([PLAN, WOMEN], language("en").citations)
    assert said == (
        "resolution 70/1 of 25 September 2015 and "
        "Security Council resolution 1325 (2000) of 31 October 2000"
    )


_DAYS = st.integers(1, 28)


@st.composite
def _citations(draw):
    """One to four resolutions or decisions of one body, as their numbers and dates allow."""
    kind = draw(st.sampled_from([CitationKind.RESOLUTION, CitationKind.DECISION]))
    organ = draw(st.sampled_from(["A", "S", "E", "A/HRC"]))
    found = []
    for _ in range(draw(st.integers(1, 4))):
        series = "RES" if kind is CitationKind.RESOLUTION else "DEC"
        number, year = draw(_number(organ))
        day = f"{year}-12-{draw(_DAYS):02d}" if draw(st.booleans()) else ""
        symbol = resolution_symbol(number, organ, series)
        found.append(Citation(kind, number, symbol, day, 0, 0))
    if len(found) == 1 and draw(st.booleans()):
        annex = draw(st.integers(0, 5))
        found = [
            Citation(each.kind, each.number, each.symbol, each.date, 0, 0, annex) for each in found
        ]
    if len(found) == 1 and draw(st.booleans()):
        inside = draw(st.sampled_from(["", ".A", ".D"]))
        section = count(Counter.ROMAN_UPPER, draw(st.integers(1, 20))) + inside
        found = [replace(each, section=section) for each in found]
    return found


@st.composite
def _number(draw, organ):
    last = draw(st.integers(1, 300))
    if organ == "S":
        year = draw(st.integers(1946, 2026))
        return f"{last + 1000} ({year})", year
    if organ == "E":
        year = draw(st.integers(1980, 2026))
        return f"{year}/{last}", year
    session = draw(st.integers(31, 81))
    return f"{session}/{last}", session_year(session)


@given(_citations(), st.sampled_from(codes()))
def test_what_is_written_is_found_again_as_the_same_values(citations, code):
    spoken = language(code)
    words = written(citations, spoken)
    found = with_sections(words, find_citations(words, spoken.citations), spoken.citations)
    assert [_value(each) for each in found] == [_value(each) for each in citations], words


def _value(citation):
    where = citation.annex, citation.section
    return (citation.kind, citation.number, citation.symbol, citation.date, *where)

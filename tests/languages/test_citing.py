"""Citations, dates, sessions and meetings in the six languages, and the laws they obey."""

import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.languages import codes, find_meetings, find_sessions, language
from drafter.model.citation_patterns import compiled
from drafter.model.citations import Citation, CitationKind, find_citations, write_citation
from drafter.model.dates import find_dates, read_date, write_date
from drafter.yamlio import load, read_text

DATA = Path(__file__).parents[1] / "data" / "languages"


def rows(name):
    tables = load(read_text(DATA / name), source=name).data
    return [
        (code, text, expected) for code, table in tables.items() for text, expected in table.items()
    ]


def written(each):
    parts = [f"{each.kind.value} {each.number}", each.symbol, each.date]
    parts += [f"annex {each.annex}"] if each.annex is not None else []
    return re.sub(r" +", " ", " | ".join(parts)).strip()


@pytest.mark.parametrize(("code", "text", "expected"), rows("citations.yaml"))
def test_citations_are_found_with_their_body_and_date(code, text, expected):
    found = find_citations(text, language(code).citations)
    assert [written(each) for each in found] == expected


@pytest.mark.parametrize(("code", "text", "expected"), rows("dates.yaml"))
def test_dates_and_periods_are_found(code, text, expected):
    found = find_dates(text, language(code).citations.dates)
    said = [f"{each.iso}/{each.until}" if each.until else each.iso for each in found]
    assert [each for each in said if len(each) > 4] == expected


@pytest.mark.parametrize(("code", "text", "expected"), rows("sittings.yaml"))
def test_sessions_and_meetings_are_found(code, text, expected):
    spoken = language(code)
    sessions = [each.value for each in find_sessions(spoken, text)]
    meetings = [each.value for each in find_meetings(spoken, text)]
    assert sessions + (["|", *meetings] if meetings else []) == expected


@pytest.mark.parametrize(("code", "text", "expected"), rows("citations.yaml"))
def test_a_citation_stands_where_it_says(code, text, expected):
    patterns = language(code).citations
    for each in find_citations(text, patterns):
        alone = text[each.start : each.end]
        assert alone.strip() == alone != ""
        if each.kind is CitationKind.PARAGRAPH:
            continue
        digits = re.findall(r"\d+", each.number.rpartition("/")[2])
        assert not digits or any(str(int(d)) in digits for d in re.findall(r"\d+", alone))


def days(first):
    return st.dates(min_value=date(first, 1, 1), max_value=date(2099, 12, 31))


def numbers():
    count = st.integers(1, 40)
    letters = st.sampled_from(["", " A", " B", " A-B", " A-D", " A, E"])
    romans = st.sampled_from(["I", "III", "XXI", "XXX", "S-VI", "ES-V", "LIV"])
    old = st.builds("{}{} ({})".format, st.integers(1, 4000), letters, romans)
    council = st.builds("{} ({})".format, st.integers(1, 2999), st.integers(1946, 2030))
    slashed = st.builds("{}/{}{}".format, st.integers(1, 2030), st.integers(1, 400), letters)
    special = st.builds("{}-{}/{}".format, st.sampled_from(["S", "ES"]), count, count)
    return st.one_of(old, council, slashed, special, st.just("1/CP.21"))


@settings(deadline=None)
@given(
    code=st.sampled_from(codes()),
    kind=st.sampled_from([CitationKind.RESOLUTION, CitationKind.DECISION]),
    number=numbers(),
    day=st.none() | days(1946),
)
def test_a_citation_reads_back_as_it_is_written(code, kind, number, day):
    patterns = language(code).citations
    citation = Citation(kind, number, "", day.isoformat() if day else "", 0, 0)
    found = find_citations(write_citation(citation, patterns), patterns)
    assert [(each.kind, each.number, each.date) for each in found] == [
        (kind, number, citation.date)
    ]


@pytest.mark.parametrize(("code", "text", "expected"), rows("citations.yaml"))
def test_a_list_of_citations_has_the_word_that_names_its_kind(code, text, expected):
    expressions = compiled(language(code).citations)
    lists = {
        CitationKind.RESOLUTION: expressions.resolutions,
        CitationKind.DECISION: expressions.decisions,
    }
    for kind, listed in lists.items():
        for found in listed.finditer(text):
            assert expressions.words[kind].search(found[0])


def test_numbers_are_one_list_only_where_something_joins_them():
    patterns = language("en").citations
    joined = find_citations("resolutions 70/1, 71/2 and 72/3", patterns)
    assert [each.number for each in joined] == ["70/1", "71/2", "72/3"]
    long = find_citations(f"resolutions {', '.join(f'70/{n}' for n in range(1, 201))}", patterns)
    assert len(long) == 200
    apart = find_citations("resolutions 70/1 on 71/2, and resolution , 72/3", patterns)
    assert [each.number for each in apart] == ["70/1"]


@settings(deadline=None)
@given(
    code=st.sampled_from(codes()),
    number=st.integers(1, 999),
    sub=st.sampled_from(["", " (a)", " (c) (i)", " bis"]),
)
def test_a_paragraph_reads_back_as_it_is_written(code, number, sub):
    patterns = language(code).citations
    citation = Citation(CitationKind.PARAGRAPH, f"{number}{sub}", "", "", 0, 0)
    found = find_citations(write_citation(citation, patterns), patterns)
    assert [each.number for each in found] == [citation.number]


@settings(deadline=None)
@given(
    code=st.sampled_from(codes()),
    day=days(1850),
)
def test_every_day_reads_back_as_it_is_written(code, day):
    patterns = language(code).citations.dates
    assert read_date(write_date(day.isoformat(), patterns), patterns) == day.isoformat()


def pieces():
    texts = [text for _, text, _ in rows("citations.yaml")]
    said = sorted({word for text in texts for word in re.findall(r"\S+\s?", text)})
    signs = ["1", "1/", "(", ")", "A/", "A", " ", "-", "第", "、", "د-", "1, ", "S/1 (", "I", "5 "]
    return st.sampled_from([*said, *signs])


@settings(deadline=None, max_examples=60)
@given(code=st.sampled_from(codes()), unit=st.lists(pieces(), min_size=1, max_size=4).map("".join))
def test_long_repetitions_take_time_by_their_length(code, unit):
    spoken = language(code)
    text = (unit * (4000 // len(unit) + 1))[:4000]
    start = time.process_time()
    found = find_citations(text, spoken.citations)
    find_dates(text, spoken.citations.dates)
    find_sessions(spoken, text)
    find_meetings(spoken, text)
    assert time.process_time() - start < 8
    assert [each.start for each in found] == sorted(each.start for each in found)


@settings(deadline=None)
@given(code=st.sampled_from(codes()), text=st.text(max_size=80))
def test_any_text_can_be_looked_through(code, text):
    spoken = language(code)
    position = 0
    for each in find_citations(text, spoken.citations):
        assert position <= each.start < each.end <= len(text)
        position = each.end
    for each in (*find_sessions(spoken, text), *find_meetings(spoken, text)):
        assert 0 <= each.start < each.end <= len(text)

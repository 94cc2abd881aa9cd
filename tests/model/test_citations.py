"""Citations in running text, found with the patterns of two languages."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.citations import (
    Citation,
    CitationKind,
    CitationPatterns,
    find_citations,
    write_citation,
)
from drafter.model.dates import find_dates, read_date, write_date
from tests.model.citing import EN, EN_DATES, ZH, ZH_DATES

READ_BY_EYE = json.loads(
    (Path(__file__).parent / "cases" / "citations_zh.json").read_text(encoding="utf-8")
)


def found(text, patterns):
    return [
        (each.kind.value, each.number, each.symbol, each.date)
        for each in find_citations(text, patterns)
    ]


@pytest.mark.parametrize("case", READ_BY_EYE, ids=lambda case: case["text"][:24])
def test_the_citations_of_the_three_texts_are_found_where_they_stand(case):
    citations = [
        [each.kind.value, each.number, each.symbol, each.start]
        for each in find_citations(case["text"], ZH)
    ]
    expected = [
        # a paragraph's citation is its bare number, so it begins one character later
        [*each[:3], each[3] + (each[0] == "paragraph")]
        for each in case["citations"]
    ]
    assert citations == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Recalling its resolutions 58/208 of 23 December 2003 and 77/176 of 14 December 2022,",
            [
                ("resolution", "58/208", "A/RES/58/208", "2003-12-23"),
                ("resolution", "77/176", "A/RES/77/176", "2022-12-14"),
            ],
        ),
        (
            "Economic and Social Council resolution 1980/67 of 25 July 1980",
            [("resolution", "1980/67", "E/RES/1980/67", "1980-07-25")],
        ),
        (
            "Security Council resolutions 2175 (2014), 2286 (2016) and 2730 (2024), and notes",
            [
                ("resolution", "2175 (2014)", "S/RES/2175(2014)", ""),
                ("resolution", "2286 (2016)", "S/RES/2286(2016)", ""),
                ("resolution", "2730 (2024)", "S/RES/2730(2024)", ""),
            ],
        ),
        (
            "in accordance with paragraph 71 of General Assembly resolution 70/125",
            [
                ("paragraph", "71", "", ""),
                ("resolution", "70/125", "A/RES/70/125", ""),
            ],
        ),
        (
            "paragraphs 5, 7 (a) and 10 of the Vienna Declaration",
            [
                ("paragraph", "5", "", ""),
                ("paragraph", "7 (a)", "", ""),
                ("paragraph", "10", "", ""),
            ],
        ),
        (
            "its resolution 217 A (III), and United Nations Environment Assembly resolution 5/11",
            [
                ("resolution", "217 A (III)", "A/RES/217(III)", ""),
                ("resolution", "5/11", "", ""),
            ],
        ),
        (
            "its resolution 70/1 of 25 September 2015, entitled “Transforming our world”, and "
            "69/313 of 27 July 2015",
            [
                ("resolution", "70/1", "A/RES/70/1", "2015-09-25"),
                ("resolution", "69/313", "A/RES/69/313", "2015-07-27"),
            ],
        ),
        ("decision 70/539", [("decision", "70/539", "A/DEC/70/539", "")]),
        ("Human Rights Council resolution 52/38", [("resolution", "52/38", "A/HRC/RES/52/38", "")]),
        ("see A/RES/68/247 B and S/2024/123.", [
            ("resolution", "68/247", "A/RES/68/247", ""),
            ("document", "S/2024/123", "S/2024/123", ""),
        ]),
        ("draft resolution A/80/L.10 of 9/11 and/or 24/7", [
            ("document", "A/80/L.10", "A/80/L.10", ""),
        ]),
    ],
)  # fmt: skip
def test_english_citations_are_found(text, expected):
    assert found(text, EN) == expected


def test_dates_stand_with_their_resolutions():
    text = "回顾其2003年12月23日第58/208号、2004年12月22日第59/241号和第77/176号决议，"
    assert [(each.number, each.date) for each in find_citations(text, ZH)] == [
        ("58/208", "2003-12-23"),
        ("59/241", "2004-12-22"),
        ("77/176", ""),
    ]


def test_a_date_reaches_over_the_title_of_a_resolution():
    text = "又回顾其2016年6月30日关于高级别全体会议形式的第70/290号决议，"
    assert found(text, ZH) == [("resolution", "70/290", "A/RES/70/290", "2016-06-30")]


def test_a_list_may_leave_out_the_counter_word():
    text = "第1267(1999)和第1989(2011)号决议所设委员会"
    assert [each.symbol for each in find_citations(text, ZH)] == [
        "S/RES/1267(1999)", "S/RES/1989(2011)",
    ]  # fmt: skip


def test_the_body_named_before_a_list_counts_for_the_whole_list():
    text = "人权理事会2023年4月4日第52/37号决议和第52/38号决议，以及大会第70/1号决议"
    assert [each.symbol for each in find_citations(text, ZH)] == [
        "A/HRC/RES/52/37", "A/HRC/RES/52/38", "A/RES/70/1",
    ]  # fmt: skip


def test_patterns_may_match_one_citation_each():
    patterns = CitationPatterns(dates=ZH_DATES, resolution=r"(?:{date})?第{number}号(?!决定)")
    text = "2003年12月23日第58/208号和第59/241号决议"
    assert found(text, patterns) == [
        ("resolution", "58/208", "A/RES/58/208", "2003-12-23"),
        ("resolution", "59/241", "A/RES/59/241", ""),
    ]


def test_without_patterns_only_symbols_are_found():
    assert found("第70/1号决议(A/RES/70/1)", CitationPatterns()) == [
        ("resolution", "70/1", "A/RES/70/1", "")
    ]


@pytest.mark.parametrize(
    ("number", "date", "patterns", "written"),
    [
        ("70/1", "2015-09-25", ZH, "2015年9月25日第70/1号决议"),
        ("70/1", "", ZH, "第70/1号决议"),
        ("2446 (2018)", "", ZH, "第2446(2018)号决议"),
        ("217 A (III)", "", ZH, "第217 A (III)号决议"),
        ("70/1", "2015-09-25", EN, "resolution 70/1 of 25 September 2015"),
        ("2446 (2018)", "", EN, "resolution 2446 (2018)"),
        ("70/1", "", CitationPatterns(), "70/1"),
    ],
)
def test_a_citation_is_written_in_the_way_of_each_language(number, date, patterns, written):
    citation = Citation(CitationKind.RESOLUTION, number, "", date, 0, 0)
    text = write_citation(citation, patterns)
    assert text == written
    if patterns.forms:
        assert [(each.number, each.date) for each in find_citations(text, patterns)] == [
            (number, date)
        ]


@given(st.text("第号决议、和0123456789/() ()IVX年月日A.L，", max_size=60))
def test_citations_stand_in_the_text_in_order_and_apart(text):
    position = 0
    for each in find_citations(text, ZH):
        assert position <= each.start < each.end <= len(text)
        position = each.end


def test_long_odd_texts_take_little_time():
    start = time.perf_counter()
    for odd in (
        "第1/1号、" * 3000,
        "2015年9月25日" * 3000,
        "1" * 30_000,
        "A/" * 15_000,
        "第 " * 15_000,
        " " * 30_000,
    ):
        find_citations(odd, ZH)
        find_citations(odd, EN)
    assert time.perf_counter() - start < 15


def test_dates_are_read_in_both_languages():
    assert [each.iso for each in find_dates("2024年5月10日、2013年10月和2030年", ZH_DATES)] == [
        "2024-05-10", "2013-10", "2030",
    ]  # fmt: skip
    assert read_date("25 September 2015", EN_DATES) == "2015-09-25"
    assert read_date("on 25 September 2015", EN_DATES) == ""


def test_a_day_that_does_not_exist_is_no_date():
    assert find_dates("2023年2月30日", ZH_DATES) == ()


@given(st.dates(min_value=__import__("datetime").date(1946, 1, 1)))
def test_a_date_written_reads_back(day):
    for patterns in (ZH_DATES, EN_DATES):
        if day.year < 2100:
            assert read_date(write_date(day.isoformat(), patterns), patterns) == day.isoformat()

"""Counting in every style, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.conventions import Counter, LabelStyle
from drafter.model.numbering import count, han, label, roman, value


@given(st.sampled_from(Counter), st.integers(1, 399))
def test_every_number_reads_back(counter, number):
    assert value(counter, count(counter, number)) == number


@pytest.mark.parametrize("counter", Counter)
def test_no_two_numbers_look_alike(counter):
    printed = [count(counter, n) for n in range(1, 500)]
    assert len(set(printed)) == len(printed)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (68, "六十八"), (79, "七十九"),
     (100, "一百"), (101, "一百零一"), (110, "一百一十"), (1010, "一千零一十"),
     (9999, "九千九百九十九")],
)  # fmt: skip
def test_chinese_numerals_are_those_of_session_names(number, words):
    assert han(number) == words


@pytest.mark.parametrize(("number", "words"), [(4, "iv"), (9, "ix"), (1994, "mcmxciv")])
def test_roman_numerals_are_canonical(number, words):
    assert roman(number) == words


def test_after_z_letters_are_doubled():
    style = LabelStyle(Counter.ALPHA, "(", ")")
    assert [label(style, n) for n in (1, 26, 27, 28)] == ["(a)", "(z)", "(aa)", "(bb)"]


@pytest.mark.parametrize("counter", Counter)
def test_nothing_counts_from_zero(counter):
    with pytest.raises(ValueError, match="count from 1"):
        count(counter, 0)


def test_numbers_that_have_no_numeral_are_refused():
    with pytest.raises(ValueError, match="roman"):
        roman(4000)
    with pytest.raises(ValueError, match="Chinese"):
        han(10_000)


@pytest.mark.parametrize("printed", ["", "0", "x1", "²", "iiii", "十十"])
def test_what_is_no_number_is_none(printed):
    assert value(Counter.DECIMAL, printed) is None
    assert value(Counter.ROMAN_LOWER, printed) is None
    assert value(Counter.HAN, printed) is None


def test_arabic_counts_sections_in_words_and_parts_by_the_names_of_letters():
    section, part = LabelStyle(Counter.ARABIC_ORDINAL, "", " -"), Counter.ARABIC_NAMES
    assert [label(section, n) for n in (1, 3, 12)] == ["أولا -", "ثالثا -", "ثاني عشر -"]
    assert [count(part, n) for n in (1, 2, 15)] == ["ألف", "باء", "سين"]

"""Line breaking for Chinese and Latin text mixed."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.tui.cells import width
from drafter.tui.wrapping import NOT_FIRST, NOT_LAST, breaks, lines

PARAGRAPH = (
    "鼓励会员国酌情将移民作为一个共有问题纳入国家发展计划(A/RES/70/1)、发展合作和其他相关框架，"
    "并回顾2024年12月19日第79/217号决议和《关于难民和移民的纽约宣言》；¹²"
)
ALPHABET = "移民发展，。、；：“”《》()（）1234567890abcXYZ /.-¹²\u3000\u00a0é"
texts = st.text(alphabet=ALPHABET, max_size=120)
widths = st.integers(min_value=4, max_value=60)


def test_no_line_starts_with_closing_punctuation_or_a_footnote_mark():
    for columns in range(12, 70):
        assert not [line for line in lines(PARAGRAPH, columns) if line[0] in NOT_FIRST]


def test_no_line_ends_with_an_opening_bracket():
    for columns in range(12, 70):
        assert not [line for line in lines(PARAGRAPH, columns) if line[-1] in NOT_LAST]


def test_no_number_word_or_symbol_is_cut():
    whole = re.findall(r"[A-Za-z0-9/.]+", PARAGRAPH)
    for columns in range(14, 70):
        found = re.findall(r"[A-Za-z0-9/.]+", "\n".join(lines(PARAGRAPH, columns)))
        assert found == whole


def test_a_word_wider_than_the_line_is_cut_at_the_edge():
    assert lines("A/CONF.191/L.3/Rev.1", 8) == ["A/CONF.1", "91/L.3/R", "ev.1"]


def test_what_is_too_wide_is_not_cut_before_a_closing_mark():
    assert lines("(A/RES/70/1)、发展", 12) == ["(A/RES/70/", "1)、发展"]


def test_english_breaks_at_blanks_and_after_hyphens_of_words_only():
    assert lines("the well-being of 5-7 migrants", 9) == [
        "the well-",
        "being of",
        "5-7",
        "migrants",
    ]


def test_the_first_line_may_be_shorter():
    assert lines("移民与发展问题", 8, first=4) == ["移民", "与发展问", "题"]


def test_a_non_breaking_space_does_not_break():
    assert lines("le 1\u00a0er mai", 6) == ["le", "1\u00a0er", "mai"]


@given(texts, widths)
def test_nothing_is_lost_or_added(text, columns):
    edges = [0, *breaks(text, columns), len(text)]
    assert "".join(text[a:b] for a, b in pairwise(edges)) == text
    assert edges == sorted(edges)


@given(texts, widths)
def test_no_line_is_wider_than_the_column(text, columns):
    assert all(width(line) <= columns for line in lines(text, columns))

"""Tokens: Han characters, words, numbers, in one form."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import tokens
from drafter.compare.tokens import norms
from tests.match.seeds import PARAGRAPHS


def test_a_han_character_a_word_and_a_number_are_one_token_each():
    assert [token.text for token in tokens("第70/1号resolution of 2015年")] == [
        "第", "70", "1", "号", "resolution", "of", "2015", "年",
    ]  # fmt: skip


def test_width_and_case_count_for_nothing():
    assert norms("（Ａ／６８／Ｌ．５）") == norms("(a/68/l.5)")


def test_punctuation_white_space_and_note_marks_are_no_tokens():
    assert norms("《宣言》¹²，\n 鼓励；") == norms("宣言鼓励")


def test_accents_typed_apart_and_together_are_one_word():
    assert norms("re\u0301solution") == norms("r\u00e9solution") == ("r\u00e9solution",)


def test_arabic_vowel_signs_and_digits_count_for_nothing():
    assert norms("القَرار ٧٠") == norms("القرار 70")


def test_tokens_are_those_of_the_acceptance_measure():
    pattern = re.compile(r"[\u4e00-\u9fff]|[^\W\d_\u4e00-\u9fff]+|\d+")
    for text in PARAGRAPHS.values():
        bare = re.sub("[\u00b9\u00b2\u00b3\u2070-\u209c]", "", text)
        assert list(norms(bare)) == pattern.findall(bare.lower())


@given(st.text())
def test_every_token_stands_where_it_says_in_order(text):
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert tuple(token.norm for token in found) == norms(text)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import canonical, codes, language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015 年 9 月 25 日第 70/1 号决议", "2015年9月25日第70/1号决议"),
        ("第 217 A (III) 号决议", "第217 A (III)号决议"),
        ("6 500 万人", "6 500万人"),
        ("《全球契约》， \n又回顾", "《全球契约》，又回顾"),
        ("见 FCCC/CP/2015/10/Add.1", "见FCCC/CP/2015/10/Add.1"),
        ("冠状病毒病 (COVID-19) 大流行", "冠状病毒病(COVID-19)大流行"),
        ("第\u00a01771\u3000卷", "第1771卷"),
    ],
)
def test_white_space_beside_chinese_characters_goes(text, expected):
    assert canonical(text, language("zh")) == expected


@pytest.mark.parametrize("code", ["en", "fr", "ru", "ar"])
def test_white_space_between_words_becomes_one_space(code):
    assert canonical("  one\n two \t three ", language(code)) == "one two three"


def test_a_line_that_ends_with_a_slash_within_a_date_goes_on_at_once():
    assert canonical("18 كانون الأول/\nديسمبر 2026", language("ar")) == "18 كانون الأول/ديسمبر 2026"


@given(code=st.sampled_from(codes()), text=st.text(alphabet="一二，a1( \n\u3000", max_size=40))
def test_what_is_canonical_stays_as_it_is(code, text):
    once = canonical(text, language(code))
    assert canonical(once, language(code)) == once


@given(code=st.sampled_from(codes()), text=st.text(max_size=60))
def test_nothing_but_white_space_changes(code, text):
    kept = canonical(text, language(code))
    assert "".join(kept.split()) == "".join(text.split())

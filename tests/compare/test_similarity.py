"""The one measure of likeness."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import containment, similarity
from tests.match.seeds import PAIRS, PARAGRAPHS

UNRELATED = [
    ("001 pp1", "003 20"), ("001 op21", "004 I.14"), ("001 pp29", "004 33"), ("003 5", "004 II.12"),
    ("003 28", "001 op18"), ("004 85", "001 pp8"), ("004 9", "003 19"), ("004 II.8(a)", "001 op20"),
    ("001 op16", "004 I.8(b)"), ("003 33", "004 26"),
]  # fmt: skip


def test_texts_that_differ_in_punctuation_only_are_the_same():
    assert similarity("回顾《宪章》，", "回顾宪章;") == 1.0


def test_one_token_of_four_gone_gives_six_sevenths():
    assert similarity("加强合作", "加强合") == pytest.approx(6 / 7)


def test_containment_is_the_share_of_the_shorter_text():
    assert containment("鼓励会员国", "又鼓励各会员国加强合作") == 1.0
    assert containment("鼓励会员国", "") == 0.0
    assert containment("", "") == 0.0


@pytest.mark.parametrize(("a", "b"), UNRELATED)
def test_unrelated_paragraphs_stay_below_a_quarter(a, b):
    assert similarity(PARAGRAPHS[a], PARAGRAPHS[b]) < 0.25


def test_paragraphs_taken_at_random_are_not_alike():
    texts = list(PARAGRAPHS.values())
    values = [similarity(texts[i], texts[(i * 7 + 31) % len(texts)]) for i in range(len(texts))]
    assert median(values) < 0.15


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_known_pairs_are_alike(a, b):
    assert similarity(PARAGRAPHS[a], PARAGRAPHS[b]) > 0.45


@given(st.text(), st.text())
def test_likeness_is_mutual_and_a_share(a, b):
    assert similarity(a, b) == similarity(b, a)
    assert 0.0 <= similarity(a, b) <= 1.0
    assert containment(a, b) == containment(b, a)
    assert 0.0 <= containment(a, b) <= 1.0


@given(st.text())
def test_a_text_is_like_itself(text):
    assert similarity(text, text) == 1.0

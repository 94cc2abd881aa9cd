"""Laws of comparison: nothing lost, nothing named twice, nothing cut."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.compare import ChangeSeverity, changes
from drafter.compare.tokens import MARKS, is_han
from drafter.languages import language
from tests.compare.texts import TEXTS, edited

PAIRS = st.one_of(TEXTS, edited())


def assert_whole(a, b, found):
    """The changes stand in order, and outside them both texts are equal."""
    x = y = 0
    for change in found:
        assert x <= change.old_start <= change.old_end
        assert y <= change.new_start <= change.new_end
        assert a[x : change.old_start] == b[y : change.new_start]
        assert a[change.old_start : change.old_end] == change.old
        assert b[change.new_start : change.new_end] == change.new
        assert change.old != change.new
        x, y = change.old_end, change.new_end
    assert a[x:] == b[y:]


@settings(max_examples=300, deadline=None)
@given(PAIRS)
def test_outside_the_changes_both_texts_are_equal(pair):
    code, a, b = pair
    assert_whole(a, b, changes(a, b, language(code)))


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["zh", "en"]))
def test_any_two_texts_can_be_compared(a, b, code):
    assert_whole(a, b, changes(a, b, language(code)))


@settings(deadline=None)
@given(PAIRS)
def test_equal_texts_report_nothing(pair):
    code, a, _ = pair
    assert changes(a, a, language(code)) == ()


@settings(max_examples=300, deadline=None)
@given(PAIRS)
@example(("en", "25 September 2015 and 25 September 2015 ", "and 25 September 2015 "))
def test_no_change_cuts_a_number_a_latin_word_or_a_title(pair):
    code, a, b = pair
    for change in changes(a, b, language(code)):
        for text, places in (
            (a, (change.old_start, change.old_end)), (b, (change.new_start, change.new_end)),
        ):  # fmt: skip
            assert not any(_inside_word(text, place) for place in places), change
            assert not any(_inside_title(text, place) for place in places), change


def _inside_word(text, place):
    around = text[max(place - 1, 0) : place + 1]
    return len(around) == 2 and all(
        each.isalnum() and not is_han(each) and each not in MARKS for each in around
    )


def _inside_title(text, place):
    return any(found.start() < place < found.end() for found in re.finditer("《[^《》]*》", text))


@settings(deadline=None)
@given(TEXTS)
def test_spacing_beside_han_characters_is_cosmetic(pair):
    _, a, _ = pair
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", a)
    severities = {change.severity for change in changes(a, spaced, language("zh"))}
    assert severities <= {ChangeSeverity.COSMETIC}


@pytest.mark.parametrize(
    ("code", "a", "b"),
    [("zh", "", "鼓励会员国"), ("zh", "鼓励会员国", ""), ("en", "", "Urges"), ("en", " ", "")],
)
def test_a_text_and_nothing_can_be_compared(code, a, b):
    assert_whole(a, b, changes(a, b, language(code)))


def test_one_changed_character_is_one_small_mark():
    (change,) = changes("强调有关方面的责任分担，", "强调有关方面的责任分摊，", language("zh"))
    assert (change.old, change.new) == ("担", "摊")


def test_offsets_count_code_points_of_both_texts():
    (change,) = changes("请𠮷田提交报告", "请𠮷田提交两份报告", language("zh"))
    assert (change.old_start, change.old_end, change.new_start, change.new_end) == (5, 5, 5, 7)


def test_arabic_vowel_signs_are_part_of_their_word():
    old, new = "والتصدِّي لها عبر الحدود", "والتصدِّي للحدود عبر الحدود"
    (change,) = changes(old, new, language("ar"))
    assert (change.old, change.new) == ("لها", "للحدود")

"""The masthead as the lines of a form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.masthead import Masthead
from drafter.tui.present.mastheads import FIELDS, with_words, words_of

words = st.text(max_size=20)
mastheads = st.builds(
    Masthead,
    symbol=words,
    session=st.none() | st.integers(min_value=0, max_value=200),
    session_read=words,
    agenda_items=st.lists(words).map(tuple),
    sponsors=st.lists(words).map(tuple),
    closing=words,
)


@given(mastheads)
def test_a_form_that_is_accepted_untouched_changes_nothing(masthead):
    after = masthead
    for name in FIELDS:
        after = with_words(after, name, words_of(masthead, name))
    assert after == masthead


def test_lines_and_lists_are_parted_by_bars():
    masthead = Masthead(closing="第90次全体会议\n1995年12月12日", agenda_items=("15", "116"))
    assert words_of(masthead, "closing") == "第90次全体会议 | 1995年12月12日"
    assert words_of(masthead, "agenda_items") == "15 | 116"
    assert with_words(Masthead(), "closing", "甲 | 乙").closing == "甲\n乙"
    assert with_words(Masthead(), "sponsors", "巴西 | 中国|").sponsors == ("巴西", "中国")


def test_a_field_may_be_emptied():
    assert with_words(Masthead(session=81), "session", " ").session is None
    assert with_words(Masthead(sponsors=("中国",)), "sponsors", "").sponsors == ()


@pytest.mark.parametrize("typed", ["x", "-3", "8 1", "八十一"])
def test_a_session_that_is_no_number_is_refused(typed):
    with pytest.raises(ValueError, match=typed):
        with_words(Masthead(), "session", typed)


def test_a_new_session_number_drops_the_words_that_were_read():
    masthead = Masthead(session=79, session_read="第七十九届会议")
    assert with_words(masthead, "session", "81").session_read == ""

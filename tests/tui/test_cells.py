"""Characters on a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.tui.cells import clean, clip, fitted, width


def test_control_characters_become_pictures_of_themselves():
    assert clean("a\x1b[31mb\x07") == "a␛[31mb␇"


def test_line_ends_and_tabs_become_blanks():
    assert clean("a\tb\r\nc") == "a b  c"


def test_overrides_of_direction_are_hidden():
    assert "\u202e" not in clean("abc\u202edef")


def test_lone_surrogates_never_reach_the_terminal():
    clean("a\ud800b").encode()


@given(st.text())
def test_one_character_stays_one_character(text):
    assert len(clean(text)) == len(text)


@given(st.text())
def test_what_is_clean_holds_nothing_a_terminal_obeys(text):
    assert not [c for c in clean(text) if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0]


@given(st.text(alphabet="移民abc，é "), st.integers(min_value=1, max_value=20))
def test_fitted_text_takes_exactly_its_columns(text, columns):
    assert width(fitted(text, columns)) == columns


def test_clipping_never_leaves_half_a_wide_character():
    assert clip("国际移民", 6) == "国际…"
    assert clip("国际移民", 5) == "国际…"
    assert clip("国际移民", 8) == "国际移民"

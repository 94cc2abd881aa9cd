import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import codes, language, ordinal, session_number, session_words


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [
        ("zh", 79, "第七十九届会议"),
        ("zh", 70, "第七十届会议"),
        ("zh", 8, "第八届会议"),
        ("en", 73, "Seventy-third session"),
        ("en", 80, "Eightieth session"),
        ("fr", 76, "Soixante-seizième session"),
        ("fr", 71, "Soixante et onzième session"),
        ("fr", 81, "Quatre-vingt-unième session"),
        ("es", 57, "Quincuagésimo séptimo período de sesiones"),
        ("es", 81, "Octogésimo primer período de sesiones"),
        ("ru", 69, "Шестьдесят девятая сессия"),
        ("ar", 74, "الدورة الرابعة والسبعون"),
    ],
)
def test_a_session_is_named_in_words_and_read_back(code, number, words):
    assert session_words(language(code), number) == words
    assert session_number(language(code), words) == number


@given(code=st.sampled_from(codes()), number=st.integers(min_value=1, max_value=100))
def test_every_session_to_the_hundredth_is_read_as_it_is_written(code, number):
    spoken = language(code)
    assert session_number(spoken, session_words(spoken, number)) == number
    assert session_number(spoken, ordinal(spoken, number)) == number


@pytest.mark.parametrize(
    ("code", "words", "number"),
    [
        ("zh", " 第 七十九届会议 ", 79),
        ("zh", "第79届会议", 79),
        ("en", "EIGHTIETH SESSION", 80),
        ("en", "79th session", 79),
        ("es", "59º período de sesiones", 59),
        ("zh", "第二委员会", None),
        ("en", "2014 session", None),
        ("en", "", None),
    ],
)
def test_a_session_is_read_as_files_print_it(code, words, number):
    assert session_number(language(code), words) == number


def test_a_number_without_words_has_no_line():
    assert session_words(language("en"), 0) == ""
    assert session_words(language("en"), 150) == ""


@pytest.mark.parametrize("code", codes())
def test_bare_figures_name_no_session(code):
    assert session_number(language(code), "79") is None

import pytest

from drafter.languages import language
from drafter.languages.updates import assembly_sessions, in_the_form_of


@pytest.mark.parametrize(
    ("code", "words", "new", "expected"),
    [
        ("en", "eighty-first", 83, "eighty-third"),
        ("en", "Eighty-first", 83, "Eighty-third"),
        ("zh", "八十一", 83, "八十三"),
        ("zh", "81", 83, "83"),
        ("fr", "quatre-vingt-unième", 83, "quatre-vingt-troisième"),
        ("es", "octogésimo primer", 83, "octogésimo tercer"),
        ("ru", "восемьдесят первой", 84, "восемьдесят четвертой"),
        ("ru", "восемьдесят первой", 83, ""),  # a unit with endings of its own
        ("ar", "الحادية والثمانين", 83, "الثالثة والثمانين"),
    ],
)
def test_a_session_is_said_as_the_other_one_was(code, words, new, expected):
    assert in_the_form_of(language(code), words, 81, new) == expected


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("zh", "国际劳工大会第九十八届会议和大会第八十届会议", [80]),
        ("en", "the Commission at its sixty-ninth session and the Assembly at its eightieth", []),
        ("en", "to the General Assembly at its eightieth and eighty-first sessions", [80, 81]),
        ("en", "the provisional agenda of its eighty-first session", [81]),
        ("en", "the report of the Commission at the eightieth session of the Assembly", [80]),
        ("en", "the thirty-second special session of the General Assembly", []),
    ],
)
def test_only_regular_sessions_of_the_assembly_count(code, text, numbers):
    assert [each.number for each in assembly_sessions(language(code), text)] == numbers

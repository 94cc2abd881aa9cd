"""The words of reports: every language has every sentence, with the fields that English has."""

import re

import pytest

from drafter.languages import codes, language
from drafter.languages.report_words import report_words
from drafter.model.proceedings import EventKind, Manner, Moment, ProposalKind, Vote
from drafter.reports.phrases import Phrases
from tests.reports.events import CODES

FIELD = re.compile(r"{(\w*)}")


def keys(words):
    return {key.partition(".")[0] for key in words.texts}


def fields(words, key):
    found = (text for name, text in words.texts.items() if name.partition(".")[0] == key)
    return {field for text in found for field in FIELD.findall(text)}


def test_there_are_words_for_every_language():
    assert set(CODES) == set(codes())


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_every_sentence(code):
    assert keys(report_words(code)) == keys(report_words("en"))


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_names_no_field_that_nobody_fills_in(code):
    every = {field for key in keys(report_words("en")) for field in fields(report_words("en"), key)}
    every |= {"most", "least"}  # how a vote went, where the larger number stands first
    words = report_words(code)
    nouns = {name for kind in words.drafts.values() for name in kind}
    for key in keys(words):
        assert fields(words, key) <= every | nouns, key


@pytest.mark.parametrize("code", CODES)
def test_moments_ways_and_drafts_are_those_of_the_model(code):
    words = report_words(code)
    assert set(words.moments) == set(Moment) - {Moment.UNSAID}
    assert set(words.how) == set(Manner)
    assert set(words.drafts) == set(ProposalKind)
    assert set(words.drafts["resolution"]) == set(words.drafts["decision"])


@pytest.mark.parametrize("code", CODES)
def test_what_is_unverified_is_there(code):
    words = report_words(code)
    assert set(words.unverified) <= keys(words) | set(words.texts)


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_event_has_a_sentence(code):
    known = keys(report_words(code))
    stems = {"budget-implications": "budget-none", "amendments-decided": "amendments-adopted",
             "separate-vote": "separate-vote-adopted"}  # fmt: skip
    for kind in EventKind:
        assert kind is EventKind.TEXT or stems.get(kind.value, kind.value) in known


def test_numbers_of_meetings_are_ordinals_of_the_language():
    english = report_words("en")
    assert [english.ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 101, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "101st", "111th",
    ]  # fmt: skip
    assert report_words("fr").ordinal(1) == "1re"
    assert report_words("ru").ordinal(25) == "25-м"


@pytest.mark.parametrize(
    ("code", "numbers", "said"),
    [("es", [2], "segunda"), ("es", [2, 9], "segunda y novena"), ("es", [2, 15], "2ª y 15ª"),
     ("ar", [1, 3], "الأولى والثالثة"), ("ar", [21, 27], "21 و 27"), ("fr", [1, 2], "1re et 2e")],
)  # fmt: skip
def test_small_meetings_of_a_row_stand_in_words_where_the_language_has_them(code, numbers, said):
    assert Phrases(language(code), report_words(code)).ordinals(numbers) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "لا شيء"), (1, "صوت واحد"), (2, "صوتين"), (10, "10 أصوات"), (11, "11 صوتا"),
     (100, "100 صوت"), (102, "102 صوت"), (103, "103 أصوات"), (119, "119 صوتا")],
)  # fmt: skip
def test_arabic_counts_votes_as_its_grammar_asks(number, said):
    assert report_words("ar").text("counted", number).format(count=number) == said


def test_arabic_names_the_larger_number_first_and_counts_who_abstained():
    arabic = Phrases(language("ar"), report_words("ar"))
    assert arabic.tally(Vote(counts=(1, 21, 2))) == (
        "بتصويت مسجل بأغلبية 21 صوتا مقابل صوت واحد وامتناع عضوين عن التصويت"
    )
    assert arabic.tally(Vote(counts=(120, 0, 15))).endswith(
        "مقابل لا شيء وامتناع 15 عضوا عن التصويت"
    )
    assert "بأغلبية __________ مقابل 21 صوتا" in arabic.tally(Vote(counts=(-1, 21, 2)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [(["Mali (on behalf of the African Group)", "Egypt"],
      "Egypt and Mali (on behalf of the African Group)"),
     (["Mali (on behalf of the African Group)", "Mali"],
      "Mali (on behalf of the African Group) and Mali"),
     (["Mali*", "Egypt"], "Egypt and Mali"), (["Swaziland ", "Chad"], "Chad and Swaziland")],
)  # fmt: skip
def test_each_sponsor_in_running_text_keeps_its_group_however_it_was_typed(typed, said):
    assert Phrases(language("en"), report_words("en")).sponsors(typed) == said

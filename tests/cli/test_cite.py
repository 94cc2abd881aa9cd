"""`drafter cite`."""

import pytest


def test_a_number_is_cited_in_all_six_languages(drafter):
    ran = drafter("cite", "70/1", "--date", "2015-09-25", "--own")
    assert ran.code == 0
    assert "en  its resolution 70/1 of 25 September 2015" in ran.out
    assert "zh  其2015年9月25日第70/1号决议" in ran.out
    assert len(ran.out.splitlines()) == 6


def test_several_numbers_with_their_dates_are_a_series(drafter):
    ran = drafter("cite", "47/19 1992-11-24", "48/16 1993-11-03", "--lang", "zh")
    assert ran.out.strip() == "1992年11月24日第47/19号和1993年11月3日第48/16号决议"


def test_a_citation_that_the_shell_parted_is_one(drafter):
    parted = drafter("cite", "47/19", "1992-11-24", "48/16", "1993-11-03", "--lang", "zh")
    assert parted.out.strip() == "1992年11月24日第47/19号和1993年11月3日第48/16号决议"
    assert drafter("cite", "decision", "70/539", "--lang", "en").out.strip() == "decision 70/539"
    listed = drafter("cite", "70/1, 71/2,72/3", "--lang", "en")
    assert listed.out.strip() == "resolutions 70/1, 71/2 and 72/3"
    parted = drafter("cite", "57/292", "2002-12-20,", "section", "II", "48/16", "--lang", "zh")
    assert parted.out.strip() == "2002年12月20日第57/292号决议第二节和第48/16号决议"


def test_a_sentence_in_one_language_gives_its_citations_in_another(drafter):
    ran = drafter("cite", "回顾其2015年9月25日第70/1号决议", "--lang", "fr")
    assert ran.out.strip() == "résolution 70/1 du 25 septembre 2015"


def test_the_body_is_named_where_the_number_does_not_tell(drafter):
    ran = drafter("cite", "33/2", "--body", "HRC", "--lang", "en")
    assert drafter("cite", "33/2", "--body", "人权理事会", "--lang", "en").out == ran.out
    assert ran.out.strip() == "Human Rights Council resolution 33/2"
    found = drafter("cite", "S/RES/1325(2000)", "--lang", "zh", "--json").json
    assert found["words"] == {"zh": "安全理事会第1325(2000)号决议"}
    assert "section" not in found["citations"][0]


def test_a_section_goes_with_the_citation(drafter):
    found = drafter("cite", "57/283 B, sect. II.B", "--json").json
    assert found["citations"][0]["section"] == "II.B"
    assert found["words"]["en"] == "resolution 57/283 B, section II.B"


def test_words_that_cite_nothing_are_refused(drafter):
    ran = drafter("cite", "nothing here")
    assert ran.code == 2
    assert "cites no resolution" in ran.err
    assert drafter("cite", "70/1", "--date", "yesterday").code == 2


def test_another_body_is_refused_with_those_there_are(drafter):
    ran = drafter("cite", "33/2", "--body", "zork")
    assert ran.code == 2
    assert "GA, SC, ECOSOC, HRC" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["70/1", "25/9/2015"],
        ["70/1", "2015年9月25日"],
        ["70/1", "25", "September", "2015"],
        ["resolution", "70/1", "of", "25", "September", "2015"],
        ["Resolution 70/1", "2015-09-25"],
        ["第70/1号决议", "25 septembre 2015"],
        ["a/res/70/1", "２０１５－０９－２５"],
        ["70/1", "--date", "25.9.2015"],
    ],
    ids=" ".join,
)
def test_a_day_is_understood_as_it_is_typed_and_is_never_dropped(drafter, words):
    assert drafter("cite", *words, "--lang", "zh").out.strip() == "2015年9月25日第70/1号决议"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["70/1", "5/6/2015"], "may be 2015-06-05 or 2015-05-06"),
        (["70/1", "2015-02-30"], "names no day of the calendar"),
        (["70/1", "yesterday"], "neither a citation nor a day"),
        (["70/1", "70/2", "--date", "2015-09-25"], "put each date behind its own"),
        (["S/RES/1325"], "with its year"),
        (["70/1", "sect. IIX"], "neither a citation nor a day"),
        (["decision 70/539 2016-02-03, 70/540"], "“2016-02-03” would be left out"),
    ],
    ids=" ".join,
)
def test_what_stands_behind_a_citation_is_refused_with_the_reason(drafter, words, said):
    ran = drafter("cite", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["35/13 A, E"], "resolution 35/13 A and E"),
        (["35/13", "A,E"], "resolution 35/13 A and E"),
        (["3411 A, B (XXX), 70/1"], "resolutions 3411 A and B (XXX) and 70/1"),
        (["decision", "70/539,", "70/540"], "decisions 70/539 and 70/540"),
        (["70/1、70/2，70/3"], "resolutions 70/1, 70/2 and 70/3"),
        (["70/1;", "70/2"], "resolutions 70/1 and 70/2"),
    ],
)
def test_commas_part_numbers_but_neither_letters_nor_the_word_before_them(drafter, words, said):
    assert drafter("cite", *words, "--lang", "en").out.strip() == said

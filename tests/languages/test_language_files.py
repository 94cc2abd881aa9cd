import re
from pathlib import Path

import pytest

from drafter.errors import InvalidYaml, UnknownName
from drafter.languages import codes, language
from drafter.languages.load import load
from drafter.messages import say
from drafter.model.citations import find_citations
from drafter.model.dates import find_dates, write_date

FOLDER = Path(load.__code__.co_filename).parent


@pytest.fixture
def changed(tmp_path):
    """The English data file with one stretch replaced, loaded."""

    def load_changed(old, new):
        text = (FOLDER / "en.yaml").read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "en.yaml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return load(path)

    return load_changed


def test_there_are_six_languages():
    assert codes() == ("ar", "en", "es", "fr", "ru", "zh")


def test_a_language_is_loaded_once():
    assert language("zh") is language("zh")


def test_an_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(UnknownName) as refused:
        language("xx")
    assert "zh" in say(refused.value.message_id, **refused.value.params)


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_language_says_what_the_rooms_need(code):
    spoken = language(code)
    assert spoken.direction in ("ltr", "rtl")
    assert spoken.conventions.language == code
    assert {row.kind for row in spoken.openings} <= {"preambular", "operative", "both"}
    assert all(row.attested and row.family for row in spoken.openings)
    assert len(spoken.ladder) >= 7
    for words in (spoken.modals, spoken.qualifiers, spoken.addressees, spoken.negations):
        assert words
    for pairs in (spoken.counterparts, spoken.antonyms, spoken.term_pairs):
        assert all(old != new for old, new in pairs)
    assert {key for key, _ in spoken.masthead.committees} == {f"C.{n}" for n in range(1, 7)}
    assert spoken.masthead.organ("general-assembly")
    assert spoken.masthead.enacting_words("general-assembly")
    assert spoken.masthead.committee_of("C.2")
    assert spoken.masthead.language_name("zh")
    assert spoken.masthead.date_language in codes()


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_the_patterns_of_a_language_can_be_read(code):
    spoken = language(code)
    for pattern in (*spoken.instruments, *(p for _, p in spoken.citation_patterns)):
        re.compile(pattern)
    kinds = {kind for kind, _ in spoken.citation_patterns}
    assert {"resolution", "document", "paragraph"} <= kinds


@pytest.mark.parametrize(
    ("code", "text", "number", "date"),
    [
        ("zh", "回顾其2015年9月25日第70/1号决议", "70/1", "2015-09-25"),
        ("en", "Recalling its resolution 70/1 of 25 September 2015", "70/1", "2015-09-25"),
        ("fr", "Rappelant sa résolution 70/1 du 25 septembre 2015", "70/1", "2015-09-25"),
        ("es", "Recordando su resolución 70/1, de 25 de septiembre de 2015", "70/1", "2015-09-25"),
        ("ru", "ссылаясь на свою резолюцию 59/26 от 22 ноября 2004 года", "59/26", "2004-11-22"),
        ("ar", "إذ تشير إلى قرارها 57/301 المؤرخ 13 آذار/مارس 2003", "57/301", "2003-03-13"),
    ],
)
def test_a_citation_is_found_in_every_language(code, text, number, date):
    found = find_citations(text, language(code).citations)
    assert [(each.kind.value, each.number, each.date) for each in found] == [
        ("resolution", number, date)
    ]


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_date_is_read_as_it_is_written(code):
    patterns = language(code).citations.dates
    for iso in ("2015-09-25", "2003-03-13", "2024-12-02"):
        assert [each.iso for each in find_dates(write_date(iso, patterns), patterns)] == [iso]


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_what_no_source_attests_is_listed(code):
    assert all(table and words for table, words in language(code).unverified)
    assert ("masthead", "restricted") in language(code).unverified


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: English\n", "name: English\ncolour: red\n", "language.unknown-key"),
        ("name: English\n", "", "language.missing-key"),
        ("name: English\n", "name: [English]\n", "language.not-words"),
        ("scripts: [latin]", "scripts: latin", "language.not-a-list"),
        ("counter: decimal", "counter: dozens", "language.not-allowed"),
        ("position: after-punctuation", "position: above", "language.not-allowed"),
        ("masthead:\n", "masthead: none\nx:\n", "language.not-a-table"),
        ("- [women, men]", "- [women, men, all]", "language.not-a-pair"),
        ("exact: {20: twentieth", "exact: {twenty: twentieth", "language.not-a-number"),
    ],
)
def test_a_fault_in_a_data_file_is_named_with_its_line(changed, old, new, message):
    with pytest.raises(InvalidYaml) as refused:
        changed(old, new)
    assert refused.value.message_id == message
    assert re.fullmatch(r"en\.yaml:\d+", refused.value.place)
    assert not say(message, **refused.value.params).startswith("language.")

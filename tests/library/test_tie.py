"""Language versions are tied by clause id, and the tie is checked."""

from drafter.languages import language
from drafter.library.tie import between, disagreements
from tests.library.years import resolution

EN, ZH, FR = language("en"), language("zh"), language("fr")


def matters(a, b, spoken=(EN, ZH)):
    return [each.matter for each in between("op1", (a, b), spoken)]


def test_the_same_citation_in_two_languages_agrees():
    a = "Recalling its resolution 70/1 of 25 September 2015,"
    assert matters(a, "回顾其2015年9月25日第70/1号决议，") == []


def test_another_resolution_is_a_disagreement():
    (found,) = between("op1", ("Recalling its resolution 70/1,", "回顾其第70/2号决议，"), (EN, ZH))
    assert (found.matter, found.here, found.there) == ("citations", ("70/1",), ("70/2",))


def test_another_date_is_a_disagreement():
    assert matters("Held on 8 January 2014,", "2014年1月20日举行，") == ["figures"]


def test_a_number_that_the_other_language_writes_in_words_is_none():
    assert matters("the seventieth anniversary", "le 70e anniversaire", (EN, FR)) == []


def test_numbers_are_read_with_the_separators_of_their_language():
    assert matters("in 1,250 schools", "dans 1 250 écoles", (EN, FR)) == []
    assert matters("in 1,250 schools", "dans 1 520 écoles", (EN, FR)) == ["figures"]


def test_paragraphs_that_only_one_version_has_are_named_by_part():
    a, b = resolution("Decides;", "Requests;"), resolution("决定；", language="zh")
    (found,) = disagreements(a, b, (EN, ZH))
    assert (found.matter, found.element) == ("ids", "resolution")
    assert (found.here, found.there) == (("resolution/op2",), ())


def test_a_document_agrees_with_itself():
    text = "Recalling its resolution 70/1 of 25 September 2015 and its 17 goals,"
    assert disagreements(resolution(text), resolution(text), (EN, EN)) == ()

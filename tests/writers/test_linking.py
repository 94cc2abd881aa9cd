import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import codes, language
from drafter.model.citations import CitationKind, find_citations
from drafter.writers.linking import linked

EN = language("en")


def links(text, spoken=EN):
    """The words that are links, with their documents."""
    return [(text[each.start : each.end], each.symbol) for each in linked(text, spoken)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recalling its resolution 70/1 of 25 September 2015", [("70/1", "A/RES/70/1")]),
        ("See resolution 217 A (III), annex.", [("217 A (III)", "A/RES/217(III)")]),
        ("Security Council resolution 1325 (2000)", [("1325 (2000)", "S/RES/1325(2000)")]),
        ("Human Rights Council resolution 33/2", [("33/2", "A/HRC/RES/33/2")]),
        ("Economic and Social Council resolution 2025/19", [("2025/19", "E/RES/2025/19")]),
        ("resolutions 33/2 and 45/18 adopted by the Human Rights Council",
         [("33/2", "A/HRC/RES/33/2"), ("45/18", "A/HRC/RES/45/18")]),
        ("the emergency special session, resolution ES-10/23", [("ES-10/23", "A/RES/ES-10/23")]),
        ("the report of the Secretary-General (A/80/292)", [("A/80/292", "A/80/292")]),
        ("A/80/604 and A/80/604/Add.1.",
         [("A/80/604", "A/80/604"), ("A/80/604/Add.1", "A/80/604/Add.1")]),
        ("See A/80/5 (Vol. II), chap. II.", [("A/80/5 (Vol. II)", "A/80/5 (Vol. II)")]),
        ("A/80/6 (Sect.3)/Add.1", [("A/80/6 (Sect.3)/Add.1", "A/80/6 (Sect.3)/Add.1")]),
        ("A/67/828-S/2013/210, annex", [("A/67/828-S/2013/210", "A/67/828")]),
    ],
)  # fmt: skip
def test_what_a_text_cites_is_linked_as_united_nations_files_link_it(text, expected):
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolution 51/45 M of 10 December 1996", [("51/45", "A/RES/51/45")]),
        ("resolution 68/247 A of 27 December 2013", [("68/247", "A/RES/68/247")]),
        ("resolution 68/247 B of 9 April 2014", [("68/247", "A/RES/68/247B")]),
        ("resolutions 79/252 A and B", [("79/252", "A/RES/79/252A-B")]),
    ],
)
def test_the_letters_of_a_newer_number_are_no_part_of_the_link(text, expected):
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "its decision 79/521 of 4 December 2024",
        "the Commission on Population and Development, in its resolution 2013/1",
        "see paragraph 15 (a) above",
        "the report (A/80/__) and its addendum (A/80/7/Add.__)",
        "between 1/2 and 3/4 of them, on 2/3 May",
        "",
    ],
)
def test_what_is_not_certain_is_not_linked(text):
    assert links(text) == []


def test_an_addendum_without_its_symbol_is_not_linked():
    assert links("A/73/L.6 and Add.1") == [("A/73/L.6", "A/73/L.6")]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("zh", "回顾其2015年9月25日第70/1号决议", "70/1"),
        ("zh", "安全理事会第2446(2018)号决议", "2446(2018)"),
        ("fr", "Rappelant sa résolution 70/1 du 25 septembre 2015", "70/1"),
        ("es", "Recordando su resolución 70/1, de 25 de septiembre de 2015", "70/1"),
        ("ru", "ссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года", "70/1"),
        ("ar", "إذ تشير إلى قرارها 217 ألف (د-3)", "217 ألف (د-3)"),
        ("ar", "إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015", "70/1"),
    ],
)
def test_the_number_is_the_link_in_every_language(code, text, words):
    assert [printed for printed, _ in links(text, language(code))] == [words]


def test_the_address_names_the_language_and_has_no_spaces():
    (link,) = linked("第217 A (III)号决议", language("zh"))
    assert link.href == "https://docs.un.org/zh/A/RES/217(III)"
    (link,) = linked("A/80/5 (Vol.\u00a0II)", EN)
    assert link.href == "https://docs.un.org/en/A/80/5(Vol.II)"


_CITING = st.lists(
    st.sampled_from(
        ["70/1", "217 A (III)", "resolution ", "decision ", "A/80/292", "-", "S/2013/210", " and ",
         "/Add.1", "*", " (Vol. I)", "1325 (2000)", "第", "号决议", "、", "قرار ", "د-3",
         "__", "/", " "]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(_CITING, st.sampled_from(codes()))
def test_links_are_in_order_do_not_overlap_and_link_only_what_is_cited(text, code):
    spoken = language(code)
    found = linked(text, spoken)
    edges = [edge for each in found for edge in (each.start, each.end)]
    assert edges == sorted(set(edges))
    cited = find_citations(text, spoken.citations)
    for each in found:
        assert any(
            one.start < each.end and each.start < one.end and one.kind is not CitationKind.DECISION
            for one in cited
        )
        assert not re.search(r"\s", each.href)

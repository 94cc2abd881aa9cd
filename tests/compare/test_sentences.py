"""Every change has a sentence in both interface languages."""

from pathlib import Path

import pytest

from drafter import messages
from drafter.compare import ChangeKind, changes
from drafter.compare.naming import sourced
from drafter.languages import language
from drafter.messages import say
from drafter.workspace.records import fact, sentence
from drafter.yamlio import load, read_text
from tests.compare.test_cases import CASES


@pytest.fixture(params=messages.LANGUAGES)
def interface(request):
    before = messages.language()
    messages.set_language(request.param)
    yield request.param
    messages.set_language(before)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_every_change_can_be_read_aloud(interface, code, case):
    texts = case["old"], case["new"]
    for a, b in (texts, texts[::-1]):
        for change in changes(a, b, language(code)):
            for told in (sentence(change), fact(change)):
                assert "deviation." not in told, change
                assert "{" not in told


@pytest.mark.parametrize("kind", ["fused", "split"])
def test_paragraphs_fused_and_split_have_sentences(interface, kind):
    assert ChangeKind(kind)
    assert not say(f"deviation.{kind}", count=2, old="op4, op5", new="op4").startswith("deviation")


SPOKEN = load(read_text(Path(__file__).parent / "sentences.yaml"), source="sentences.yaml").data


@pytest.mark.parametrize("case", SPOKEN, ids=lambda case: case["says"]["en"])
def test_a_change_is_said_as_a_delegate_would(case):
    for spoken, told in case["says"].items():
        messages.set_language(spoken)
        found = changes(case["old"], case["new"], language(case["language"]))
        assert [sentence(each) for each in found] == [told]
    messages.set_language("en")


PARTIES = "促进移民从{}到{}的流动，"


def test_parties_that_changed_places_are_said_to_be_swapped():
    messages.set_language("en")
    a, b = PARTIES.format("原籍国", "目的地国"), PARTIES.format("目的地国", "原籍国")
    told = {sentence(change) for change in changes(a, b, language("zh"))}
    assert told == {"Parties swapped: 原籍国 ↔ 目的地国"}


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("敦促会员国合作；", "鼓励会员国合作；", "Opening verb changed: 敦促 → 鼓励"),
        ("强调加强合作，", "强调削弱合作，", "Changed: 加强 → 削弱"),
        ("鼓励会员国合作；", "鼓励会员国酌情合作；", "Qualifier added: 酌情"),
    ],
)
def test_exports_say_what_changed_and_leave_judging_it_to_the_reader(a, b, told):
    messages.set_language("en")
    (change,) = changes(a, b, language("zh"))
    assert fact(change) == told


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ({"new": "A/RES/79/217"}, "Both terms found; the 79/217 text uses 移民"),
        ({"old": "A/68/L.5"}, "Both terms found; the A/68/L.5 text uses 移徙者"),
        ({}, "Term: 移徙者 → 移民"),
    ],
)
def test_a_term_is_said_to_be_that_of_the_text_it_stands_in(cited, told):
    messages.set_language("en")
    found = changes("认识到移徙者的贡献，", "认识到移民的贡献，", language("zh"))
    assert [sentence(change) for change in sourced(found, **cited)] == [told]


def test_another_capital_letter_is_not_called_punctuation():
    messages.set_language("en")
    found = changes(
        "Recalls the resolve of the Council", "Recalls the resolve of the council", language("en")
    )
    assert [sentence(change) for change in found] == [
        "Only capital letters differ: Council → council"
    ]
    assert [change.kind.severity.value for change in found] == ["cosmetic"]


def test_what_joins_a_figure_to_others_is_not_read_aloud():
    messages.set_language("en")
    found = changes("Decides on 4 meetings", "Decides on 5 and 6 meetings", language("en"))
    assert [sentence(change) for change in found] == ["Quantity changed: 4 → 5 and 6"]
    cited = "Recalling resolutions 2700 (2023) of 1 March 2023 and {}2800 (2025) of 3 May 2025,"
    more = cited.format("2764 (2024) of 20 December 2024 and ")
    found = changes(cited.format(""), more, language("en"))
    assert [sentence(change) for change in found] == [
        "Citation added: 2764 (2024) of 20 December 2024"
    ]

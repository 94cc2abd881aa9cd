import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import codes, order_of, states
from drafter.model.sponsors import SponsorList, sponsors_of, understood
from drafter.model.states import Standing

STATES = states()
_KEYS = {each.key: each for each in STATES}


def keys(text):
    return [
        each.state.key if each.state else each.typed for each in understood(text, STATES).sponsors
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Albania, Bosnia and Herzegovina and Chad", ["ALB", "BIH", "TCD"]),
        ("Albania, Chad, and Saint Vincent and the Grenadines: draft resolution",
         ["ALB", "TCD", "VCT"]),
        ("Iran (Islamic Republic of), Iran, Islamic Republic of", ["IRN"]),
        ("the Sudan; the Netherlands\nSAINT LUCIA", ["SDN", "NLD", "LCA"]),
        ("- Mali\n- Niger\n3. Nigeria", ["MLI", "NER", "NGA"]),
        ("USA, UK, DPRK, UAE", ["USA", "GBR", "PRK", "ARE"]),
        ("法国、美国、波斯尼亚和黑塞哥维那、中非共和国和英国", ["FRA", "USA", "BIH", "CAF", "GBR"]),
        ("Trinité-et-Tobago, Iran et Côte d'Ivoire", ["TTO", "IRN", "CIV"]),
        ("España, Trinidad y Tabago e Italia", ["ESP", "TTO", "ITA"]),
        ("Антигуа и Барбуда, США и Йемен", ["ATG", "USA", "YEM"]),
        ("الأرجنتين، البوسنة والهرسك وأنتيغوا وبربودا", ["ARG", "BIH", "ATG"]),
        ("ايران، اسبانيا", ["IRN", "ESP"]),
        ("European Union and State of Palestine", ["european-union", "PSE"]),
        ("l'Albanie, la France, Eland", ["ALB", "FRA", "Eland"]),
    ],
)  # fmt: skip
def test_a_pasted_list_is_understood_in_any_language(text, expected):
    assert keys(text) == expected


def test_a_star_behind_a_name_is_kept_before_or_after_the_comma():
    found = understood("Egypt,* Nigeria*, Norway and Thailand:* draft resolution", STATES)
    assert [each.marked for each in found.sponsors] == [True, True, False, True]


def test_what_is_not_understood_is_kept_as_typed_and_told_with_what_is_near():
    found = understood("Ruritania, Thailnd, Chad", STATES)
    assert [(each.typed, each.meant) for each in found.unknown] == [
        ("Ruritania", ""),
        ("Thailnd", "THA"),
    ]


def test_old_names_and_repeated_names_are_told():
    found = understood("Turkey, Swaziland, Türkiye, Chad, Tchad", STATES)
    assert [each.typed for each in found.sponsors if each.former] == ["Turkey", "Swaziland"]
    assert [each.typed for each in found.repeated] == ["Türkiye", "Tchad"]


def _ordered(code, *names):
    order = order_of(code)
    found = SponsorList(sponsors_of([_KEYS[each].name(code) for each in names], STATES).sponsors)
    return [each.state.key for each in found.ordered(order).sponsors]


def test_an_english_list_is_alphabetical_and_the_observer_state_stands_last():
    names = ("ZMB", "PSE", "TUR", "TUN", "TKM", "CIV", "CRI", "PRK", "COD")
    expected = ["CRI", "CIV", "PRK", "COD", "TUN", "TUR", "TKM", "ZMB", "PSE"]
    assert _ordered("en", *names) == expected


def test_a_chinese_list_keeps_the_english_order():
    names = ("ZWE", "BGD", "EGY", "BLR", "COM")
    assert _ordered("zh", *names) == _ordered("en", *names) == ["BGD", "BLR", "COM", "EGY", "ZWE"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fr", ["SLV", "USA", "ETH", "GNQ", "CAF", "GBR"]),
        ("es", ["SLV", "ESP", "USA", "CAF"]),
        ("ru", ["IRN", "YEM", "SLV", "ECU"]),
        ("ar", ["ARG", "ECU", "ATG", "URY", "BRA", "SLV", "SAU"]),
    ],
)
def test_the_other_languages_have_their_own_order(code, expected):
    assert _ordered(code, *reversed(expected)) == expected


def test_the_last_name_is_joined_as_the_language_does():
    assert order_of("es").joined(["Francia", "Italia"]) == "Francia e Italia"
    assert order_of("es").joined(["Francia", "Perú"]) == "Francia y Perú"
    assert order_of("zh").joined(["法国", "英国", "中国"]) == "法国、英国和中国"
    assert order_of("ar").joined(["مصر", "اليمن"]) == "مصر واليمن"


@given(
    st.lists(st.sampled_from(STATES), min_size=1, max_size=12, unique=True),
    st.sampled_from(codes()),
)
def test_a_list_that_is_written_is_understood_again(chosen, code):
    order = order_of(code)
    listed = understood(order.joined([each.name(code) for each in chosen]), STATES)
    assert [each.state for each in listed.sponsors] == chosen
    assert not listed.repeated
    ordered = listed.ordered(order)
    assert ordered.is_ordered(order)
    assert ordered.ordered(order) == ordered


@given(st.text(max_size=60))
def test_no_word_of_a_list_is_lost(text):
    found = understood(text, STATES)
    kept = "".join(each.typed for each in (*found.sponsors, *found.repeated))
    assert all(each in text for each in kept)


@pytest.mark.parametrize("code", codes())
def test_no_two_states_have_one_name(code):
    names = [each.name(code) for each in STATES]
    assert len(set(names)) == len(names)


def test_there_are_193_members_and_two_observer_states():
    standings = [each.standing for each in STATES]
    assert standings.count(Standing.MEMBER) == 193
    assert standings.count(Standing.OBSERVER_STATE) == 2


def test_the_state_of_palestine_may_sponsor_in_the_assembly_since_resolution_es_10_23():
    palestine = _KEYS["PSE"]
    assert palestine.may_sponsor("general-assembly", "2024-11-13")
    assert not palestine.may_sponsor("general-assembly", "2023-11-13")
    assert not palestine.may_sponsor("security-council", "2024-11-13")
    assert not _KEYS["VAT"].may_sponsor("general-assembly")
    assert _KEYS["VAT"].may_sponsor("human-rights-council")
    assert not _KEYS["european-union"].may_sponsor("general-assembly")

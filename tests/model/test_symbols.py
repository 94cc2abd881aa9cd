"""Document symbols: what they are read as, how they are written, and what is none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.provenance import Stage
from drafter.model.resolution_numbers import (
    letters_of,
    resolution_number,
    resolution_symbol,
    session_in,
    session_year,
)
from drafter.model.symbols import parse_symbol, stage_of
from drafter.yamlio import load, read_text

CASES = load(
    read_text(Path(__file__).parent / "cases" / "symbols.yaml"), source="symbols.yaml"
).data


@pytest.mark.parametrize(("text", "expected"), CASES["read"].items())
def test_a_symbol_is_read_in_its_parts(text, expected):
    symbol = parse_symbol(text)
    assert symbol is not None
    assert [
        str(symbol),
        symbol.organ,
        " ".join(symbol.bodies),
        symbol.session,
        symbol.series,
        symbol.number,
        " ".join(symbol.modifiers),
        symbol.remark,
        stage_of(symbol).value,
    ] == expected


@pytest.mark.parametrize("text", CASES["read"])
def test_a_symbol_is_written_in_one_form(text):
    written = str(parse_symbol(text))
    assert str(parse_symbol(written)) == written


@pytest.mark.parametrize("text", CASES["refused"])
def test_what_is_no_symbol_is_not_read_as_one(text):
    assert parse_symbol(text) is None


@pytest.mark.parametrize(("text", "stars"), [("A/69/L.52*", 1), ("A/69/L.52 **", 2)])
def test_a_reissue_carries_its_stars(text, stars):
    symbol = parse_symbol(text)
    assert symbol.stars == stars
    assert str(symbol) == "A/69/L.52" + "*" * stars


def test_the_core_is_the_same_for_all_versions_of_a_text():
    assert parse_symbol("A/C.2/79/L.29/Rev.1").core == parse_symbol("A/C.2/79/L.29").core


@pytest.mark.parametrize(("text", "expected"), CASES["numbers"].items())
def test_a_resolution_number_has_one_form(text, expected):
    assert resolution_number(text) == expected


@pytest.mark.parametrize(("number", "expected"), CASES["symbols_of_numbers"].items())
def test_a_number_tells_its_symbol_only_where_it_can(number, expected):
    organ, symbol = expected
    assert resolution_symbol(number, organ) == symbol


def test_every_symbol_of_a_number_is_a_symbol():
    for number, (organ, symbol) in CASES["symbols_of_numbers"].items():
        if symbol:
            assert str(parse_symbol(resolution_symbol(number, organ))) == symbol


def test_sessions_and_years_belong_together():
    assert session_year(79) == 2024
    assert session_in(2024, 12) == 79
    assert session_in(2025, 6) == 79


def test_a_letter_of_a_decision_is_kept():
    assert resolution_symbol("70/539", series="DEC") == "A/DEC/70/539"
    assert stage_of(parse_symbol("A/DEC/70/539")) is Stage.ADOPTED


def symbols():
    number, session = st.integers(1, 99999), st.integers(31, 99)
    roman = st.sampled_from(["I", "III", "XXX", "S-VI", "ES-V"])
    series = st.sampled_from(["L", "PV", "SR", "WP", "CRP", "R", "NGO"])
    plain = st.builds("A/{}/{}".format, session, number)
    listed = st.builds("A/C.{}/{}/{}.{}".format, st.integers(1, 6), session, series, number)
    year = st.integers(1946, 2030)
    yearly = st.builds("{}/{}/{}".format, st.sampled_from(["S", "E", "E/CN.9"]), year, number)
    adopted = st.builds("A/RES/{}/{}{}".format, session, number, st.sampled_from(["", "A", "A-B"]))
    old = st.builds("A/RES/{}({})".format, number, roman)
    council = st.builds("S/RES/{}({})".format, number, year)
    core = st.one_of(plain, listed, yearly, adopted, old, council)
    modifier = st.builds(
        "/{}.{}".format, st.sampled_from(["Add", "Rev", "Corr"]), st.integers(1, 9)
    )
    end = st.sampled_from(["", " (Part I)", "*", "**"])
    return st.builds("{}{}{}".format, core, st.lists(modifier, max_size=2).map("".join), end)


@given(symbols())
def test_a_symbol_that_is_written_reads_back_as_it_was(text):
    assert str(parse_symbol(text)) == text


@given(st.text("AaSELRresdv./()-0123456789IVX* ", max_size=40))
def test_what_is_read_as_a_symbol_is_its_own_form(text):
    symbol = parse_symbol(text)
    assert symbol is None or parse_symbol(str(symbol)) == symbol


@pytest.mark.parametrize(
    ("number", "letters"),
    [("3419 A-D (XXX)", "ABCD"), ("35/13 A, E", "AE"), ("69/96 B", "B"), ("70/1", "")],
)
def test_the_letters_of_a_number_are_told_one_by_one(number, letters):
    assert resolution_number(number.replace(" ", "")) == number
    assert "".join(letters_of(number)) == letters

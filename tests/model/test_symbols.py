"""Document symbols: what they are read as, how they are written, and what is none."""

from pathlib import Path

import pytest

from drafter.model.provenance import Stage
from drafter.model.resolution_numbers import (
    number_of,
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
    assert number_of(text) == expected


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

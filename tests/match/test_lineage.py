"""The wording of one clause over the years."""

from dataclasses import replace

import pytest

from drafter.languages import language
from drafter.library import Library
from drafter.match import Engine
from drafter.match.lineage import chronological, lineage, year_of
from drafter.model.provenance import Stage
from tests.library.years import filed, three_sessions

EN = language("en")


@pytest.fixture
def clauses(tmp_path):
    three_sessions(tmp_path)
    return {each.id: each for each in Library.open([tmp_path]).clauses}


def told(step):
    return [change.kind.value for change in step.changes]


def test_without_a_family_like_clauses_stand_in_the_order_of_their_sessions(clauses):
    found = lineage(clauses["A/RES/75/6#resolution/op1"], (), Engine(clauses.values(), EN))
    assert [step.clause.symbol for step in found.steps] == ["A/RES/70/5", "A/RES/75/6", "A/79/L.7"]
    assert found.family == ""
    assert found.earliest.symbol == "A/RES/70/5"
    assert found.latest.symbol == "A/79/L.7"


def test_every_step_says_what_changed_since_the_one_before(clauses):
    found = lineage(clauses["A/RES/75/6#resolution/op1"], (), Engine(clauses.values(), EN))
    assert told(found.steps[0]) == []
    assert "verb-stronger" in told(found.steps[1])
    assert "quantity" in told(found.steps[1])
    assert "qualifier-added" in told(found.steps[2])


def test_a_confirmed_family_is_taken_as_it_is(clauses):
    fees, fish = clauses["A/RES/70/5#resolution/op2"], clauses["A/RES/70/5#resolution/op1"]
    family = tuple(replace(each, family="fees") for each in (fees, fish))
    found = lineage(family[0], family, Engine(clauses.values(), EN))
    assert found.family == "fees"
    assert [step.clause.id for step in found.steps] == [fish.id, fees.id]


def test_a_clause_that_nothing_is_like_is_alone(clauses):
    found = lineage(clauses["A/79/L.7#resolution/op1"], (), Engine(clauses.values(), EN))
    assert [step.clause.id for step in found.steps] == ["A/79/L.7#resolution/op1"]


def test_draft_report_and_resolution_of_one_session_stand_in_that_order(clauses):
    base = clauses["A/RES/75/6#resolution/op1"]
    stages = (Stage.ADOPTED, Stage.COMMITTEE, Stage.DRAFT)
    moved = [replace(base, stage=stage, symbol=f"A/75/{stage.value}") for stage in stages]
    assert [each.stage for each in chronological(moved, EN)] == list(reversed(stages))


def test_within_a_session_full_dates_go_before_stages(clauses):
    base = clauses["A/RES/75/6#resolution/op1"]
    rows = (
        ("A/RES/75/1", Stage.ADOPTED, "2020-10-05"), ("A/75/L.9", Stage.DRAFT, "2020-11-30"),
        ("A/C.2/75/L.4", Stage.DRAFT, ""), ("A/RES/75/90", Stage.ADOPTED, "2020-12-21"),
    )  # fmt: skip
    moved = [
        replace(base, id=f"{symbol}#op1", symbol=symbol, stage=stage, date=date)
        for symbol, stage, date in rows
    ]
    dated = [each.symbol for each in chronological(moved, EN) if each.date]
    assert dated == ["A/RES/75/1", "A/75/L.9", "A/RES/75/90"]


def test_the_year_is_that_of_the_session_or_of_the_date(clauses):
    base = clauses["A/RES/75/6#resolution/op1"]
    assert year_of(base, EN) == 2020
    assert year_of(replace(base, session=None, date="3 May 2011"), EN) == 2011
    council = replace(base, symbol="A/HRC/RES/50/1", session=50, date="2022-07-07")
    assert year_of(council, EN) == 2022, "the Human Rights Council counts its own sessions"
    assert year_of(replace(council, date=""), EN) is None


def test_a_clause_of_unknown_year_is_neither_earliest_nor_latest(tmp_path):
    three_sessions(tmp_path)
    text = "*Urges* Member States to lower the transfer costs of remittances to 2 per cent;"
    filed(tmp_path, "A/HRC/RES/50/1", text)
    held = {each.id: each for each in Library.open([tmp_path]).clauses}
    found = lineage(held["A/RES/75/6#resolution/op1"], (), Engine(held.values(), EN))
    assert [each.symbol for each in found.undated] == ["A/HRC/RES/50/1"]
    assert found.latest.symbol == "A/79/L.7"


def test_of_one_source_only_the_clause_most_alike_is_proposed(tmp_path):
    filed(tmp_path, "A/RES/70/5", "Urges States to fish less;", "Urges States to fish much less;")
    filed(tmp_path, "A/RES/71/5", "Urges States to fish much less now;")
    held = {each.id: each for each in Library.open([tmp_path]).clauses}
    found = lineage(held["A/RES/71/5#resolution/op1"], (), Engine(held.values(), EN))
    assert [step.clause.place for step in found.steps] == ["op2", "op1"]

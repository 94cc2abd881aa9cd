"""Clauses fused into a paragraph, and those it is part of."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.compare.stretches import shared_stretch
from drafter.languages import language
from drafter.match import Engine, contained
from tests.match.clauses import SEEDS, clauses
from tests.match.seeds import PARAGRAPHS

ZH = language("zh")
ONE, TWO = (
    "确认汇款对减少贫困和促进地方经济的重要作用",
    "敦促各方为流离失所者提供安全通道和人道主义援助",
)
MADE = clauses([ONE + "；", TWO + "；", "决定于2026年召开第二次国际移民问题审查论坛；"])


def test_a_fused_paragraph_names_both_clauses_and_where_they_stand():
    text = f"{ONE}，并{TWO}；"
    found = contained(text, ZH, MADE)
    assert {each.clause.plain for each in found} == {ONE + "；", TWO + "；"}
    for each in found:
        assert text[each.start : each.end] == each.clause.plain[:-1]
        assert each.clause.plain[each.clause_start : each.clause_end] == each.clause.plain[:-1]
        assert each.containment == 1.0


def test_a_part_names_the_clause_that_holds_it():
    (found,) = contained(TWO, ZH, clauses([f"{ONE}，并{TWO}；"]))
    assert (found.start, found.end) == (0, len(TWO))
    assert found.clause.plain[found.clause_start : found.clause_end] == TWO


def test_an_edited_part_is_still_found():
    text = f"{ONE}，并{TWO.replace('各方', '所有各方')}；"
    assert {each.clause.plain for each in contained(text, ZH, MADE)} == {ONE + "；", TWO + "；"}


def test_stray_words_far_apart_hold_no_clause():
    words = "，".join("移民问题与汇款" + each + "方面的合作与交流" for each in ONE)
    assert contained(words, ZH, MADE) == ()


def test_a_clause_of_its_own_length_is_a_precedent_and_no_part():
    assert contained(ONE, ZH, MADE) == ()


def test_the_part_known_among_the_seeds_is_found():
    found = Engine(SEEDS, ZH).contained(PARAGRAPHS["003 2"], floor=0.75)
    assert "004#resolution/II.8(d)" in {each.clause.id for each in found} | {
        each.clause.id for each in Engine(SEEDS, ZH).precedents(PARAGRAPHS["003 2"])
    }


@pytest.mark.parametrize("floor", [0.8, 0.9])
def test_what_is_contained_is_what_looking_at_every_clause_finds(floor):
    engine = Engine(SEEDS, ZH)
    names = list(PARAGRAPHS)[::37]
    for one, other in pairwise(names):
        text = PARAGRAPHS[one] + PARAGRAPHS[other]
        found = {each.clause.id for each in engine.contained(text, limit=500, floor=floor)}
        single = {
            each.clause.id
            for clause in SEEDS
            for each in contained(text, ZH, [clause], floor=floor)
        }
        assert found == single
        assert found


def test_all_clauses_that_are_part_of_a_text_are_named_unless_fewer_are_asked_for():
    made = clauses([ONE] * 30 + [TWO] * 30)
    text = f"{ONE}，并{TWO}；"
    every = contained(text, ZH, made)
    assert {each.clause.id for each in every} == {each.id for each in made}
    for limit in (0, 1, 7, 45):
        assert contained(text, ZH, made, limit=limit) == every[:limit]


@given(st.text("甲乙丙丁", max_size=12), st.text("甲乙丙丁", max_size=8))
def test_a_shared_stretch_lies_within_both_texts(longer, shorter):
    found = shared_stretch(longer, shorter)
    if found is None:
        assert not set(longer) & set(shorter)
        return
    assert 0 <= found.start < found.end <= len(longer)
    assert 0 <= found.inner_start < found.inner_end <= len(shorter)
    assert found.count <= min(found.end - found.start, found.inner_end - found.inner_start)
    assert 0 < found.containment <= 1

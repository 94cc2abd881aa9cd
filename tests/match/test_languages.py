"""In every language, what is found is what comparing with everything finds."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare.similarity import common, ratio
from drafter.compare.tokens import norms
from drafter.languages import language
from drafter.match import Engine, bulk, contained, near_duplicates
from drafter.match.bulk import Coder
from drafter.match.pairs import pairs
from drafter.match.terms import all_current, current_norms, current_terms
from tests.match.brute import brute_force
from tests.match.clauses import clauses
from tests.match.worded import LANGUAGES, texts

FLOORS = st.sampled_from([0.0, 0.4, 0.5, 0.6, 2 / 3, 0.8, 1.0])
pytestmark = pytest.mark.parametrize("code", LANGUAGES)


@settings(max_examples=30, deadline=None)
@given(data=st.data(), limit=st.integers(1, 8), floor=FLOORS)
def test_precedents_are_the_exact_top_with_ties_by_id(code, data, limit, floor):
    made = clauses(data.draw(st.lists(texts(code), max_size=10)), language=code)
    text = data.draw(texts(code))
    engine = Engine(made, language(code))
    found = engine.precedents(text, limit=limit, floor=floor)
    # a text without words is like nothing
    wanted = brute_force(text, made, code, limit=limit, floor=floor) if norms(text) else []
    assert [(each.clause.id, each.similarity) for each in found] == wanted


@settings(max_examples=30, deadline=None)
@given(data=st.data(), floor=st.sampled_from([0.6, 0.8, 1.0]))
def test_contained_is_what_looking_at_every_clause_finds(code, data, floor):
    made = clauses(data.draw(st.lists(texts(code, 16), max_size=6)), language=code)
    text = " ".join(data.draw(st.lists(texts(code, 16), min_size=1, max_size=2)))
    tongue = language(code)
    found = [each.clause.id for each in contained(text, tongue, made, floor=floor)]
    single = [
        each.clause.id for clause in made for each in contained(text, tongue, [clause], floor=floor)
    ]
    assert sorted(found) == sorted(single)


@settings(max_examples=30, deadline=None)
@given(data=st.data(), floor=st.sampled_from([0.0, 0.3, 0.5, 0.8, 1.0]))
def test_pairs_are_those_of_an_exact_join(code, data, floor):
    tongue = language(code)
    made = clauses(data.draw(st.lists(texts(code), max_size=10)), language=code)
    read = {each.id: current_norms(each.plain, tongue) for each in made}
    wanted = {
        (min(one, other), max(one, other), score)
        for one, other in combinations(read, 2)
        if (score := _score(read[one], read[other])) >= floor and score > 0
    }
    found = list(pairs(Engine(made, tongue).index.alike(floor)))
    assert len(found) == len(set(found))
    # texts without words are all the same wording, and like no other
    assert set(found) == wanted


@settings(max_examples=30, deadline=None)
@given(data=st.data(), floor=st.sampled_from([0.3, 0.6, 1.0]))
def test_near_duplicates_are_all_pairs_of_six_words_or_more(code, data, floor):
    tongue = language(code)
    made = data.draw(st.lists(texts(code, 12), max_size=8))
    read = [current_norms(text, tongue) for text in made]
    wanted = {
        (i, j, score)
        for i, j in combinations(range(len(made)), 2)
        if min(len(read[i]), len(read[j])) >= 6 and (score := _score(read[i], read[j])) >= floor
    }
    assert set(near_duplicates(made, tongue, floor)) == wanted


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_many_texts_are_read_as_each_is(code, data):
    made = data.draw(st.lists(texts(code), max_size=12))
    made += data.draw(st.lists(st.text(max_size=12), max_size=6))
    with pytest.MonkeyPatch.context() as patch:
        # so that few texts are read as many are, in more than one go
        patch.setattr(bulk, "_CHUNK", 5)
        coded = Coder().texts(made)
    read = iter(coded.flat.tolist())
    found = [tuple(coded.words[next(read)] for _ in range(each)) for each in coded.lengths]
    assert found == [norms(text) for text in made]


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_terms_of_many_texts_are_those_of_each(code, data):
    tongue = language(code)
    made = data.draw(st.lists(texts(code), max_size=50))
    assert all_current(made, tongue) == [current_terms(text, tongue) for text in made]


def _score(one, other):
    return ratio(common(one, other), len(one), len(other))

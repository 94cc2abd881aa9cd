"""The index finds what comparing with everything finds, whatever its sketches collide on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.compare.similarity import common, ratio, share
from drafter.match import building, segment
from drafter.match.index import Index

WORDS = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=9).map(tuple)
TEXTS = st.lists(WORDS, max_size=12)
FLOORS = st.sampled_from([0.0, 0.25, 0.4, 0.5, 0.6, 2 / 3, 0.75, 0.8, 1.0])


def keyed(texts):
    return [(f"k{number:02d}", words) for number, words in enumerate(texts)]


def brute_top(texts, words, limit, floor):
    scored = [
        (-ratio(common(words, each), len(words), len(each)), key) for key, each in keyed(texts)
    ]
    return [(key, -score) for score, key in sorted(scored) if -score >= floor][:limit]


@pytest.fixture(params=[8, 64, 1024])
def narrow(request, monkeypatch):
    """Sketches so narrow that tokens collide, and texts of two widths."""
    bands = ((4, request.param), (1 << 40, 2 * request.param))
    monkeypatch.setattr(building, "BANDS", bands)
    monkeypatch.setattr(segment, "BANDS", bands)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=TEXTS, words=WORDS, limit=st.integers(1, 6), floor=FLOORS)
@pytest.mark.usefixtures("narrow")
def test_top_is_the_exact_top_with_ties_by_key(texts, words, limit, floor):
    found = Index.of(keyed(texts)).top(words, limit=limit, floor=floor)
    wanted = brute_top(texts, words, limit, floor) if words else []
    assert [(each.key, each.score) for each in found] == wanted


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=TEXTS, words=WORDS, floor=st.sampled_from([0.3, 0.5, 0.8, 1.0]))
@pytest.mark.usefixtures("narrow")
def test_containing_finds_every_text_that_holds_enough(texts, words, floor):
    found = [
        (key, held.share)
        for held in Index.of(keyed(texts)).containing(words, floor=floor)
        for key in held.keys
    ]
    wanted = [
        (key, score)
        for key, each in keyed(texts)
        if (score := share(common(words, each), len(words), len(each))) >= floor
    ]
    assert sorted(found) == sorted(wanted)
    assert [score for _, score in found] == sorted((score for _, score in wanted), reverse=True)


def test_a_score_of_exactly_the_floor_is_found():
    # 44 of 55 shared: the case that a floating-point cutoff loses
    words = tuple(f"w{n}" for n in range(55))
    other = words[:44] + tuple(f"x{n}" for n in range(11))
    found = Index.of([("a", other)]).top(words, limit=1, floor=0.8)
    assert [each.score for each in found] == [0.8]


def test_skipped_keys_are_not_found():
    index = Index.of(keyed([("甲", "乙"), ("甲", "乙")]))
    found = index.top(("甲", "乙"), limit=5, floor=0.1, skip={"k00"})
    assert [each.key for each in found] == ["k01"]


def test_nothing_is_found_for_no_words_or_in_nothing():
    assert Index.of(keyed([("甲",)])).top((), limit=5, floor=0.0) == ()
    assert Index.of([]).top(("甲",), limit=5, floor=0.0) == ()

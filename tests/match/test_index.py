"""The index finds what comparing with everything finds, whatever its sketches collide on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare.similarity import common, ratio, share
from drafter.match import index as index_module
from drafter.match.index import Index, least_shared

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


@pytest.mark.parametrize("bits", [8, 64, 1024])
@settings(max_examples=150, deadline=None)
@given(texts=TEXTS, words=WORDS, limit=st.integers(1, 6), floor=FLOORS)
def test_top_is_the_exact_top_with_ties_by_key(bits, texts, words, limit, floor):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_module, "SKETCH_BITS", bits)
        found = Index(keyed(texts)).top(words, limit=limit, floor=floor)
    wanted = brute_top(texts, words, limit, floor) if words else []
    assert [(each.key, each.score) for each in found] == wanted


@pytest.mark.parametrize("bits", [8, 1024])
@settings(max_examples=150, deadline=None)
@given(texts=TEXTS, words=WORDS, floor=st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_containing_finds_every_text_that_holds_enough(bits, texts, words, floor):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_module, "SKETCH_BITS", bits)
        found = Index(keyed(texts)).containing(words, floor=floor)
    wanted = [
        (key, score)
        for key, each in keyed(texts)
        if (score := share(common(words, each), len(words), len(each))) >= floor
    ]
    assert [(each.key, each.score) for each in found] == sorted(wanted, key=lambda w: (-w[1], w[0]))


def test_a_score_of_exactly_the_floor_is_found():
    # 44 of 55 shared: the case that a floating-point cutoff loses
    words = tuple(f"w{n}" for n in range(55))
    other = words[:44] + tuple(f"x{n}" for n in range(11))
    found = Index([("a", other)]).top(words, limit=1, floor=0.8)
    assert [each.score for each in found] == [0.8]


@given(st.integers(1, 400), st.integers(0, 100))
def test_the_fewest_shared_tokens_reach_the_floor_and_one_less_does_not(total, hundredths):
    floor = hundredths / 100
    needed = least_shared(floor, total)
    assert ratio(needed, total, 0) >= floor or 2 * needed >= total
    assert needed == 0 or ratio(needed - 1, total, 0) < floor


def test_skipped_keys_are_not_found():
    index = Index(keyed([("甲", "乙"), ("甲", "乙")]))
    found = index.top(("甲", "乙"), limit=5, floor=0.1, skip={"k00"})
    assert [each.key for each in found] == ["k01"]


def test_nothing_is_found_for_no_words_or_in_nothing():
    assert Index(keyed([("甲",)])).top((), limit=5, floor=0.0) == ()
    assert Index([]).top(("甲",), limit=5, floor=0.0) == ()

"""Families are proposed from pairs that are alike; confirmed ones are never joined."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.match.candidates import Alike
from drafter.match.families import binding, family_id, links, proposed

CLAUSES = st.sampled_from("abcdefgh")
LINKS = st.lists(
    st.tuples(CLAUSES, CLAUSES, st.sampled_from((0.8, 0.9, 1.0))).filter(lambda x: x[0] != x[1]),
    max_size=12,
)


def components(found):
    """Connected clauses the slow and plain way: every clause takes in all it reaches."""
    reached = {clause: {clause} for one, other, _ in found for clause in (one, other)}
    for _ in reached:
        for one, other, _score in found:
            both = reached[one] | reached[other]
            reached[one], reached[other] = both, both
    return {tuple(sorted(group)) for group in reached.values()}


@given(LINKS)
def test_without_confirmed_families_they_are_the_connected_clauses(found):
    assert {each.clauses for each in proposed(found, {})} == components(found)


@given(LINKS, st.randoms())
def test_the_order_of_the_pairs_does_not_matter(found, shuffled):
    other = list(found)
    shuffled.shuffle(other)
    assert proposed(found, {}) == proposed(other, {})


@given(LINKS, st.dictionaries(CLAUSES, st.sampled_from(("x", "y"))))
def test_no_proposal_holds_clauses_of_two_confirmed_families(found, confirmed):
    for each in proposed(found, confirmed):
        families = {confirmed[clause] for clause in each.clauses if clause in confirmed}
        assert families <= {each.family}
        assert each.new
        assert not set(each.new) & confirmed.keys()


@given(LINKS, st.dictionaries(CLAUSES, st.sampled_from(("x", "y", "z"))), st.integers(0, 5))
def test_the_links_that_bind_propose_what_all_of_them_do(found, confirmed, at_once):
    kept = binding(found, confirmed, at_once=at_once)
    assert set(kept) <= set(found)
    assert len(kept) < len("abcdefgh")
    assert proposed(kept, confirmed) == proposed(found, confirmed)


def test_a_clause_between_two_families_joins_the_nearer_one():
    found = [("a", "m", 0.85), ("b", "m", 0.95)]
    (proposal,) = proposed(found, {"a": "x", "b": "y"})
    assert (proposal.family, proposal.new, proposal.cohesion) == ("y", ("m",), 0.95)


def test_cohesion_is_the_weakest_link_that_is_needed():
    found = [("a", "b", 0.9), ("b", "c", 0.8), ("a", "c", 0.85)]
    (proposal,) = proposed(found, {})
    assert proposal.cohesion == 0.85


def test_clauses_with_the_same_wording_are_linked_without_every_pair():
    same = ("a", "b", "c")
    found = [Alike(same, same, 1.0), Alike(same, ("d",), 0.9)]
    assert list(links(found)) == [("a", "b", 1.0), ("b", "c", 1.0), ("a", "b", 1.0),
                                  ("b", "c", 1.0), ("a", "d", 0.9)]  # fmt: skip
    (proposal,) = proposed(links(found), {})
    assert proposal.clauses == ("a", "b", "c", "d")


def test_the_id_comes_from_the_words_alone():
    one, other = ("urges", "states"), ("calls", "upon", "states")
    assert family_id([one, other]) == family_id([other, one, one])
    assert family_id([one]) != family_id([one, other])

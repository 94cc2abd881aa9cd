"""The order in which precedents are shown: a key, with reasons that explain it."""

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import language
from drafter.library import SetApart, Votes
from drafter.match import Engine, shown
from drafter.match.ranking import is_formula, preference, ranked
from drafter.messages import say
from drafter.model.provenance import Stage
from tests.match.clauses import clause

ZH = language("zh")
TEXT = "鼓励会员国加强合作，交流经验，并继续开展对话；"
FORMULA = "回顾其2015年9月25日第70/1号决议，"


def in_order(*made):
    """The clauses as they are shown, whatever the order they were given in."""
    orders = {
        tuple(hit.clause for hit in shown(Engine(each, ZH).precedents(TEXT)))
        for each in permutations(made)
    }
    (only,) = orders
    return list(only)


def told(made):
    (hit,) = Engine([made], ZH).precedents(made.plain)
    return [say(reason.message, **dict(reason.params)) for reason in hit.reasons]


def test_an_old_adopted_text_comes_before_a_recent_draft_of_the_same_words():
    adopted = clause(TEXT, 1, symbol="A/RES/75/1", session=75, date="2020-09-21")
    draft = clause(TEXT, 2, symbol="A/C.2/79/L.9", stage=Stage.DRAFT, session=79)
    assert in_order(draft, adopted) == [adopted, draft]


def test_what_was_adopted_without_a_vote_comes_before_what_was_voted_on():
    voted = clause(TEXT, 1, adoption_way="recorded-vote", session=79, date="2024-12-19")
    unknown = clause(TEXT, 2, session=78)
    agreed = clause(TEXT, 3, adoption_way="without-a-vote", session=60, date="2005-12-19")
    assert in_order(voted, unknown, agreed) == [agreed, unknown, voted]


def test_among_equals_the_date_decides_then_the_session_then_the_id():
    june = clause(TEXT, 1, session=79, date="2025-06-05")
    december = clause(TEXT, 2, session=79, date="2024-12-19")
    undated = clause(TEXT, 3, session=79, date="")
    oldest = [clause(TEXT, number, session=70) for number in (4, 5)]
    assert in_order(june, december, undated, *oldest) == [june, december, undated, *oldest]


def test_an_adopted_text_is_shown_though_more_drafts_of_the_same_words_come_first_by_id():
    drafts = [
        clause(TEXT, 1, symbol=f"A/{session}/L.1", stage=Stage.DRAFT, session=session, date="")
        for session in range(60, 79)
    ]
    adopted = clause(TEXT, 1, symbol="A/RES/79/1", session=79, date="")
    less = clause(TEXT.replace("继续", ""), 2, symbol="A/RES/78/1", session=78)
    engine = Engine([*drafts, adopted, less], ZH)
    exact = engine.precedents(TEXT)
    assert [hit.clause.id for hit in exact] == [each.id for each in drafts[:10]]
    hits = engine.shown(TEXT)
    assert [hit.clause for hit in hits] == [adopted, *drafts[:-10:-1]]
    assert [hit.rank for hit in hits] == list(range(1, 11))
    recent = [any("reason-recent" in each.message for each in hit.reasons) for hit in hits]
    assert recent == [True] + [False] * 9


def test_a_formula_that_is_most_similar_is_shown_whatever_ties_behind_it():
    formula = clause(FORMULA + TEXT, 1)
    others = [clause(formula.plain.replace("70/1", ""), number) for number in range(2, 9)]
    assert [is_formula(each.plain, ZH) for each in (formula, others[0])] == [True, False]
    hits = Engine([formula, *others], ZH).shown(formula.plain, limit=3)
    assert [hit.clause for hit in hits] == [*others[:2], formula]
    assert [hit.rank for hit in hits] == [1, 2, 3]


@given(
    st.lists(
        st.text("移民汇款发展权利", min_size=1, max_size=9),
        min_size=1, max_size=12,
    ),
    st.text("移民汇款发展权利", min_size=1, max_size=9),
    st.integers(1, 4),
)  # fmt: skip
def test_what_is_shown_is_as_similar_as_the_exact_top(texts, text, limit):
    engine = Engine([clause(each, number) for number, each in enumerate(texts, 1)], ZH)
    exact = [hit.similarity for hit in engine.precedents(text, limit=limit)]
    assert (
        sorted((hit.similarity for hit in engine.shown(text, limit=limit)), reverse=True) == exact
    )


def test_dates_count_as_they_are_printed_too():
    june = clause(TEXT, 1, session=79, date="2025年6月5日")
    december = clause(TEXT, 2, session=79, date="2024-12-19")
    year = clause(TEXT, 3, session=79, date="2024年某日")
    spring = clause(TEXT, 4, session=78, date="2024年3月1日")
    old = clause(TEXT, 5, session=74, date="2019年12月17日")
    assert in_order(june, december, spring, year, old) == [june, december, spring, year, old]


def test_the_most_recent_of_those_found_is_so_by_the_dates_as_they_are_printed():
    english = language("en")
    words = "Encourages Member States to exchange experience and to continue the dialogue;"
    made = [
        clause(words, number, language="en", session=79, date=date)
        for number, date in enumerate(["2 June 2024", "18 December 2024", "2024-09-10"], 1)
    ]
    hits = shown(Engine(made, english).precedents(words))
    assert [hit.clause.date for hit in hits] == ["18 December 2024", "2024-09-10", "2 June 2024"]
    recent = [any("reason-recent" in each.message for each in hit.reasons) for hit in hits]
    assert recent == [True, False, False]


def test_a_more_similar_draft_comes_before_a_less_similar_adopted_text():
    draft = clause(TEXT, 1, stage=Stage.DRAFT)
    adopted = clause(TEXT.replace("继续", ""), 2)
    assert in_order(adopted, draft) == [draft, adopted]


def test_a_formula_steps_back_behind_a_text_that_is_a_little_less_similar():
    found = [(clause(FORMULA, 1), 0.9), (clause(TEXT, 2), 0.8)]
    assert [rank for rank, _ in ranked(found, ZH)] == [2, 1]


def test_the_vote_is_told_with_its_count():
    votes = Votes(100, 30, 20)
    assert "adopted by a recorded vote, 100–30–20" in told(
        clause(TEXT, adoption_way="recorded-vote", votes=votes)
    )
    assert "adopted by a recorded vote" in told(clause(TEXT, adoption_way="recorded-vote"))
    assert "adopted without a vote" in told(clause(TEXT, adoption_way="without-a-vote"))


def test_a_paragraph_that_was_set_apart_says_so():
    apart = (
        SetApart(Votes(5, 3, 0)),
        SetApart(by="Hungary", how="dissociation"),
        SetApart(by="Chile", how="reservation", whole=True),
        SetApart(by="Peru"),
    )
    assert told(clause(TEXT, set_apart=apart))[1:5] == [
        "voted on separately, 5–3–0",
        "Hungary dissociated from it",
        "reservation by Chile on the whole text",
        "reservation or dissociation by Peru",
    ]


CLAUSES = st.builds(
    lambda number, stage, way, session, date, text: clause(
        text, number, stage=stage, adoption_way=way, session=session, date=date
    ),
    st.integers(1, 10**6),
    st.sampled_from(Stage),
    st.sampled_from(["without-a-vote", "recorded-vote", "unknown"]),
    st.sampled_from([None, 68, 79]),
    st.sampled_from(["", "2013-10-03", "2024-12-19", "2024-12-24"]),
    st.sampled_from([TEXT, FORMULA]),
)


@given(
    st.lists(
        st.tuples(CLAUSES, st.sampled_from([0.5, 0.9, 1.0])),
        max_size=8,
        unique_by=lambda each: each[0].id,
    )
)
def test_the_reasons_explain_the_order_whatever_is_found(found):
    places = ranked(found, ZH)
    assert sorted(rank for rank, _ in places) == list(range(1, len(found) + 1))
    order = sorted(range(len(found)), key=lambda number: places[number][0])
    for one, other in pairwise(order):
        (first, more), (second, less) = found[one], found[other]
        formulas = is_formula(first.plain, ZH), is_formula(second.plain, ZH)
        if formulas[0] == formulas[1]:
            assert more >= less
        if formulas[0] == formulas[1] and more == less:
            assert preference(first, ZH) < preference(second, ZH)
            if preference(first, ZH)[:-1] != preference(second, ZH)[:-1]:
                assert places[one][1] != places[other][1]

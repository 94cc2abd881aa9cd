"""Precedents: exact against brute force, the known pairs found, reasons apart from finding."""

from dataclasses import replace

import pytest

from drafter.languages import language
from drafter.match import Engine, Reason, current_terms, precedents, shown
from drafter.match.terms import current_norms, current_tokens
from drafter.model.provenance import Stage
from drafter.model.tree import Kind
from tests.match.brute import brute_force
from tests.match.clauses import SEEDS, clause, clauses
from tests.match.seeds import PAIRS, PARAGRAPHS

ZH, EN = language("zh"), language("en")
ENGINE = Engine(SEEDS, ZH)
ENGLISH = (
    "Encourages Member States to mainstream migration into national development plans;",
    "Encourages Member States to mainstream migration into national plans;",
    "Urges Member States to mainstream migration into national development plans;",
    "Requests the Secretary-General to report to the General Assembly at its next session;",
    "Requests the Secretary-General to report to the Assembly at its eighty-first session;",
    "Also requests the Secretary-General to report to the General Assembly at its next session;",
    "Recognizes the contribution of migrants to sustainable development;",
    "Recognizing the contribution of migrants to inclusive growth and sustainable development,",
)


def found(text, engine=ENGINE, **options):
    return [(each.clause.id, each.similarity) for each in engine.precedents(text, **options)]


@pytest.mark.parametrize("floor", [0.0, 0.4, 0.6])
@pytest.mark.parametrize("limit", [1, 3, 10])
def test_precedents_are_those_of_brute_force(limit, floor):
    for name in list(PARAGRAPHS)[::23]:
        text = PARAGRAPHS[name]
        assert found(text, limit=limit, floor=floor) == brute_force(
            text, SEEDS, limit=limit, floor=floor
        )


def test_precedents_in_english_are_those_of_brute_force_with_ties():
    made = clauses(ENGLISH * 3, language="en")
    engine = Engine(made, EN)
    for text in ENGLISH:
        for limit in (1, 4, 30):
            assert found(text, engine, limit=limit, floor=0.1) == brute_force(
                text, made, "en", limit=limit, floor=0.1
            )


def test_ties_go_by_clause_id_whatever_the_order_of_the_clauses():
    texts = ["鼓励会员国加强合作；"] * 12 + ["鼓励会员国加强国际合作；"] * 3
    made = clauses(texts)[::-1]
    expected = sorted(each.id for each in made if "国际" not in each.plain)[:5]
    assert [key for key, _ in found("鼓励会员国加强合作；", Engine(made, ZH), limit=5)] == expected


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_the_known_pairs_among_the_seeds_are_found(a, b):
    for one, other in ((a, b), (b, a)):
        own, wanted = (f"{n.split()[0]}#resolution/{n.split()[1]}" for n in (one, other))
        assert wanted in {key for key, _ in found(PARAGRAPHS[one], exclude=own)}


def test_a_clause_is_found_across_a_change_of_terms():
    (hit,) = precedents(
        "认识到移民和移民对发展的贡献", ZH, [clause("认识到移徙者和移徙对发展的贡献")]
    )
    assert hit.similarity == 1.0
    assert hit.as_written < 1.0
    assert Reason("deviation.reason-terms") in hit.reasons
    assert {change.kind.value for change in hit.changes} == {"term"}


def test_terms_stand_where_the_older_term_stands():
    text = "全球移徙与发展论坛和移徙者"
    read = current_tokens(text, ZH)
    assert "".join(token.norm for token in read) == current_terms(text, ZH)
    assert tuple(token.norm for token in read) == current_norms(text, ZH)
    assert text[read[-1].start : read[-1].end] == "移徙者"


def test_report_prose_is_never_a_precedent():
    text = "委员会通过了决议草案；"
    prose = clause(text, 1, kind=Kind.REPORT, offered=False)
    inner = clause(text, 2, kind=Kind.CONTINUATION, offered=False)
    assert precedents(text, ZH, [prose, inner]) == ()


def test_only_the_clause_asked_for_is_left_out():
    made = clauses(["鼓励会员国加强合作；"] * 2)
    assert [key for key, _ in found(made[0].plain, Engine(made, ZH), exclude=made[0].id)] == [
        made[1].id
    ]


def test_clauses_of_another_language_are_not_searched():
    assert len(Engine([clause("鼓励会员国", language="fr")], ZH)) == 0


def test_adopted_is_shown_before_draft_and_recent_before_old():
    text = "鼓励会员国加强合作，交流经验；"
    draft = clause(text, 1, stage=Stage.DRAFT, session=70)
    adopted = clause(text, 2, stage=Stage.ADOPTED, session=70)
    recent = clause(text, 3, stage=Stage.ADOPTED, session=79, date="2024-12-19")
    hits = Engine([draft, adopted, recent], ZH).precedents(text)
    assert [hit.clause for hit in hits] == [draft, adopted, recent]
    assert [hit.clause for hit in shown(hits)] == [recent, adopted, draft]
    assert [hit.rank for hit in hits] == [3, 2, 1]
    assert hits[2].reasons == (
        Reason("deviation.reason-adopted"),
        Reason("deviation.reason-dated", (("date", "2024-12-19"),)),
        Reason("deviation.reason-session", (("session", 79),)),
        Reason("deviation.reason-recent"),
    )


def test_a_formula_steps_back_but_is_found():
    text = "回顾其2015年9月25日第70/1号决议，"
    formula = clause(text, 1)
    (hit,) = Engine([formula], ZH).precedents(text)
    assert hit.similarity == 1.0
    assert Reason("deviation.reason-formula") in hit.reasons


def test_rank_never_changes_what_is_found():
    worse = [replace(each, stage=Stage.WITHDRAWN) for each in SEEDS]
    text = PARAGRAPHS["001 op16"]
    assert found(text, Engine(worse, ZH)) == found(text)


def test_the_differences_of_a_precedent_are_named():
    text = PARAGRAPHS["001 op16"].replace("鼓励", "敦促", 1)
    first = ENGINE.precedents(text)[0]
    assert first.clause.place == "op16"
    assert [change.kind.value for change in first.changes] == ["verb-stronger"]

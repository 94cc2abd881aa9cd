"""Verbatim, edited, not found: in shares of characters."""

import pytest

from drafter.languages import language
from drafter.match import (
    Coverer,
    CoverState,
    Engine,
    Repetition,
    coverage,
    near_duplicates,
    near_duplicates_of,
    repetitions,
)
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from tests.match.clauses import SEEDS, clause, clauses
from tests.match.seeds import PARAGRAPHS

ZH = language("zh")
AGREED = "敦促各方为流离失所者提供安全通道和人道主义援助"
ENGINE = Engine(clauses([AGREED + "；", "确认汇款对减少贫困和促进地方经济的重要作用；"]), ZH)


def covered(text, own=""):
    return Coverer(ENGINE).paragraphs([("op1", text, own)])


def test_a_clause_word_for_word_is_verbatim_whatever_its_punctuation():
    found = covered(AGREED + "。")
    assert (found.verbatim, found.edited, found.not_found) == (1, 0, 0)
    assert found.paragraphs[0].state is CoverState.VERBATIM


def test_a_piece_of_a_clause_is_verbatim():
    assert covered("为流离失所者提供安全通道").verbatim == 1


def test_a_paragraph_without_the_negation_of_its_clause_is_edited_and_nowhere_verbatim():
    clause_text = "决定会员国在任何情况下均不应继续限制移徙者获得基本医疗服务和教育的权利；"
    engine = Engine(clauses([clause_text, AGREED + "；"]), ZH)
    found = Coverer(engine).paragraphs([("op1", clause_text.replace("不", ""), "")])
    assert (found.verbatim, found.edited) == (0, 1)
    assert found.paragraphs[0].state is CoverState.EDITED
    (only,) = found.paragraphs[0].stretches
    assert only.clause.plain[only.clause_start : only.clause_end] == clause_text


def test_the_halves_of_a_clause_in_the_other_order_are_edited():
    one, two = AGREED[:12], AGREED[12:]
    found = covered(two + one)
    assert (found.verbatim, found.edited) == (0, 1)


def test_clauses_fused_word_for_word_are_edited_as_a_whole_and_verbatim_each():
    found = covered(AGREED + "，确认汇款对减少贫困和促进地方经济的重要作用。")
    assert found.verbatim == 1
    assert len(found.paragraphs[0].stretches) == 2
    assert found.paragraphs[0].state is CoverState.EDITED


def test_a_whole_clause_inside_a_paragraph_is_verbatim_and_what_is_added_not_found():
    text = AGREED + "，并请秘书长协助"
    found = covered(text)
    assert found.paragraphs[0].state is CoverState.EDITED
    assert found.verbatim == pytest.approx((len(AGREED) + 1) / len(text))
    assert found.verbatim + found.not_found == pytest.approx(1)


def test_a_changed_word_is_edited_and_the_rest_of_the_clause_verbatim():
    text = AGREED.replace("敦促", "请")
    found = covered(text)
    assert found.edited == pytest.approx(1 / len(text))
    assert found.verbatim == pytest.approx(1 - 1 / len(text))


def test_three_hundred_of_three_hundred_and_four_characters_are_verbatim():
    long = "，".join(f"第{number}项承诺促进安全有序和正常移民" for number in range(100, 118))[:300]
    coverer = Coverer(Engine(clauses([long + "以及其他各项承诺；"]), ZH))
    found = coverer.paragraphs([("op1", long + "唱歌跳舞", "")])
    assert found.verbatim == pytest.approx(300 / 304)


def test_what_is_verbatim_is_told_apart_by_the_stage_of_its_source():
    draft = "确认汇款对减少贫困和促进地方经济的重要作用"
    made = [clause(AGREED, 1), clause(draft, 2, stage=Stage.DRAFT)]
    found = Coverer(Engine(made, ZH)).paragraphs([("op1", AGREED, ""), ("op2", draft, "")])
    total = len(AGREED) + len(draft)
    assert found.shares.stages == (
        (Stage.ADOPTED, len(AGREED) / total),
        (Stage.DRAFT, len(draft) / total),
    )
    assert found.paragraphs[1].shares.stages == ((Stage.DRAFT, 1),)


def test_a_text_like_nothing_is_not_found():
    found = covered("Recalling the Charter of the United Nations")
    assert found.not_found == 1
    assert found.paragraphs[0].state is CoverState.NOT_FOUND


def test_a_paragraph_is_not_covered_by_itself():
    assert covered(AGREED + "；", "A/RES/70/1#resolution/op1").verbatim == 0


def test_a_document_is_covered_by_its_paragraphs_and_not_its_titles():
    part = Part(
        PartKind.RESOLUTION,
        (
            Paragraph("resolution/title", Kind.TITLE, Text.of("标题")),
            Paragraph("resolution/op1", Kind.OPERATIVE, Text.of(AGREED)),
        ),
    )
    document = Document(DocumentType.DRAFT_RESOLUTION, "zh", part, Masthead(symbol="A/C.2/81/L.1"))
    found = coverage(document, ENGINE)
    assert [each.id for each in found.paragraphs] == ["resolution/op1"]
    assert found.verbatim == 1


def test_an_empty_document_has_no_shares():
    document = Document(DocumentType.DRAFT_RESOLUTION, "zh", Part(PartKind.RESOLUTION))
    found = coverage(document, ENGINE)
    assert (found.verbatim, found.edited, found.not_found, found.paragraphs) == (0, 0, 0, ())


def test_near_duplicates_of_the_seeds_are_the_known_ones():
    names = [name for name in PARAGRAPHS if name.startswith("001 op")]
    pairs = near_duplicates([PARAGRAPHS[name] for name in names], ZH, 0.7)
    assert [(names[i], names[j]) for i, j, _ in pairs] == [("001 op3", "001 op14")]


def test_near_duplicates_are_those_of_brute_force():
    texts = [each.plain for each in SEEDS[:60:2]]
    pairs = near_duplicates(texts, ZH, 0.5)
    assert pairs == tuple(sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])))
    assert all(i < j and score >= 0.5 for i, j, score in pairs)
    singly = {
        (i, j)
        for i in range(len(texts))
        for j in range(i + 1, len(texts))
        if near_duplicates([texts[i], texts[j]], ZH, 0.5)
    }
    assert {(i, j) for i, j, _ in pairs} == singly


def draft(*texts):
    part = Part(
        PartKind.RESOLUTION,
        tuple(
            Paragraph(f"resolution/op{i}", Kind.OPERATIVE, Text.of(text))
            for i, text in enumerate(texts, 1)
        ),
    )
    return Document(DocumentType.DRAFT_RESOLUTION, "zh", part)


def test_near_duplicates_of_a_document_go_by_id():
    document = draft(AGREED, "请秘书长提交报告；", AGREED + "；")
    assert near_duplicates_of(document, ZH) == (("resolution/op1", "resolution/op3", 1.0),)


def test_a_repetition_names_the_most_similar_before_it_and_counts_the_others():
    other = AGREED.replace("各方", "所有国家")
    document = draft(other, AGREED, "请秘书长提交报告；", AGREED + "；", other + "。")
    found = repetitions(document, ZH, 0.7)
    assert [(each.element[-1], each.nearest[-1], each.others) for each in found] == [
        ("2", "1", 0),
        ("4", "2", 1),
        ("5", "1", 2),
    ]


def test_a_paragraph_is_told_as_a_repetition_once_where_pairs_have_it_as_the_second():
    document = draft(*(each.plain for each in SEEDS[:60]))
    found = repetitions(document, ZH, 0.5)
    pairs = near_duplicates_of(document, ZH, 0.5)
    assert found
    assert sorted(each.element for each in found) == sorted({later for _, later, _ in pairs})
    for each in found:
        nearest, more = next(p for p in pairs if p[1] == each.element), each.others
        assert each == Repetition(each.element, nearest[0], nearest[2], more)
        assert more == sum(later == each.element for _, later, _ in pairs) - 1

from dataclasses import replace

import pytest
from hypothesis import given, settings

from drafter.errors import EditRefused, UsageError
from drafter.model import edits, restructure
from drafter.model.text import Text
from drafter.model.tree import DocumentType, Kind, Paragraph, Part, PartKind
from drafter.workspace.rebasing import rebased
from drafter.workspace.rebasing_values import How, Why
from drafter.workspace.recovery import replay
from drafter.workspace.starting import on_base
from tests.workspace.based import EDITS, REVISED, ZH, draft_on_base, edited, printed, revised
from tests.workspace.drafts import session_on, small_draft
from tests.workspace.test_journal import abandoned

several = settings(max_examples=150, deadline=None)


def put(document, element, words):
    return edits.set_text(document, element, Text.of(words))


def words_of(document, element):
    return document.paragraph(element).text.plain()


@several
@given(EDITS)
def test_a_draft_on_the_same_base_again_is_the_same_draft(made):
    draft = edited(draft_on_base(), made, "mine")
    found = rebased(draft, small_draft(), ZH)
    assert found.document == draft
    assert found.carried == found.conflicts == ()


@several
@given(EDITS)
def test_a_draft_that_changed_nothing_reads_as_a_new_draft_on_the_new_base(made):
    base = revised(made)
    found = rebased(draft_on_base(), base, ZH)
    assert printed(found.document) == printed(on_base(DocumentType.DRAFT_RESOLUTION, base))
    assert found.conflicts == ()


@several
@given(EDITS, EDITS)
def test_what_the_draft_wrote_is_never_lost(mine, theirs):
    draft = edited(draft_on_base(), mine, "mine")
    found = rebased(draft, revised(theirs), ZH)
    old = {each.text.plain() for _, each in small_draft().walk()}
    own = {each.text.plain() for _, each in draft.walk()} - old
    assert own <= {each.text.plain() for _, each in found.document.walk()}
    ids = [each.id for _, each in found.document.walk()]
    assert len(ids) == len(set(ids))
    notes = {note.id for note in found.document.notes}
    assert {n for _, each in found.document.walk() for n in each.text.notes} <= notes


@several
@given(EDITS, EDITS)
def test_what_the_new_base_changed_is_in_the_draft_or_listed(mine, theirs):
    base = revised(theirs)
    found = rebased(edited(draft_on_base(), mine, "mine"), base, ZH)
    old = {each.text.plain() for _, each in small_draft().walk()}
    there = {each.text.plain() for _, each in found.document.walk()}
    listed = "\n".join(each.theirs for each in found.conflicts)
    for _, each in base.walk():
        words = each.text.plain()
        assert words in old | there or words in listed or any(words in own for own in there)


LONGER = {
    "resolution/pp1": "回顾其关于渔业统计的2019年12月18日第74/99号和2021年12月16日第76/88号决议，",
    "resolution/pp2": "又回顾统计委员会关于渔业统计方法的第51/7号决定，",
}


def longer(document):
    for element, words in LONGER.items():
        document = put(document, element, words)
    return document


def draft_on_longer():
    return on_base(DocumentType.DRAFT_RESOLUTION, longer(small_draft()))


def test_what_the_new_base_changed_of_joined_paragraphs_is_listed():
    draft = restructure.join(draft_on_longer(), "resolution/pp1")
    words = LONGER["resolution/pp2"].replace("第51/7号", "第52/8号")
    base = put(longer(revised([])), "resolution/pp2", words)
    (conflict,) = rebased(draft, base, ZH).conflicts
    assert (conflict.why, conflict.theirs) == (Why.BOTH, words)
    without = edits.delete(longer(revised([])), "resolution/pp2")
    (gone,) = rebased(draft, without, ZH).conflicts
    assert (gone.why, gone.element) == (Why.GONE, "resolution/pp1")


def test_what_the_draft_dropped_comes_back_through_a_fusion_only_with_a_word():
    draft = edits.delete(draft_on_longer(), "resolution/pp2")
    found = rebased(draft, restructure.join(longer(revised([])), "resolution/pp1"), ZH)
    assert [each.why for each in found.conflicts] == [Why.DROPPED]
    assert found.conflicts[0].theirs == words_of(found.document, "resolution/pp1")


def test_what_the_draft_left_alone_follows_and_cites_the_new_base_first():
    base = put(revised([]), "resolution/op3", "请秘书长提交年度报告。")
    found = rebased(draft_on_base(), base, ZH)
    assert words_of(found.document, "resolution/op3") == "请秘书长提交年度报告。"
    assert [(each.element, each.how) for each in found.carried] == [("resolution/op3", How.CHANGED)]
    origins = found.document.paragraph("resolution/op3").origins
    assert [each.symbol for each in origins] == [REVISED, "A/C.2/79/L.99"]
    assert found.document.base.symbol == REVISED


def test_what_the_draft_changed_keeps_its_words():
    draft = put(draft_on_base(), "resolution/op3", "请秘书长提交两份报告。")
    found = rebased(draft, revised([]), ZH)
    assert words_of(found.document, "resolution/op3") == "请秘书长提交两份报告。"
    assert found.conflicts == ()


def test_what_both_changed_is_a_conflict_and_keeps_the_drafts_words():
    draft = put(draft_on_base(), "resolution/op3", "请秘书长提交两份报告。")
    base = put(revised([]), "resolution/op3", "请秘书长提交年度报告。")
    found = rebased(draft, base, ZH)
    (conflict,) = found.conflicts
    assert (conflict.why, conflict.ours, conflict.theirs) == (
        Why.BOTH, "请秘书长提交两份报告。", "请秘书长提交年度报告。",
    )  # fmt: skip
    assert words_of(found.document, conflict.element) == conflict.ours


def test_what_both_changed_alike_is_none():
    draft = put(draft_on_base(), "resolution/op3", "请秘书长提交年度报告。")
    base = put(revised([]), "resolution/op3", "请秘书长提交年度报告。")
    found = rebased(draft, base, ZH)
    assert found.conflicts == ()
    assert printed(found.document) == printed(draft)


def test_what_the_draft_dropped_stays_dropped():
    draft = edits.delete(draft_on_base(), "resolution/op1")
    found = rebased(draft, revised([]), ZH)
    assert found.document.paragraph("resolution/op1") is None
    assert found.conflicts == ()
    changed = put(revised([]), "resolution/op1", "表示注意到秘书长的最新报告；")
    (conflict,) = rebased(draft, changed, ZH).conflicts
    assert (conflict.why, conflict.ours) == (Why.DROPPED, "")


def test_what_is_new_in_the_base_comes_in_where_it_stands_there():
    new = Paragraph("resolution/new", Kind.OPERATIVE, Text.of("欢迎渔业统计方法方面的进展；"))
    base = edits.insert_after(revised([]), "resolution/op1", new)
    draft = edits.delete(draft_on_base(), "resolution/op2")
    found = rebased(draft, base, ZH)
    order = [each.id for each in found.document.root.paragraphs]
    assert order[-3:] == ["resolution/op1", "resolution/new", "resolution/op3"]
    assert found.document.paragraph("resolution/new").origins[0].symbol == REVISED


def test_what_came_into_both_alike_is_there_once():
    words = "欢迎各国渔业统计部门在统计方法方面取得的进展；"
    new = Paragraph("resolution/new", Kind.OPERATIVE, Text.of(words))
    base = edits.insert_after(revised([]), "resolution/op1", new)
    draft = edits.insert_after(draft_on_base(), "resolution/op1", replace(new, id="resolution/my"))
    found = rebased(draft, base, ZH)
    assert [each.text.plain() for _, each in found.document.walk()].count(words) == 1
    assert found.document.paragraph("resolution/my").origins[0].symbol == REVISED
    assert found.carried == found.conflicts == ()
    other = put(draft, "resolution/my", words.replace("进展", "显著进展"))
    (conflict,) = rebased(other, base, ZH).conflicts
    assert (conflict.why, conflict.element) == (Why.BOTH, "resolution/my")


def test_what_is_gone_from_the_base_goes_unless_the_draft_changed_it():
    base = edits.delete(revised([]), "resolution/pp2")
    found = rebased(draft_on_base(), base, ZH)
    assert found.document.paragraph("resolution/pp2") is None
    assert found.carried[0].how is How.WENT
    draft = put(draft_on_base(), "resolution/pp2", "重申《宣言》和《纲领》，")
    kept = rebased(draft, base, ZH)
    assert words_of(kept.document, "resolution/pp2") == "重申《宣言》和《纲领》，"
    assert kept.conflicts[0].why is Why.GONE


def test_a_new_annex_comes_in_and_one_that_is_gone_goes():
    annex = Part(
        PartKind.ANNEX,
        (Paragraph("resolution/annex-2/1", Kind.PROSE, Text.of("渔业统计方法专家组的职权范围。")),),
    )
    base = revised([])
    longer = replace(base, root=replace(base.root, blocks=(*base.root.blocks, annex)))
    found = rebased(draft_on_base(), longer, ZH)
    assert [path for path, _ in found.document.parts()][1:] == [
        "resolution/annex-1", "resolution/annex-2",
    ]  # fmt: skip
    shorter = replace(base, root=replace(base.root, blocks=base.root.paragraphs))
    assert len(tuple(rebased(draft_on_base(), shorter, ZH).document.parts())) == 1


def test_rebasing_is_one_step_that_undo_and_the_journal_know():
    session = session_on(draft_on_base())
    session.edit_text("resolution/op3", "请秘书长提交两份报告。")
    before = session.document
    session.rebase(put(revised([]), "resolution/op1", "表示注意到秘书长的最新报告；"))
    after = session.document
    assert after.base.symbol == REVISED
    session.undo()
    assert session.document == before
    session.redo()
    data = abandoned(session)
    assert replay(data).present == after


def test_a_draft_without_a_base_and_a_base_in_another_language_are_refused():
    with pytest.raises(EditRefused):
        rebased(small_draft(), small_draft(), ZH)
    with pytest.raises(UsageError):
        rebased(draft_on_base(), replace(small_draft(), language="en"), ZH)

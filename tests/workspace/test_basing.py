from dataclasses import replace

import pytest
from hypothesis import given, settings

from drafter.errors import EditRefused
from drafter.model import edits, moving
from drafter.model.text import Text
from drafter.model.tree import Kind, Paragraph
from drafter.workspace.basing import Standing, against_base
from drafter.workspace.recovery import replay
from tests.workspace.based import EDITS, ZH, draft_on_base, edited, printed
from tests.workspace.drafts import session_on, small_draft
from tests.workspace.test_journal import abandoned

several = settings(max_examples=60, deadline=None)


def test_a_new_draft_has_every_paragraph_of_its_base():
    against = against_base(draft_on_base(), ZH)
    assert set(against.marks.values()) == {Standing.KEPT}
    assert against.dropped == ()
    assert against.symbol == "A/C.2/79/L.99"


def test_a_draft_without_a_base_stands_against_nothing():
    assert against_base(small_draft(), ZH) is None


def test_a_paragraph_changed_new_moved_or_dropped_has_its_mark():
    draft = draft_on_base()
    draft = edits.set_text(draft, "resolution/op3", Text.of("请秘书长提交两份报告。"))
    new = Paragraph("resolution/new", Kind.OPERATIVE, Text.of("欢迎渔业统计方法方面的进展；"))
    draft = edits.insert_after(draft, "resolution/op1", new)
    draft = moving.move(draft, "resolution/pp2", up=True)
    draft = edits.delete(draft, "resolution/op2.a")
    against = against_base(draft, ZH)
    assert against.marks["resolution/op3"] is Standing.CHANGED
    assert against.marks["resolution/new"] is Standing.NEW
    moved = {against.marks["resolution/pp1"], against.marks["resolution/pp2"]}
    assert moved == {Standing.KEPT, Standing.MOVED}
    assert [(each.base_id, each.label) for each in against.dropped] == [("resolution/op2.a", "(a)")]
    assert against.dropped[0].after == "resolution/op2"


def test_the_draft_in_a_report_is_compared_and_the_report_is_not():
    from drafter.model.tree import DocumentType
    from drafter.workspace.starting import on_base
    from tests.tui.sample_texts import library_document

    report = library_document()
    report = replace(report, masthead=replace(report.masthead, symbol="A/79/439/Add.2"))
    against = against_base(on_base(DocumentType.DRAFT_RESOLUTION, report), ZH)
    assert against.dropped == ()
    assert Standing.NEW not in against.marks.values()


def test_a_paragraph_comes_back_with_its_sub_paragraphs_notes_and_origins():
    session = session_on(draft_on_base())
    whole = session.document
    for element in ("resolution/op2", "resolution/op1", "resolution/pp1"):
        session.delete(element)
    assert len(session.document.notes) == 0
    gone = session.against_base().dropped
    assert [each.base_id for each in gone] == [
        "resolution/pp1", "resolution/op1", "resolution/op2",
    ]  # fmt: skip
    for each in gone:
        session.restore(each.base_id)
    assert session.document.root == whole.root
    assert session.document.notes == whole.notes
    session.undo()
    assert session.document.paragraph("resolution/op2") is None


def test_a_sub_paragraph_comes_back_alone_and_first_where_it_was_first():
    session = session_on(draft_on_base())
    whole = session.document
    session.delete("resolution/op2.a")
    session.restore("resolution/op2.a")
    assert session.document.root == whole.root


def test_the_only_sub_paragraphs_come_back_under_their_paragraph():
    session = session_on(draft_on_base())
    whole = session.document
    session.delete("resolution/op2.a")
    session.delete("resolution/op2.b")
    session.restore("resolution/op2.b")
    session.restore("resolution/op2.a")
    assert session.document.root == whole.root


def test_what_is_there_cannot_be_brought_back():
    session = session_on(draft_on_base())
    with pytest.raises(EditRefused):
        session.restore("resolution/op1")
    with pytest.raises(EditRefused):
        session_on(small_draft()).restore("resolution/op1")


def test_what_came_back_takes_another_id_if_its_own_is_taken():
    session = session_on(draft_on_base())
    session.edit_text("resolution/op1", "欢迎渔业统计方法方面取得的进展和今后的工作；")
    gone = [each.base_id for each in session.against_base().dropped]
    assert gone == ["resolution/op1"]
    new = session.restore("resolution/op1")
    assert new != "resolution/op1"
    assert session.document.paragraph(new).text.plain() == "表示注意到秘书长的报告；"


@several
@given(EDITS)
def test_all_that_was_dropped_can_be_brought_back_and_taken_away_again(made):
    session = session_on(edited(draft_on_base(), made, "mine"))
    before = session.document
    brought = 0
    while dropped := session.against_base().dropped:
        known = {note.id for note in session.document.notes}
        new = session.restore(dropped[0].base_id)
        back = session.document.paragraph(new)
        assert back.text.plain() == dropped[0].text.plain()
        assert {n for each in back.walk() for n in each.text.notes} <= {
            note.id for note in session.document.notes
        }
        assert known <= {note.id for note in session.document.notes}
        brought += 1
        assert brought < 40
    data = abandoned(session)
    if data:
        assert replay(data).present == session.document
    while session.can_undo:
        session.undo()
    assert session.document == before


@several
@given(EDITS)
def test_every_paragraph_has_one_standing_and_every_one_of_the_base_is_accounted_for(made):
    draft = edited(draft_on_base(), made, "mine")
    against = against_base(draft, ZH)
    assert set(against.marks) == {each.id for _, each in draft.walk()}
    base = {each.id for _, each in against.base.document.walk()}
    below = {
        each.id
        for gone in against.dropped
        for each in against.base.document.paragraph(gone.base_id).walk()
    }
    assert base == below | (set(against.partners) & base)
    assert printed(draft) == printed(draft)

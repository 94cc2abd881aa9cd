"""Edits change what they say and nothing else; what one does another takes back."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from drafter.errors import EditRefused
from drafter.model import correcting, edits, moving, note_edits, restructure
from drafter.model.rebuild import neighbours, parent
from drafter.model.record_read import check_ids
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind, Paragraph, PartKind
from drafter.model.view import view
from tests.model.documents import documents, words
from tests.model.rules import ZH, K, doc, note, p, part

SLOW = settings(
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    deadline=None,
)


@st.composite
def edited(draw):
    """A document whose labels were derived, and the id of one of its paragraphs."""
    document = draw(documents(lean=True))
    ids = [each.id for _, each in document.walk()]
    assume(ids)
    return document, draw(st.sampled_from(ids))


def characters(document):
    """Every character and mark of the text and its notes, in no order."""
    everything = "".join(each.text.plain() for _, each in document.walk())
    marks = [mark for _, each in document.walk() for mark in each.text.notes]
    return sorted(everything), sorted(marks), {each.id for each in document.notes}


def attempt(edit, *arguments, **more):
    """The edited document, or None where the edit refuses."""
    try:
        return edit(*arguments, **more)
    except EditRefused:
        return None


def order(document):
    return [each.id for _, each in document.walk()]


def restarted(document, where):
    return edits.restart(document, where, restarts=True)


def refusal(edit, *arguments, **more):
    with pytest.raises(EditRefused) as caught:
        edit(*arguments, **more)
    return caught.value.message_id


# laws


@SLOW
@given(edited())
def test_inserting_and_deleting_gives_the_document_back(case):
    document, where = case
    new = Paragraph("brand-new", Kind.OPERATIVE, Text.of("新"))
    for insert in (edits.insert_after, edits.insert_before, edits.add_child):
        inserted = attempt(insert, document, where, new)
        if inserted is not None:
            assert edits.delete(inserted, "brand-new") == document


@SLOW
@given(edited(), st.booleans())
def test_moving_there_and_back_gives_the_document_back(case, up):
    document, where = case
    moved = attempt(moving.move, document, where, up=up)
    if moved is not None:
        assert moving.move(moved, where, up=not up) == document


@SLOW
@given(edited())
def test_indenting_and_outdenting_gives_the_document_back(case):
    document, where = case
    indented = attempt(moving.indent, document, where)
    if indented is None:
        return
    row = neighbours(document, where)
    at = [each.id for each in row].index(where)
    back = moving.outdent(indented, where)
    assert order(back) == order(document)
    kinds = {each.kind for each in row[at].walk()} | {row[at - 1].kind}
    if len(kinds) == 1:
        assert back == document


@SLOW
@given(edited(), words)
def test_setting_a_text_back_gives_the_document_back(case, new):
    document, where = case
    old = document.paragraph(where).text
    if old.notes:
        return
    assert edits.set_text(edits.set_text(document, where, Text.of(new)), where, old) == document


@SLOW
@given(edited(), st.integers(0, 40))
def test_a_note_added_and_removed_gives_the_document_back(case, offset):
    document, where = case
    added = note_edits.add_note(document, where, offset, note("brand-new"))
    assert note_edits.remove_note(added, "brand-new") == document


@SLOW
@given(edited(), st.integers(0, 40))
def test_splitting_and_joining_gives_the_words_back(case, offset):
    document, where = case
    before = document.paragraph(where)
    parted = restructure.split(document, where, offset, "brand-new")
    assert characters(parted) == characters(document)
    joined = restructure.join(parted, where).paragraph(where)
    assert (joined.text, joined.children) == (before.text, before.children)


@SLOW
@given(edited(), st.data())
def test_no_edit_that_only_moves_loses_a_character_or_a_mark(case, data):
    document, where = case
    other = data.draw(st.sampled_from(order(document)))
    kind = data.draw(st.sampled_from(Kind))
    before = data.draw(st.booleans())
    for after in (
        attempt(moving.move, document, where, up=before),
        attempt(moving.indent, document, where),
        attempt(moving.outdent, document, where),
        attempt(edits.convert, document, where, kind),
        attempt(restructure.join, document, where),
        attempt(moving.move_to, document, where, other, before=before),
    ):
        if after is not None:
            assert characters(after) == characters(document)
            check_ids(after)
            view(after, ZH)


@SLOW
@given(edited())
def test_what_an_edit_does_not_touch_is_the_same_object(case):
    document, where = case
    changed = edits.set_text(document, where, Text.of("别的"))
    same = {id(each) for _, each in changed.walk()} & {id(each) for _, each in document.walk()}
    path = next(path for path, each in document.walk() if each.id == where)
    elsewhere = {id(each) for at, each in document.walk() if at != path}
    assert elsewhere <= same


# what each edit does


def resolution():
    return doc(
        p("t", K.TITLE, "标题"),
        p("e", K.ENACTING, "大会，"),
        p("pp1", K.PREAMBULAR, "回顾，"),
        p("pp2", K.PREAMBULAR, "铭记，"),
        p("op1", K.OPERATIVE, "确认；"),
        p("op2", K.OPERATIVE, "请：", p("a", K.OPERATIVE, "甲；"), p("b", K.OPERATIVE, "乙；"),
          p("c", K.CONTINUATION, "并报告；", numbered=False)),
        p("op3", K.OPERATIVE, "决定。"),
        part(PartKind.ANNEX, p("x1", K.PROSE, "附。")),
    )  # fmt: skip


def test_a_preambular_paragraph_becomes_the_first_operative_one():
    found = edits.convert(resolution(), "pp1", K.OPERATIVE)
    assert order(found)[:6] == ["t", "e", "pp2", "pp1", "op1", "op2"]
    assert found.paragraph("pp1").kind is K.OPERATIVE
    assert [e.label for e in view(found, ZH).elements][3] == "1."


def test_an_operative_paragraph_becomes_the_last_preambular_one():
    found = edits.convert(resolution(), "op3", K.PREAMBULAR)
    assert order(found)[:6] == ["t", "e", "pp1", "pp2", "op3", "op1"]


def test_the_only_paragraph_of_a_section_changes_section_where_it_stands():
    alone = doc(p("t", K.TITLE), p("pp1", K.PREAMBULAR))
    assert order(edits.convert(alone, "pp1", K.OPERATIVE)) == ["t", "pp1"]
    first = doc(p("t", K.TITLE), p("op1", K.OPERATIVE), p("op2", K.OPERATIVE))
    assert order(edits.convert(first, "op2", K.PREAMBULAR)) == ["t", "op2", "op1"]
    last = doc(p("pp1", K.PREAMBULAR), p("h", K.HEADING), p("pp2", K.PREAMBULAR))
    assert order(edits.convert(last, "pp1", K.OPERATIVE)) == ["h", "pp2", "pp1"]


def test_converting_there_and_back_at_the_border_gives_the_document_back():
    document = resolution()
    there = edits.convert(document, "pp2", K.OPERATIVE)
    assert edits.convert(there, "pp2", K.PREAMBULAR) == document


def test_sub_paragraphs_follow_their_paragraph_into_another_kind():
    found = edits.convert(resolution(), "op2", K.PREAMBULAR).paragraph("op2")
    assert [each.kind for each in found.children] == [K.PREAMBULAR, K.PREAMBULAR, K.CONTINUATION]


def test_a_sole_operative_paragraph_can_be_converted():
    alone = doc(p("e", K.ENACTING), p("op", K.OPERATIVE, "决定。"))
    found = edits.convert(alone, "op", K.PREAMBULAR)
    assert found.paragraph("op").kind is K.PREAMBULAR
    assert [e.label for e in view(found, ZH).elements] == ["", ""]


def test_a_heading_made_from_a_paragraph_has_no_number():
    found = edits.convert(resolution(), "op3", K.HEADING)
    assert view(found, ZH).element("op3").label == ""


def test_numbers_begin_again_below_a_heading_and_run_on_when_it_is_none_any_more():
    headed = edits.insert_after(resolution(), "op1", p("h", K.HEADING, numbered=False))
    again = edits.restart(headed, "h", restarts=True)
    assert [view(again, ZH).element(each).label for each in ("op1", "op2")] == ["1.", "1."]
    for on in (edits.restart(again, "h", restarts=False), edits.convert(again, "h", K.PROSE)):
        assert not on.paragraph("h").restarts
    assert view(edits.delete(again, "h"), ZH).element("op2").label == "2."
    above = edits.insert_before(again, "h", p("g", K.HEADING, numbered=False))
    assert restructure.join(above, "g").paragraph("g").restarts


@pytest.mark.parametrize(
    ("edit", "arguments", "message"),
    [
        (edits.convert, ("a", K.PREAMBULAR), "edit.sub-paragraph-keeps-kind"),
        (edits.convert, ("op2", K.HEADING), "edit.stands-alone"),
        (edits.convert, ("op1", K.CONTINUATION), "edit.stands-alone"),
        (edits.convert, ("nowhere", K.PROSE), "edit.no-such-paragraph"),
        (moving.indent, ("t",), "edit.nothing-to-indent-under"),
        (moving.indent, ("e",), "edit.stands-alone"),
        (moving.indent, ("pp1",), "edit.stands-alone"),
        (moving.indent, ("op1",), "edit.end-of-section"),
        (moving.indent, ("nowhere",), "edit.no-such-paragraph"),
        (moving.outdent, ("op1",), "edit.already-outermost"),
        (moving.outdent, ("nowhere",), "edit.no-such-paragraph"),
        (edits.delete, ("nowhere",), "edit.no-such-paragraph"),
        (restarted, ("op1",), "edit.not-a-heading"),
        (note_edits.remove_note, ("n9",), "edit.no-such-note"),
        (edits.set_text, ("op1", Text.of(Span("n9", SpanKind.NOTE))), "edit.no-such-note"),
        (edits.insert_after, ("op1", p("pp1", K.OPERATIVE)), "edit.duplicate-id"),
        (edits.append, ("resolution/annex-9", p("new", K.PROSE)), "edit.no-such-part"),
        (edits.insert_after, ("op1", p("x", K.PROSE, "", p("x", K.PROSE))), "edit.duplicate-id"),
        (edits.insert_after, ("op1", p("x", K.PROSE, notes=["n9"])), "edit.no-such-note"),
        (restructure.join, ("op3",), "edit.nothing-to-join"),
        (restructure.join, ("pp2",), "edit.kinds-differ"),
        (restructure.join, ("nowhere",), "edit.no-such-paragraph"),
        (restructure.split, ("op1", 1, "op2"), "edit.duplicate-id"),
        (moving.move_to, ("op2", "b"), "edit.into-itself"),
        (moving.move_to, ("t", "a"), "edit.stands-alone"),
    ],
)
def test_an_edit_that_cannot_be_says_why(edit, arguments, message):
    assert refusal(edit, resolution(), *arguments) == message


@pytest.mark.parametrize(
    ("where", "up", "message"),
    [
        ("t", True, "edit.no-neighbour"),
        ("op3", False, "edit.no-neighbour"),
        ("a", True, "edit.no-neighbour"),
        ("op1", True, "edit.end-of-section"),
        ("pp2", False, "edit.end-of-section"),
        ("pp1", True, "edit.end-of-section"),
    ],
)
def test_a_paragraph_does_not_move_out_of_its_section(where, up, message):
    assert refusal(moving.move, resolution(), where, up=up) == message


def test_a_paragraph_moves_past_a_heading():
    text = doc(p("1", K.PROSE), p("h", K.HEADING), p("2", K.PROSE))
    assert order(moving.move(text, "2", up=True)) == ["1", "2", "h"]


def test_an_indented_paragraph_takes_the_kind_of_the_one_above():
    found = moving.indent(doc(p("1", K.PROSE), p("2", K.OPERATIVE)), "2")
    assert parent(found, "2").id == "1"
    assert found.paragraph("2").kind is K.PROSE


def test_only_a_correction_takes_a_paragraph_under_one_of_the_preamble():
    found = correcting.deepen(resolution(), "op1")
    assert parent(found, "op1").id == "pp2"
    assert found.paragraph("op1").kind is K.PREAMBULAR


def test_an_outdented_sub_paragraph_takes_those_after_it_along():
    found = moving.outdent(resolution(), "a")
    assert [each.id for each in found.paragraph("a").children] == ["b", "c"]
    assert [e.label for e in view(found, ZH).elements if e.id in ("op2", "a", "b", "op3")] == [
        "2.", "3.", "(a)", "4.",
    ]  # fmt: skip


def test_an_outdented_continuation_becomes_a_paragraph():
    found = moving.outdent(resolution(), "c")
    assert found.paragraph("c").kind is K.OPERATIVE
    assert view(found, ZH).element("c").label == "3."


def test_sub_paragraphs_nest_only_as_deep_as_files_may():
    deep = p("9", K.PROSE)
    for level in range(8, 0, -1):
        deep = p(str(level), K.PROSE, "", deep)
    assert refusal(edits.add_child, doc(deep), "9", p("10", K.PROSE)) == "edit.too-deep"
    assert refusal(moving.indent, doc(p("0", K.PROSE), deep), "1") == "edit.too-deep"


def test_an_empty_document_takes_its_first_paragraph():
    empty = doc(part(PartKind.ANNEX))
    found = edits.append(empty, "resolution", p("new", K.OPERATIVE))
    assert order(found) == ["new"]
    annexed = edits.append(found, "resolution/annex-1", p("x", K.PROSE))
    assert [(path, each.id) for path, each in annexed.walk()] == [
        ("resolution", "new"),
        ("resolution/annex-1", "x"),
    ]


def test_a_paragraph_appended_stands_before_the_annexes():
    assert order(edits.append(resolution(), "resolution", p("new", K.OPERATIVE)))[-2:] == [
        "new",
        "x1",
    ]


def test_restructuring_forgets_the_labels_read_in_that_part_only():
    read = doc(
        p("1", K.OPERATIVE, label_read="1."),
        p("3", K.OPERATIVE, label_read="3."),
        part(PartKind.ANNEX, p("x", K.PROSE, label_read="7.")),
    )
    found = edits.delete(read, "1")
    assert [each.label_read for _, each in found.walk()] == ["", "7."]
    kept = edits.set_text(read, "1", Text.of("别的"))
    assert [each.label_read for _, each in kept.walk()] == ["1.", "3.", "7."]


def noted():
    return doc(
        p("1", K.OPERATIVE, "甲", notes=["n1", "n2"]),
        p("2", K.OPERATIVE, "乙", notes=["n2"]),
        notes=[note("n1"), note("n2"), note("unmarked")],
    )


def test_deleting_a_paragraph_takes_only_the_notes_that_were_its_own():
    assert [each.id for each in edits.delete(noted(), "1").notes] == ["n2", "unmarked"]


def test_new_words_without_a_mark_drop_its_note_and_no_other():
    found = edits.set_text(noted(), "1", Text.of("丙", Span("n2", SpanKind.NOTE)))
    assert [each.id for each in found.notes] == ["n2", "unmarked"]


def test_a_moved_paragraph_takes_its_notes_along():
    found = moving.move(noted(), "1", up=False)
    assert [(n.id, n.number) for n in view(found, ZH).notes] == [("n2", "1"), ("n1", "2")]


def test_a_note_id_is_given_once():
    assert refusal(note_edits.add_note, noted(), "1", 0, note("n1")) == "edit.duplicate-id"


def test_a_note_is_rewritten_in_place():
    assert note_edits.set_note(noted(), note("n2", "新。")).note("n2").text.plain() == "新。"


def test_split_keeps_marks_with_the_words_before_them():
    text = Text.of("甲", Span("n1", SpanKind.NOTE), "乙", Span("n2", SpanKind.NOTE))
    one = doc(replace(p("1", K.OPERATIVE), text=text), notes=[note("n1"), note("n2")])
    found = restructure.split(one, "1", 1, "2")
    assert [each.text.notes for _, each in found.walk()] == [("n1",), ("n2",)]
    at_start = restructure.split(one, "1", 0, "2")
    assert [each.text.plain() for _, each in at_start.walk()] == ["", "甲乙"]


def test_split_leaves_sub_paragraphs_with_the_second_half():
    found = restructure.split(resolution(), "op2", 1, "new")
    assert found.paragraph("op2").children == ()
    assert [each.id for each in found.paragraph("new").children] == ["a", "b", "c"]


def test_joining_to_a_paragraph_with_sub_paragraphs_makes_a_continuation():
    found = restructure.join(resolution(), "op2").paragraph("op2")
    assert [(each.id, each.kind) for each in found.children][-1] == ("op3", K.CONTINUATION)


def test_joined_english_words_stand_apart():
    text = doc(p("1", K.PROSE, "Recalls"), p("2", K.PROSE, "its resolution."))
    assert restructure.join(text, "1", separator=" ").paragraph("1").text.plain() == (
        "Recalls its resolution."
    )


def test_a_paragraph_moves_to_another_part_and_takes_its_kind():
    found = moving.move_to(resolution(), "op2", "x1")
    assert order(found)[-5:] == ["x1", "op2", "a", "b", "c"]
    assert found.paragraph("op2").kind is K.PROSE
    assert view(found, ZH).element("op2").label == "2."

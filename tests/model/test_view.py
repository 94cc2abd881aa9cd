"""The numbered view: what prints, in order, with labels, levels and note marks."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from drafter.model.tree import PartKind
from drafter.model.view import view
from tests.model.documents import documents
from tests.model.rules import EN, ZH, K, doc, note, p, part


def labels(document, rules=ZH):
    return [(e.id, e.label) for e in view(document, rules).elements]


def test_operative_paragraphs_are_numbered_and_preambular_ones_are_not():
    text = doc(p("t", K.TITLE), p("e", K.ENACTING), p("pp", K.PREAMBULAR), p("1", K.OPERATIVE),
               p("2", K.OPERATIVE))  # fmt: skip
    assert labels(text) == [("t", ""), ("e", ""), ("pp", ""), ("1", "1."), ("2", "2.")]


def test_a_sole_operative_paragraph_has_no_number():
    assert labels(doc(p("e", K.ENACTING), p("1", K.OPERATIVE))) == [("e", ""), ("1", "")]


def test_sub_paragraphs_are_labelled_by_depth_and_a_continuation_is_not():
    deep = p("i", K.OPERATIVE, "", p("x", K.OPERATIVE))
    one = p(
        "1",
        K.OPERATIVE,
        "",
        p("a", K.OPERATIVE, "", deep),
        p("c", K.CONTINUATION),
        p("b", K.OPERATIVE),
    )
    found = view(doc(one, p("2", K.OPERATIVE)), ZH).elements
    assert [(e.id, e.label, e.level) for e in found] == [
        ("1", "1.", 1), ("a", "(a)", 2), ("i", "(i)", 3), ("x", "a.", 4), ("c", "", 2),
        ("b", "(b)", 2), ("2", "2.", 1),
    ]  # fmt: skip


def test_sections_are_counted_apart_and_restart_nothing():
    text = doc(
        p("h1", K.HEADING), p("1", K.PROSE), p("h", K.HEADING, numbered=False),
        p("h2", K.HEADING), p("2", K.PROSE), kind=PartKind.ANNEX,
    )  # fmt: skip
    assert labels(text) == [("h1", "一."), ("1", "1."), ("h", ""), ("h2", "二."), ("2", "2.")]
    assert ("h2", "II.") in labels(text, EN)


def test_a_section_that_counts_by_itself_begins_again_with_one():
    text = doc(
        p("1", K.OPERATIVE), p("2", K.OPERATIVE), p("h1", K.HEADING, restarts=True),
        p("3", K.OPERATIVE), p("4", K.OPERATIVE, "", p("a", K.OPERATIVE)),
        p("h2", K.HEADING, restarts=True), p("sole", K.OPERATIVE),
        p("h3", K.HEADING, restarts=True), p("read", K.OPERATIVE, label_read="1."),
    )  # fmt: skip
    assert labels(text) == [
        ("1", "1."), ("2", "2."), ("h1", "一."), ("3", "1."), ("4", "2."), ("a", "(a)"),
        ("h2", "二."), ("sole", ""), ("h3", "三."), ("read", "1."),
    ]  # fmt: skip
    assert [e.section for e in view(text, ZH).elements] == [0, 0, 1, 1, 1, 1, 2, 2, 3, 3]


def test_each_part_begins_again_under_its_own_heading():
    appendix = part(PartKind.APPENDIX, p("b1", K.PROSE))
    other = part(PartKind.APPENDIX, p("c1", K.PROSE))
    annex = part(PartKind.ANNEX, p("chapeau", K.PROSE, numbered=False), p("a1", K.PROSE),
                 appendix, other)  # fmt: skip
    text = doc(p("1", K.OPERATIVE), p("2", K.OPERATIVE), annex)
    assert labels(text) == [
        ("1", "1."), ("2", "2."),
        ("resolution/annex-1/heading", "附件"), ("chapeau", ""), ("a1", "1."),
        ("resolution/annex-1/appendix-1/heading", "附录一"), ("b1", "1."),
        ("resolution/annex-1/appendix-2/heading", "附录二"), ("c1", "1."),
    ]  # fmt: skip
    assert ("resolution/annex-1/appendix-2/heading", "Appendix II") in labels(text, EN)


def test_a_declaration_and_a_sole_draft_have_no_heading():
    text = doc(
        p("r", K.REPORT),
        part(
            PartKind.DRAFT,
            p("d", K.PREAMBULAR),
            part(PartKind.DECLARATION, p("x", K.DECLARATION)),
        ),
        kind=PartKind.REPORT,
    )  # fmt: skip
    assert [e.part for e in view(text, ZH).elements] == [
        "report", "report/draft-1", "report/draft-1/declaration",
    ]  # fmt: skip


def test_several_drafts_and_lettered_parts_have_headings():
    text = doc(part(PartKind.DRAFT), part(PartKind.DRAFT), kind=PartKind.REPORT)
    assert [e.label for e in view(text, EN).elements] == [
        "Draft resolution I",
        "Draft resolution II",
    ]
    lettered = doc(part(PartKind.LETTERED), part(PartKind.LETTERED))
    assert [e.label for e in view(lettered, ZH).elements] == ["A", "B"]


def test_decisions_in_a_report_are_counted_by_themselves():
    drafts, one = [part(PartKind.DRAFT)] * 2, part(PartKind.DECISION)
    text = doc(*drafts, one, kind=PartKind.REPORT)
    assert [e.label for e in view(text, EN).elements] == [
        "Draft resolution I", "Draft resolution II", "Draft decision",
    ]  # fmt: skip
    twice = doc(one, one, kind=PartKind.REPORT)
    assert [e.label for e in view(twice, EN).elements] == ["Draft decision I", "Draft decision II"]


def test_a_draft_that_a_report_only_quotes_is_not_counted():
    quoted, recommended = part(PartKind.DRAFT), part(PartKind.DRAFT)
    first, second = (
        replace(recommended, heading_read=f"Draft resolution {number}") for number in ("I", "II")
    )
    text = doc(quoted, first, second, kind=PartKind.REPORT)
    assert [(e.part, e.label) for e in view(text, EN).elements] == [
        ("report/draft-2", "Draft resolution I"), ("report/draft-3", "Draft resolution II"),
    ]  # fmt: skip


def test_a_frozen_label_is_printed_as_it_is():
    text = doc(p("1", K.OPERATIVE), p("x", K.OPERATIVE, label_fixed="1 bis."), p("2", K.OPERATIVE))
    assert labels(text)[1] == ("x", "1 bis.")


def test_marks_print_where_they_stand():
    text = doc(
        p("1", K.OPERATIVE, "甲", notes=["x"]),
        p("2", K.OPERATIVE, "乙丙", notes=["y", "x"]),
        notes=[note("y"), note("x")],
    )
    shown = view(text, ZH)
    assert [e.marks for e in shown.elements] == [((1, "1"),), ((2, "2"), (2, "1"))]
    assert [(n.id, n.number) for n in shown.notes] == [("x", "1"), ("y", "2")]
    assert shown.note("y").number == "2"
    assert shown.element("2").text.plain() == "乙丙"
    assert shown.element("3") is None


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents(lean=True))
def test_every_paragraph_prints_once_in_document_order(document):
    found = [e.paragraph.id for e in view(document, ZH).elements if e.paragraph is not None]
    assert found == [each.id for _, each in document.walk()]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents(lean=True))
def test_every_mark_prints_and_every_marked_note_has_one_number_in_its_scope(document):
    shown = view(document, ZH)
    assert all(mark != "?" for e in shown.elements for _, mark in e.marks)
    marked = {mark for _, each in document.walk() for mark in each.text.notes}
    assert {n.id for n in shown.notes} == marked

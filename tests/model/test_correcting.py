"""Corrections of a text as read: nothing printed is lost, moved or given a number it had not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.model import correcting, parting
from drafter.model.record_read import check_ids
from drafter.model.tree import DocumentType, Kind, PartKind
from tests.model.documents import documents
from tests.model.rules import K, doc, note, p, part
from tests.model.test_edits import SLOW, attempt, refusal


def printed(document):
    """Headings, labels and words in their order, without blanks."""

    def of_part(one):
        yield one.heading_read
        for block in one.blocks:
            if hasattr(block, "blocks"):
                yield from of_part(block)
            else:
                for each in block.walk():
                    yield each.label_read + each.text.plain()

    return "".join("".join(of_part(document.root)).split())


def marks(document):
    return [mark for _, each in document.walk() for mark in each.text.notes]


def labels(document):
    return {each.id: each.label_read for _, each in document.walk()}


@st.composite
def read(draw):
    """A document with printed labels, and the id of one of its paragraphs."""
    document = draw(documents(based=False))
    ids = [each.id for _, each in document.walk()]
    assume(ids)
    return document, draw(st.sampled_from(ids))


CORRECTIONS = st.sampled_from(
    [
        lambda d, i, n: correcting.turn(d, i, list(Kind)[n % len(Kind)]),
        lambda d, i, n: correcting.deepen(d, i),
        lambda d, i, n: correcting.raise_level(d, i),
        lambda d, i, n: correcting.join_before(d, i, " "),
        lambda d, i, n: correcting.split_at(d, i, n, "fresh"),
        lambda d, i, n: parting.begin_part(d, i, list(PartKind)[n % len(PartKind)]),
        lambda d, i, n: parting.dissolve_part(d, [*dict(d.parts())][n % len([*d.parts()])]),
        lambda d, i, n: parting.of_type(d, list(DocumentType)[n % len(DocumentType)]),
    ]
)


@SLOW
@given(read(), CORRECTIONS, st.integers(0, 20))
def test_labels_and_words_keep_their_characters_and_their_order(case, correction, number):
    document, paragraph = case
    after = attempt(correction, document, paragraph, number)
    if after is not None:
        assert printed(after) == printed(document)
        assert sorted(marks(after)) == sorted(marks(document))
        assert after.notes == document.notes
        check_ids(after)


@SLOW
@given(read())
def test_what_is_taken_out_is_handed_over_whole(case):
    document, paragraph = case
    after, pieces = correcting.take_out(document, paragraph)
    told = printed(document) + "".join(n.mark + n.text.plain() for n in document.notes)
    left = printed(after) + "".join(n.mark + n.text.plain() for n in after.notes)
    assert sorted("".join(told.split())) == sorted("".join((left + "".join(pieces)).split()))


def read_text():
    return doc(
        p("a", K.PREAMBULAR, "回顾各项决议，"),
        p("b", K.OPERATIVE, "请秘书长提交报告；", label_read="4."),
        p("c", K.OPERATIVE, "继续处理此案。", label_read="6."),
    )


def test_a_paragraph_turned_into_another_kind_stays_where_it_is():
    after = correcting.turn(read_text(), "c", Kind.PREAMBULAR)
    assert [(e.id, e.kind) for _, e in after.walk()] == [
        ("a", Kind.PREAMBULAR), ("b", Kind.OPERATIVE), ("c", Kind.PREAMBULAR),
    ]  # fmt: skip
    assert labels(after) == {"a": "", "b": "4.", "c": "6."}


def test_a_paragraph_without_a_printed_number_gets_none_beside_numbered_ones():
    after = correcting.turn(read_text(), "a", Kind.OPERATIVE)
    assert not after.paragraph("a").numbered


def test_joined_words_keep_the_label_that_was_mistaken_for_one():
    after = correcting.join_before(read_text(), "c", "")
    assert after.paragraph("b").text.plain() == "请秘书长提交报告；6.继续处理此案。"
    assert labels(after)["b"] == "4."


def test_a_paragraph_joins_the_last_sub_paragraph_printed_before_it():
    held = p(
        "b",
        K.OPERATIVE,
        "鼓励：",
        p("b1", K.OPERATIVE, "加强合作", label_read="(a)"),
        label_read="1.",
    )
    after = correcting.join_before(doc(held, p("c", K.OPERATIVE, "与分享经验。")), "c", "")
    assert after.paragraph("b1").text.plain() == "加强合作与分享经验。"


def test_nothing_stands_before_the_first_paragraph_of_a_part():
    assert refusal(correcting.join_before, read_text(), "a", "") == "edit.nothing-before"


def test_a_label_inside_a_paragraph_becomes_the_label_of_the_second_half():
    document = doc(p("a", K.OPERATIVE, "请秘书长报告； 2. 鼓励会员国合作。", label_read="1."))
    after = correcting.split_at(document, "a", 8, "new", "2.")
    halves = [(e.id, e.label_read, e.text.plain(), e.numbered) for _, e in after.walk()]
    assert halves == [("a", "1.", "请秘书长报告；", True), ("new", "2.", "鼓励会员国合作。", True)]


@pytest.mark.parametrize("offset", [0, 1, 5])
def test_both_halves_of_a_split_need_words(offset):
    document = doc(p("a", K.OPERATIVE, " 大会  "))
    assert refusal(correcting.split_at, document, "a", offset, "new") == "edit.nothing-to-split"


def test_a_label_is_taken_away_and_given():
    after = correcting.set_label(read_text(), "b", " 5 bis. ")
    assert (after.paragraph("b").label_read, after.paragraph("b").numbered) == ("5 bis.", True)
    without = correcting.set_label(after, "b", "")
    assert (without.paragraph("b").label_read, without.paragraph("b").numbered) == ("", False)


def test_levels_change_without_making_up_a_label():
    deeper = correcting.deepen(read_text(), "c")
    assert deeper.paragraph("b").children[0].label_read == "6."
    again = correcting.raise_level(deeper, "c")
    assert [each.id for each in again.root.paragraphs] == ["a", "b", "c"]
    unlabelled = correcting.deepen(
        doc(p("x", K.OPERATIVE, "一："), p("y", K.OPERATIVE, "二。")), "y"
    )
    assert not unlabelled.paragraph("y").numbered


def test_a_sub_paragraph_may_become_a_continuation_and_back():
    document = doc(p("a", K.OPERATIVE, "鼓励：", p("b", K.OPERATIVE, "加强合作。")))
    after = correcting.turn(document, "b", Kind.CONTINUATION)
    assert (after.paragraph("b").kind, after.paragraph("b").numbered) == (Kind.CONTINUATION, False)
    assert correcting.turn(after, "b", Kind.OPERATIVE).paragraph("b").kind is Kind.OPERATIVE
    assert refusal(correcting.turn, after, "b", Kind.TITLE) == "edit.sub-paragraph-keeps-kind"


def test_notes_of_what_is_taken_out_go_with_it():
    document = doc(
        p("a", K.OPERATIVE, "注。", notes=("n1",)),
        p("b", K.OPERATIVE, "二。"),
        notes=(note("n1", "见A/79/1。"),),
    )
    after, pieces = correcting.take_out(document, "a")
    assert [each.id for _, each in after.walk()] == ["b"]
    assert pieces == ("注。", "见A/79/1。")


def test_an_annex_begins_at_its_heading():
    document = doc(p("a", K.OPERATIVE, "一。"), p("h", K.HEADING, "附件"), p("t", K.TITLE, "计划"))
    after = parting.begin_part(document, "h", PartKind.ANNEX)
    annex = after.root.parts[0]
    assert (annex.kind, annex.heading_read) == (PartKind.ANNEX, "附件")
    assert [each.id for each in annex.paragraphs] == ["t"]
    back = parting.dissolve_part(after, "resolution/annex-1")
    assert [each.text.plain() for _, each in back.walk()] == ["一。", "附件", "计划"]


def test_a_second_annex_stands_after_the_first():
    inner = part(
        PartKind.ANNEX,
        p("t", K.OPERATIVE, "计划"),
        p("h", K.OPERATIVE, "附件二"),
        p("u", K.OPERATIVE, "方案"),
    )
    after = parting.begin_part(doc(p("a", K.OPERATIVE, "一。"), inner), "h", PartKind.ANNEX)
    assert [[e.id for e in annex.paragraphs] for annex in after.root.parts] == [["t"], ["u"]]


def test_the_whole_document_is_no_part_to_dissolve():
    assert refusal(parting.dissolve_part, read_text(), "resolution") == "edit.whole-document"


def test_the_type_tells_what_the_whole_is():
    after = parting.of_type(read_text(), DocumentType.COMMITTEE_REPORT)
    assert after.root.kind is PartKind.REPORT


def test_the_type_it_has_changes_nothing():
    report = doc(p("a", K.REPORT, "一。"), kind=PartKind.REPORT)
    assert parting.of_type(report, report.type) is report

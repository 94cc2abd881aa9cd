"""Labels, kinds and levels are told apart from words."""

from dataclasses import replace

from drafter.compare import RowState, compare_documents
from drafter.languages import language
from drafter.model.tree import Kind
from tests.compare.documents import TEXTS, document, of_texts, paragraph

ZH = language("zh")


def told(a, b):
    return [
        (row.state, [(fact.what, fact.old, fact.new) for fact in row.structure])
        for row in compare_documents(a, b, ZH).rows
    ]


def test_paragraphs_renumbered_by_one_before_them_are_kept():
    assert told(of_texts(*TEXTS[1:3]), of_texts(*TEXTS[:3])) == [
        (RowState.NEW, []),
        (RowState.KEPT, [("label", "1.", "2.")]),
        (RowState.KEPT, [("label", "2.", "3.")]),
    ]


def test_a_frozen_label_is_another_label():
    first, second = (paragraph(f"op{n}", TEXTS[n]) for n in (1, 2))
    frozen = replace(second, label_fixed="1 bis.")
    assert told(document(first, second), document(first, frozen))[1] == (
        RowState.KEPT,
        [("label", "2.", "1 bis.")],
    )


def test_a_preambular_paragraph_turned_operative_has_another_kind_and_label():
    stays = [paragraph("op1", TEXTS[0]), paragraph("op2", TEXTS[1])]
    turned = paragraph("x", TEXTS[2], kind=Kind.PREAMBULAR)
    found = told(document(turned, *stays), document(replace(turned, kind=Kind.OPERATIVE), *stays))
    assert found[0] == (
        RowState.KEPT,
        [("label", "", "1."), ("kind", "preambular", "operative")],
    )


def test_a_sub_paragraph_made_a_paragraph_has_another_level():
    inner = paragraph("x", TEXTS[1])
    old = document(paragraph("op1", TEXTS[0], inner), paragraph("op2", TEXTS[2]))
    new = document(paragraph("op1", TEXTS[0]), inner, paragraph("op2", TEXTS[2]))
    state, facts = told(old, new)[1]
    assert state is RowState.MOVED
    assert facts == [("label", "(a)", "2."), ("level", "2", "1")]


def test_full_width_labels_are_the_same_labels():
    read = replace(paragraph("op1", TEXTS[0]), label_read="1．")
    plain = replace(read, label_read="1.")
    assert told(document(read), document(plain)) == [(RowState.KEPT, [])]

"""Places name paragraphs the same way every time a file is read."""

import pytest

from drafter.model.places import Places, bare_label, clause_id
from tests.model.rules import K, p


def tops(*paragraphs):
    places = Places()
    return [places.top(each) for each in paragraphs]


def test_preambular_and_operative_paragraphs_have_their_own_names():
    assert tops(
        p("", K.TITLE), p("", K.ENACTING), p("", K.PREAMBULAR), p("", K.PREAMBULAR),
        p("", K.OPERATIVE, label_read="1."), p("", K.OPERATIVE, label_read="2."),
    ) == ["title", "enacting", "pp1", "pp2", "op1", "op2"]  # fmt: skip


def test_labels_go_before_ordinals_so_that_a_gap_keeps_its_numbers():
    assert tops(p("", K.OPERATIVE, label_read="1."), p("", K.OPERATIVE, label_read="3.")) == [
        "op1", "op3",
    ]  # fmt: skip


def test_other_paragraphs_are_called_by_their_number_and_the_first_without_one_is_the_chapeau():
    assert tops(
        p("", K.TITLE), p("", K.PROSE), p("", K.HEADING, label_read="一."),
        p("", K.PROSE, label_read="1."), p("", K.PROSE),
    ) == ["title", "chapeau", "heading-1", "1", "unlabelled-2"]  # fmt: skip


def test_a_second_title_and_a_repeated_number_are_told_apart():
    assert tops(p("", K.TITLE), p("", K.TITLE)) == ["title", "title-2"]
    one = p("", K.PROSE, label_read="1.")
    assert tops(one, one, one) == ["1", "1~2", "1~3"]


def test_sub_paragraphs_stand_below_their_parent():
    places = Places()
    a = p("", K.OPERATIVE, label_read="(a)")
    assert places.child("op15", a) == "op15.a"
    assert places.child("op15", p("", K.CONTINUATION)) == "op15.c1"
    assert places.child("op15", p("", K.OPERATIVE)) == "op15.2"
    assert places.child("op15.a", p("", K.OPERATIVE, label_read="(i)")) == "op15.a.i"
    assert places.child("op15", a) == "op15.a~2"


@pytest.mark.parametrize(
    ("label", "bare"),
    [("15.", "15"), ("(a)", "a"), ("一.", "一"), ("7 bis", "7-bis"), ("(أ)", "أ"), ("", "")],
)
def test_a_label_without_its_marks(label, bare):
    assert bare_label(label) == bare


def test_a_clause_is_named_by_symbol_and_place():
    assert clause_id("A/79/439/Add.2", "report/draft-1/op15.q") == (
        "A/79/439/Add.2#report/draft-1/op15.q"
    )

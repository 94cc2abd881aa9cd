import pytest

from drafter.errors import EditRefused
from drafter.model.tree import Kind
from drafter.workspace.placing import beside, spot


def test_a_preambular_clause_goes_to_the_end_of_the_preamble_from_anywhere(draft):
    for cursor in ("resolution/op1", "resolution/op2.b", "resolution/title", None):
        where = spot(draft, Kind.PREAMBULAR, cursor)
        assert (where.relation, where.anchor) == ("after", "resolution/pp2")


def test_an_operative_clause_goes_to_the_end_of_the_operative_part_from_the_preamble(draft):
    where = spot(draft, Kind.OPERATIVE, "resolution/pp1")
    assert (where.relation, where.anchor) == ("after", "resolution/op3")


def test_a_clause_of_the_same_kind_goes_after_the_cursor(draft):
    assert spot(draft, Kind.OPERATIVE, "resolution/op1").anchor == "resolution/op1"


def test_a_whole_paragraph_goes_after_the_one_whose_sub_paragraph_has_the_cursor(draft):
    where = spot(draft, Kind.OPERATIVE, "resolution/op2.a")
    assert (where.relation, where.anchor) == ("after", "resolution/op2")


def test_a_sub_paragraph_joins_the_sub_paragraphs_at_the_cursor(draft):
    inside = spot(draft, Kind.OPERATIVE, "resolution/op2.a", sub=True)
    assert (inside.relation, inside.anchor) == ("after", "resolution/op2.a")
    under = spot(draft, Kind.OPERATIVE, "resolution/op2", sub=True)
    assert (under.relation, under.anchor) == ("under", "resolution/op2")
    alone = spot(draft, Kind.OPERATIVE, "resolution/op3", sub=True)
    assert (alone.relation, alone.anchor) == ("after", "resolution/op3")


def test_prose_of_an_annex_becomes_what_it_is_put_beside(draft):
    assert spot(draft, Kind.PROSE, "resolution/op1").kind is Kind.OPERATIVE
    assert spot(draft, Kind.OPERATIVE, "resolution/annex-1/1").kind is Kind.PROSE


def test_the_heading_of_an_annex_is_a_place_too(draft):
    where = spot(draft, Kind.PROSE, "resolution/annex-1/heading")
    assert (where.relation, where.anchor) == ("before", "resolution/annex-1/title")


def test_a_new_paragraph_keeps_the_depth_of_the_cursor(draft):
    where = beside(draft, Kind.OPERATIVE, "resolution/op2.a")
    assert (where.relation, where.anchor) == ("after", "resolution/op2.a")
    where = beside(draft, Kind.PREAMBULAR, "resolution/op2.a")
    assert where.anchor == "resolution/pp2"


def test_a_cursor_that_is_nowhere_is_refused(draft):
    with pytest.raises(EditRefused):
        spot(draft, Kind.OPERATIVE, "resolution/op99")

"""What a clause knows of how its text was adopted, and what sets it apart."""

from dataclasses import replace

import pytest

from drafter.library import Library, SetApart, Source, Votes, import_document
from drafter.library.packing import pack_clause, unpack_clause
from drafter.library.source import Adoption, Obtained, Reservation
from tests.library.samples import ANNEXED, REPORT, annexed, report

DRAFT = "report/draft-1"
ADOPTED = replace(
    REPORT,
    adoption=(
        Adoption(
            DRAFT,
            "recorded-vote",
            Votes(100, 30, 20),
            separate_votes=(Votes(90, 40, 25, on=f"{DRAFT}/op2"),),
            reservations=(
                Reservation("Hungary", how="dissociation"),
                Reservation("Chile", on=f"A/79/439/Add.2#{DRAFT}/pp1", how="reservation"),
            ),
        ),
    ),
    obtained=Obtained("against document", "a maintainer", "2025-01-02"),
)


@pytest.fixture
def held(tmp_path):
    import_document(report(), ADOPTED, tmp_path)
    import_document(annexed(), ANNEXED, tmp_path)
    return {each.id.partition("#")[2]: each for each in Library.open([tmp_path]).everything}


def test_a_clause_knows_how_its_part_was_adopted(held):
    assert held[f"{DRAFT}/op1"].adoption_way == "recorded-vote"
    assert held[f"{DRAFT}/op1"].votes == Votes(100, 30, 20)
    assert held["report/1"].adoption_way == "unknown"
    assert held["resolution/op1"].adoption_way == "unknown"


def test_a_separate_vote_sets_a_paragraph_and_its_sub_paragraphs_apart(held):
    whole = SetApart(by="Hungary", how="dissociation", whole=True)
    vote = SetApart(Votes(90, 40, 25, on=f"{DRAFT}/op2"))
    assert held[f"{DRAFT}/op2"].set_apart == (vote, whole)
    assert held[f"{DRAFT}/op2.a"].set_apart == (vote, whole)
    assert held[f"{DRAFT}/op1"].set_apart == (whole,)


def test_a_reservation_is_found_by_the_id_of_the_paragraph_or_of_the_clause(held):
    assert held[f"{DRAFT}/pp1"].set_apart[0] == SetApart(by="Chile", how="reservation")


def test_a_clause_knows_whether_its_text_was_checked(held):
    assert held[f"{DRAFT}/op1"].checked
    assert not held["resolution/op1"].checked


def test_nothing_of_it_is_lost_in_the_index(held):
    for clause in held.values():
        assert unpack_clause(pack_clause(clause)) == clause


def test_the_part_around_it_speaks_for_an_annex_without_an_entry_of_its_own():
    source = Source(adoption=(Adoption("resolution", "without-a-vote"),))
    assert source.adoption_of("resolution/annex-1").how == "without-a-vote"
    assert source.adoption_of("report/draft-1").how == "unknown"


@pytest.mark.parametrize("missing", ["in_favour", "against", "abstaining"])
def test_a_count_is_known_only_as_a_whole(missing):
    assert Votes(1, 2, 3).counted
    assert not replace(Votes(1, 2, 3), **{missing: None}).counted

"""Which folder of a library a clause is from, and what is said of its text."""

from pathlib import Path

import pytest

from drafter import messages
from drafter.library import Source, import_document
from drafter.model.provenance import Stage
from drafter.workspace.libraries import LibraryProvider, layer_at, own_folder
from drafter.workspace.resources import clauses_folder
from drafter.workspace.stretches import span
from tests.library.samples import REPORT, annexed, report


@pytest.fixture
def layered(tmp_path):
    """A team's library, and the same text again in the personal one."""
    team = tmp_path / "third-committee" / "clauses"
    import_document(report(), REPORT, team)
    import_document(annexed(), Source(symbol="A/70/L.61", stage=Stage.DRAFT), team)
    import_document(report(), REPORT, own_folder())
    return LibraryProvider([team, own_folder()], tmp_path / "cache")


def test_a_layer_is_named_for_what_it_is():
    assert layer_at(clauses_folder()).name == "shipped"
    assert layer_at(own_folder()).name == "personal"
    assert layer_at(Path("checkouts/migration")).name == "migration"
    assert layer_at(Path("checkouts/clauses")).name == "checkouts"


def test_every_clause_says_the_layer_it_is_from(layered):
    names = {each.symbol: layered.layer(each).name for each in layered.library.clauses}
    assert names == {"A/79/439/Add.2": "personal", "A/70/L.61": "third-committee"}


def test_the_standing_of_a_clause_is_told_in_the_interface_language(layered):
    clause = layered.library.clause("A/70/L.61#resolution/op1")
    assert layered.standing(clause) == "library “third-committee” · text unchecked"
    spoken = messages.language()
    messages.set_language("zh")
    try:
        assert layered.standing(clause) == "条款库“third-committee” · 文本未经核对"
    finally:
        messages.set_language(spoken)


def test_the_reach_of_a_library_follows_its_files(layered):
    assert layered.reach.endswith("(2 texts, sessions 70–79, zh)")
    import_document(annexed(), Source(symbol="A/70/L.62", stage=Stage.DRAFT), own_folder())
    layered.reload()
    assert layered.reach.endswith("(3 texts, sessions 70–79, zh)")


@pytest.mark.parametrize(("places", "words"), [((0, 48), "1–48"), ((6, 7), "7")])
def test_characters_are_counted_from_one(places, words):
    assert span(*places) == words

"""`drafter library families`: proposed, confirmed by a person, kept in the files."""

import io
import sys

import pytest

from drafter.library import Library, Source, import_document
from drafter.library.families import read_families
from drafter.model.provenance import Stage
from tests.library.years import FEES_75, FISH, filed, resolution, three_sessions

FEES_76 = FEES_75.replace("3 per cent", "4 per cent")
FEES_77_ZH = "*敦促*会员国将汇款转账费用降低到3%；"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "clauses"
    three_sessions(folder)
    filed(folder, "A/RES/76/6", FEES_76)
    return folder


@pytest.fixture
def answer(monkeypatch):
    def answers(words):
        monkeypatch.setattr(sys, "stdin", io.StringIO(words))

    return answers


def families_in(folder):
    return {clause: family for family, clause, _ in Library.open([folder]).families}


def test_proposals_name_their_clauses_from_the_earliest_on(drafter, library):
    found = drafter("library", "families", library, "--json").json
    (family,) = found["families"]
    assert [each["source"] for each in family["clauses"]] == [
        "A/RES/70/5", "A/RES/75/6", "A/RES/76/6",
    ]  # fmt: skip
    assert family["grows"] is False
    assert all(each["new"] for each in family["clauses"])
    again = drafter("library", "families", library, "--json").json
    assert again == found, "ids and order are the same in every run"


def test_a_lower_threshold_proposes_more(drafter, library):
    found = drafter("library", "families", library, "--threshold", "0.7", "--json").json
    assert len(found["families"][0]["clauses"]) == 4


def test_nothing_is_written_without_a_yes(drafter, library, answer):
    before = {path: path.read_bytes() for path in library.rglob("*.yaml")}
    answer("\n")
    assert drafter("library", "families", library, "--apply").code == 0
    assert {path: path.read_bytes() for path in library.rglob("*.yaml")} == before


def test_yes_writes_the_family_and_comments_stay(drafter, library, answer):
    (path,) = library.rglob("A_RES_75_6.yaml")
    path.write_text(path.read_text().replace("imported:", "# looked at twice\nimported:"))
    answer("y\n")
    ran = drafter("library", "families", library, "--apply")
    assert ran.code == 0, ran.err
    held = families_in(library)
    assert len(set(held.values())) == 1
    assert set(held) == {
        "A/RES/70/5#resolution/op2", "A/RES/75/6#resolution/op1", "A/RES/76/6#resolution/op1",
    }  # fmt: skip
    assert "# looked at twice\n" in path.read_text()
    latest = dict(read_families(library).families.latest)
    assert latest == {held["A/RES/75/6#resolution/op1"]: "A/RES/76/6#resolution/op1"}


def test_no_is_for_good_until_the_words_change(drafter, library, answer):
    answer("n\n")
    drafter("library", "families", library, "--apply")
    assert drafter("library", "families", library, "--json").json["families"] == []
    filed(library, "A/RES/77/6", FEES_75)
    assert drafter("library", "families", library, "--json").json["families"] == []
    filed(library, "A/RES/78/6", FEES_75.replace("remittances", "all remittances"))
    assert len(drafter("library", "families", library, "--json").json["families"]) == 1


def test_a_confirmed_family_grows_under_its_own_name(drafter, library, answer):
    answer("y\n")
    drafter("library", "families", library, "--apply")
    (name,) = set(families_in(library).values())
    filed(library, "A/RES/77/6", FEES_75)
    (family,) = drafter("library", "families", library, "--json").json["families"]
    assert (family["family"], family["grows"]) == (name, True)
    assert [each["new"] for each in family["clauses"]] == [False, False, False, True]


def test_every_language_version_gets_the_family(drafter, library, answer):
    filed(library, "A/RES/75/6", FEES_77_ZH, language="zh")
    answer("y\n")
    drafter("library", "families", library, "--apply")
    held = Library.open([library])
    assert {each.family for each in held.versions("A/RES/75/6#resolution/op1")} == {
        held.clause("A/RES/75/6#resolution/op1", "en").family
    }


def test_an_import_never_overwrites_a_family(drafter, library, answer):
    answer("y\n")
    drafter("library", "families", library, "--apply")
    before = families_in(library)
    changed = resolution(FISH, FEES_75.replace("3 per cent", "9 per cent"))
    import_document(changed, Source(symbol="A/RES/70/5", stage=Stage.ADOPTED), library)
    assert families_in(library) == before


def test_to_apply_the_folder_must_be_named(drafter):
    assert drafter("library", "families", "--apply").code == 2


def test_answers_given_before_the_end_are_kept(drafter, library, answer):
    fish = FISH.replace("deep", "very deep")
    filed(library, "A/RES/71/9", fish)
    answer("y\nq\n")
    drafter("library", "families", library, "--apply")
    assert len(set(families_in(library).values())) == 1


def test_apply_sets_an_outdated_latest_right(drafter, library, answer):
    answer("y\n")
    drafter("library", "families", library, "--apply")
    table = library / "families.yaml"
    table.write_text(
        table.read_text()
        .replace("A/RES/76/6", "A/RES/70/5")
        .replace("families:", "families: # all")
    )
    answer("q\n")
    drafter("library", "families", library, "--apply")
    assert "A/RES/76/6#resolution/op1" in table.read_text()
    assert "# all" in table.read_text()


def test_of_many_proposals_the_first_are_shown_and_the_rest_counted(drafter, library, monkeypatch):
    monkeypatch.setattr("drafter.cli.upkeep.families._SHOWN", 1)
    filed(library, "A/RES/71/9", FISH.replace("deep", "very deep"))
    ran = drafter("library", "families", library)
    assert ran.out.count("new family") == 1
    assert "and 1 more" in ran.out
    full = drafter("library", "families", library, "--all")
    assert full.out.count("new family") == 2
    assert "more; --all" not in full.out
    assert len(drafter("library", "families", library, "--json").json["families"]) == 2

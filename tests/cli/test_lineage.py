"""`drafter lineage`."""

import pytest

from tests.library.years import FEES_70, FEES_75, FEES_ZH, filed, in_family, three_sessions

CLAUSE = "A/RES/75/6#resolution/op1"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "clauses"
    three_sessions(folder)
    return folder


def test_it_says_what_was_found_first_what_changed_and_what_is_latest(drafter, library):
    ran = drafter("lineage", CLAUSE, "--library", library)
    assert ran.code == 0
    assert "proposed by likeness" in ran.out
    assert "earliest found here: A/RES/70/5, para. 2 (adopted) · session 70" in ran.out
    assert "opening verb stronger: Encourages → Urges" in ran.out
    assert "latest found here: A/79/L.7, later adopted as 79/8" in ran.out
    assert "this library: 3 texts, sessions 70–79, en" in ran.out
    assert "first" not in ran.out, "only what is here is known"


def test_json_has_every_step_with_its_changes(drafter, library):
    found = drafter("lineage", CLAUSE, "--library", library, "--json").json
    assert found["confirmed"] is False
    assert found["earliest"] == "A/RES/70/5#resolution/op2"
    assert [step["before"] for step in found["steps"]] == [
        None, "A/RES/70/5#resolution/op2", CLAUSE,
    ]  # fmt: skip
    assert "verb-stronger" in [change["kind"] for change in found["steps"][1]["changes"]]
    assert found["coverage"]["sessions"] == [70, 75, 79]


def test_a_family_is_said_to_be_confirmed(drafter, library):
    for path, text in zip(sorted(library.rglob("A_RES*")), (FEES_70, FEES_75), strict=True):
        in_family(path, text, "remittance-costs")
    ran = drafter("lineage", CLAUSE, "--library", library)
    assert "family remittance-costs, confirmed" in ran.out
    assert "A/79/L.7" not in ran.out, "it is not in the family"


def test_another_language_version_is_listed_with_what_it_does_not_agree_in(drafter, library):
    filed(library, "A/RES/75/6", FEES_ZH, language="zh")
    ran = drafter("lineage", CLAUSE, "--lang", "en", "--library", library)
    assert "also in zh: same citations" in ran.out
    filed(library, "A/RES/70/5", "鱼；", "*鼓励*会员国回顾第70/2号决议；", language="zh")
    ran = drafter("lineage", "A/RES/70/5#resolution/op2", "--lang", "en", "--library", library)
    assert "also in zh, but the citations differ: here –, there 70/2" in ran.out


def test_a_clause_that_is_not_there_is_an_error_that_says_how_ids_look(drafter, library):
    ran = drafter("lineage", "A/RES/75/6", "--library", library)
    assert ran.code == 2
    assert "search --json" in ran.err

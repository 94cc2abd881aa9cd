"""`drafter library stats`."""

import pytest

from drafter.cli.common.charts import bar, bars
from tests.library.years import FEES_70, filed, in_family, three_sessions


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "clauses"
    three_sessions(folder)
    (folder / "topics.yaml").write_text(
        "format: 1\ntopics:\n  fishing:\n    en: Fishing\n  trade:\n    en: Trade\n"
    )
    return folder


def rows(found, aspect):
    return [(row["name"], row["texts"], row["clauses"]) for row in found[f"by_{aspect}"]]


def test_texts_and_clauses_are_counted_by_every_aspect(drafter, library):
    filed(library, "S/RES/2/4", "决定；", language="zh")
    found = drafter("library", "stats", library, "--json").json
    assert (found["texts"], found["clauses"]) == (4, 6)
    assert rows(found, "language") == [("en", 3, 5), ("zh", 1, 1)]
    assert rows(found, "session")[:3] == [("2", 1, 1), ("70", 1, 2), ("75", 1, 1)]
    assert rows(found, "stage") == [("adopted", 3, 4), ("draft", 1, 2)]
    assert rows(found, "body") == [("ga", 3, 5), ("sc", 1, 1)]


def test_topics_without_a_clause_are_named(drafter, library):
    ran = drafter("library", "stats", library)
    assert "Topics without a clause: fishing, trade" in ran.out
    (path,) = library.rglob("A_RES_70_5.yaml")
    told = "deep sea fishing;\n"
    path.write_text(path.read_text().replace(told, f"{told}    topics:\n      - fishing\n", 1))
    found = drafter("library", "stats", library, "--json").json["topics"]
    assert found == {"count": 2, "uncovered": ["trade"], "clauses": 1}


def test_families_are_counted_by_clause(drafter, library):
    (path,) = library.rglob("A_RES_70_5.yaml")
    in_family(path, FEES_70, "fees")
    found = drafter("library", "stats", library, "--json").json["families"]
    assert found == {"count": 1, "largest": 1, "clauses": 1}


def test_the_share_of_checked_texts_is_said(drafter, library):
    (path,) = library.rglob("A_RES_75_6.yaml")
    path.write_text(path.read_text().replace("extracted, unchecked", "against document"))
    assert "Checked against the document: 33% of the texts" in drafter(
        "library", "stats", library
    ).out  # fmt: skip


def test_the_longest_bar_is_full_and_nothing_is_no_bar():
    assert bar(1, 4) == "████"
    assert bar(0.5, 4) == "██"
    assert bar(0, 4) == ""
    assert bar(0.0001, 4) == "▏", "what is more than nothing is seen"


def test_bars_stand_under_each_other_with_wide_names_too(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    first, second = bars([("草案", 2, "two"), ("a", 1, "one")])
    assert first.index("█") + 2 == second.index("█")
    assert list(bars([])) == []

"""The rules of `library check` about families and language versions."""

import pytest

from drafter.model.findings import Severity
from drafter.workspace.maintaining import check_libraries
from drafter.workspace.records import sentence
from tests.library.years import (
    FEES_70,
    FEES_75,
    FEES_ZH,
    FISH,
    PORTS,
    filed,
    in_family,
    three_sessions,
)

CITES = "*Recalls* its resolution 70/1 of 25 September 2015 and the report on transfer costs;"


@pytest.fixture(autouse=True)
def private_folders(tmp_path, monkeypatch):
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"DRAFTER_{name}", str(tmp_path / name.lower()))


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "clauses"
    three_sessions(folder)
    return folder


@pytest.fixture
def found(library):
    def told(code):
        return [each for each in check_libraries([library]) if each.code == code]

    return told


def put_in(library, name, text, family):
    (path,) = library.rglob(name)
    in_family(path, text, family)
    return path


def test_near_duplicates_without_a_family_are_told_once(found):
    (finding,) = found("near-duplicates")
    assert finding.severity is Severity.INFO
    assert finding.place.element == "resolution/op2"
    assert finding.place.file.endswith("A_RES_70_5.yaml")
    assert "A/RES/75/6#resolution/op1" in sentence(finding)


def test_near_duplicates_in_a_family_are_not_told(library, found):
    put_in(library, "A_RES_70_5.yaml", FEES_70, "fees")
    put_in(library, "A_RES_75_6.yaml", FEES_75, "fees")
    assert found("near-duplicates") == []
    assert found("family-alone") == []


def test_a_family_with_one_clause_is_a_link_to_nothing(library, found):
    path = put_in(library, "A_RES_70_5.yaml", FEES_70, "fees")
    (finding,) = found("family-alone")
    assert path.read_text().split("\n")[finding.place.line - 1].strip() == "family: fees"


def test_a_clause_unlike_its_family_is_told(library, found):
    put_in(library, "A_RES_70_5.yaml", FEES_70, "fees")
    put_in(library, "A_RES_75_6.yaml", FEES_75, "fees")
    put_in(library, "A_79_L.7.yaml", PORTS, "fees")
    assert [each.place.element for each in found("family-unlike")] == ["resolution/op1"]


def test_language_versions_in_different_families_are_told(library, found):
    put_in(library, "A_RES_75_6.yaml", FEES_75, "fees")
    path = filed(library, "A/RES/75/6", FEES_ZH, language="zh")
    (finding,) = found("family-of-versions")
    assert "en: fees, zh: –" in sentence(finding)
    in_family(path, FEES_ZH, "fees")
    assert found("family-of-versions") == []


def test_an_outdated_latest_and_a_family_of_nobody_are_told_with_their_lines(library, found):
    put_in(library, "A_RES_70_5.yaml", FEES_70, "fees")
    put_in(library, "A_RES_75_6.yaml", FEES_75, "fees")
    (library / "families.yaml").write_text(
        "format: 1\nfamilies:\n  fees:\n    latest: A/RES/70/5#resolution/op2\n"
        "  gone:\n    latest: A/RES/70/5#resolution/op1\n"
    )
    stale, gone = found("stale-latest")
    assert (stale.place.line, gone.place.line) == (4, 6)
    assert "A/RES/75/6#resolution/op1, not A/RES/70/5#resolution/op2" in sentence(stale)
    assert "–, not" in sentence(gone)


def test_a_table_of_another_shape_is_told(library, found):
    (library / "families.yaml").write_text("format: 1\nfamilies:\n  - fees\n")
    (finding,) = found("families-shape")
    assert finding.place.line == 3


def test_versions_that_cite_otherwise_or_lack_paragraphs_are_told(library, found):
    filed(library, "A/RES/76/1", CITES, FISH)
    filed(library, "A/RES/76/1", "*回顾*其2015年9月25日第70/2号决议；", language="zh")
    said = [sentence(each) for each in found("language-tie")]
    assert said == [
        "paragraphs differ from the version in en: here only –; there only resolution/op2",
        "citations differ from the version in en: here 70/2, there 70/1",
    ]

"""Findings in the form that code review systems show beside the lines (SARIF 2.1.0)."""

import json
from pathlib import Path

from drafter.library import check
from drafter.model.findings import Finding, Place, Severity
from drafter.workspace.sarif import sarif

SPACED = "a b/x.yaml"


def _finding(code, severity, place, **params):
    return Finding(code, severity, f"library.{code}", place, tuple(params.items()))


FINDINGS = (
    _finding("stray-space", Severity.WARNING, Place("op1", file=SPACED, line=7)),
    _finding("missing-field", Severity.ERROR, Place(file=SPACED, line=2), field="x", allowed="y"),
    _finding("unreadable", Severity.INFO, Place(file="/elsewhere/y.yaml"), reason="no"),
    _finding("stray-space", Severity.WARNING, Place("op2", file=SPACED, line=9)),
)


def test_what_the_standard_requires_is_there(tmp_path):
    made = json.loads(json.dumps(sarif(FINDINGS, Path.cwd())))
    assert made.keys() >= {"version", "runs"}
    assert (made["version"], made["$schema"].endswith("sarif-schema-2.1.0.json")) == ("2.1.0", True)
    (run,) = made["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "drafter"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    for rule in driver["rules"]:
        for text in ("shortDescription", "fullDescription"):
            assert rule.get(text, {"text": "."})["text"]
    assert len(run["results"]) == len(FINDINGS)
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert ids[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert " " not in place["artifactLocation"]["uri"]
        assert place.get("region", {"startLine": 1})["startLine"] >= 1


def test_each_result_says_where_and_how_grave(tmp_path):
    results = sarif(FINDINGS, Path.cwd())["runs"][0]["results"]
    places = [each["locations"][0]["physicalLocation"] for each in results]
    assert [each["artifactLocation"]["uri"] for each in places] == [
        "a%20b/x.yaml", "a%20b/x.yaml", "file:///elsewhere/y.yaml", "a%20b/x.yaml",
    ]  # fmt: skip
    assert [each.get("region") for each in places] == [
        {"startLine": 7}, {"startLine": 2}, None, {"startLine": 9},
    ]  # fmt: skip
    assert [each["level"] for each in results] == ["warning", "error", "note", "warning"]
    assert results[0]["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "op1"}]


def test_a_rule_brings_its_documentation():
    rules = sarif(FINDINGS, Path.cwd())["runs"][0]["tool"]["driver"]["rules"]
    described = {rule["id"]: rule.get("shortDescription", {}).get("text", "") for rule in rules}
    assert described["stray-space"].startswith("White space stands")
    assert described["missing-field"] == ""


def test_a_library_without_findings_is_a_run_without_results(tmp_path):
    assert sarif(check(tmp_path), tmp_path)["runs"][0]["results"] == []

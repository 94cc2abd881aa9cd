"""Findings about files as SARIF 2.1.0, which code review systems show beside the lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import cleandoc
from pathlib import Path

from drafter import __version__, checks, library
from drafter.model.findings import Finding, Severity
from drafter.workspace.maintaining import library_rules
from drafter.workspace.records import Record, sentence

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(findings: Sequence[Finding], root: Path) -> Record:
    """One run with all findings; files below `root` are named from there."""
    pages = _pages()
    codes = sorted({finding.code for finding in findings})
    driver: Record = {
        "name": "drafter",
        "semanticVersion": __version__,
        "rules": [_rule(code, pages) for code in codes],
    }
    places = {code: index for index, code in enumerate(codes)}
    results = [_result(finding, places[finding.code], root) for finding in findings]
    run: Record = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _pages() -> Mapping[str, str]:
    found = {each.code: each.page for each in checks.checks()}
    found |= {each.code: each.page for each in library.rules()}
    found |= {each.code: each.page for each in library_rules()}
    return {code: cleandoc(page) for code, page in found.items()}


def _rule(code: str, pages: Mapping[str, str]) -> Record:
    page = pages.get(code, "")
    if not page:
        return {"id": code}
    summary = page.partition("\n\n")[0].replace("\n", " ")
    return {"id": code, "shortDescription": {"text": summary}, "fullDescription": {"text": page}}


def _result(finding: Finding, rule: int, root: Path) -> Record:
    place = finding.place
    physical: Record = {"artifactLocation": {"uri": _uri(Path(place.file), root)}}
    if place.line:
        physical["region"] = {"startLine": place.line}
    location: Record = {"physicalLocation": physical}
    if place.element:
        location["logicalLocations"] = [{"fullyQualifiedName": place.element}]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": sentence(finding)},
        "locations": [location],
    }


def _uri(path: Path, root: Path) -> str:
    whole, base = path.resolve(), root.resolve()
    if not whole.is_relative_to(base):
        return whole.as_uri()
    return whole.as_uri().removeprefix(f"{base.as_uri()}/")

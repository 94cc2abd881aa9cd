"""The kinds of change and their severities are those of the contract."""

import pytest

from drafter.model.findings import Change, ChangeKind, ChangeSeverity, Finding, Severity

CONTRACT = {
    "cosmetic": "cosmetic",
    "update": "date number session citation adverb",
    "wording": "order term reworded verb-changed",
    "substantive": "verb-stronger verb-weaker modal qualifier-added qualifier-dropped addressee"
    " item-added item-dropped added dropped quantity fused split",
    "reversal": "negation party",
}


@pytest.mark.parametrize("severity", CONTRACT)
def test_each_kind_of_change_has_its_severity(severity):
    for kind in CONTRACT[severity].split():
        change = Change(ChangeKind(kind), "a", "b", 0, 1, 0, 1, "deviation.x")
        assert change.severity is ChangeSeverity(severity)


def test_no_kind_is_missing():
    assert {kind.value for kind in ChangeKind} == set(" ".join(CONTRACT.values()).split())


def test_the_parameters_of_a_finding_fill_its_sentence():
    finding = Finding("N1", Severity.ERROR, "check.gap", params=(("found", 29), ("expected", 19)))
    assert finding.values == {"found": 29, "expected": 19}

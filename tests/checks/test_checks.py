from dataclasses import replace

import pytest

from drafter.checks import check, explain, run
from drafter.errors import UnknownName
from drafter.model.tree import Waiver
from tests.checks.drafts import document, seen

FAULTY = {
    "language": "zh",
    "paragraphs": [
        {"kind": "enacting", "text": "大会，", "numbered": "no"},
        {"kind": "preambular", "text": "回顾其决议,并重申承诺；", "numbered": "no"},
        {"kind": "operative", "text": "请秘书长and会员国提出报告，", "label": "1."},
        {"kind": "operative", "text": "请秘书长提出报告。", "label": "3."},
    ],
}


def _codes(findings):
    return [finding.code for finding in findings if finding.place.element]


def test_findings_come_in_the_order_of_the_document():
    findings = run(*seen(document(FAULTY)))
    assert _codes(findings) == ["P101", "P201", "W101", "P201", "N101"]


def test_findings_about_the_whole_document_come_first():
    findings = run(*seen(document(FAULTY)))
    assert findings[0].code == "M101"
    assert findings[0].place.element == ""


def test_the_security_council_is_asked_for_no_session_agenda_or_title():
    untold = document({"language": "en", "masthead": {"body": "Security Council"}, "blocks": []})
    found = {finding.message for finding in run(*seen(untold), select=["M101"])}
    assert found == {"check.no-symbol", "check.no-date", "check.no-stage"}


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        (["P101"], ["P101"]),
        (["P"], ["P101", "P201", "P201"]),
        (["foreign-word"], ["W101"]),
        (["W101", "N101"], ["W101", "N101"]),
        (["W", "W101"], ["W101"]),
    ],
)
def test_checks_are_selected_by_code_group_or_name(select, expected):
    assert _codes(run(*seen(document(FAULTY)), select)) == expected


def test_an_unknown_check_is_refused_with_those_there_are():
    with pytest.raises(UnknownName) as refused:
        run(*seen(document(FAULTY)), ["X999"])
    assert "P101" in str(refused.value.params["known"])


def test_a_waived_finding_is_left_out():
    made = document(FAULTY)
    rows = list(made.root.blocks)
    rows[1] = replace(rows[1], waivers=(Waiver("P101", "as adopted"),))
    waived = replace(made, root=replace(made.root, blocks=tuple(rows)))
    assert _codes(run(*seen(waived))) == ["P201", "W101", "P201", "N101"]


def test_the_explanation_of_a_check_is_its_page_and_authority():
    page = explain("p201")
    assert page.startswith("P201 wrong-ending")
    assert "semicolon" in page
    assert page.endswith("Editorial Manual, Resolutions and decisions")


def test_a_check_is_found_by_code_in_any_case_or_by_name():
    assert check("w102") is check("doubled-word")

"""Every rule of `library check` keeps its promises: cases that fire, cases that stay silent."""

from inspect import cleandoc
from pathlib import Path

import pytest

from drafter.library import check, gather, rules
from drafter.messages import say, set_language
from drafter.yamlio import load

HERE = Path(__file__).parent
BASE = (HERE / "cases_base.yaml").read_text(encoding="utf-8")
PLACE = "zh/ga/79/A_79_L.1.yaml"
TERMS = "format: 1\n{table}:\n  {key}:\n    en: x\n"


def _cases(group):
    return list(_each_case(group))


def _each_case(group):
    for path in sorted((HERE / "cases").glob("*.yaml")):
        data = load(path.read_text(encoding="utf-8"), source=path.name).data
        for case in data[group]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['case']}")


@pytest.fixture
def made(tmp_path):
    """A folder with the file of a case."""

    def write(case):
        text = BASE
        for change in case.get("change") or ():
            assert change["old"] in text, change["old"]
            text = text.replace(change["old"], change["new"], 1)
        path = tmp_path / PLACE
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        if case.get("copy"):
            other = text.replace(case["en"], "language: en") if case.get("en") else text
            (tmp_path / case["copy"]).write_text(other, encoding="utf-8")
        for table, key in (("topics", "remittances"), ("addressees", "member-states")):
            (tmp_path / f"{table}.yaml").write_text(TERMS.format(table=table, key=key))
        return tmp_path

    return write


def _found(code, folder):
    rule = next(each for each in rules() if each.code == code)
    return [finding for finding in check(folder) if finding.code == rule.code]


def _shown(finding):
    """How grave, the line that is pointed at, and the paragraph or note."""
    lines = Path(finding.place.file).read_text(encoding="utf-8").splitlines()
    line = lines[finding.place.line - 1].strip()
    return " ".join(filter(None, (finding.severity.value, line, finding.place.element)))


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_a_rule_finds_what_it_is_for_at_its_line(code, case, made):
    assert [_shown(finding) for finding in _found(code, made(case))] == case["found"]


@pytest.mark.parametrize(("code", "case"), _cases("silent"))
def test_a_rule_is_silent_where_nothing_is_wrong(code, case, made):
    assert _found(code, made(case)) == []


def test_the_file_of_the_cases_has_nothing_wrong(made):
    assert check(made({})) == ()


@pytest.mark.parametrize("group", ["fires", "silent"])
def test_every_rule_has_cases_of_both_sorts(group):
    assert {param.values[0] for param in _cases(group)} == {rule.code for rule in rules()}


def test_every_rule_has_a_module_of_its_own_that_documents_it():
    room = Path(gather.__code__.co_filename).parent / "rules"
    modules = {path.stem for path in room.glob("*.py")} - {"__init__"}
    assert {rule.code.replace("-", "_") for rule in rules()} == modules
    for rule in rules():
        summary, _, more = cleandoc(rule.page).partition("\n\n")
        assert summary.endswith(".")
        assert more, rule.code


@pytest.mark.parametrize("interface", ["en", "zh"])
@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_every_finding_has_a_sentence_in_both_interface_languages(code, case, interface, made):
    set_language(interface)
    try:
        for finding in _found(code, made(case)):
            sentence = say(finding.message, **finding.values)
            assert not sentence.startswith("library.")
            assert "{" not in sentence
    finally:
        set_language("en")


def test_a_waived_finding_is_not_listed(made):
    change = {
        "old": "    topics:\n      - remittances\n",
        "new": "    topics:\n      - weather\n    waivers:\n      - code: unknown-term\n"
        "        reason: kept for the archive\n",
    }
    assert check(made({"change": [change]})) == ()

"""Every check keeps its promises: cases that fire, cases that stay silent, fixes that hold."""

from pathlib import Path

import pytest

from drafter.checks import checks, explain, run
from drafter.messages import say, set_language
from drafter.yamlio import load
from tests.checks.drafts import document, mended, seen, words

FOLDER = Path(__file__).parent / "cases"


def _cases(group):
    return list(_each_case(group))


def _each_case(group):
    for path in sorted(FOLDER.glob("*.yaml")):
        data = load(path.read_text(encoding="utf-8"), source=path.name).data
        for case in data[group]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['case']}")


def _found(code, made):
    return run(*seen(made), [code])


def _shown(finding, texts):
    """The ordinal of the element and the words found, or the message for the whole document."""
    place = finding.place
    if not place.element:
        return finding.message.removeprefix("check.")
    ordinal, found = place.element.removeprefix("p"), texts[place.element][place.start : place.end]
    return f"{ordinal}: {found.strip()}" if found else ordinal


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_a_check_finds_what_it_is_for(code, case):
    made = document(case)
    texts = words(made)
    assert [_shown(finding, texts) for finding in _found(code, made)] == case["found"]


@pytest.mark.parametrize(("code", "case"), _cases("silent"))
def test_a_check_is_silent_where_nothing_is_wrong(code, case):
    assert _found(code, document(case)) == ()


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_a_fix_puts_right_what_was_found_and_leaves_nothing_more_to_fix(code, case):
    made = document(case)
    better = mended(made, _found(code, made))
    assert list(words(better).values()) == case.get("fixed", list(words(made).values()))
    assert [f for f in _found(code, better) if f.fixes] == []


@pytest.mark.parametrize("group", ["fires", "silent"])
def test_every_check_has_cases_of_both_sorts(group):
    with_cases = {param.values[0] for param in _cases(group)}
    assert with_cases == {each.code for each in checks()}


def test_every_check_has_a_code_a_name_and_a_module_of_its_own():
    found = checks()
    assert len({each.code for each in found}) == len({each.name for each in found}) == len(found)
    for each in found:
        slug = each.name.replace("-", "_")
        module = each.run.__module__.rpartition(".")[2]
        assert module == f"{each.code.lower()}_{slug}"


def test_every_check_is_documented_and_rests_on_an_authority():
    for each in checks():
        assert each.authority
        assert len(each.page.split("\n\n")) >= 2, each.code
        assert explain(each.code).startswith(f"{each.code} {each.name}\n\n")


@pytest.mark.parametrize("interface", ["en", "zh"])
@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_every_finding_has_a_sentence_in_both_interface_languages(code, case, interface):
    set_language(interface)
    try:
        for finding in _found(code, document(case)):
            sentence = say(finding.message, **finding.values)
            assert not sentence.startswith("check."), finding.message
            assert "{" not in sentence
    finally:
        set_language("en")

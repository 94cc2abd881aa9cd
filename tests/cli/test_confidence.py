"""`drafter show --confidence`: for a secretary with the page beside the screen."""

from dataclasses import replace

import pytest

from drafter.cli.common.outline import in_file
from drafter.model.findings import Place

GAP = """\
A/C.2/81/L.98

Draft resolution

Water

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,

1. Encourages Member States to save water;

3. Requests the Secretary-General to report.
"""


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "gap.txt"
    path.write_text(GAP, encoding="utf-8")
    return path


def test_uncertain_places_are_listed_with_what_to_do(drafter, text):
    done = drafter("show", text, "--confidence")
    assert done.code == 0
    assert "Uncertain: 1" in done.out
    assert "line 13 · operative paragraph" in done.out
    assert "Requests the Secretary-General" in done.out
    assert "R024 warning: The number is 3" in done.out
    assert "→ Look at the page" in done.out
    assert "R012 note" in done.out


def test_in_chinese_too(drafter, text):
    done = drafter("show", text, "--confidence", "--ui-lang", "zh")
    assert "第13行" in done.out
    assert "→ 请查看原页" in done.out
    assert "cli." not in done.out


def test_as_json_beside_the_structure(drafter, text):
    plain = drafter("show", text, "--json").json
    found = drafter("show", text, "--json", "--confidence").json
    confidence = found.pop("confidence")
    assert found == plain
    (gap,) = [row for row in confidence["doubts"] if row["code"] == "R024"]
    assert gap["line"] == 13
    assert gap["element"] in {row["id"] for row in found["elements"]}
    assert confidence["uncertain"] == 1


def test_what_was_left_out_is_listed_when_asked_for(drafter, tmp_path):
    path = tmp_path / "pages.txt"
    path.write_text(f"{GAP}\n26-12345 (E)\n*2612345*\n", encoding="utf-8")
    assert "*2612345*" not in drafter("show", path, "--confidence").out
    assert "Left out" in drafter("show", path, "--confidence").out
    assert "*2612345*" in drafter("show", path, "--confidence", "-v").out


def test_a_finding_names_the_page_its_line_is_counted_on():
    place = Place(file="a.pdf", page=11, line=24)
    assert in_file(place) == "a.pdf · page 11 · line 24"
    assert in_file(replace(place, page=1)) == "a.pdf:24"
    assert in_file(Place(file="a.pdf")) == "a.pdf"

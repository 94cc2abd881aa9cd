"""What a reader was unsure of, with the place where to look and what to do."""

import re
from pathlib import Path

import pytest

from drafter import messages
from drafter.messages import say
from drafter.model.findings import Finding, Place, Severity
from drafter.readers import ReadResult
from drafter.readers.reader import Removed
from drafter.readers.segment.findings import FINDINGS
from drafter.workspace import confidence as module
from drafter.workspace.confidence import confidence_of
from drafter.workspace.showing import shown, shown_document
from tests.workspace.drafts import small_draft

TEXTS = Path(__file__).parents[1] / "data" / "readers"


@pytest.fixture(autouse=True)
def _language():
    yield
    messages.set_language("en")


def doubted(*findings, places=(), removed=()):
    reading = ReadResult(small_draft(), findings, removed, places)
    return confidence_of(reading, shown_document(reading.document).view)


def finding(slug, place, **params):
    code, severity = FINDINGS[slug]
    return Finding(code, severity, f"reading.{slug}", place, tuple(params.items()))


PLACES = (
    Place("resolution/op2", line=40, page=1),
    Place("resolution/op3", line=8, page=2),  # lines are counted page by page
)


def test_a_place_known_by_its_line_is_named_by_its_paragraph():
    (doubt,) = doubted(
        finding("number-gap", Place(line=10, page=2), found="3", expected="4"), places=PLACES
    ).doubts
    assert (doubt.element, doubt.page, doubt.line) == ("resolution/op3", 2, 10)
    assert doubt.name == "operative paragraph 3"
    assert doubt.words.startswith("请秘书长")
    assert "lost in reading" in doubt.advice


def test_lines_that_are_counted_through_the_file_are_told_by_lines_alone():
    several = (Place("resolution/op2", line=20, page=1), Place("resolution/op3", line=48, page=2))
    (doubt,) = doubted(finding("joined", Place(line=50), paragraph="3"), places=several).doubts
    assert doubt.element == "resolution/op3"


def test_a_place_known_by_its_paragraph_is_given_its_line_and_page():
    place = Place("resolution/op3")
    (doubt,) = doubted(finding("joined", place, paragraph="3"), places=PLACES).doubts
    assert (doubt.page, doubt.line) == (2, 8)


def test_a_text_without_pages_is_told_by_lines_alone():
    one_page = (Place("resolution/op2", line=20, page=1), Place("resolution/op3", line=48, page=1))
    for place in (Place("resolution/op3", line=48), Place(line=48)):
        (doubt,) = doubted(finding("joined", place, paragraph="3"), places=one_page).doubts
        assert (doubt.page, doubt.line, doubt.element) == (0, 48, "resolution/op3")


def test_what_is_about_the_document_is_no_paragraphs():
    (doubt,) = doubted(finding("no-enacting", Place(line=10, page=2)), places=PLACES).doubts
    assert (doubt.element, doubt.field) == ("", "")


def test_paragraphs_are_counted_once_and_the_masthead_apart():
    found = doubted(
        finding("number-gap", Place(line=9, page=2), found="3", expected="4"),
        finding("unnumbered", Place(line=10, page=2), words="…"),
        finding("date-missing", Place()),
        finding("encoding-guessed", Place(), encoding="gb18030"),
        places=PLACES,
    )
    assert found.uncertain == 1
    assert [each.field for each in found.doubts if each.field] == ["date"]
    assert [each.code for each in found.doubts] == ["R012", "R002", "R024", "R022"]


def test_what_was_left_out_is_counted_by_reason():
    removed = (Removed("page", 3, "2/5"), Removed("symbol", 9, "A/1"), Removed("page", 70, "3/5"))
    found = doubted(removed=removed)
    assert found.reasons == (("page", 2), ("symbol", 1))
    assert found.record["removed"][1] == {"reason": "symbol", "page": 0, "line": 9, "text": "A/1"}


def test_a_text_that_was_read_without_doubt_says_so():
    result = shown(TEXTS / "en_draft_wrapped.txt")
    found = confidence_of(result.reading, result.view)
    assert found.uncertain == 0
    assert found.paragraphs > 10
    assert found.removed


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_advice_has_its_sentence(language):
    messages.set_language(language)
    advice = {*module._ADVICE.values(), "compare"}
    assert not [each for each in advice if say(f"workspace.do-{each}").startswith("workspace.")]


def test_advice_is_about_findings_that_there_are():
    source = "".join(
        path.read_text(encoding="utf-8")
        for room in ("readers", "workspace")
        for path in (Path(module.__file__).parents[1] / room).rglob("*.py")
        if path.name != "confidence.py"
    )
    known = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', source))
    assert set(module._ADVICE) | set(module._FIELDS) <= known


def test_severity_is_kept():
    (doubt,) = doubted(
        finding("not-placed", Place(line=10, page=2), words="x"), places=PLACES
    ).doubts
    assert doubt.severity is Severity.WARNING

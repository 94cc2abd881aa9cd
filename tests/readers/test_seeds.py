"""The three seed texts are read exactly, and every character of them is accounted for."""

import re

import pytest

from drafter.languages import language
from drafter.model.footnotes import numbered_notes
from drafter.model.tree import DocumentType
from drafter.readers import ReadOptions, read
from tests.readers.seeds import SEEDS, expected, labels_read, read_as

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
REPORT, DECLARATION, ANNEXES = SEEDS


@pytest.fixture(scope="module")
def results():
    return {path: read(path) for path in SEEDS}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_element_of_a_seed_is_read_exactly_in_order(path, results):
    assert read_as(results[path].document)[0] == expected(path)[0]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_footnote_of_a_seed_is_read_exactly_in_order(path, results):
    assert read_as(results[path].document)[1] == expected(path)[1]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_han_character_of_a_seed_is_accounted_for(path, results):
    result = results[path]
    document = result.document
    printed = numbered_notes(document, language(document.language).conventions)
    kept = [paragraph.text.plain() for _, paragraph in document.walk()]
    kept += [note.text.plain() for note in printed]
    kept += labels_read(document)
    kept += [part.heading_read for _, part in document.parts()]
    kept += document.masthead.read
    kept += [removed.text for removed in result.removed]
    found = sorted(_HAN.findall("".join(kept)))
    assert found == sorted(_HAN.findall(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_is_a_draft_whose_missing_fields_are_listed_and_nothing_else_is_wrong(path, results):
    listed = {finding.message for finding in results[path].findings}
    missing = {"reading.symbol-missing", "reading.stage-missing", "reading.date-missing"}
    assert listed - {"reading.joined"} == missing


def test_paragraphs_cut_at_the_end_of_a_sentence_are_joined_and_reported(results):
    joined = [f for f in results[ANNEXES].findings if f.message == "reading.joined"]
    assert [finding.values["number"] for finding in joined] == [24, 58]
    assert all(finding.place.line and finding.place.file == ANNEXES.name for finding in joined)


def test_addresses_and_rules_are_taken_out_and_listed(results):
    reasons = [removed.reason for removed in results[REPORT].removed]
    assert (reasons.count("address"), reasons.count("rule")) == (65, 5)
    assert not results[DECLARATION].removed


def test_parts_are_nested_and_count_for_themselves(results):
    paths = {path: [p for p, _ in result.document.parts()] for path, result in results.items()}
    assert paths[REPORT] == ["report", "report/draft-1"]
    assert paths[DECLARATION] == ["resolution", "resolution/declaration"]
    annex = "resolution/annex-1"
    nested = ["resolution", annex, f"{annex}/appendix-1", f"{annex}/appendix-2"]
    assert paths[ANNEXES] == nested
    assert [part.heading_read for _, part in results[ANNEXES].document.parts()] == [
        "", "附件", "附录一", "附录二",
    ]  # fmt: skip


def test_ids_name_the_place(results):
    ids = [p.id for result in results.values() for _, p in result.document.walk()]
    for expected_id in (
        "report/title", "report/1", "report/draft-1/pp10", "report/draft-1/op15.q",
        "resolution/op1", "resolution/declaration/chapeau", "resolution/declaration/12",
        "resolution/annex-1/46", "resolution/annex-1/appendix-1/5.a",
    ):  # fmt: skip
        assert expected_id in ids


def test_notes_stand_alone_and_share_the_work_that_ibid_named(results):
    notes = {note.id: note for note in results[REPORT].document.notes}
    assert notes["n1"].mark == "*"
    assert notes["n20"].text.plain() == "联合国，《条约汇编》，第1249卷，第20378号。"
    assert notes["n20"].work == "联合国，《条约汇编》"
    assert notes["n5"].text.plain().startswith("见《经济及社会理事会正式记录，2008年，")


def test_masthead_lines_become_fields_and_are_kept_as_read(results):
    head = results[REPORT].document.masthead
    assert (head.session, head.agenda_items, head.committee) == (79, ("20(b)",), "第二委员会")
    assert head.rapporteur == "斯特法尼·罗梅罗·贝加女士(乌拉圭)"
    assert head.agenda_titles == ("全球化与相互依存：国际移民与发展",)
    assert len(head.read) == 4
    other = results[ANNEXES].document.masthead
    assert (other.session, other.agenda_items, other.body) == (70, ("15", "116"), "大会")
    assert other.submitters == "大会主席提交的决议草案"
    assert len(other.agenda_titles) == 2


def test_the_type_is_told_by_the_text(results):
    assert results[REPORT].document.type is DocumentType.COMMITTEE_REPORT
    assert results[DECLARATION].document.type is DocumentType.DRAFT_RESOLUTION


@pytest.mark.parametrize(
    ("path", "symbol", "stage"),
    [(REPORT, "A/79/439/Add.2", "committee"), (DECLARATION, "A/68/L.5", "draft")],
)
def test_the_stage_follows_from_the_symbol(path, symbol, stage):
    document = read(path, ReadOptions(symbol=symbol)).document
    assert (document.masthead.symbol, document.stage) == (symbol, stage)


def test_what_the_person_knows_goes_into_the_document():
    options = ReadOptions(
        symbol="A/70/L.61", stage="draft", date="2016-08-30", language="zh",
        adopted_as=(("", "70/302"), ("resolution/annex-1", "71/1")),
    )  # fmt: skip
    result = read(ANNEXES, options)
    assert result.document.adopted_as == (("resolution", "70/302"), ("resolution/annex-1", "71/1"))
    assert result.document.masthead.date == "2016-08-30"
    assert [finding.message for finding in result.findings] == ["reading.joined"] * 2

"""The three real texts are read exactly, whole, and the same every time."""

import re
from collections import Counter

import pytest

from drafter.languages import language
from drafter.model.footnotes import numbered_notes
from drafter.readers import ReadOptions, read
from tests.readers.seeds import SEEDS, expected, labels_read, read_as

HAN = re.compile(r"[\u3400-\u9fff]")
by_name = pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])


def han_of(texts):
    return Counter(char for text in texts for char in HAN.findall(text))


def everything(document):
    """Every text of a document as it was read: paragraphs, printed notes, headings, masthead."""
    rules = language(document.language).conventions
    yield from (paragraph.text.plain() for _, paragraph in document.walk())
    yield from labels_read(document)
    yield from (note.text.plain() for note in numbered_notes(document, rules))
    yield from (part.heading_read for _, part in document.parts())
    yield from document.masthead.read


@by_name
def test_every_element_and_note_is_as_checked_by_hand(path):
    assert read_as(read(path).document) == expected(path)


@by_name
def test_every_han_character_is_text_note_label_masthead_or_reported_as_removed(path):
    result = read(path)
    kept = han_of(everything(result.document)) + han_of(each.text for each in result.removed)
    assert kept == han_of([path.read_text(encoding="utf-8")])


@by_name
def test_reading_twice_gives_the_same_ids_and_findings(path):
    assert read(path) == read(path)


@by_name
def test_no_running_matter_or_address_is_left_in_the_text(path):
    texts = "\n".join(everything(read(path).document))
    assert "http" not in texts
    assert "____" not in texts


@by_name
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_and_a_byte_order_mark_change_nothing(path, ending, tmp_path):
    copy = tmp_path / path.name
    text = "\ufeff" + path.read_text(encoding="utf-8").replace("\n", ending)
    copy.write_bytes(text.encode("utf-8"))
    assert read_as(read(copy).document) == expected(path)


@by_name
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_chinese_in_other_encodings_is_read(path, encoding, tmp_path):
    copy = tmp_path / path.name
    copy.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert read_as(read(copy).document) == expected(path)


def test_symbol_stage_and_date_come_from_the_options():
    options = ReadOptions(symbol="A/68/L.5", date="1 October 2013")
    document = read(SEEDS[1], options).document
    assert document.masthead.symbol == "A/68/L.5"
    assert document.masthead.date == "1 October 2013"
    assert document.stage == "draft"


def test_a_report_is_a_committee_text_only_because_it_says_so():
    assert read(SEEDS[0], ReadOptions(symbol="A/79/439/Add.2")).document.stage == "committee"
    assert read(SEEDS[1], ReadOptions(symbol="A/79/439/Add.2")).document.stage == ""


@pytest.mark.parametrize(
    ("taken", "left"),
    [(" 19. 认识到少年", " 29. 认识到少年"), ("确认移徙者和移徙对", "确认移徙者,和移徙对")],
)
def test_a_defect_of_the_text_stays_in_the_text(taken, left, tmp_path):
    text = SEEDS[1].read_text(encoding="utf-8")
    assert taken in text
    copy = tmp_path / "defect.txt"
    copy.write_text(text.replace(taken, left, 1), encoding="utf-8")
    document = read(copy).document
    if "29." in left:
        assert "29." in labels_read(document)
        assert "19." not in labels_read(document)
    else:
        assert any("移徙者,和" in paragraph.text.plain() for _, paragraph in document.walk())

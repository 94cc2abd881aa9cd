"""Seeds that were changed: what must not matter does not, what matters is reported."""

import re

import pytest

from drafter.readers import ReadOptions, read
from tests.readers import mutating
from tests.readers.seeds import SEEDS, expected, labels_read, read_as

HARMLESS = (
    mutating.without_blank_lines,
    mutating.with_doubled_blank_lines,
    mutating.with_crlf,
    mutating.without_spaces_at_digits,
    mutating.with_spaces_at_digits,
    mutating.without_line_ends_spaces,
    mutating.with_full_width_indents,
)
REPORT, _, ANNEXES = SEEDS
OP5 = re.compile(r"(?s) 5\. 注意到《安全.*?；\s*\n\n")


@pytest.fixture
def reading(tmp_path):
    def of(text, encoding="utf-8", **options):
        path = tmp_path / "text.txt"
        path.write_bytes(text.encode(encoding))
        return read(path, ReadOptions(**options))

    return of


def report():
    return REPORT.read_text(encoding="utf-8")


def messages(result):
    missing = ("symbol-missing", "stage-missing", "date-missing", "joined")
    found = [finding.message.removeprefix("reading.") for finding in result.findings]
    return [message for message in found if message not in missing]


@pytest.mark.parametrize("change", HARMLESS, ids=lambda change: change.__name__)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_white_space_that_says_nothing_changes_nothing(path, change, reading):
    result = reading(change(path.read_text(encoding="utf-8")))
    assert read_as(result.document) == expected(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_encoding_of_a_file_does_not_matter(path, encoding, reading):
    # GB 18030 has every character, so nothing is lost on the way
    result = reading(path.read_text(encoding="utf-8"), encoding)
    assert read_as(result.document) == expected(path)


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_lines_wrapped_at_another_width_change_nothing(path, width, reading):
    document = read(path).document
    from tests.readers.printing import Layout, printed

    result = reading(printed(document, Layout(measure=width, page=28)))
    assert read_as(result.document) == expected(path)


@pytest.mark.parametrize(
    "furniture",
    [
        ["", "{page}/12", "", "24-22222", "", "A/79/439/Add.2", ""],
        ["24-22222 (C) {page}/12", "A/79/439/Add.2"],
        ["A/79/439/Add.2          {page}/12", ""],
        ["{page}/12      24-22222", "\fA/79/439/Add.2", ""],
    ],
    ids=("alone", "tight", "one-line", "form-feed"),
)
def test_running_matter_anywhere_in_the_text_changes_nothing(furniture, reading):
    out = []
    for index, line in enumerate(report().split("\n")):
        out.append(line)
        if index > 60 and index % 41 == 0:
            out += [each.format(page=index // 41) for each in furniture]
    result = reading("\n".join(out))
    assert read_as(result.document) == expected(REPORT)
    assert {"page", "job", "symbol"} & {removed.reason for removed in result.removed}


def test_a_missing_paragraph_leaves_its_gap_in_the_numbers(reading):
    result = reading(OP5.sub("", report()))
    assert messages(result) == ["number-gap"]
    assert "4." in labels_read(result.document)
    assert "5." in labels_read(result.document)  # of the report
    assert sum(label == "6." for label in labels_read(result.document)) == 2


def test_a_doubled_paragraph_is_read_twice_and_reported(reading):
    found = OP5.search(report())[0]
    result = reading(report().replace(found, found + found))
    assert messages(result) == ["number-again"]
    assert len(read_as(result.document)[0]) == len(expected(REPORT)[0]) + 1


def test_an_added_paragraph_without_a_number_stands_by_itself(reading):
    found = OP5.search(report())[0]
    words = "欢迎各国为执行《全球契约》所作的努力；"
    result = reading(report().replace(found, f"{found} {words} \n\n"))
    assert messages(result) == ["unnumbered"]
    added = [row for row in read_as(result.document)[0] if row not in expected(REPORT)[0]]
    assert added == [("operative", "", 1, words, "欢迎")]


def test_a_paragraph_that_fits_nowhere_is_kept_as_prose(reading):
    found = OP5.search(report())[0]
    result = reading(report().replace(found, f"{found} 本段说明有关情况，供各方参考； \n\n"))
    assert messages(result) == ["not-placed"]
    assert ("prose", "", 1, "本段说明有关情况，供各方参考；", "") in read_as(result.document)[0]


def test_a_lost_number_is_worked_out_and_reported(reading):
    result = reading(report().replace(" 5. 注意到《安全", " 注意到《安全"))
    assert messages(result) == ["label-lost", "number-gap"]
    assert read_as(result.document) == expected(REPORT)


def test_a_draft_without_its_enacting_words_is_still_a_draft(reading):
    result = reading(report().replace(" 大会， \n\n", "", 1))
    assert messages(result) == ["no-enacting"]
    assert len(read_as(result.document)[0]) == len(expected(REPORT)[0]) - 1
    assert read_as(result.document)[1] == expected(REPORT)[1]


def test_a_note_whose_mark_is_lost_is_kept_and_reported(reading):
    result = reading(report().replace("纽约宣言》，11", "纽约宣言》，"))
    assert messages(result) == ["note-without-mark", "note-number"]
    assert len(result.document.notes) == len(expected(REPORT)[1])


def test_a_mark_whose_note_is_lost_stays_in_the_text(reading):
    result = reading(report().replace(" 11 第 71/1 号决议。 \n\n", ""))
    assert messages(result) == ["note-missing", "note-number"]
    assert any(text.endswith("纽约宣言》，11") for _, _, _, text, _ in read_as(result.document)[0])


def test_an_annexed_text_without_any_empty_line_is_read_the_same(reading):
    text = ANNEXES.read_text(encoding="utf-8")
    result = reading("\n".join(line for line in text.split("\n") if line.strip()))
    assert read_as(result.document) == expected(ANNEXES)

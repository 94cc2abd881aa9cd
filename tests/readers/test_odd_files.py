"""Nothing a file may hold makes the reader refuse content or fall over."""

import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import UnreadableInput
from drafter.languages import SUPPOSED
from drafter.readers import ReadOptions, read, read_text
from tests.readers.seeds import SEEDS

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n\t\f。，；：、()一二三附件大会，回顾决定请1234567890.¹²*_《》abci"),
        st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")),
    ),
    max_size=400,
)


def words_of(document):
    return "".join(paragraph.text.plain() for _, paragraph in document.walk())


def test_an_empty_file_is_an_empty_document_with_a_finding(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text("", encoding="utf-8")
    result = read(path)
    assert words_of(result.document) == ""
    assert result.document.language == SUPPOSED
    assert [each.code for each in result.findings][:1] == ["R001"]


@pytest.mark.parametrize("text", ["1234 5678\n\n12/3\n", "Qwop\n\nXyz\n", "Ελλάδα και Κύπρος\n"])
@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_a_text_that_tells_no_language_is_read_in_the_supposed_one_and_that_is_said(
    ending, text, tmp_path
):
    path = tmp_path / f"odd{ending}"
    path.write_text(f"<p>{text}</p>" if ending == ".html" else text, encoding="utf-8")
    result = read(path)
    assert result.document.language == SUPPOSED
    assert "R008" in {each.code for each in result.findings}
    known = read(path, ReadOptions(language="fr"))
    assert known.document.language == "fr"
    assert "R008" not in {each.code for each in known.findings}


def test_a_missing_file_and_a_folder_are_told_not_thrown(tmp_path):
    for path in (tmp_path / "nothing.txt", tmp_path):
        with pytest.raises(UnreadableInput):
            read(path)


@pytest.mark.parametrize("ending", [".txt", ".pdf", ".docx", ".html", ".xml", ".draft.yaml", ""])
def test_a_pipe_is_told_and_not_waited_for(ending, tmp_path):
    path = tmp_path / f"pipe{ending}"
    os.mkfifo(path)
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert caught.value.message_id == "reading.not-a-file"


def test_a_link_that_leads_to_itself_is_told(tmp_path):
    path = tmp_path / "loop.txt"
    path.symlink_to(path)
    with pytest.raises(UnreadableInput):
        read(path)


@pytest.mark.parametrize("torn", [b"\x00", b"\xff"])
def test_a_torn_byte_hides_no_text_and_is_said(torn, tmp_path):
    data = SEEDS[1].read_bytes()
    path = tmp_path / "torn.txt"
    path.write_bytes(data[:2001] + torn + data[2001:])
    result = read(path)
    assert len(list(result.document.walk())) == len(list(read(SEEDS[1]).document.walk()))
    assert "R007" in {finding.code for finding in result.findings}


@pytest.mark.parametrize("name", ["page.docx", "page.pdf", "page.akn", "page", "page.html"])
def test_a_file_under_the_name_of_another_format_is_read_by_its_bytes(name, tmp_path):
    path = tmp_path / name
    path.write_text("<!doctype html><p>The General Assembly,</p>", encoding="utf-8")
    assert words_of(read(path).document) == "The General Assembly,"


@pytest.mark.parametrize("name", ["page.draft.yaml", "page.report.yaml"])
def test_a_file_of_drafters_own_is_never_taken_for_another(name, tmp_path):
    path = tmp_path / name
    path.write_text("<!doctype html><p>The General Assembly,</p>", encoding="utf-8")
    with pytest.raises(UnreadableInput):
        read(path)


def test_a_file_of_bytes_is_refused(tmp_path):
    path = tmp_path / "bytes.txt"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(UnreadableInput):
        read(path)


def test_text_that_is_no_resolution_is_kept_and_said_to_be_unplaced(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleague,\n\nThe bus leaves at nine.\n\nYours,\nA.\n", encoding="utf-8")
    result = read(path)
    shown = words_of(result.document) + " ".join(result.document.masthead.read)
    assert "The bus leaves at nine." in shown
    assert result.findings


def test_a_vote_whose_bracket_nothing_closes_takes_nothing_of_what_follows():
    rest = "\n\n".join(f"Paragraph {number} of what follows." for number in range(40))
    closing = "40th plenary meeting\n6 October 2026\n\n[In favour: Chad"
    text = f"The General Assembly,\n\n1. Decides so.\n\n{closing}\n\n{rest}\n"
    document = read_text(text).document
    assert document.masthead.closing.splitlines()[-1] == "[In favour: Chad"
    assert "Paragraph 0 of what follows." in words_of(document)


def test_one_very_long_line_is_read_in_good_time(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(
        "大会，\n\n回顾" + "其关于国际移民与发展的决议" * 20_000 + "，\n", encoding="utf-8"
    )
    assert "国际移民" in words_of(read(path).document)


def test_a_doubled_paragraph_is_read_twice(tmp_path):
    text = SEEDS[1].read_text(encoding="utf-8")
    paragraph = " 6. 认识到必须在全球、区域和国家各级加强国际移徙与发展之间的合力作\n\n用； \n"
    assert paragraph in text
    path = tmp_path / "doubled.txt"
    path.write_text(text.replace(paragraph, paragraph + "\n" + paragraph, 1), encoding="utf-8")
    before, after = read(SEEDS[1]).document, read(path).document
    assert len(list(after.walk())) == len(list(before.walk())) + 1


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXT)
def test_whatever_is_written_every_letter_is_somewhere(text, tmp_path):
    path = tmp_path / "any.txt"
    path.write_text("大会，\n\n" + text + "\n", encoding="utf-8")
    result = read(path)
    document = result.document
    kept = (
        words_of(document)
        + "".join(note.text.plain() for note in document.notes)
        + "".join(p.label_read for _, p in document.walk())
        + "".join(part.heading_read for _, part in document.parts())
        + "".join(document.masthead.read)
        + "".join(each.text for each in result.removed)
    )
    lost = [char for char in "一二三附件回顾决定请" if text.count(char) > kept.count(char)]
    assert not lost


def test_a_text_of_far_too_many_lines_is_told_and_blank_ones_do_not_count(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("a\n" * 100_001, encoding="utf-8")
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert caught.value.params == {"count": 100_001, "limit": 100_000}
    path.write_text("\n" * 300_000 + "A line.\n", encoding="utf-8")
    assert "A line." in words_of(read(path).document)


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        (".txt", "و" * 1_000_000),
        (".txt", "*" * 1_000_000),
        (".txt", "\n" * 400_000),
        ("", "\n" * 400_000 + "x"),
    ],
)
def test_long_runs_of_one_character_are_read_in_passing(ending, text, tmp_path):
    path = tmp_path / f"run{ending}"
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    read(path)
    assert time.process_time() - start < 5


def test_sub_paragraphs_right_below_a_heading_of_an_annex_are_no_matter_for_doubt(tmp_path):
    path = tmp_path / "annex.txt"
    head = "The General Assembly,\n\n1. Endorses the plan.\n\nAnnex\n\nPlan\n\n1. We act.\n\n"
    items = "(a) Reform the bank;\n\n(b) Reform the fund.\n"
    path.write_text(head + "II. Build resilience\n\n" + items, encoding="utf-8")
    assert "R029" not in {finding.code for finding in read(path).findings}
    path.write_text("The General Assembly,\n\n" + items, encoding="utf-8")
    assert "R029" in {finding.code for finding in read(path).findings}

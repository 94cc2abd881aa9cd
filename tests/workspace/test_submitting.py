"""A draft into the official Word file: exact, or nothing is written."""

import zipfile
from dataclasses import replace

import pytest

from drafter.errors import RefusedOverwrite, UsageError
from drafter.languages import language
from drafter.model.edits import delete, insert_after, set_text
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind, Note, Paragraph
from drafter.readers import ReadOptions, read
from drafter.workspace.extracting import extracted
from drafter.workspace.saving import write
from drafter.workspace.submitting import into
from drafter.writers import WriteOptions
from drafter.writers.formats.native import WRITER
from tests.readers.docx.making import W, by, gone, par, run, styled
from tests.writers.tracked import official as made
from tests.writers.tracked.redlining import viewed

HOW = {"author": "Delegation", "date": "2026-11-21T00:00:00Z", "force": False}


def element(document, words):
    return next(p for _, p in document.walk() if words in p.text.plain())


def changed(document, words, old, new):
    p = element(document, words)
    at = p.text.plain().index(old)
    return set_text(document, p.id, p.text.replaced(at, at + len(old), new))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "official.docx").write_bytes(made.official())
    return tmp_path


def saved(document, folder):

    path = folder / "mine.draft.yaml"
    data = WRITER.write(viewed(document), language(document.language), WriteOptions())
    write(path, data)
    return path


def official(folder):
    return read(folder / "official.docx", ReadOptions(language="en")).document


def texts(path, changes):
    document = read(path, ReadOptions(language="en", changes=changes)).document
    return [p.text.plain() for _, p in document.walk()]


def test_both_texts_are_in_the_file_written(folder):
    draft = changed(official(folder), "measure", "measure", "monitor")
    out = folder / "out.docx"
    told = into(saved(draft, folder), folder / "official.docx", out, **HOW)
    assert (told.path, told.changes, told.left) == (out, 2, ())
    assert texts(out, "accepted") == [p.text.plain() for _, p in draft.walk()]
    assert texts(out, "original") == [p.text.plain() for _, p in official(folder).walk()]


def test_the_official_file_stays_as_it_was_and_is_never_written_over(folder):
    draft = saved(changed(official(folder), "measure", "measure", "monitor"), folder)
    before = (folder / "official.docx").read_bytes()
    into(draft, folder / "official.docx", folder / "out.docx", **HOW)
    assert (folder / "official.docx").read_bytes() == before
    with pytest.raises(RefusedOverwrite):
        into(draft, folder / "official.docx", folder / "official.docx", **{**HOW, "force": True})


def test_a_file_that_is_there_is_kept_unless_forced(folder):
    draft = saved(official(folder), folder)
    out = folder / "out.docx"
    out.write_bytes(b"mine")
    with pytest.raises(RefusedOverwrite):
        into(draft, folder / "official.docx", out, **HOW)
    into(draft, folder / "official.docx", out, **{**HOW, "force": True})
    assert zipfile.is_zipfile(out)


def test_an_official_file_with_tracked_changes_is_refused(folder):
    edited = par(run("5. Also ") + by("del", gone("decides")) + by("ins", run("urges")))
    (folder / "official.docx").write_bytes(made.official(body=(*made.BODY, edited)))
    with pytest.raises(UsageError) as refused:
        into(saved(official(folder), folder), folder / "official.docx", folder / "o.docx", **HOW)
    assert refused.value.message_id == "workspace.redline-tracked-already"


@pytest.mark.parametrize("part", ["header1", "footer2", "comments", "endnotes", "styles"])
def test_an_official_file_with_tracked_changes_outside_its_text_is_refused(folder, part):
    path = folder / "official.docx"
    draft = saved(official(folder), folder)
    edited = f'<w:hdr xmlns:w="{W}">{par(by("ins", run("urges")))}</w:hdr>'
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(f"word/{part}.xml", edited)
    with pytest.raises(UsageError) as refused:
        into(draft, path, folder / "o.docx", **HOW)
    assert refused.value.message_id == "workspace.redline-tracked-already"
    assert not (folder / "o.docx").exists()


def test_an_official_text_that_is_no_word_file_is_refused(folder):
    draft = saved(official(folder), folder)
    with pytest.raises(UsageError) as refused:
        into(draft, draft, folder / "out.docx", **HOW)
    assert refused.value.message_id == "workspace.redline-needs-word"


def test_a_change_that_cannot_be_marked_is_named_and_nothing_is_written(folder):
    words = "A box with quite a number of words in it, which nobody should cut through."
    body = (*made.BODY, par(made.box(words)))
    (folder / "official.docx").write_bytes(made.official(body=body))
    draft = changed(official(folder), "quite", "quite a", "some")
    with pytest.raises(UsageError) as refused:
        into(saved(draft, folder), folder / "official.docx", folder / "out.docx", **HOW)
    assert refused.value.message_id == "workspace.redline-not-exact"
    assert "A box with some number of words" in str(refused.value.params["words"])
    assert refused.value.hint_id == "workspace.redline-inexact-mark"
    assert not (folder / "out.docx").exists()


def test_a_draft_taken_from_a_report_is_marked_in_its_part_of_the_report(folder):
    body = (
        styled("HCh", "Draft resolutions"),
        par(run("1. The Committee recommends to the General Assembly the adoption of the following "
                "draft resolution:")),
        par(run("Draft resolution")),
        *made.BODY,
    )  # fmt: skip
    report = styled("TitleHCH", "Report of the Second Committee")
    (folder / "official.docx").write_bytes(made.official(body=(report, *body)))
    whole = official(folder)
    path = next(path for path, part in whole.parts() if part.kind.value == "draft")
    text = Text.of(Span("Urges", SpanKind.EMPHASIS), " all States to act;")
    draft = extracted(whole, path).document
    draft = delete(draft, element(draft, "with concern").id)
    draft = insert_after(
        draft, element(draft, "measure").id, Paragraph("new", Kind.OPERATIVE, text)
    )
    out = folder / "out.docx"
    into(saved(draft, folder), folder / "official.docx", out, **HOW)
    assert "Urges all States to act;" in texts(out, "accepted")
    assert texts(out, "original") == [p.text.plain() for _, p in whole.walk()]


def test_fields_of_the_masthead_that_differ_are_told_and_left(folder):
    draft = official(folder)
    draft = replace(draft, masthead=replace(draft.masthead, symbol="A/C.2/81/L.1"))
    told = into(saved(draft, folder), folder / "official.docx", folder / "out.docx", **HOW)
    assert [each.message for each in told.left] == ["writing.masthead-not-marked"]
    assert told.changes == 0


def test_an_official_file_in_another_language_is_refused(folder):
    draft = saved(replace(official(folder), language="fr"), folder)
    with pytest.raises(UsageError) as refused:
        into(draft, folder / "official.docx", folder / "out.docx", **HOW)
    assert refused.value.message_id == "workspace.redline-other-language"
    assert refused.value.params == {"official": "en", "draft": "fr"}
    assert not (folder / "out.docx").exists()


def test_a_draft_of_quite_another_text_is_told(folder):
    draft = official(folder)
    rows = [each for _, each in draft.walk() if each.kind in {Kind.PREAMBULAR, Kind.OPERATIVE}]
    for number, each in enumerate(rows):
        draft = set_text(draft, each.id, Text.of(f"Urges ministers to plant {number} trees;"))
    told = into(saved(draft, folder), folder / "official.docx", folder / "out.docx", **HOW)
    assert [each.message for each in told.left] == ["workspace.redline-other-text"]
    assert told.left[0].values == {"kept": 2, "count": 8}


def test_words_that_are_only_emphasised_otherwise_are_told(folder):
    draft = official(folder)
    p = element(draft, "measure")
    draft = set_text(draft, p.id, p.text.emphasised(0))
    p = element(draft, "Decides")
    draft = set_text(draft, p.id, p.text.emphasised(len(p.text)))
    told = into(saved(draft, folder), folder / "official.docx", folder / "out.docx", **HOW)
    assert told.changes == 0
    assert {each.message for each in told.left} == {"workspace.redline-emphasis"}
    assert [each.values["words"] for each in told.left] == [
        "3. Encourages Member States to measure their rivers;",
        "4. Decides to consider the matter further at its next session.",
    ]


def test_footnotes_that_word_numbers_anew_are_told_once(folder):
    draft = official(folder)
    p = element(draft, "79/217")
    new = Note("new", Text.of("Resolution 79/217."))
    draft = replace(draft, notes=(new, *draft.notes))
    draft = set_text(draft, p.id, p.text.with_mark(len(p.text), "new"))
    told = into(saved(draft, folder), folder / "official.docx", folder / "out.docx", **HOW)
    assert [(each.message, each.values) for each in told.left] == [
        ("workspace.redline-notes-renumbered", {"count": 2})
    ]

"""Redlines as Word files in our own layout: both texts are in them, and they say what they are."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import UnreadableInput
from drafter.model.tree import DocumentType
from drafter.readers import ReadOptions, read
from drafter.workspace import own_layout
from drafter.workspace.own_layout import redlined
from drafter.writers.layout import layout
from drafter.writers.tracked import Tracked, TrackOptions
from tests.compare.test_revising import drafts, edited
from tests.writers.redlining import LANGUAGES, pair
from tests.writers.test_redlines import without_notes
from tests.writers.writing_samples import DATA, draft_of

KENYA = TrackOptions("Delegation of Kenya", "2026-11-21T10:00:00Z")


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return container.read(name).decode()


def back(data, folder, changes):
    path = folder / "redline.docx"
    path.write_bytes(data)
    return read(path, ReadOptions(changes=changes))


def words(document):
    return [p.text.plain() for _, p in document.walk()]


@pytest.mark.parametrize("code", LANGUAGES)
def test_rejecting_all_gives_the_base_and_accepting_all_the_draft(code, tmp_path):
    old, new = pair(code)
    data = redlined(old, new, KENYA).data
    assert words(back(data, tmp_path, "original").document) == words(old)
    assert words(back(data, tmp_path, "accepted").document) == words(new)


@given(data=st.data())
@settings(max_examples=8)
def test_both_texts_are_in_the_file_whatever_was_edited(data):
    old = without_notes(data.draw(drafts()))
    new = without_notes(data.draw(edited(old)))
    # it raises where either text does not come back
    assert redlined(old, new, KENYA).left == ()


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_every_page_says_that_it_is_for_consultation_in_the_language_of_the_text(code, tmp_path):
    own = code if code in LANGUAGES else "en"
    old, new = (replace(each, language=code) for each in pair(own))
    data = redlined(old, new, KENYA).data
    notice = layout().type(code)["consultation"]
    for page in ("first", "even", "odd"):
        assert notice in part(data, f"word/footer_{page}.xml")
    read_back = back(data, tmp_path, "accepted")
    assert notice not in " ".join((*words(read_back.document), *read_back.document.masthead.read))


def test_the_notices_of_the_six_languages_differ():
    found = {layout().type(code)["consultation"] for code in ("ar", "en", "es", "fr", "ru", "zh")}
    assert len(found) == 6


def test_changes_are_the_delegation_s_and_word_may_keep_that(tmp_path):
    data = redlined(*pair("en"), KENYA).data
    changes = back(data, tmp_path, "accepted").changes
    assert {(each.author, each.date) for each in changes} == {(KENYA.author, KENYA.date)}
    assert "removePersonalInformation" not in part(data, "word/settings.xml")
    assert "removeDateAndTime" not in part(data, "word/settings.xml")


@pytest.mark.parametrize("code", LANGUAGES)
def test_notes_stand_in_the_order_of_their_marks_whether_found_by_id_or_by_order(code):
    data = redlined(*pair(code), KENYA).data
    marks = re.findall(r'<w:footnoteReference[^>]* w:id="(\d+)"', part(data, "word/document.xml"))
    notes = re.findall(r'<w:footnote w:id="(\d+)"', part(data, "word/footnotes.xml"))
    assert marks == notes == [str(number) for number in range(1, len(notes) + 1)]


def test_a_note_with_a_mark_of_its_own_goes_with_it(tmp_path):
    """The title of a committee's report has such a note."""
    drafts_of = DATA / "drafts"
    old, new = (
        read(drafts_of / f"{name}.draft.yaml").document for name in ("report-en", "committee-en")
    )
    assert any(note.mark for note in old.notes)
    data = redlined(old, new, KENYA).data
    assert words(back(data, tmp_path, "accepted").document) == words(new)


def test_lines_of_the_masthead_that_are_read_as_text_are_no_change():
    """A resolution without a title or a date: the blanks of its masthead stand before its text."""
    old = replace(draft_of("Decides to meet;", "Requests a report."), type=DocumentType.RESOLUTION)
    new = replace(draft_of("Decides to meet;", "Urges a report."), type=DocumentType.RESOLUTION)
    assert redlined(old, new, KENYA).changes == 2


def test_numbers_that_come_out_otherwise_are_told():
    drafts_of = DATA / "drafts"
    old, new = (
        read(drafts_of / f"{name}.draft.yaml").document for name in ("report-en", "resolution-en")
    )
    (finding,) = redlined(old, new, KENYA).left
    assert (finding.code, dict(finding.params)) == ("T7", {"count": 1})


def test_the_masthead_is_the_draft_s(tmp_path):
    data = redlined(*pair("en"), KENYA).data
    for changes in ("original", "accepted"):
        assert back(data, tmp_path, changes).document.masthead.symbol == "A/C.2/81/L.9"


def test_a_paragraph_that_moved_is_tracked_as_moved(tmp_path):
    kinds = {each.kind for each in back(redlined(*pair("zh"), KENYA).data, tmp_path, "").changes}
    assert {"moved-from", "moved-to"} <= kinds


def test_the_same_texts_give_the_same_bytes_and_equal_texts_no_change():
    assert redlined(*pair("zh"), KENYA) == redlined(*pair("zh"), KENYA)
    old, _ = pair("zh")
    assert redlined(old, old, KENYA).changes == 0


def test_a_redline_that_does_not_give_both_texts_back_is_refused(monkeypatch):
    def lossy(package, *_):
        return Tracked(package, 1, ())

    monkeypatch.setattr(own_layout, "tracked", lossy)
    with pytest.raises(UnreadableInput):
        redlined(*pair("en"), KENYA)

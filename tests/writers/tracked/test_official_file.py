"""What stands in the XML of an official file once it is redlined, construct by construct."""

import re
from dataclasses import replace

import pytest

from drafter.model.edits import delete, insert_after, set_text
from drafter.model.moving import move
from drafter.model.note_edits import add_note, remove_note, set_note
from drafter.model.restructure import join, split
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind, Note, Paragraph
from drafter.writers.tracked import TrackOptions
from tests.readers.docx.making import par, run, table
from tests.writers.tracked import official as made
from tests.writers.tracked.redlining import MAIN, NOTES, check_laws, parts, redlined

WHO = 'w:author="Delegation" w:date="2026-11-21T00:00:00Z"'


@pytest.fixture
def redline(tmp_path):
    def run_on(edit, **file):
        path = tmp_path / "official.docx"
        path.write_bytes(made.official(**file))
        red = redlined(path, edit)
        check_laws(red, tmp_path)
        return {name: part.decode() for name, part in parts(red.made.data).items()}, red

    return run_on


def replacing(number, old, new):
    def edit(document):
        p = [p for _, p in document.walk()][number]
        at = p.text.plain().index(old)
        return set_text(document, p.id, p.text.replaced(at, at + len(old), new))

    return edit


def element(document, number):
    return [p for _, p in document.walk()][number]


def words(xml, tag):
    return re.findall(rf"<w:{tag}(?: [^>]*)?>([^<]*)<", xml)


def test_one_changed_word_is_one_deletion_and_one_insertion(redline):
    files, red = redline(replacing(6, "measure", "monitor"))
    text = files[MAIN]
    assert words(text, "delText") == ["measure"]
    assert re.findall(r"<w:ins [^>]*><w:r><w:t[^>]*>(\w+)", text) == ["monitor"]
    assert text.count(WHO) == red.made.changes == 2


def test_all_paragraphs_that_stay_keep_their_bytes(redline):
    files, _red = redline(replacing(6, "measure", "monitor"))
    kept = [each for index, each in enumerate(made.BODY) if index != 6]
    assert all(each in files[MAIN] for each in kept)


def test_a_change_inside_a_link_replaces_the_link_whole_by_words_outside_it(redline):
    files, _ = redline(replacing(2, "79/217", "80/100"))
    text = files[MAIN]
    assert words(text, "delText") == ["79/217"]
    linked = re.search(r"<w:hyperlink.*?</w:hyperlink>", text, re.DOTALL)[0]
    assert "<w:ins" not in linked
    assert "80/100" in text


def test_a_change_inside_a_field_takes_all_of_the_field_out(redline):
    files, _ = redline(replacing(5, "para. 1 above", "para. 3 above"))
    text = files[MAIN]
    assert "<w:delInstrText" in text
    assert "<w:instrText" not in text
    gone = "".join(re.findall(r"<w:del [^>]*>.*?</w:del>", text, re.DOTALL))
    assert gone.count("<w:fldChar") == 3


def test_a_paragraph_that_comes_in_is_set_and_labelled_like_its_neighbours(redline):
    def edit(document):
        p = element(document, 4)
        text = Text.of(Span("Urges", SpanKind.EMPHASIS), " all States to act;")
        return insert_after(document, p.id, Paragraph("new", Kind.OPERATIVE, text))

    files, _red = redline(edit)
    come = next(p for p in re.findall(r"<w:p>.*?</w:p>", files[MAIN]) if "Urges" in p)
    assert "<w:pPr><w:rPr><w:ins " in come
    assert re.search(r"<w:rPr><w:i/><w:iCs/></w:rPr><w:t[^>]*>Urges</w:t>", come)
    assert "".join(words(come, "t")) == "2.Urges all States to act;"
    # the labels that follow are renumbered, each number alone
    assert words(files[MAIN], "delText") == ["2", "3", "4"]


def test_a_paragraph_that_goes_takes_its_label_its_mark_and_its_note_along(redline):
    files, _ = redline(lambda document: delete(document, element(document, 4).id))
    gone = next(p for p in re.findall(r"<w:p>.*?</w:p>", files[MAIN]) if "Welcomes" in p)
    assert "<w:rPr><w:del " in gone
    assert "".join(words(gone, "delText")) == "1.Welcomes the report of the Secretary-General;"
    assert not words(gone, "t")
    note = re.search(r'<w:footnote w:id="2">.*?</w:footnote>', files[NOTES])[0]
    assert words(note, "delText") == [" A/80/52."]


def test_a_moved_paragraph_stands_in_two_ranges_of_one_name(redline):
    files, _ = redline(lambda document: move(document, element(document, 6).id, up=True))
    text = files[MAIN]
    start = r'<w:move{0}RangeStart w:id="(\d+)" {1} w:name="(\w+)"/>'
    (away,) = re.findall(start.format("From", WHO), text)
    (here,) = re.findall(start.format("To", WHO), text)
    assert away[1] == here[1]
    for way, (key, _) in (("From", away), ("To", here)):
        assert f'<w:move{way}RangeEnd w:id="{key}"/>' in text


def test_two_paragraphs_become_one_when_the_mark_between_them_goes(redline):
    files, _ = redline(lambda document: join(document, element(document, 5).id, separator=" "))
    assert re.search(r"<w:pPr><w:rPr><w:del [^>]*/></w:rPr></w:pPr>", files[MAIN])
    assert "3." in "".join(words(files[MAIN], "delText"))


def test_one_paragraph_becomes_two_when_a_mark_comes_in(redline):
    body = (*made.BODY[:6], made.opened("Calls for", " rain; and decides to wait;", "3."),
            made.BODY[7])  # fmt: skip

    def edit(document):
        p = element(document, 6)
        return split(document, p.id, p.text.plain().index(" and decides"), "new")

    files, _ = redline(edit, body=body)
    assert re.search(r"<w:pPr><w:rPr><w:ins [^>]*/></w:rPr></w:pPr>", files[MAIN])


def test_a_note_that_comes_in_stands_after_all_others(redline):
    def edit(document):
        p = element(document, 3)
        return add_note(document, p.id, len("Noting with concern"), Note("new", Text.of("New.")))

    files, _ = redline(edit)
    ids = re.findall(r'<w:footnote w:id="(\d+)"', files[NOTES])
    assert ids == ["1", "2", "3"]
    come = re.search(r'<w:footnote w:id="3">.*?</w:footnote>', files[NOTES])[0]
    assert words(come, "t") == [" ", "New."]
    assert re.search(r"<w:ins [^>]*><w:r>.*?<w:footnoteRef/>", come)


def test_a_file_without_notes_is_given_a_part_for_them(redline):
    def edit(document):
        return add_note(document, element(document, 6).id, 10, Note("new", Text.of("New.")))

    body = [each.replace(made.note(1), "").replace(made.note(2), "") for each in made.BODY]
    files, _red = redline(edit, body=body, notes=())
    assert "New." in files[NOTES]
    assert 'Target="footnotes.xml"' in files["word/_rels/document.xml.rels"]
    assert "/word/footnotes.xml" in files["[Content_Types].xml"]


def test_a_note_is_changed_where_it_stands_and_goes_with_its_mark(redline):
    files, _ = redline(
        lambda d: set_note(d, replace(d.notes[0], text=Text.of("See A/80/1 and A/80/2.")))
    )
    assert words(files[NOTES], "delText") == []
    assert " and A/80/2" in "".join(words(files[NOTES], "t"))
    files, _ = redline(lambda d: remove_note(d, d.notes[1].id))
    assert re.search(r"<w:del [^>]*><w:r>.*?<w:footnoteReference w:id=\"2\"/>", files[MAIN])


def test_a_paragraph_that_ends_a_section_keeps_the_section(redline):
    ending = par(run("4.") + "<w:r><w:tab/></w:r>" + run("Decides to adjourn."), made.SECTION)
    body = (*made.BODY[:7], ending, table(["one", "two"]))
    files, _ = redline(lambda document: delete(document, element(document, 7).id), body=body)
    assert made.SECTION in files[MAIN]
    gone = next(p for p in re.findall(r"<w:p>.*?</w:p>", files[MAIN]) if "adjourn" in p)
    assert "<w:rPr><w:del" not in gone


def test_what_comes_in_at_the_end_leaves_the_last_mark_in_its_place(redline):
    def edit(document):
        text = Text.of(Span("Decides", SpanKind.EMPHASIS), " to meet again.")
        return insert_after(
            document, element(document, 7).id, Paragraph("new", Kind.OPERATIVE, text)
        )

    files, _ = redline(edit)
    last = re.findall(r"<w:p>.*?</w:p>", files[MAIN])[-1]
    assert "".join(words(last, "t")) == "5.Decides to meet again."
    assert "<w:rPr><w:ins" not in last.partition("</w:pPr>")[0]


def test_words_in_a_text_box_are_left_and_told(tmp_path):
    path = tmp_path / "official.docx"
    long = "A box with quite a number of words in it, which nobody should cut through."
    path.write_bytes(made.official(body=(*made.BODY, par(made.box(long)))))

    def edit(document):
        p = next(p for _, p in document.walk() if "quite" in p.text.plain())
        return set_text(document, p.id, p.text.replaced(2, 5, "chest"))

    red = redlined(path, edit)
    assert [each.message for each in red.made.left] == ["writing.not-marked"]
    assert parts(red.made.data) == parts(red.package)


def test_ids_of_changes_are_above_all_that_the_package_has(redline):
    body = (*made.BODY[:2], par('<w:bookmarkStart w:id="41" w:name="x"/>'),
            *made.BODY[2:])  # fmt: skip
    files, _ = redline(replacing(6, "measure", "monitor"), body=body)
    ids = [int(each) for each in re.findall(r'<w:(?:ins|del) w:id="(\d+)"', files[MAIN])]
    assert min(ids) > 41
    assert len(set(ids)) == len(ids)


def test_changes_without_a_date_have_no_date(tmp_path):
    path = tmp_path / "official.docx"
    path.write_bytes(made.official())
    options = TrackOptions('The "Group of 77" & China', "")
    red = redlined(path, replacing(6, "measure", "monitor"), options)
    text = parts(red.made.data)[MAIN].decode()
    assert "w:date" not in text
    assert "&amp; China" in text
    check_laws(red, tmp_path)

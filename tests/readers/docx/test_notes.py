"""Footnotes and endnotes, marked as Word marks them."""

import pytest

from drafter.languages import language
from drafter.model.view import view
from tests.readers.docx.making import by, findings, par, part, reading, run, without, word_file

RAISED = '<w:vertAlign w:val="superscript"/>'
STYLE = (
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    f"<w:rPr>{RAISED}</w:rPr></w:style>"
)
START = par("The General Assembly,")
BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def mark(number, own="", kind="footnote"):
    custom = 'w:customMarkFollows="1" ' if own else ""
    words = f"<w:t>{own}</w:t>" if own else ""
    return f'<w:r><w:{kind}Reference {custom}w:id="{number}"/>{words}</w:r>'


def note(number, words, own="", kind="footnote"):
    lead = run(own, RAISED) if own else f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}">{par(lead + "<w:r><w:tab/></w:r>" + run(words))}</w:{kind}>'


def separators():
    inner = "<w:p><w:r><w:separator/></w:r></w:p>"
    return f'<w:footnote w:type="separator" w:id="-1">{inner}</w:footnote>'


def shown(result):
    """The marks of each paragraph, and the notes."""
    seen = view(result.document, language(result.document.language).conventions)
    marks = [[str(number) for _, number in e.marks] for e in seen.elements]
    return marks, [(n.number, n.text.plain()) for n in seen.notes]


def test_notes_count_in_the_order_of_their_marks_whatever_their_ids(tmp_path):
    body = par(run("One") + mark(7) + run(" and two") + mark(3) + run("."))
    notes = separators() + note(3, "Of two.") + note(7, "Of one.")
    result = reading(tmp_path, body, footnotes=notes)
    assert shown(result) == ([["1", "2"]], [("1", "Of one."), ("2", "Of two.")])
    assert result.document.root.paragraphs[0].text.plain() == "One and two."


def test_a_note_with_a_mark_of_its_own_does_not_count(tmp_path):
    body = START + par(run("Title,") + mark(1, "*")) + par(run("Text") + mark(2) + run("."))
    notes = note(1, "Of the title.", "*") + note(2, "Of the text.")
    marks, found = shown(reading(tmp_path, body, footnotes=notes))
    assert found == [("*", "Of the title."), ("1", "Of the text.")]
    assert marks == [[], ["*"], ["1"]]


def test_a_second_mark_of_a_note_is_told_by_its_style(tmp_path):
    again = run("1", '<w:rStyle w:val="FootnoteReference"/>')
    body = par(run("One") + mark(1) + run(".")) + par(run("Again") + again + run("."))
    result = reading(tmp_path, body, footnotes=note(1, "Both."), styles=STYLE)
    assert shown(result) == ([["1"], ["1"]], [("1", "Both.")])


def test_a_reference_to_a_note_is_a_further_mark(tmp_path):
    field = f'<w:fldSimple w:instr=" NOTEREF _Ref1 \\f ">{run("1")}</w:fldSimple>'
    body = par(run("One") + mark(1) + run(".")) + par(run("Again") + field + run("."))
    assert shown(reading(tmp_path, body, footnotes=note(1, "Both.")))[0] == [["1"], ["1"]]


def test_a_raised_unit_is_no_mark(tmp_path):
    body = (
        START
        + par(run("One,") + mark(1))
        + par(run("Twelve km") + run("1", RAISED) + run(" of it."))
    )
    result = reading(tmp_path, body, footnotes=note(1, "Of one."))
    assert shown(result)[0] == [[], ["1"], []]
    assert result.document.root.paragraphs[2].text.plain() == "Twelve km1 of it."


@pytest.mark.parametrize(("restart", "marks"), [("eachPage", "1 2 1"), ("continuous", "1 2 3")])
def test_numbers_may_begin_again_on_each_page(restart, marks, tmp_path):
    body = par(run("One") + mark(1) + run(" two") + mark(2) + run(".")) + par(
        BREAK + run("Three") + mark(3) + run(".")
    )
    notes = "".join(note(i, f"Note {i}.") for i in (1, 2, 3))
    settings = f'<w:footnotePr><w:numRestart w:val="{restart}"/></w:footnotePr>'
    result = reading(tmp_path, body, footnotes=notes, settings=settings)
    printed = [f.values["read"] for f in result.findings if f.message == "reading.note-number"]
    assert printed == ([] if marks == "1 2 3" else ["1"])
    assert len(shown(result)[1]) == 3


def test_endnotes_in_roman_numerals_become_plain_numbers(tmp_path):
    marked = run("One") + mark(1, kind="endnote") + run(" two") + mark(2, kind="endnote")
    body = START + par(marked)
    notes = note(1, "First.", kind="endnote") + note(2, "Second.", kind="endnote")
    result = reading(tmp_path, body, endnotes=notes)
    assert shown(result) == ([[], ["1", "2"]], [("1", "First."), ("2", "Second.")])
    assert {"word-endnotes", "word-notes-recounted"} <= set(findings(result))


def test_a_mark_whose_note_is_not_there_is_reported(tmp_path):
    assert "mark-without-note" in findings(reading(tmp_path, par(run("One") + mark(1))))


def test_a_note_of_several_paragraphs_is_one_note(tmp_path):
    two = f'<w:footnote w:id="1">{par("First.")}{par("Second.")}</w:footnote>'
    result = reading(tmp_path, START + par(run("One") + mark(1)), footnotes=two)
    assert shown(result)[1] == [("1", "First. Second.")]


BROKEN = {
    "missing": {"word/footnotes.xml": None},
    "torn": {"word/footnotes.xml": part("footnotes", note(1, "Lost."))[:-40]},
    "unlinked": {"word/_rels/document.xml.rels": None, "word/footnotes.xml": "<x/>"},
}


@pytest.mark.parametrize("broken", BROKEN)
def test_notes_whose_part_is_lost_are_told_and_the_text_is_read(broken, tmp_path):
    body = START + par(run("Recalling its words") + mark(1) + run(","))
    files = word_file(body, footnotes=note(1, "Lost."))
    result = reading(tmp_path, without(files, BROKEN[broken]))
    assert result.document.root.paragraphs[1].text.plain().startswith("Recalling its words")
    (lost,) = (f for f in result.findings if f.message == "reading.word-part-lost")
    part_lost = "word/_rels/document.xml.rels" if broken == "unlinked" else "word/footnotes.xml"
    assert lost.values == {"part": part_lost}
    assert "mark-without-note" in findings(result)


def test_a_note_that_no_mark_leads_to_is_listed_as_left_out(tmp_path):
    notes = note(1, "Marked.") + note(2, "Unmarked.") + note(1, "The same again.")
    overleaf = f'<w:footnote w:type="continuationNotice" w:id="-1">{par("Overleaf.")}</w:footnote>'
    result = reading(tmp_path, START + par(run("One") + mark(1)), footnotes=notes + overleaf)
    assert [(n.text.plain()) for n in result.document.notes] == ["Marked."]
    assert {(each.reason, each.text) for each in result.removed} == {
        ("unmarked-note", "The same again."),
        ("unmarked-note", "Unmarked."),
        ("footer", "Overleaf."),
    }


def test_a_note_whose_mark_a_tracked_change_took_out_is_that_change(tmp_path):
    gone = by("del", mark(2))
    notes = note(1, "Kept.") + note(2, "Taken out.")
    result = reading(tmp_path, START + par(run("One") + mark(1) + gone), footnotes=notes)
    assert not result.removed
    assert [each.text for each in result.changes] == ["Taken out."]

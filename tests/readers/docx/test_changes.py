"""Tracked changes: the accepted text, the original text, and the changes of either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.docx.making import by, findings, gone, item, labelled, par, reading, run, texts

SWAP = par(
    run("Decides to ") + by("del", gone("continue ")) + by("ins", run("pursue ")) + run("it.")
)
UN = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def ending(tag, who="Ann"):
    """The properties of a paragraph whose mark came or went."""
    return f"<w:rPr>{by(tag, who=who)}</w:rPr>"


def listed(result):
    return [(c.kind, c.text) for c in result.changes]


@pytest.mark.parametrize(
    ("changes", "text"),
    [("accepted", "Decides to pursue it."), ("original", "Decides to continue it.")],
)
def test_either_text_can_be_read_and_both_list_the_changes(changes, text, tmp_path):
    result = reading(tmp_path, SWAP, changes=changes)
    assert texts(result) == [text]
    assert listed(result) == [("deleted", "continue "), ("inserted", "pursue ")]
    assert f"word-changes-{changes}" in findings(result)
    for change in result.changes:
        assert (change.author, change.date) == ("Ann", "2026-01-02T10:00:00Z")
        shown = text[change.start : change.end]
        assert shown == (change.text.strip() if change.text in text else "")


def test_a_change_is_placed_behind_a_literal_number(tmp_path):
    body = par(run("7. Decides to ") + by("ins", run("pursue ")) + run("it."))
    result = reading(tmp_path, body)
    (change,) = result.changes
    (paragraph,) = [p for _, p in result.document.walk()]
    assert paragraph.id == change.element
    assert paragraph.text.plain()[change.start : change.end] == "pursue"


def test_a_deleted_paragraph_does_not_count(tmp_path):
    dropped = par(
        by("del", gone("Drops it;")), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        + ending("del"),
    )  # fmt: skip
    body = item("One;") + dropped + item("Two.")
    accepted = reading(tmp_path, body, numbering=UN)
    original = reading(tmp_path, body, numbering=UN, changes="original")
    assert labelled(accepted) == ["1. One;", "2. Two."]
    assert labelled(original) == ["1. One;", "2. Drops it;", "3. Two."]
    assert listed(accepted) == listed(original) == [("deleted", "Drops it;")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path):
    body = par(run("Begins, "), ending("del")) + par("and ends.")
    assert texts(reading(tmp_path, body)) == ["Begins, and ends."]
    assert texts(reading(tmp_path, body, changes="original")) == ["Begins,", "and ends."]
    assert listed(reading(tmp_path, body)) == [("deleted", "¶")]


def test_an_inserted_paragraph_mark_parts_one(tmp_path):
    body = par(run("Begins, "), ending("ins")) + par("and ends.")
    assert texts(reading(tmp_path, body)) == ["Begins,", "and ends."]
    assert texts(reading(tmp_path, body, changes="original")) == ["Begins, and ends."]


def test_words_put_in_and_taken_out_again_stand_in_neither_text(tmp_path):
    both = by("ins", by("del", gone("briefly "), who="Bob"))
    body = par(run("It ") + both + run("stands."))
    for changes in ("accepted", "original"):
        result = reading(tmp_path, body, changes=changes)
        assert texts(result) == ["It stands."]
        assert [(c.kind, c.author) for c in result.changes] == [
            ("inserted", "Ann"),
            ("deleted", "Bob"),
        ]


def test_words_moved_are_told_from_words_deleted(tmp_path):
    body = par(by("moveFrom", run("Moved. ")) + run("First.")) + par(
        run("Last. ") + by("moveTo", run("Moved."))
    )
    assert texts(reading(tmp_path, body)) == ["First.", "Last. Moved."]
    assert listed(reading(tmp_path, body)) == [("moved-from", "Moved. "), ("moved-to", "Moved.")]
    assert texts(reading(tmp_path, body, changes="original")) == ["Moved. First.", "Last."]


def test_rows_of_tables_come_and_go(tmp_path):
    def row(words, change=""):
        cells = f"<w:tc>{par(words)}</w:tc><w:tc>{par('9')}</w:tc>"
        return f"<w:tr><w:trPr>{change}</w:trPr>{cells}</w:tr>"

    body = par("Above.") + f"<w:tbl>{row('a', by('del'))}{row('b', by('ins'))}{row('c')}</w:tbl>"
    assert texts(reading(tmp_path, body)) == ["Above.", "b 9", "c 9"]
    assert texts(reading(tmp_path, body, changes="original")) == ["Above.", "a 9", "c 9"]


def test_changes_in_the_head_of_a_table_are_listed_and_read(tmp_path):
    def row(head, *cells):
        inner = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{'<w:tblHeader/>' * head}</w:trPr>{inner}</w:tr>"

    changed = par(by("del", gone("Budget")) + by("ins", run("Actual")))
    body = par("Above.") + (
        f"<w:tbl>{row(True, par('Item'), changed)}{row(False, par('a'), par('9'))}</w:tbl>"
    )
    assert listed(reading(tmp_path, body)) == [("deleted", "Budget"), ("inserted", "Actual")]
    assert texts(reading(tmp_path, body)) == ["Above.", "Item Actual", "a 9"]
    assert texts(reading(tmp_path, body, changes="original")) == ["Above.", "Item Budget", "a 9"]


def test_a_number_given_by_a_change_is_not_in_the_original(tmp_path):
    inner = '<w:ilvl w:val="0"/><w:numId w:val="1"/>' + by("ins")
    body = par(run("Words."), f"<w:numPr>{inner}</w:numPr>")
    assert labelled(reading(tmp_path, body, numbering=UN)) == ["1. Words."]
    assert labelled(reading(tmp_path, body, numbering=UN, changes="original")) == ["Words."]


def test_changes_of_formatting_are_counted_and_passed_over(tmp_path):
    look = "<w:i/>" + by("rPrChange", "<w:rPr/>")
    result = reading(tmp_path, par(run("Slanted.", look)))
    assert texts(result) == ["Slanted."]
    assert "word-formatting-changes" in findings(result)
    assert result.changes == ()


def test_changes_in_notes_stand_in_the_note(tmp_path):
    inner = par(run("See ") + by("ins", run("also ")) + run("there."))
    notes = f'<w:footnote w:id="1">{inner}</w:footnote>'
    body = par(run("One") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run("."))
    result = reading(tmp_path, body, footnotes=notes)
    (change,) = result.changes
    (note,) = result.document.notes
    assert change.element == note.id
    assert note.text.plain()[change.start : change.end] == "also"


def test_a_note_whose_mark_was_deleted_is_gone_and_listed(tmp_path):
    notes = f'<w:footnote w:id="1">{par("Its words.")}</w:footnote>'
    reference = by("del", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    result = reading(tmp_path, par(run("One") + reference + run(".")), footnotes=notes)
    assert result.document.notes == ()
    assert listed(result) == [("deleted", "Its words.")]


PIECES = st.lists(
    st.tuples(st.sampled_from(["", "ins", "del"]), st.sampled_from(["water", "soil, ", " air"])),
    min_size=1, max_size=8,
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=3))
def test_every_change_is_where_it_says(tmp_path_factory, paragraphs):
    """Put in: the words at its place in the accepted text; taken out: those of the original."""
    folder = tmp_path_factory.mktemp("changes")
    body = "".join(
        par(
            run(f"Begins {number} ")
            + "".join(
                by(tag, gone(text) if tag == "del" else run(text)) if tag else run(text)
                for tag, text in pieces
            )
            + run(" ends.")
        )
        for number, pieces in enumerate(paragraphs)
    )
    for changes, kind in (("accepted", "inserted"), ("original", "deleted")):
        result = reading(folder, body, changes=changes)
        by_id = {p.id: p.text.plain() for _, p in result.document.walk()}
        for change in result.changes:
            stretch = by_id[change.element][change.start : change.end]
            expected = change.text if change.kind == kind else ""
            assert "".join(stretch.split()) == "".join(expected.split())

"""What stands in a Word file: every word, mark and number of the document, in order."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.languages import language
from drafter.languages.unparted import unparted
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.writers.clean import for_xml
from tests.writers.life import report
from tests.writers.round_trips import after
from tests.writers.writing_samples import (
    NAMES,
    W,
    draft_of,
    elements,
    paragraphs,
    parts,
    sample,
    tree,
    viewed,
    with_notes,
    words,
    written,
)


@pytest.mark.parametrize("name", NAMES)
def test_every_element_is_a_paragraph_in_document_order(name):
    view = viewed(sample(name))
    found = iter(paragraphs(written(sample(name))))
    for element in view.elements:
        plain = unparted(element.text.plain(), language(view.document.language))
        assert any(plain in each for each in found), plain


@pytest.mark.parametrize("name", NAMES)
def test_notes_have_ids_in_the_order_of_their_marks(name):
    data = written(sample(name))
    marked = [int(m.get(f"{W}id")) for m in tree(data).iter(f"{W}footnoteReference")]
    listed = [int(n.get(f"{W}id")) for n in tree(data, "word/footnotes.xml").iter(f"{W}footnote")]
    assert marked == list(range(1, len(marked) + 1))
    assert listed == [-1, 0, *marked]


@pytest.mark.parametrize("name", NAMES)
def test_every_note_has_its_printed_words(name):
    found = paragraphs(written(sample(name)), "word/footnotes.xml")[2:]
    view = viewed(sample(name))
    code = language(view.document.language)
    assert [n.removeprefix("*").lstrip("1") for n in found] == [
        unparted(n.text.plain(), code).lstrip("1") for n in view.notes
    ]


def test_ibid_is_worked_out_in_the_notes():
    assert "同上，《2008年，补编第5号》(E/2008/25)，第一章，B节。" in paragraphs(
        written(sample("committee-zh")), "word/footnotes.xml"
    )


def test_a_star_note_carries_its_own_mark():
    data = written(with_notes("*", ""))
    star, numbered = tree(data).iter(f"{W}footnoteReference")
    assert star.get(f"{W}customMarkFollows") == "1"
    assert numbered.get(f"{W}customMarkFollows") is None
    assert paragraphs(data, "word/footnotes.xml")[2:] == ["*Note 0.", "Note 1."]


def test_notes_of_an_embedded_draft_start_again_at_1():
    data = written(sample("report-en"))
    own_marks = [
        ref.get(f"{W}customMarkFollows") is not None
        for ref in tree(data).iter(f"{W}footnoteReference")
    ]
    assert own_marks == [True, True, False, False]
    assert paragraphs(data, "word/footnotes.xml")[3].startswith("1A/C.2/79/SR.18")


def test_a_mark_without_a_note_stays_visible():
    draft = with_notes("", "")
    data = written(replace(draft, notes=draft.notes[:1]))
    assert paragraphs(data)[-1] == "Noting?"


def test_a_second_mark_of_one_note_prints_the_same_number():
    draft = with_notes("")
    again = replace(draft.root.blocks[0], id="again")
    data = written(replace(draft, root=Part(PartKind.RESOLUTION, (*draft.root.blocks, again))))
    assert len(list(tree(data).iter(f"{W}footnoteReference"))) == 1
    assert paragraphs(data)[-1] == "Noting1"


def test_the_enacting_line_is_emphasised_without_its_comma():
    data = written(draft_of("The General Assembly,", kind=Kind.ENACTING))
    runs = [r for r in tree(data).iter(f"{W}r") if r.find(f"{W}rPr/{W}rStyle") is not None]
    assert [words(run) for run in runs] == ["The General Assembly"]


def test_several_marks_on_one_spot_are_parted():
    spans = (Span("n1", SpanKind.NOTE), Span("n2", SpanKind.NOTE))
    for code, between in (("en", ","), ("zh", "、")):
        text = Text.of("Noting,", *spans, " with concern")
        root = Part(PartKind.RESOLUTION, (Paragraph("p", Kind.PREAMBULAR, text),))
        notes = (Note("n1", Text.of("One.")), Note("n2", Text.of("Two.")))
        data = written(Document(DocumentType.DRAFT_RESOLUTION, code, root, notes=notes))
        paragraph = next(p for p in tree(data).iter(f"{W}p") if "Noting" in words(p))
        told = [words(r) or ("mark" if r.find(f"{W}footnoteReference") is not None else "")
                for r in paragraph.iter(f"{W}r")]  # fmt: skip
        assert told == ["Noting,", "mark", between, "mark", " with concern"]
        # LibreOffice would take words in the style of a mark for a part of the mark before them
        parting = next(r for r in paragraph.iter(f"{W}r") if words(r) == between)
        assert parting.find(f"{W}rPr/{W}rStyle") is None
        assert parting.find(f"{W}rPr/{W}vertAlign").get(f"{W}val") == "superscript"


def test_opening_words_are_emphasised_where_the_document_says_so():
    data = written(sample("committee-zh"))
    styled = [
        run
        for run in tree(data).iter(f"{W}r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None
        and style.get(f"{W}val") == "Emphasis"
    ]
    assert [words(r) for r in styled if words(r)][1:4] == ["回顾", "又回顾", "重申"]


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("<>&\"'{}%\x00\x07\x0b\x0c\x1b\ufffe\uffff\u2028\u202e]]>"),
        st.sampled_from(["\ud800", "\udfff"]),
    ),
    max_size=60,
)


@given(HOSTILE, HOSTILE)
@settings(max_examples=60, deadline=None)
def test_hostile_text_never_breaks_the_file_nor_loses_a_permitted_character(text, symbol):
    data = written(draft_of(text, symbol=symbol, submitters=text))
    for name, part in parts(data).items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)  # noqa: S314  made by the code under test
    permitted = for_xml(text).replace("\n", "").replace("\t", "")
    assert paragraphs(data)[-1] == permitted


@pytest.mark.parametrize(
    "text", ["{{ 7 * 7 }}", "{% for x in () %}", "{{ ''.__class__ }}", "a & b < c > d", "]]>"]
)
def test_template_code_and_markup_in_the_text_are_only_words(text):
    data = written(draft_of(text, symbol=text))
    assert text in paragraphs(data)
    assert text in "".join(paragraphs(data, "word/header_even.xml"))


def test_line_breaks_and_tabs_in_a_paragraph_stay_where_they_are():
    last = elements(written(draft_of("one\ntwo\tthree")))[-1]
    assert len(list(last.iter(f"{W}br"))) == 1
    assert len(list(last.iter(f"{W}tab"))) == 1


def test_an_empty_document_is_a_file_too():
    assert paragraphs(written(draft_of()))
    assert written(draft_of(), "txt").decode().endswith("\n")


def test_a_document_of_many_levels_is_written():
    inner = Paragraph("deepest", Kind.OPERATIVE, Text.of("bottom"))
    for level in range(20):
        inner = Paragraph(f"l{level}", Kind.OPERATIVE, Text.of("in"), (inner,))
    draft = replace(draft_of(), root=Part(PartKind.RESOLUTION, (inner,)))
    assert "bottom" in paragraphs(written(draft))[-1]


def test_a_star_in_the_sponsors_line_becomes_its_footnote():
    draft = draft_of("Decides.", submitters="Iraq:* draft resolution", symbol="A/C.2/80/L.18")
    draft = replace(draft, notes=(Note("n1", Text.of("On behalf of the Group."), "*"),))
    data = written(draft)
    assert [r.get(f"{W}customMarkFollows") for r in tree(data).iter(f"{W}footnoteReference")] == [
        "1"
    ]
    assert "Iraq:* draft resolution" in paragraphs(data)
    assert paragraphs(data, "word/footnotes.xml")[2:] == ["*On behalf of the Group."]
    assert "\n * On behalf of the Group.\n" in written(draft, "txt").decode()


def test_a_short_paragraph_is_read_back_as_one_and_not_as_a_heading(tmp_path):
    rows = [Paragraph(f"r{i}", Kind.REPORT, Text.of(f"Appropriation {i}")) for i in range(3)]
    whole = report("en")
    blocks = (*whole.root.blocks[:3], *(replace(row, numbered=False) for row in rows))
    made = replace(whole, root=replace(whole.root, blocks=blocks), notes=())
    kinds = [e.kind for e in viewed(after(made, "docx", tmp_path)).elements]
    assert kinds[-3:] == [Kind.REPORT] * 3

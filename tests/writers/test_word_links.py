"""What a text cites is a link in the Word file, in text and notes, and is read back as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import language
from drafter.languages.unparted import unparted
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.readers import read
from drafter.writers.blocks.notes import Notes, note_runs
from drafter.writers.directions import directed
from drafter.writers.linking import linked
from tests.writers.life import CODES, draft
from tests.writers.writing_samples import W, draft_of, parts, sample, tree, viewed, words, written

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EN = language("en")


def links(data, part="document"):
    """Words and address of every link of a part."""
    relations = {
        each.get("Id"): each.get("Target") for each in tree(data, f"word/_rels/{part}.xml.rels")
    }
    found = tree(data, f"word/{part}.xml").iter(f"{W}hyperlink")
    return [(words(each), relations[each.get(f"{R}id")]) for each in found]


def runs_of(*spans, note=""):
    text = Text.of(*spans)
    notes = (Note("n1", Text.of(note)),)
    root = Part(PartKind.RESOLUTION, (Paragraph("p1", Kind.PREAMBULAR, text),))
    document = Document(DocumentType.DRAFT_RESOLUTION, "en", root, notes=notes)
    return Notes(viewed(document)).runs(text)


def test_a_cited_symbol_is_a_link():
    data = written(draft_of("Takes note of the report in A/80/604/Add.1 and of resolution 70/1."))
    assert links(data) == [
        ("A/80/604/Add.1", "https://docs.un.org/en/A/80/604/Add.1"),
        ("70/1", "https://docs.un.org/en/A/RES/70/1"),
    ]


def test_a_symbol_in_a_note_is_a_link_of_the_notes():
    text = Text.of("Noting", Span("n1", SpanKind.NOTE), ",")
    root = Part(PartKind.RESOLUTION, (Paragraph("p1", Kind.PREAMBULAR, text),))
    notes = (Note("n1", Text.of("See A/79/439/Add.2 and resolution 71/256, annex.")),)
    data = written(Document(DocumentType.DRAFT_RESOLUTION, "en", root, notes=notes))
    assert links(data, "footnotes") == [
        ("A/79/439/Add.2", "https://docs.un.org/en/A/79/439/Add.2"),
        ("71/256", "https://docs.un.org/en/A/RES/71/256"),
    ]


def test_one_address_is_one_relation():
    data = written(draft_of("See A/80/604.", "See again A/80/604."))
    relations = parts(data)["word/_rels/document.xml.rels"].decode()
    assert relations.count("https://docs.un.org/en/A/80/604") == 1
    assert len(links(data)) == 2


def test_a_text_that_cites_nothing_has_no_relations_of_notes():
    assert "word/_rels/footnotes.xml.rels" not in parts(written(draft_of("Nothing.")))


def test_a_link_begins_and_ends_inside_emphasis():
    runs = runs_of(Span("Recalling A/80", SpanKind.EMPHASIS), "/604 and more")
    assert [(run.text, run.emphasis, run.href) for run in runs] == [
        ("Recalling ", True, ""),
        ("A/80", True, "https://docs.un.org/en/A/80/604"),
        ("/604", False, "https://docs.un.org/en/A/80/604"),
        (" and more", False, ""),
    ]


def test_a_mark_inside_a_link_does_not_move_it():
    runs = runs_of("See A/80", Span("n1", SpanKind.NOTE), "/604.", note="A note.")
    assert [run.text or run.printed for run in runs] == ["See ", "A/80", "1", "/604", "."]
    assert [bool(run.href) for run in runs] == [False, True, False, True, False]


def test_links_look_as_in_documents_of_the_united_nations():
    styles = parts(written(sample("committee-en")))["word/styles.xml"].decode()
    link = styles[styles.index('w:styleId="Hyperlink"') :]
    assert '<w:color w:val="0000FF"/><w:u w:val="none"/>' in link[: link.index("</w:style>")]


@pytest.mark.parametrize("code", CODES)
def test_links_change_no_word_of_a_text_that_is_read_back(code, tmp_path):
    file = tmp_path / "linked.docx"
    data = written(draft(code))
    assert links(data)
    file.write_bytes(data)
    again = viewed(read(file).document)
    first = viewed(draft(code))
    assert [shown(e.text) for e in again.elements] == [shown(e.text) for e in first.elements]
    assert [shown(n.text) for n in again.notes] == [shown(n.text) for n in first.notes]


def shown(text):
    return " ".join(text.plain().split())


PIECES = st.lists(
    st.sampled_from(
        ("Recalling ", "A/80/604", "/Add.1", " resolution 70/1", ", ", "1483 (2003)", "\n", "x")
    ),
    max_size=8,
)


@given(PIECES, st.sets(st.integers(0, 8)))
def test_linking_keeps_every_character_and_links_what_is_cited(pieces, emphasised):
    spans = [
        Span(piece, SpanKind.EMPHASIS if index in emphasised else SpanKind.PLAIN)
        for index, piece in enumerate(pieces)
    ]
    text = Text.of(*spans)
    runs = note_runs(text, EN)
    shown = "".join({"line": "\n", "tab": "\t"}.get(run.breaks, run.text) for run in runs)
    assert shown == unparted(text.plain(), EN)
    cited = "".join(link_text(text, link) for link in linked(text.plain(), EN))
    linked_runs = "".join(run.text for run in runs if run.href)
    assert linked_runs.replace("\u00a0", " ") == cited.replace("\n", "")


def link_text(text, link):
    return text.plain()[link.start : link.end]


@pytest.mark.parametrize(
    ("text", "left_to_right"),
    [
        ("القرار 70/1 المؤرخ 25 أيلول/سبتمبر 2015", ["70/1"]),
        ("الوثيقة A/C.2/81/L.5/Rev.1.", ["A/C.2/81/L.5/Rev.1"]),
        ("(A/79/439/Add.2، الفقرة 2)", ["A/79/439/Add.2"]),
        ("United Nations, Treaty Series, vol. 2187", ["United Nations, Treaty Series, vol. 2187"]),
        ("217 ألف (د-3) و 13-16 أيار", []),
        ("29 October 2026", ["29 October 2026"]),
    ],
)
def test_latin_symbols_among_arabic_words_keep_their_direction(text, left_to_right):
    pieces = list(directed(text))
    assert [piece for piece, reverse in pieces if not reverse] == left_to_right
    assert "".join(piece for piece, _ in pieces) == text


@given(st.text(alphabet="aA/.1 ,()ابجx:-", max_size=40))
def test_directions_keep_every_character(text):
    assert "".join(piece for piece, _ in directed(text)) == text

"""Akoma Ntoso that others wrote: prefixes, recitals, collections, names that drafter has not."""

from pathlib import Path

from drafter.languages import language
from drafter.model.tree import DocumentType
from drafter.model.view import view
from drafter.readers import read

DATA = Path(__file__).resolve().parents[2] / "data" / "akn"


def _read(name):
    document = read(DATA / name).document
    numbered = view(document, language(document.language).conventions)
    return document, [(e.part, e.kind.value, e.label, e.text.plain()) for e in numbered.elements]


def test_an_adopted_text_with_prefixes_recitals_and_notes_in_sup_is_read():
    document, elements = _read("prefixed.xml")
    head = document.masthead
    assert document.type is DocumentType.RESOLUTION
    assert (head.symbol, head.date, head.adopted_on) == (
        "A/RES/79/301",
        "11 March 2025",
        "4 March 2025",
    )
    assert head.bracket_line == "[without reference to a Main Committee (A/79/L.53)]"
    assert head.closing == "60th plenary meeting\n4 March 2025"
    assert head.agenda_titles == ()
    assert elements[1:3] == [
        ("resolution", "enacting", "", "The General Assembly,"),
        (
            "resolution",
            "preambular",
            "",
            "Recalling its resolution 70/1 of 25 September 2015,",
        ),
    ]
    labels = [label for part, kind, label, _ in elements if kind == "operative" and label]
    assert labels == ["1.", "(a)", "(b)", "(i)", "2."]
    assert [text for part, _, _, text in elements if part == "resolution/annex-1"] == [
        "Annex",
        "Programme",
        "Rooms",
        "Rooms are quiet.",
    ]
    (note,) = document.notes
    assert note.text.plain() == "Resolution 70/1. Second paragraph of the note."


def test_a_line_of_the_preface_is_whole_whatever_elements_stand_in_it():
    document, _ = _read("prefixed.xml")
    adopted = "Resolution adopted by the General Assembly on 4 March 2025"
    assert adopted in document.masthead.read


def test_a_statement_that_a_collection_refers_to_is_read_where_it_stands():
    document, elements = _read("collection.xml")
    assert document.language == "fr"
    assert document.masthead.symbol == "S/2025/77"
    assert document.masthead.sponsors == ("France", "Gabon")
    assert [each[:3] for each in elements] == [
        ("resolution", "enacting", ""),
        ("resolution", "preambular", ""),
        ("resolution", "heading", "A"),
        ("resolution", "operative", "1."),
        ("resolution", "operative", "2."),
        ("resolution/declaration", "title", ""),
        ("resolution/declaration", "declaration", ""),
        ("resolution/declaration", "declaration", "1."),
    ]
    assert "«texte nouveau»" in elements[4][3]


RECITALS = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>
<container name="recitals">
<blockContainer><num>1.</num><p>Recalling its decision,</p></blockContainer>
<blockContainer><num>3.</num><p>Noting the wells,</p></blockContainer>
</container>
<container name="recital"><p>Noting also:</p>
<blockContainer><num>(a)</num><p>The rivers,</p></blockContainer>
</container></preamble>
<mainBody><paragraph><content><p>Decides to act.</p></content></paragraph></mainBody>
</statement></akomaNtoso>
"""


def test_blocks_with_numbers_in_one_container_keep_them_all(tmp_path):
    page = tmp_path / "page.akn"
    page.write_text(RECITALS, encoding="utf-8")
    _, elements = _read(page)
    assert [(kind, label) for _, kind, label, _ in elements] == [
        ("enacting", ""), ("preambular", "1."), ("preambular", "3."), ("preambular", ""),
        ("preambular", "(a)"), ("operative", ""),
    ]  # fmt: skip

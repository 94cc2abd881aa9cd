"""Pages of United Nations web sites: paragraphs, not layout, whatever the markup is like."""

from pathlib import Path

import pytest

from drafter.languages import language
from drafter.model.tree import Kind
from drafter.model.view import view
from drafter.readers import ReadOptions, read

DATA = Path(__file__).resolve().parents[2] / "data" / "html"
ENCODINGS = {"zh_page": "gb18030", "ar_page": "cp1256", "ru_numbered_cells": "cp1251"}


def page(name, tmp_path):
    """A fixture read from a file in the encoding that it declares."""
    path = tmp_path / f"{name}.html"
    text = (DATA / f"{name}.html").read_text(encoding="utf-8")
    path.write_bytes(text.encode(ENCODINGS.get(name, "utf-8")))
    return read(path)


def of(body, tmp_path, code="en"):
    path = tmp_path / "page.html"
    path.write_text(f"<html><meta charset=utf-8><body>{body}", encoding="utf-8")
    return read(path, ReadOptions(language=code))


def rows(document):
    shown = view(document, language(document.language).conventions)
    return [(e.kind.value, e.label, e.level, e.text.plain()) for e in shown.elements]


def texts(result):
    return [p.text.plain() for _, p in result.document.walk()]


HEAD = "<h1>Rivers</h1><p>The General Assembly,<p>Recalling its resolution 70/1,"


def test_a_saved_page_gives_its_document_and_nothing_of_the_site(tmp_path):
    result = page("en_page", tmp_path)
    assert rows(result.document) == [
        ("title", "", 1, "International migration and development"),
        ("enacting", "", 1, "The General Assembly,"),
        ("preambular", "", 1, "Recalling its resolution 71/1 of 19 September 2016,"),
        (
            "preambular", "", 1,
            "Noting with appreciation the work of the Committee & its members,",
        ),
        ("operative", "1.", 1, "Takes note of the report of the Secretary-General;"),
        ("operative", "2.", 1, "Calls upon Member States:"),
        ("operative", "(a)", 2, "To cooperate with 12 km2 of parks;"),
        ("operative", "(b)", 2, "To report:"),
        ("operative", "(i)", 3, "Annually;"),
        ("operative", "(ii)", 3, "Fully;"),
        (
            "operative", "3.", 1,
            "Decides to remain firmly seized of the matter (see A/RES/71/1).",
        ),
    ]  # fmt: skip
    head = result.document.masthead
    assert (head.symbol, head.session, head.committee) == ("A/C.2/81/L.9", 81, "Second Committee")
    assert head.date == "13 November 2026"
    assert [(n.text.plain(), n.mark) for n in result.document.notes if not n.mark] == [
        ("Resolution 71/1.", ""),
        ("A/81/323.", ""),
    ]


def test_what_is_none_of_the_text_is_listed_with_its_reason(tmp_path):
    removed = {(each.reason, each.text) for each in page("en_page", tmp_path).removed}
    assert ("script", 'document.write("<p>Never shown</p>");') in removed
    assert ("hidden", "never seen") in removed
    assert ("deleted", "actively") in removed
    assert ("web-page", "Home General Assembly") in removed
    assert ("web-page", "Home Resolutions") in removed
    assert ("web-page", "Contact Copyright") in removed


def test_italic_words_open_a_paragraph_whatever_makes_them_italic(tmp_path):
    document = page("en_page", tmp_path).document
    openings = [p.text.opening for _, p in document.walk() if p.text.opening]
    assert openings == [
        "Recalling", "Noting with appreciation", "Takes note", "Calls upon", "Decides"
    ]  # fmt: skip


def test_a_chinese_page_in_its_own_encoding_with_kaiti_openings(tmp_path):
    document = page("zh_page", tmp_path).document
    assert [p.text.opening for _, p in document.walk() if p.text.opening] == [
        "回顾", "表示注意到", "决定"
    ]  # fmt: skip
    assert [(k, label, text) for k, label, _, text in rows(document)][-3:] == [
        ("operative", "2.", "决定采取下列行动："),
        ("operative", "(a)", "加强合作；"),
        ("operative", "(b)", "分享经验。"),
    ]
    assert [n.text.plain() for n in document.notes] == ["第71/1号决议。", "A/81/323。"]
    assert document.masthead.submitters == "大会主席提交的决议草案"


def test_a_page_saved_by_a_word_processor_gives_its_notes(tmp_path):
    document = page("ar_page", tmp_path).document
    assert [n.text.plain() for n in document.notes] == ["القرار 70/1."]
    assert [p.kind.value for _, p in document.walk()][-2:] == ["operative", "operative"]


def test_breaks_part_paragraphs_and_a_table_of_figures_keeps_its_rows(tmp_path):
    result = page("fr_lines", tmp_path)
    found = texts(result)
    assert "Rappelant sa résolution 71/1 du 19 septembre 2016," in found
    assert "Prend note du rapport du Secrétaire général ;" in found
    assert found[-3:] == ["Article | 2024 | 2025", "Salaires | 12,5 | 13", "Voyages | 3 | 4"]
    assert "R040" in {finding.code for finding in result.findings}
    assert [n.text.plain() for n in result.document.notes] == ["Résolution 71/1."]
    assert [text for kind, _, _, text in rows(result.document) if kind == "title"] == [
        "Migrations internationales"
    ]


def test_numbers_in_cells_of_a_layout_table_are_labels(tmp_path):
    found = rows(page("ru_numbered_cells", tmp_path).document)
    assert [(kind, label) for kind, label, _, _ in found][-2:] == [
        ("operative", "1."),
        ("operative", "2."),
    ]


def test_a_list_counts_as_a_browser_shows_it(tmp_path):
    document = page("es_list", tmp_path).document
    labels = [p.label_read for _, p in document.walk() if p.kind is Kind.OPERATIVE]
    assert labels == ["1.", "3."]
    assert [n.text.plain() for n in document.notes] == ["Resolución 71/1."]


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ("<ol start=4><li>a x;<li>b x.</ol>", ["4.", "5."]),
        ("<ol reversed><li>a x;<li>b x.</ol>", ["2.", "1."]),
        ("<ol style='list-style-type:upper-roman'><li>a x;<li>b x.</ol>", ["I.", "II."]),
        ("<ol><li>1. Takes note;<li>2. Decides.</ol>", ["1.", "2."]),
        ("<style>ol{list-style:none}</style><ol><li>1. Notes;<li>2. Decides.</ol>", ["1.", "2."]),
        ("<ul><li>a x;<li>b x.</ul>", ["", ""]),
    ],
)  # fmt: skip
def test_the_number_of_a_list_item(markup, labels, tmp_path):
    document = of(f"{HEAD}{markup}", tmp_path).document
    assert [p.label_read for _, p in document.walk()][-2:] == labels


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>1. Takes <i>note</b> of the report</i>;</p><p>2. Decides.</p>",
        "<div><p>1. Takes note of the report;<div>2. Decides.</div>",
        "<table><tr><td>1. Takes note of the report;<tr><td>2. Decides.</table>",
        "<font><p>1. Takes note of the report;</font><p>2. Decides.</p></div></td></span>",
        "<p>1. Takes<!-- a > b --> note of the report;</p><!doctype x><p>2. Decides.</p",
        "<p>1. Takes note of the report;</p><p>2. Decides.<a href='x",
        "<p>1.&nbsp;&#84;akes note of the report&semi;<p>2. Decides&period;",
        "<p title='a > b' title=\"x\" hidden2>1. Takes note of the report;<p>2. Decides.",
        "<p>1. Takes<wbr> <span></span>note\nof\tthe\r\nreport;<p>2. Decides.",
        "<pre>1. Takes note of the report;\n2. Decides.</pre>",
    ],
)
def test_malformed_markup_loses_no_words(markup, tmp_path):
    document = of(HEAD + markup, tmp_path).document
    assert [(p.label_read, p.text.plain()) for _, p in document.walk()][-2:] == [
        ("1.", "Takes note of the report;"),
        ("2.", "Decides."),
    ]


def test_a_raised_ordinal_and_an_exponent_are_no_notes(tmp_path):
    body = "<p>1. Notes the 82<sup>nd</sup> meeting and 5 km<sup>2</sup> of forest."
    result = of(HEAD + body, tmp_path)
    assert texts(result)[-1] == "Notes the 82nd meeting and 5 km2 of forest."
    assert result.document.notes == ()


@pytest.mark.parametrize(
    "notes",
    [
        "<p><a id=n1></a><sup>1</sup> Resolution 70/1.<p><a id=n2></a><sup>2</sup> A/80/1.",
        "<ol><li id=n1>Resolution 70/1.<li id=n2>A/80/1.</ol>",
        "<table><tr><td><a name=n1>1</a></td><td>Resolution 70/1.</td></tr>"
        "<tr><td><a name=n2>2</a></td><td>A/80/1.</td></tr></table>",
        "<aside role=doc-footnote id=n1><p>[1] Resolution 70/1.</p></aside>"
        "<aside role=doc-footnote id=n2><p>[2] A/80/1.</p></aside>",
        "<div id=n1><p><sup>1</sup> Resolution 70/1.</p></div><div id=n2>2. A/80/1.</div>",
    ],
)
def test_notes_are_found_by_the_links_of_their_marks(notes, tmp_path):
    marks = "<sup><a href='#n1'>1</a></sup><p>1. Decides.<sup><a href='#n2'>2</a></sup><hr>"
    document = of(HEAD + marks + notes, tmp_path).document
    assert [n.text.plain() for n in document.notes] == ["Resolution 70/1.", "A/80/1."]
    shown = view(document, language("en").conventions)
    assert [m for e in shown.elements for _, m in e.marks] == ["1", "2"]


def test_a_link_is_never_trusted_over_its_text(tmp_path):
    body = "<p>1. Recalls <a href='https://undocs.org/A/RES/1/99'>resolution 70/1</a>."
    assert texts(of(HEAD + body, tmp_path))[-1] == "Recalls resolution 70/1."


def test_the_main_matter_of_a_page_is_told_from_the_rest(tmp_path):
    body = (
        "<div>Latest news: the bus leaves at nine</div><main><h1>Rivers</h1>"
        "<p>The General Assembly,<p>Recalling its resolution 70/1 of 25 September 2015,"
        "<p>1. Decides to return to this.</main><div>All rights reserved</div>"
    )
    result = of(body, tmp_path)
    assert "bus" not in " ".join((*texts(result), *result.document.masthead.read))
    assert [r.text for r in result.removed] == [
        "Latest news: the bus leaves at nine",
        "All rights reserved",
    ]


def test_a_form_around_the_whole_page_hides_nothing(tmp_path):
    long = "1. Decides to remain seized of the matter, " + "again and again, " * 20 + "in 2030."
    assert texts(of(f"<form id=f>{HEAD}<p>{long}</form>", tmp_path))[-1].endswith("in 2030.")


def test_one_page_in_four_encodings_is_one_document(tmp_path):
    body = HEAD + "<p>1. Réaffirme l’importance de la culture."
    shown = []
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "windows-1252"):
        path = tmp_path / f"{encoding}.html"
        path.write_bytes(f"<meta charset={encoding}>{body}".encode(encoding))
        shown.append(texts(read(path, ReadOptions(language="fr"))))
    assert shown[0] == shown[1] == shown[2] == shown[3]
    assert shown[0][-1] == "Réaffirme l’importance de la culture."


def test_a_page_without_its_extension_is_known_by_its_first_bytes(tmp_path):
    path = tmp_path / "page"
    path.write_text(f"<!-- saved -->\n<!DOCTYPE html><html><body>{HEAD}", encoding="utf-8")
    assert texts(read(path))[0] == "Rivers"

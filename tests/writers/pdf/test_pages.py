"""What a PDF holds: the same bytes, tags, bookmarks, links, fonts for every character, no code."""

import re
import shutil
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from drafter.errors import UnreadableInput
from drafter.model.text import Text
from drafter.model.tree import Kind, Paragraph, Part, PartKind
from drafter.writers.layout import layout
from drafter.writers.pdf.fonts import found, wanted
from drafter.writers.pdf.render import named, substitutes
from drafter.writers.resources import templates_folder
from drafter.writers.writer import WriteOptions
from tests.writers.life import draft
from tests.writers.pdf.installed import needs_fonts
from tests.writers.writing_samples import draft_of, language, viewed, written


def words(data):
    return [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data)]


def bookmarks(data):
    return [(mark.level, mark.get_title()) for mark in pdfium.PdfDocument(data).get_toc()]


def told(document, **options):
    rules = language(document.language)
    return substitutes(viewed(document), rules, WriteOptions(**options))


@pytest.fixture
def own(tmp_path):
    """A folder with the shipped page, to be corrected."""
    (tmp_path / "pdf").mkdir()
    shutil.copy(templates_folder() / "pdf" / "document.typ", tmp_path / "pdf")
    return tmp_path


def test_the_same_draft_gives_the_same_bytes():
    from drafter.writers.pdf.typesetting import typeset

    first = written(draft("en"), "pdf")
    typeset.cache_clear()
    assert written(draft("en"), "pdf") == first


def test_a_pdf_is_tagged_and_says_so_and_names_title_and_language_but_no_person_or_day():
    data = written(draft("en"), "pdf")
    facts = pdfium.PdfDocument(data).get_metadata_dict()
    assert re.search(rb"<pdfuaid:part>\s*1\s*</pdfuaid:part>", data)
    assert b"/MarkInfo" in data
    assert b"/Lang(en" in data
    assert facts["Title"] == "Water security in mountain regions"
    assert (facts["Author"], facts["CreationDate"], facts["ModDate"]) == ("", "", "")


def test_a_draft_without_a_title_is_named_by_its_symbol():
    data = written(draft_of("Decides to meet;", symbol="A/C.2/81/L.5"), "pdf")
    assert pdfium.PdfDocument(data).get_metadata_value("Title") == "A/C.2/81/L.5"


def test_titles_sections_annexes_and_appendices_are_bookmarks_and_no_level_is_skipped():
    marks = bookmarks(written(draft("en"), "pdf"))
    titles = " ".join(title for _, title in marks)
    assert "Annex" in titles
    assert "Appendix" in titles
    level = -1
    for each, _ in marks:
        assert each <= level + 1
        level = each


def test_symbols_that_a_text_cites_are_links():
    assert re.search(rb"/URI\s*\(https?://", written(draft("en"), "pdf"))


def test_no_line_ends_within_a_symbol():
    cited = ("see " * before + "A/C.2/81/L.24, " * 9 for before in range(12))
    pages = "".join(words(written(draft_of(*cited), "pdf")))
    assert pages.count("A/C.2/81/L.24") == 12 * 9


def test_later_pages_carry_symbol_and_number_and_every_page_that_it_is_not_official():
    pages = words(written(draft("en"), "pdf"))
    assert all("Not an official United Nations document" in page for page in pages)
    assert "1/" + str(len(pages)) not in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert f"{number}/{len(pages)}" in page
        assert draft("en").masthead.symbol in page


def test_the_secretariat_prints_without_that_line_and_a_draft_has_its_mark():
    pages = words(written(draft("en"), "pdf", official=True, draft=True))
    assert not any("Not an official" in page for page in pages)
    assert all("DRAFT" in page for page in pages)


def test_words_of_the_user_are_never_code():
    odd = '#panic("x") $x$ *bold* _it_ `raw` <label> @ref \\ // no /* c */ = head -- "q" ~'
    assert odd.replace(" ", "") in "".join(words(written(draft_of(odd), "pdf"))).replace(
        " ", ""
    ).replace("\r\n", "")


def test_a_character_that_no_font_has_is_named_and_nothing_is_printed():
    with pytest.raises(UnreadableInput) as problem:
        written(draft_of("Decides on \U00013000;"), "pdf")
    assert problem.value.message_id == "writing.no-glyph"
    assert problem.value.params["characters"] == "\U00013000 (U+13000)"


def test_a_draft_in_the_fonts_of_the_layout_has_no_notice():
    assert told(draft("en")) == ()


def test_a_font_that_is_not_in_the_layout_is_told_of():
    serving = set(found(wanted(layout(), "en"), None)["latin"])
    # typst always brings New Computer Modern, which has what Libertinus and Times lack
    notices = told(draft_of("Decides \u2a0c on it;"))
    assert "New Computer Modern" not in serving
    assert [each.message for each in notices] == ["writing.other-font"]
    assert dict(notices[0].params)["characters"] == "\u2a0c (U+2A0C)"


def test_many_missing_characters_are_named_up_to_a_dozen():
    assert named("ab") == "a (U+0061), b (U+0062)"
    assert named("abcdefghijklmn").endswith("l (U+006C) … (+2)")


def test_a_broken_template_is_named_with_its_line(own):
    page = own / "pdf" / "document.typ"
    page.write_text(page.read_text() + "#oops\n")
    with pytest.raises(UnreadableInput) as problem:
        written(draft("en"), "pdf", templates=own)
    assert problem.value.message_id == "writing.broken-template"
    assert problem.value.place == f"{page}:{len(page.read_text().splitlines())}"


def test_a_template_reads_no_file_and_loads_no_package(own):
    page = own / "pdf" / "document.typ"
    shipped = page.read_text()
    for line, message in (
        ('#read("/../layout.yaml")', "writing.broken-template"),
        ('#read("/etc/hostname")', "writing.broken-template"),
        ('#import "@preview/x:1.0.0"', "writing.template-package"),
        ('#import "\\u{0040}preview/x:1.0.0"', "writing.template-package"),
    ):
        page.write_text(f"{shipped}{line}\n")
        with pytest.raises(UnreadableInput) as problem:
            written(draft("en"), "pdf", templates=own)
        assert problem.value.message_id == message


def test_a_corrected_template_is_used(own):
    page = own / "pdf" / "document.typ"
    page.write_text(page.read_text() + "#data.front.symbol (corrected)\n")
    assert "(corrected)" in words(written(draft("en"), "pdf", templates=own))[-1]


def test_a_folder_of_fonts_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UnreadableInput):
        written(draft("en"), "pdf", fonts=tmp_path / "none")


def test_no_line_of_chinese_begins_with_a_mark_that_ends_one():
    needs_fonts("zh")
    lines = "\n".join(words(written(draft("zh"), "pdf"))).replace("\r", "").split("\n")
    assert [line for line in lines if line[:1] in tuple("，。、；：！？”）》")] == []


def test_symbols_stand_off_from_han_characters_beside_them():
    needs_fonts("zh")
    shown = words(written(draft_of("回顾第70/1号和A/C.2/81/L.5号文件(A/81/6)。", code="zh"), "pdf"))
    assert "第 70/1 号和 A/C.2/81/L.5 号文件(A/81/6)。" in shown[0]


def test_a_new_draft_whose_title_is_not_written_yet_is_printed():
    title = Paragraph("resolution/title", Kind.TITLE, Text())
    blank = replace(draft("en"), root=Part(PartKind.RESOLUTION, (title,)), notes=())
    assert bookmarks(written(blank, "pdf")) == []

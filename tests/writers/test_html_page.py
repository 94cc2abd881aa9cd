"""HTML: a page that stands alone, is safe to open, and reads back as what it was made of."""

import re
from base64 import b64encode
from dataclasses import fields, replace
from hashlib import sha256
from html import unescape

import pytest

from drafter.model.masthead import Masthead
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.readers import ReadOptions, read
from drafter.writers import writer
from drafter.writers.html.style import quoted
from drafter.writers.resources import templates_folder
from tests.writers import life
from tests.writers.writing_samples import DATA, draft_of, sample, viewed, with_notes, written

READ_APART = {"read", "session_read"}
# what the page of a type has no line for
WITHOUT = {
    DocumentType.ORAL_REVISIONS: ("sponsors", "original_language"),
    DocumentType.STATEMENT: ("sponsors",),
    DocumentType.CORRIGENDUM: ("sponsors",),
    DocumentType.OTHER: ("sponsors",),
}
SEEDS = {
    "001_83d1c10e2e5efe31": "A/79/439/Add.2",
    "003_0f52cda6ad3e56f0": "A/68/L.5",
    "004_1bdbe2ede276673b": "A/70/L.61",
}


def page(source, **options):
    return written(source, "html", **options).decode()


def read_back(document, folder, **options):
    path = folder / "written.html"
    path.write_bytes(written(document, "html", **options))
    return read(path)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def elements(view):
    return [
        (e.part, e.kind, e.level, e.label, squeezed(e.text.plain()), tuple(m for _, m in e.marks))
        for e in view.elements
    ]


def notes(view):
    return [(n.part, n.number, squeezed(n.text.plain())) for n in view.notes]


def masthead(document, without=()):
    left = READ_APART | set(without)
    return {
        f.name: getattr(document.masthead, f.name) for f in fields(Masthead) if f.name not in left
    }


def same(first, again, without=()):
    assert (again.type, again.language) == (first.type, first.language)
    assert elements(viewed(again)) == elements(viewed(first))
    assert notes(viewed(again)) == notes(viewed(first))
    assert masthead(again, without) == masthead(first, without)


@pytest.mark.parametrize("kind", list(DocumentType))
@pytest.mark.parametrize("code", life.CODES)
def test_every_type_in_every_language_reads_back_equal(code, kind, tmp_path):
    document = life.typed(code, kind)
    same(document, read_back(document, tmp_path).document, WITHOUT.get(kind, ()))


@pytest.mark.parametrize("variant", sorted(life.VARIANTS))
@pytest.mark.parametrize("code", life.CODES)
def test_every_shape_of_text_reads_back_equal(code, variant, tmp_path):
    document = life.VARIANTS[variant](code)
    same(document, read_back(document, tmp_path, draft=True).document)


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_a_real_text_reads_back_equal(seed, tmp_path):
    options = ReadOptions(symbol=SEEDS[seed])
    first = read(DATA / "seeds" / f"{seed}.txt", options).document
    same(first, read_back(first, tmp_path).document)


@pytest.mark.parametrize("code", life.CODES)
def test_without_its_hints_it_reads_as_any_page_does(code, tmp_path):
    document = life.VARIANTS["sole"](code)
    bare = page(document, official=True).replace("un-document", "")
    path = tmp_path / "bare.html"
    path.write_text(re.sub(r' (class|data-[\w-]+)="[^"]*"', "", bare), encoding="utf-8")
    again = viewed(read(path, ReadOptions(language=code)).document)
    texts = [(e.kind, squeezed(e.text.plain())) for e in again.elements]
    told = [(e.kind, squeezed(e.text.plain())) for e in viewed(document).elements]
    assert [each for each in told if each not in texts] == []


def test_what_is_no_text_is_listed_when_it_is_read_back(tmp_path):
    document = draft_of("Decides.", symbol="", job_number="26-12345 (E)")
    told = {(each.reason, each.text) for each in read_back(document, tmp_path, draft=True).removed}
    assert ("header", "DRAFT") in told
    assert ("header", "Not an official United Nations document") in told
    assert ("blank", "__/__/____") in told


def test_a_page_loads_nothing_and_runs_nothing():
    text = page(sample("report-en"))
    assert not re.search(r"<(script|link|iframe|object|form)\b|@import|url\(|\son\w+=", text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1])
    assert "default-src 'none'" in policy
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy


def test_words_that_look_like_markup_stay_words():
    text = page(draft_of("<script>alert(1)</script> & “quoted”", symbol='A/"><b>x'))
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “quoted”" in text


@pytest.mark.parametrize("hostile", ['"; } body { display: none', "</style><b>", "\\", "联合国\n"])
def test_the_running_symbol_cannot_leave_its_place_in_the_style(hostile):
    text = page(draft_of("Decides.", symbol=hostile))
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    assert "display: none }" not in style.split("@media print", 1)[1].split("@page :left")[1]
    assert re.fullmatch(r'"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*"', quoted(hostile))


@pytest.mark.parametrize("code", life.CODES)
def test_every_place_has_a_name_of_its_own_and_every_link_leads_to_one(code):
    text = page(life.report(code))
    names = re.findall(r'\sid="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert {unescape(each) for each in re.findall(r'href="#([^"]+)"', text)} <= set(names)


@pytest.mark.parametrize("code", life.CODES)
def test_language_and_direction_are_told(code):
    direction = "rtl" if code in life.CODES[:1] else "ltr"
    assert f'<html lang="{code}" dir="{direction}">' in page(life.draft(code))


def test_headings_have_ranks_one_title_first():
    ranks = re.findall(r'<h(\d) class="([\w-]+)', page(life.draft("en")))
    assert ranks[0] == ("1", "title")
    assert [rank for rank, _ in ranks].count("1") == 1
    assert ("2", "part-heading") in ranks


def test_notes_are_numbered_anew_in_a_draft_of_a_report_and_stand_at_its_end(tmp_path):
    text = page(life.report("en"))
    blocks = re.findall(r'<section class="notes".*?</section>', text, re.DOTALL)
    firsts = [re.search(r'class="mark">([^<]+)', block)[1] for block in blocks]
    assert firsts == ["1", "1", "*"]


def test_marks_on_one_spot_are_parted_and_a_note_marked_twice_has_one_place():
    spans = [Span("n1", SpanKind.NOTE), Span("n2", SpanKind.NOTE)]
    rows = (
        Paragraph("p1", Kind.PREAMBULAR, Text.of("Noting,", *spans)),
        Paragraph("p2", Kind.PREAMBULAR, Text.of("Noting again,", spans[0])),
    )
    document = replace(
        draft_of(), root=Part(PartKind.RESOLUTION, rows),
        notes=(Note("n1", Text.of("First.")), Note("n2", Text.of("Second."))),
    )  # fmt: skip
    text = page(document)
    assert text.count('<sup class="note next"') == 1
    assert len(re.findall(r'href="#note-1"', text)) == 2
    assert len(re.findall(r'id="mark-1"', text)) == 1


def test_a_mark_without_a_note_leads_nowhere():
    text = page(replace(with_notes(""), notes=()))
    assert re.search(r'<sup class="note">\s*\?\s*</sup>', text)


def test_the_watermark_is_there_only_when_asked_for():
    assert 'class="running watermark">DRAFT' in page(sample("committee-en"), draft=True)
    assert 'watermark">' not in page(sample("committee-en"))


def test_the_emblem_is_inside_the_page():
    image = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (10).to_bytes(4, "big") * 2
    assert "data:image/png;base64,iVBOR" in page(sample("committee-en"), emblem=image)


def test_chinese_is_emphasised_by_its_type_not_by_slanting():
    text = page(sample("committee-zh"))
    assert "--emphasis: normal" in text
    assert '--emphasis-east-asian: "KaiTi"' in text
    assert "--emphasis: italic" in page(sample("committee-en"))


@pytest.mark.parametrize("name", ["html", "akn", "docx", "pdf"])
def test_a_cited_symbol_in_emphasised_words_stays_emphasised(name, tmp_path):
    words = "Recalls General Assembly resolution 70/1 of 25 September 2015"
    operative = Paragraph("op1", Kind.OPERATIVE, Text.of(Span(words, SpanKind.EMPHASIS), ";"))
    document = draft_of("Decides to meet;", symbol="A/C.2/81/L.5")
    document = replace(document, root=replace(document.root, blocks=(operative,)))
    path = tmp_path / f"page.{writer(name).extension}"
    path.write_bytes(written(document, name))
    texts = [each.text for each in viewed(read(path).document).elements]
    assert operative.text in texts


def test_an_own_style_sheet_with_the_line_ends_of_windows_is_let_in(tmp_path):
    (tmp_path / "html").mkdir()
    sheet = (templates_folder() / "html" / "page.css").read_bytes()
    (tmp_path / "html" / "page.css").write_bytes(sheet.replace(b"\n", b"\r\n"))
    text = page(life.draft("en"), templates=tmp_path)
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)[1]
    assert b64encode(sha256(style.encode()).digest()).decode() in text

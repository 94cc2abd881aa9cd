"""The Word file as a container: parts, headers, language, direction, emblem, privacy."""

import io
import re
import struct
import zipfile
import zlib
from xml.etree import ElementTree

import pytest

from drafter.errors import UnreadableInput
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.writers.emblem import emblem
from drafter.writers.layout import layout
from tests.writers.life import draft
from tests.writers.writing_samples import NAMES, W, draft_of, parts, sample, tree, words, written

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Children in the order of the ECMA-376 schema; validators refuse any other.
PARAGRAPH_ORDER = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "numPr",
    "tabs",
    "suppressAutoHyphens",
    "bidi",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
    "rPr",
    "sectPr",
]
RUN_ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "noProof",
    "color",
    "spacing",
    "w",
    "kern",
    "sz",
    "szCs",
    "u",
    "vertAlign",
    "rtl",
    "lang",
]


def png(width=40, height=20):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_part_is_well_formed_and_declared(name):
    found = parts(written(sample(name)))
    declared = found["[Content_Types].xml"].decode()
    assert next(iter(found)) == "[Content_Types].xml"
    for part, data in found.items():
        ElementTree.fromstring(data)  # noqa: S314  made by the code under test
        assert part.endswith(".rels") or part.startswith("[") or f'"/{part}"' in declared


@pytest.mark.parametrize("name", NAMES)
def test_every_relation_of_the_text_points_to_a_part(name):
    found = parts(written(sample(name)))
    relations = ElementTree.fromstring(found["word/_rels/document.xml.rels"])  # noqa: S314
    targets = {
        each.get("Id"): each.get("Target") for each in relations if not each.get("TargetMode")
    }
    assert all(f"word/{target}" in found for target in targets.values())
    used = re.findall(r'r:id="([^"]+)"', found["word/document.xml"].decode())
    assert set(used) <= {each.get("Id") for each in relations}


@pytest.mark.parametrize("name", NAMES)
def test_properties_stand_in_the_order_of_the_schema(name):
    for data in parts(written(sample(name), draft=True)).values():
        for tag, order in (("pPr", PARAGRAPH_ORDER), ("rPr", RUN_ORDER)):
            for each in ElementTree.fromstring(data).iter(W + tag):  # noqa: S314
                places = [order.index(child.tag.removeprefix(W)) for child in each]
                assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_every_style_that_is_used_exists(name):
    data = written(sample(name))
    ids = {s.get(f"{W}styleId") for s in tree(data, "word/styles.xml").iter(f"{W}style")}
    for part in parts(data):
        if part.startswith("word/") and part.endswith(".xml"):
            found = tree(data, part)
            for tag in ("pStyle", "rStyle", "basedOn", "next"):
                assert {e.get(f"{W}val") for e in found.iter(W + tag)} <= ids


@pytest.mark.parametrize("name", NAMES)
def test_every_table_cell_ends_with_a_paragraph(name):
    data = written(sample(name))
    for part in parts(data):
        if part.endswith(".xml") and part.startswith("word/"):
            for cell in tree(data, part).iter(f"{W}tc"):
                assert cell[-1].tag == f"{W}p"


def test_first_even_and_odd_pages_have_their_own_heads_and_feet():
    section = tree(written(sample("committee-en"))).find(f"{W}body/{W}sectPr")
    kinds = [each.get(f"{W}type") for each in section.findall(f"{W}headerReference")]
    assert kinds == ["even", "default", "first"]
    assert section.find(f"{W}titlePg") is not None
    settings = tree(written(sample("committee-en")), "word/settings.xml")
    assert settings.find(f"{W}evenAndOddHeaders") is not None


def test_running_feet_count_the_pages():
    found = parts(written(sample("committee-en")))
    for page in ("even", "odd"):
        foot = found[f"word/footer_{page}.xml"].decode()
        assert " PAGE " in foot
        assert " NUMPAGES " in foot


def test_the_running_title_stands_opposite_the_symbol():
    data = written(sample("resolution-en"))
    even = "".join(t.text or "" for t in tree(data, "word/header_even.xml").iter(f"{W}t"))
    odd = "".join(t.text or "" for t in tree(data, "word/header_odd.xml").iter(f"{W}t"))
    title = sample("resolution-en").root.paragraphs[0].text.plain()
    assert even == f"A/RES/79/217{title}"
    assert odd == f"{title}A/RES/79/217"


def test_a_long_title_runs_wider_and_a_chinese_character_takes_two_columns():
    rules = layout(None)
    usual, wide = rules.title_column("Water"), rules.title_column("Water " * 40)
    assert usual < wide
    assert [rules.title_column("水" * number) for number in (80, 100)] == [usual, wide]


def test_a_draft_has_its_symbol_alone_along_the_top():
    data = written(sample("committee-en"))
    found = [t.text for t in tree(data, "word/header_even.xml").iter(f"{W}t")]
    assert [words for words in found if words] == ["A/C.2/81/L.__"]


def test_an_annex_begins_on_a_new_page():
    data = tree(written(sample("plenary-zh")))
    starts = [p for p in data.iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert ["".join(t.text for t in p.iter(f"{W}t")) for p in starts] == [
        "附件",
        "附录一",
        "附录二",
    ]


def _styled(rows):
    """Style and the distance above it that does not count, of each heading of a report."""
    paragraphs = (
        Paragraph(f"p{index}", Kind.HEADING, Text.of(title), numbered=numbered)
        for index, (title, numbered) in enumerate(rows)
    )
    root = Part(PartKind.REPORT, tuple(paragraphs))
    data = written(Document(DocumentType.COMMITTEE_REPORT, "en", root))
    found = tree(data).iter(f"{W}p")
    titled = {words(each): each.find(f"{W}pPr") for each in found}
    return [
        (titled[title].find(f"{W}pStyle").get(f"{W}val"),
         titled[title].find(f"{W}spacing") is not None)
        for title, _ in rows
    ]  # fmt: skip


def test_a_heading_without_a_number_stands_below_those_with_one():
    rows = [("Introduction", True), ("Vacant posts", False), ("Travel", False)]
    assert _styled(rows) == [("HChNumbered", False), ("H23", False), ("H23", True)]
    assert _styled(rows[1:]) == [("HCh", False), ("HCh", True)]


def test_later_pages_begin_where_the_layout_says():
    header = parts(written(sample("committee-en")))["word/header_odd.xml"].decode()
    page, box = layout().page(), layout().masthead()
    line = int(page["body_top"]) - int(page["header"]) - int(box["top_row"])
    assert f'<w:spacing w:line="{line}" w:lineRule="exact"/>' in header


def test_headings_are_marked_for_navigation():
    styles = tree(written(sample("plenary-zh")), "word/styles.xml")
    outline = {
        s.get(f"{W}styleId")
        for s in styles.iter(f"{W}style")
        if s.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    assert {"H1", "H23"} <= outline


def test_chinese_opening_words_are_set_in_kaiti_and_not_slanted():
    style = parts(written(sample("committee-zh")))["word/styles.xml"].decode()
    emphasis = style[style.index('w:styleId="Emphasis"') :]
    assert 'w:eastAsia="KaiTi"' in emphasis
    assert "<w:i/>" not in emphasis


def test_english_opening_words_are_italic():
    style = parts(written(sample("committee-en")))["word/styles.xml"].decode()
    assert "<w:i/><w:iCs/>" in style[style.index('w:styleId="Emphasis"') :]


def test_runs_say_their_language_and_that_quotes_are_chinese():
    text = parts(written(sample("committee-zh")))["word/document.xml"].decode()
    assert 'w:hint="eastAsia"' in text
    assert 'w:eastAsia="zh-CN"' in text


def test_quotes_of_other_languages_stay_in_their_own_font():
    for name in ("committee-en", "draft-ar"):
        assert 'w:hint="eastAsia"' not in parts(written(sample(name)))["word/document.xml"].decode()


def test_english_lines_of_an_arabic_masthead_run_from_left_to_right():
    header = tree(written(draft("ar")), "word/header_first.xml")
    turned = {
        words(paragraph): paragraph.find(f".//{W}bidi").get(f"{W}val", "1") == "1"
        for paragraph in header.iter(f"{W}p")
        if words(paragraph)
    }
    assert turned["الجمعية العامة"]
    assert not turned["29 October 2026"]


def test_arabic_runs_from_right_to_left():
    found = parts(written(sample("draft-ar")))
    text = found["word/document.xml"].decode()
    paragraphs = text.count("<w:p>")
    assert text.count("<w:bidi/>") == paragraphs + 1
    assert "<w:rtl/>" in text
    assert "<w:bidiVisual/>" in found["word/header_first.xml"].decode()


def test_the_watermark_stands_only_on_drafts():
    name = "word/header_{}.xml"
    for page in ("first", "even", "odd"):
        marked = parts(written(sample("committee-en"), draft=True))[name.format(page)]
        assert b'string="DRAFT"' in marked
        assert b"DRAFT" not in parts(written(sample("committee-en")))[name.format(page)]


def test_an_own_emblem_fits_into_its_slot():
    data = written(sample("committee-en"), emblem=png())
    found = parts(data)
    assert found["word/media/emblem.png"] == png()
    head = found["word/header_first.xml"].decode()
    assert 'cx="713232" cy="356616"' in head
    assert "image/png" in found["[Content_Types].xml"].decode()


@pytest.mark.parametrize("data", [b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", png(0, 5)])
def test_what_is_no_image_is_refused(data):
    with pytest.raises(UnreadableInput):
        written(sample("committee-en"), emblem=data)


def test_a_jpeg_tells_its_size():
    frame = (
        b"\xff\xd8" + b"\xff\xe0\x00\x04ab" + b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 10, 20)
    )
    made = emblem(frame + b"\x01\x01\x11\x00", 200, 200)
    assert (made.extension, made.width, made.height) == ("jpeg", 200, 100)


def test_the_file_carries_no_name_path_or_clock():
    data = written(sample("committee-en"))
    core = parts(data)["docProps/core.xml"].decode()
    for word in ("creator", "lastModifiedBy", "created", "/home", "/work"):
        assert word not in core
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        assert {entry.date_time[0] for entry in container.infolist()} == {1980}


def test_a_stamp_is_written_where_one_is_given():
    core = parts(written(sample("committee-en"), stamp="2026-02-03T04:05:06Z"))["docProps/core.xml"]
    assert core.decode().count("2026-02-03T04:05:06Z") == 2


def test_a_symbol_of_one_letter_or_none_is_no_trouble():
    for symbol in ("", "A"):
        assert parts(written(draft_of("x", symbol=symbol), final=True))

"""Automatic numbers, as Word shows them."""

import pytest

from drafter.readers.docx.counters import counted
from tests.readers.docx.making import item, labelled, par, reading, run

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="{}"/>{}<w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>'
    "</w:lvl>"
)


def levels(*rows):
    """Levels as (format, text), maybe with first number and further properties."""
    out = ""
    for at, (style, text, *rest) in enumerate(rows):
        start, more = rest or (1, "")
        out += LEVEL.format(at, start, more, style, text)
    return out


def definition(number, content):
    return f'<w:abstractNum w:abstractNumId="{number}">{content}</w:abstractNum>'


def use(number, of, overrides=""):
    inner = f'<w:abstractNumId w:val="{of}"/>{overrides}'
    return f'<w:num w:numId="{number}">{inner}</w:num>'


def starting(level, first):
    inner = f'<w:startOverride w:val="{first}"/>'
    return f'<w:lvlOverride w:ilvl="{level}">{inner}</w:lvlOverride>'


UN = levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


def test_levels_count_and_begin_again_under_each_item(tmp_path):
    body = "".join(
        item(text, level=level)
        for level, text in enumerate_levels("a 0, b 1, c 1, d 2, e 1, f 0, g 1")
    )
    result = reading(tmp_path, body, numbering=definition(0, UN) + use(1, 0))
    assert labelled(result) == ["1. a", "(a) b", "(b) c", "(i) d", "(c) e", "2. f", "(a) g"]


def enumerate_levels(spec):
    return [(int(each.split()[1]), each.split()[0]) for each in spec.split(", ")]


def test_two_lists_of_one_definition_share_their_count(tmp_path):
    body = item("one", 1) + item("two", 2) + par("Between.") + item("three", 1)
    numbering = definition(0, UN) + use(1, 0) + use(2, 0)
    assert labelled(reading(tmp_path, body, numbering=numbering))[-1] == "3. three"


def test_a_list_begins_anew_where_it_is_first_used(tmp_path):
    body = item("one") + item("two") + item("again", 2) + item("more", 2) + item("on")
    numbering = definition(0, UN) + use(1, 0) + use(2, 0, starting(0, 5))
    found = labelled(reading(tmp_path, body, numbering=numbering))
    assert found == ["1. one", "2. two", "5. again", "6. more", "7. on"]


def test_numbers_of_several_levels_stand_in_one_label(tmp_path):
    rows = levels(("upperRoman", "%1."), ("decimal", "%1.%2", 1, "<w:isLgl/>"))
    body = item("One", level=0) + item("two", level=1) + item("three", level=1)
    found = labelled(reading(tmp_path, body, numbering=definition(0, rows) + use(1, 0)))
    assert found == ["I. One", "1.1 two", "1.2 three"]


def test_a_level_may_go_on_under_the_next_item(tmp_path):
    rows = levels(("decimal", "%1."), ("lowerLetter", "(%2)", 1, '<w:lvlRestart w:val="0"/>'))
    body = item("a", level=0) + item("b", level=1) + item("c", level=0) + item("d", level=1)
    found = labelled(reading(tmp_path, body, numbering=definition(0, rows) + use(1, 0)))
    assert found == ["1. a", "(a) b", "2. c", "(b) d"]


def test_a_style_gives_its_paragraphs_their_level(tmp_path):
    linked = '<w:pStyle w:val="Sub"/>'
    rows = levels(("decimal", "%1."), ("lowerLetter", "(%2)", 1, linked))
    style = (
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = item("a") + par(run("b"), '<w:pStyle w:val="Sub"/>')
    parts = {"numbering": definition(0, rows) + use(1, 0), "styles": style}
    assert labelled(reading(tmp_path, body, **parts)) == ["1. a", "(a) b"]


def test_a_list_style_leads_to_its_definition(tmp_path):
    style = (
        '<w:style w:type="numbering" w:styleId="UN"><w:name w:val="UN"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        definition(0, UN) + definition(1, '<w:numStyleLink w:val="UN"/>') + use(1, 0) + use(2, 1)
    )
    result = reading(tmp_path, item("a", 2) + item("b", 2), numbering=numbering, styles=style)
    assert labelled(result) == ["1. a", "2. b"]


def test_a_paragraph_may_be_taken_out_of_the_list_of_its_style(tmp_path):
    body = item("one") + item("none", 0) + item("two")
    result = reading(tmp_path, body, numbering=definition(0, UN) + use(1, 0))
    assert [each for each in labelled(result) if each[0].isdigit()] == ["1. one", "2. two"]


def test_bullets_and_words_before_a_number_are_kept_as_words(tmp_path):
    bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
    bullet += '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
    rows = levels(("decimal", "Article %1"))
    numbering = definition(0, bullet) + definition(1, rows) + use(1, 0) + use(2, 1)
    result = reading(tmp_path, item("Water.") + item("Applies.", 2), numbering=numbering)
    assert labelled(result) == ["• Water.", "Article 1 Applies."]


def test_an_unknown_list_gives_no_number(tmp_path):
    assert labelled(reading(tmp_path, item("Plain.", 7))) == ["Plain."]


@pytest.mark.parametrize(
    ("style", "numbers", "shown"),
    [
        ("lowerLetter", (1, 26, 27, 28), "a z aa bb"),
        ("upperLetter", (1, 53), "A AAA"),
        ("lowerRoman", (4, 9, 40), "iv ix xl"),
        ("chineseCounting", (1, 10, 12, 103), "一 十 十二 一百零三"),
        ("chineseLegalSimplified", (3,), "叁"),
        ("ideographDigital", (10,), "一〇"),
        ("ideographTraditional", (2, 11), "乙 11"),
        ("arabicAbjad", (1, 2, 3, 4), "أ ب ج د"),
        ("arabicAlpha", (1, 2, 3, 4), "أ ب ت ث"),
        ("russianLower", (1, 7, 26, 30), "а ж ы аа"),
        ("ordinal", (1, 2, 3, 11, 22), "1st 2nd 3rd 11th 22nd"),
        ("decimalZero", (3, 12), "03 12"),
        ("decimalEnclosedCircle", (1, 20, 21), "① ⑳ 21"),
        ("chicago", (1, 2, 5), "* † **"),
        ("none", (1,), ""),
        ("lowerLetter", (0,), "0"),
        ("of the future", (3,), "3"),
        ("upperRoman", (10**9,), "1000000000"),
    ],
)
def test_numbers_are_written_in_their_format(style, numbers, shown):
    assert " ".join(counted(each, style) for each in numbers) == shown

"""Paragraphs that Word numbers: at another level they have the number of that level, and what has
no number is given none."""

import re

import pytest

from drafter.model.edits import add_child, convert, insert_after
from drafter.model.moving import indent, move_to, outdent
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind, Paragraph
from drafter.writers.tracked.properties import at_level, without_number
from tests.readers.docx.making import item, par, run, styled, word_file
from tests.writers.tracked.redlining import MAIN, check_laws, parts, redlined

_SHAPES = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
    f'<w:lvlText w:val="{shown}"/></w:lvl>'
    for level, (shape, shown) in enumerate(_SHAPES)
)
NUMBERS = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
BODY = (
    styled("TitleHCH", "Rivers and lakes"),
    par(run("The General Assembly,", "<w:i/>")),
    par(run("Recalling", "<w:i/>") + run(" its resolution 79/217,")),
    item("Urges all States:"),
    item("To measure their rivers;", level=1),
    item("To keep their lakes full;", level=1),
    item("Requests the Secretary-General to report on the rivers;"),
    item("Decides to consider the matter at its next session."),
)


def child(document, words):
    return next(p for _, p in document.walk() if words in p.text.plain())


def raised(document):
    return outdent(document, child(document, "lakes full").id)


def lowered(document):
    return indent(document, child(document, "Secretary-General").id)


def under(document):
    return move_to(document, child(document, "Secretary").id, child(document, "lakes full").id)


def deeper(document):
    new = Paragraph("new", Kind.OPERATIVE, Text.of("To ask for rain;"))
    return add_child(document, child(document, "measure").id, new)


def preambular(document):
    return convert(document, child(document, "Secretary-General").id, Kind.PREAMBULAR)


def operative(document):
    text = Text.of(Span("Noting", SpanKind.EMPHASIS), " that rain falls,")
    above = child(document, "Recalling").id
    return insert_after(document, above, Paragraph("new", Kind.PREAMBULAR, text))


@pytest.mark.parametrize("edit", [raised, lowered, under, deeper, preambular, operative])
def test_a_level_or_a_kind_changes_where_word_numbers_the_paragraphs(edit, tmp_path):
    path = tmp_path / "official.docx"
    path.write_bytes(word_file("".join(BODY), numbering=NUMBERS))
    check_laws(redlined(path, edit), tmp_path)


def test_a_paragraph_deeper_than_any_other_is_numbered_at_its_level(tmp_path):
    path = tmp_path / "official.docx"
    path.write_bytes(word_file("".join(BODY), numbering=NUMBERS))
    text = parts(redlined(path, deeper).made.data)[MAIN].decode()
    come = next(p for p in re.findall(r"<w:p>.*?</w:p>", text) if "rain" in p)
    assert '<w:ilvl w:val="2"/><w:numId w:val="1"/>' in come


def test_properties_at_another_level_take_the_indent_of_that_level():
    number = b'<w:numPr><w:numId w:val="3"/></w:numPr>'
    plain = b'<w:pPr>%s<w:ind w:left="720"/></w:pPr>'
    deeper = b'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    assert at_level(plain % number, 1) == b"<w:pPr>" + deeper + b"</w:pPr>"
    assert at_level(plain % number, 0) == plain % number
    assert at_level(plain % b"", 1) == plain % b""
    assert without_number(plain % number) == plain % b""

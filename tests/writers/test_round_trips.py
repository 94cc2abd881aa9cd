"""What drafter writes it reads back: every format, every type of document, every language.

The table in docs/rendering.md says what each format carries, and these tests hold it to that: what
it says is carried is the same after a round trip, and what it says is not really is not.
"""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from drafter.model.markup import parse
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType, Kind, Paragraph, Part, PartKind
from drafter.readers import ReadOptions, read
from drafter.writers.layout import layout
from drafter.writers.pdf.fonts import found, wanted
from tests.writers import life
from tests.writers.pdf.installed import needs_fonts
from tests.writers.round_trips import after, said
from tests.writers.writing_samples import DATA, viewed, written

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "rendering.md"
SAMPLES = {
    **life.VARIANTS,
    **{kind.value: lambda code, kind=kind: life.typed(code, kind) for kind in DocumentType},
}
FORMATS = ("yaml", "akn", "html", "docx", "pdf", "txt")
# what a PDF tells by italics alone, which few fonts have for Arabic
BY_ITALICS = frozenset({"opening words", "emphasis", "emphasis in notes"})
SEEDS = {
    "001_83d1c10e2e5efe31": "A/79/439/Add.2",
    "003_0f52cda6ad3e56f0": "A/68/L.5",
    "004_1bdbe2ede276673b": "A/70/L.61",
}


@cache
def table():
    """By format, the fields that it carries and those that it does not."""
    text = DOCUMENT.read_text(encoding="utf-8")
    text = text.partition("## What each format carries")[2].partition("\n## ")[0]
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|") and not line.startswith("|-")
    ]
    head, *fields = rows
    return {
        name: {row[0]: row[index] == "yes" for row in fields}
        for index, name in enumerate(head)
        if name
    }


def rotated():
    """Every sample in one language, each language about as often: each format and type meet, and
    each format and language; pages of PDF take longest, and are a sixth of that."""
    for name in FORMATS:
        for index, sample in enumerate(sorted(SAMPLES)[:: 6 if name == "pdf" else 1]):
            yield name, sample, life.CODES[index % len(life.CODES)]
        if name != "pdf":
            yield from ((name, "draft", code) for code in life.CODES)


def different(name, sample, code, folder):
    """The fields that are not the same after a round trip."""
    upright = name == "pdf" and code == "ar" and not found(wanted(layout(), code), None)["complex"]
    untold = BY_ITALICS if upright else frozenset()
    return different_values(SAMPLES[sample](code), name, folder) - untold


def different_values(whole, name, folder):
    before, now = said(whole), said(after(whole, name, folder))
    return {field for field in before if before[field] != now[field]}


def test_the_table_has_a_row_for_every_field_and_a_column_for_every_format():
    assert tuple(table()) == FORMATS
    for fields in table().values():
        assert list(fields) and set(fields) == set(said(life.draft("en")))


@pytest.mark.parametrize(("name", "sample", "code"), sorted(set(rotated())))
def test_a_document_is_the_same_after_writing_and_reading(name, sample, code, tmp_path):
    carried = {field for field, there in table()[name].items() if there}
    assert not different(name, sample, code, tmp_path) & carried


@pytest.mark.heavy
@pytest.mark.parametrize("name", FORMATS)
def test_every_document_in_every_language_carries_just_what_the_table_says(name, tmp_path):
    lost = Counter(
        field
        for sample in SAMPLES
        for code in life.CODES
        for field in different(name, sample, code, tmp_path)
    )
    assert set(lost) == {field for field, there in table()[name].items() if not there}


# what a masthead prints of its own when it is not given: the type, the text and the symbol say it
DERIVED = {"distribution", "organ", "committee"}


def blank(kind):
    """The types in turn in every language, with a symbol and no other field of the masthead."""
    code = life.CODES[list(DocumentType).index(kind) % len(life.CODES)]
    whole = life.typed(code, kind)
    given = whole.masthead
    return replace(whole, masthead=Masthead(symbol=given.symbol, body=given.body))


@pytest.mark.parametrize("name", [each for each in FORMATS if each != "pdf"])
def test_a_blank_that_was_printed_is_read_as_nothing(name, tmp_path):
    carried = {field for field, there in table()[name].items() if there} - DERIVED
    for kind in DocumentType:
        before, now = said(blank(kind)), said(after(blank(kind), name, tmp_path))
        assert {field for field in carried if before[field] != now[field]} == set(), kind


@pytest.mark.parametrize("name", [each for each in FORMATS if each != "pdf"])
@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_a_real_text_is_the_same_in_every_format(seed, name, tmp_path):
    options = ReadOptions(symbol=SEEDS[seed])
    first = read(DATA / "seeds" / f"{seed}.txt", options).document
    again = after(first, name, tmp_path)
    before, now = said(first), said(again)
    structure = ("parts, kinds and levels", "labels", "words", "marks", "notes")
    assert {field for field in structure if before[field] != now[field]} == set()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_document_gives_the_same_bytes(name):
    assert written(life.report("zh"), name) == written(life.report("zh"), name)


# by language: words with emphasis in their middle, over a mark, twice, and longer than a line
SLANTED = {
    "fr": "*Prend note* de l’étude *Neiges*[^n1]* d’hier* et, *a priori*, *{0}fin* de l’avis ;",
    "zh": "*注意到*研究报告*雪*[^n1]*山*，以及*{1}末*的意见；",
}


@pytest.mark.parametrize("code", SLANTED)
@pytest.mark.parametrize("name", ["akn", "html", "docx", "pdf"])
def test_emphasis_stays_on_the_words_that_have_it(name, code, tmp_path):
    if name == "pdf":
        needs_fonts(code)
    whole = life.sole(code)
    text = parse(SLANTED[code].format("glaces et sources " * 9, "冰川和水源" * 12))
    own = replace(whole.root.blocks[-1], text=text)
    annexed = Part(PartKind.ANNEX, (
        Paragraph("t", Kind.TITLE, whole.root.blocks[0].text),
        replace(own, id="a", kind=Kind.PROSE),
    ))  # fmt: skip
    whole = replace(whole, root=replace(whole.root, blocks=(*whole.root.blocks, own, annexed)))
    assert not different_values(whole, name, tmp_path) & {"words", "opening words", "emphasis"}


@pytest.mark.parametrize("name", ["akn", "html", "docx", "pdf", "txt"])
def test_a_note_longer_than_its_text_is_a_note_whatever_numbers_end_its_lines(name, tmp_path):
    whole = life.sole("fr")
    first, *others = (note for note in whole.notes if not note.mark)
    longer = replace(
        first, text=parse("Des glaciers ont perdu une masse de 33.287 " * 40 + "ou plus.")
    )
    stars = [note for note in whole.notes if note.mark]
    whole = replace(whole, notes=(*stars, longer, *others))
    structure = {"parts, kinds and levels", "words", "marks", "notes"}
    assert not different_values(whole, name, tmp_path) & structure


@pytest.mark.parametrize("name", ["akn", "html", "docx", "pdf", "txt"])
def test_controls_that_part_words_are_spaces_in_every_format(name, tmp_path):
    whole = life.sole("es")
    last = replace(
        whole.root.blocks[-1], text=parse("*Decide* el\x0bagua\x0cy\x1fla\x85nieve\x01.")
    )
    whole = replace(whole, root=replace(whole.root, blocks=(*whole.root.blocks[:-1], last)))
    assert said(after(whole, name, tmp_path))["words"][-1] == "Decide el agua y la nieve."


def test_words_that_a_page_has_on_every_side_are_no_words_of_the_text(tmp_path):
    for name in FORMATS:
        again = after(life.sole("en"), name, tmp_path, draft=True)
        assert [e.text.plain() for e in viewed(again).elements] == [
            e.text.plain() for e in viewed(life.sole("en")).elements
        ]


def test_the_letters_before_a_part_of_a_typeface_are_no_typeface(tmp_path):
    """The French amendments come out with a part of a typeface called VOFKAI+…: no KaiTi."""
    assert not different("pdf", "amendments", "fr", tmp_path) & {"opening words", "emphasis"}

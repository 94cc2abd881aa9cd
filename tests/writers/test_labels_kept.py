"""Labels of every language, long lists and numbers put in between, come back from every format."""

from dataclasses import replace

import pytest

from drafter.languages import language
from drafter.model.moving import move
from drafter.model.numbering import count, label, number_of
from drafter.model.restructure import split
from drafter.model.tree import Kind
from drafter.readers import ReadOptions, read
from drafter.writers.blocks.lists import Lists
from tests.writers import life
from tests.writers.round_trips import after, said
from tests.writers.writing_samples import viewed

FORMATS = ("docx", "txt", "html", "akn", "yaml")
STRUCTURE = ("parts, kinds and levels", "labels", "words")


def negotiated(code):
    """A draft with 1 bis and 1 ter after its first paragraph, and (a bis) after each (a)."""
    whole = life.draft(code)
    first, second, *_ = language(code).conventions.levels
    between = f"{second.prefix}{count(second.counter, 1)} bis{second.suffix}"
    names = iter((f"1 bis{first.suffix}", f"1 ter{first.suffix}"))
    acts = [block for block in whole.root.paragraphs if block.kind is Kind.OPERATIVE]
    fixed = {act.id: next(names) for act in acts[1:3]}
    fixed |= {act.children[1].id: between for act in acts if len(act.children) > 1}

    def labelled(block):
        children = tuple(map(labelled, block.children))
        return replace(block, children=children, label_fixed=fixed.get(block.id, ""))

    blocks = [labelled(b) if b in acts else b for b in whole.root.blocks]
    return replace(whole, root=replace(whole.root, blocks=tuple(blocks)))


def labels(document):
    """The labels of its operative paragraphs."""
    rows = [e for e in viewed(document).elements if e.kind == Kind.OPERATIVE]
    return [e.label for e in rows if e.level == 1]


@pytest.mark.parametrize("code", life.CODES)
def test_every_label_of_every_style_counts_what_it_printed(code):
    rules = language(code).conventions
    for style in (*rules.levels, rules.section):
        assert [number_of(style, label(style, n)) for n in range(1, 201)] == [*range(1, 201)]


def test_word_prints_the_fifth_arabic_letter_with_its_stroke_and_counts_on():
    lists = Lists(language("ar").conventions)
    given = [lists.place("resolution", "indented", 1, f"({each})") for each in ("د", "هـ", "و")]
    assert given[1] is None
    starts = [lists.lists()[place.number - 1].levels[1].start for place in (given[0], given[2])]
    assert starts == [4, 6]


@pytest.mark.parametrize("fifth", ["هـ", "ه", "ﻫ"])
def test_the_fifth_arabic_letter_is_read_in_all_its_forms(fifth, tmp_path):
    rows = "\n\n".join(f"({each}) نص؛" for each in ("أ", "ب", "ج", "د", fifth, "و"))
    page = tmp_path / "page.txt"
    words = f"إن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/1،\n\n1 - تهيب بالدول:\n\n{rows}"
    page.write_text(f"{words}\n\n2 - تقرر إقفال البند.\n", encoding="utf-8")
    seen = viewed(read(page, ReadOptions(language="ar")).document)
    assert [e.label for e in seen.elements][-3:] == ["(هـ)", "(و)", "2 -"]
    assert seen.elements[-3].label_read == f"({fifth})"


@pytest.mark.parametrize("code", life.CODES)
def test_what_was_put_in_between_takes_no_number(code):
    first = language(code).conventions.levels[0]
    found = labels(negotiated(code))
    names = [label(first, 1), f"1 bis{first.suffix}", f"1 ter{first.suffix}", label(first, 2)]
    assert found[:4] == names


@pytest.mark.parametrize("code", life.CODES)
@pytest.mark.parametrize("name", FORMATS)
def test_bis_and_ter_come_back_from_every_format(name, code, tmp_path):
    before = said(negotiated(code))
    now = said(after(negotiated(code), name, tmp_path))
    assert {each for each in STRUCTURE if before[each] != now[each]} == set()


@pytest.mark.parametrize("code", life.CODES)
@pytest.mark.parametrize("name", ["docx", "txt", "html", "akn"])
def test_a_list_of_thirty_comes_back_from_every_format(name, code, tmp_path):
    before, now = said(life.long_list(code)), said(after(life.long_list(code), name, tmp_path))
    assert {each for each in STRUCTURE if before[each] != now[each]} == set()
    second = language(code).conventions.levels[1]
    assert label(second, 30) in now["labels"]


def test_bis_stays_where_it_was_put_when_paragraphs_move_and_part():
    whole = negotiated("en")
    put_in = next(p for p in whole.root.paragraphs if p.label_fixed == "1 bis.")
    assert labels(move(whole, put_in.id, up=True))[:3] == ["1 bis.", "1.", "1 ter."]
    parted = split(whole, put_in.id, 12, "new")
    assert labels(parted)[:5] == ["1.", "1 bis.", "2.", "1 ter.", "3."]

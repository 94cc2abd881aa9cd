"""Language versions beside each other: every paragraph once, in its row, gaps where they are."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare.versions import version_rows
from drafter.model.tree import Part
from tests.writers import life
from tests.writers.writing_samples import viewed

PAIRS = list(combinations(life.CODES, 2))


def places(row):
    return [None if each is None else each.id for each in row]


def without(document, *gone):
    """The document without these paragraphs and all that hangs on them."""

    def left(block):
        if isinstance(block, Part):
            return replace(block, blocks=kept(block.blocks))
        return replace(block, children=kept(block.children))

    def kept(blocks):
        return tuple(left(b) for b in blocks if getattr(b, "id", "") not in gone)

    return replace(document, root=left(document.root))


@pytest.mark.parametrize("variant", sorted(life.VARIANTS))
def test_six_versions_of_one_text_are_tied_throughout(variant):
    views = [viewed(life.VARIANTS[variant](code)) for code in life.CODES]
    rows = version_rows(views)
    assert all(len(set(places(row))) == 1 for row in rows)
    assert [row[0].id for row in rows] == [element.id for element in views[0].elements]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("gone", ["resolution/pp3", "resolution/op2.b", "resolution/op4"])
def test_a_paragraph_that_one_version_lacks_leaves_its_cell_empty(pair, gone):
    whole, short = life.draft(pair[0]), without(life.draft(pair[1]), gone)
    rows = version_rows([viewed(whole), viewed(short)])
    lacking = [row[0].id for row in rows if row[1] is None]
    assert gone in lacking
    assert all(each.startswith(gone) for each in lacking)
    assert all(len(set(places(row))) == 1 for row in rows if None not in row)


def test_a_part_that_one_version_lacks_stands_where_the_others_have_it():
    whole = life.draft("en")
    root = replace(whole.root, blocks=whole.root.paragraphs)
    rows = version_rows([viewed(replace(life.draft("fr"), root=root)), viewed(whole)])
    missing = [row[1].part for row in rows if row[0] is None]
    assert set(missing) == {e.part for e in viewed(whole).elements if "/" in e.part}
    assert [row[1].id for row in rows] == [e.id for e in viewed(whole).elements]


IDS = [element.id for element in viewed(life.draft("en")).elements if element.paragraph]


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(IDS), max_size=6), st.sets(st.sampled_from(IDS), max_size=6))
def test_every_paragraph_stands_in_one_row_in_its_order(left_out, also):
    views = [
        viewed(life.draft("zh")),
        viewed(without(life.draft("fr"), *left_out)),
        viewed(without(life.draft("ru"), *also)),
    ]
    rows = version_rows(views)
    for column, view in enumerate(views):
        told = [row[column].id for row in rows if row[column] is not None]
        assert told == [element.id for element in view.elements]
    assert all(any(row) for row in rows)

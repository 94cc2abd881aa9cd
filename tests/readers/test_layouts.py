"""The same document printed in many layouts is read as the same document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers import ReadOptions, read
from drafter.readers.segment import segment
from drafter.readers.segment.lines import lines_of
from tests.readers.printing import Layout, printed
from tests.readers.seeds import SEEDS, read_as

WIDTHS = (60, 70, 80, 100)
SPACINGS = ((1, 0, 1), (0, 1, 0), (0, 0, 2), (0, 1, 4), (1, 1, 2), (2, 0, 1))
STYLES = (
    {},
    {"raised": True, "rule": False},
    {"furniture": "A/79/439/Add.2"},
    {"addresses": True, "form_feed": True, "spaced": 3},
)


@pytest.fixture(scope="module")
def documents():
    return [read(path).document for path in SEEDS]


def reread(document, layout):
    lines = lines_of(printed(document, layout))
    return segment(lines, ReadOptions(symbol=layout.furniture)).document


@pytest.mark.parametrize("index", range(3))
@pytest.mark.parametrize("style", STYLES, ids=("plain", "raised", "furniture", "addresses"))
@pytest.mark.parametrize("width", WIDTHS)
def test_a_seed_printed_otherwise_is_read_as_the_same(index, style, width, documents):
    document = documents[index]
    turn = WIDTHS.index(width) + STYLES.index(style)
    blank, gap, indent = SPACINGS[turn % len(SPACINGS)]
    page = (0, 24, 31)[turn % 3]
    layout = Layout(measure=width, blank=blank, gap=gap, indent=indent, page=page, **style)
    assert read_as(reread(document, layout)) == read_as(document)


@pytest.mark.parametrize("index", range(3))
@pytest.mark.parametrize("gap", [0, 1])
def test_a_seed_with_a_paragraph_a_line_is_read_as_the_same(index, gap, documents):
    layout = Layout(measure=0, blank=0, gap=gap, indent=0, raised=True, rule=False)
    assert read_as(reread(documents[index], layout)) == read_as(documents[index])


@given(
    index=st.integers(0, 2),
    width=st.integers(26, 60),
    spacing=st.sampled_from([(1, 0, 1), (0, 1, 4), (0, 0, 4), (1, 1, 2), (2, 0, 2)]),
    page=st.integers(8, 60),
    raised=st.booleans(),
    form_feed=st.booleans(),
    spaced=st.integers(0, 5),
)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_page_breaks_part_no_paragraph_and_join_none(
    index, width, spacing, page, raised, form_feed, spaced, documents
):
    blank, gap, indent = spacing
    layout = Layout(
        measure=2 * width, blank=blank, gap=gap, indent=indent, page=page,
        raised=raised, rule=not raised, form_feed=form_feed, spaced=spaced,
    )  # fmt: skip
    assert read_as(reread(documents[index], layout)) == read_as(documents[index])

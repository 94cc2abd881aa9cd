"""Automatic numbers of a Word file give exactly the labels that the view shows."""

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import language
from drafter.model.conventions import Counter
from drafter.model.numbering import count
from drafter.model.text import Text
from drafter.model.tree import Kind, Paragraph, Part, PartKind
from drafter.model.view import view
from drafter.writers.blocks.body import body
from drafter.writers.blocks.lists import Lists
from drafter.writers.front import front
from drafter.writers.layout import layout
from drafter.writers.writer import WriteOptions
from tests.writers import life
from tests.writers.writing_samples import (
    NAMES,
    W,
    draft_of,
    sample,
    tree,
    viewed,
    words,
    written,
)


def printed_labels(draft):
    """The labels that a word processor prints: each list counts for itself, deeper levels start
    again after a shallower one (ECMA-376, 17.9)."""
    seen = viewed(draft)
    rules = layout()
    face = front(seen, language(draft.language), WriteOptions(), rules)
    made = body(seen, rules.kind(draft.type.value), face)
    lists = {each.number: each for each in made.lists}
    counts = defaultdict(dict)
    labels = []
    for block in made.blocks:
        if block.list is None:
            labels.append(block.label)
            continue
        level, at = block.list.level, counts[block.list.number]
        rule = lists[block.list.number].levels[level]
        at[level] = at.get(level, rule.start - 1) + 1
        for deeper in [each for each in at if each > level]:
            del at[deeper]
        labels.append(f"{rule.prefix}{count(rule.counter, at[level])}{rule.suffix}")
    return [each for each in labels if each]


def shown_labels(draft):
    return [e.label for e in viewed(draft).elements if e.label and e.paragraph is not None]


@pytest.mark.parametrize("name", NAMES)
def test_a_word_processor_prints_the_labels_of_the_view(name):
    assert printed_labels(sample(name)) == shown_labels(sample(name))


def _paragraphs(depth):
    inner = st.lists(_paragraphs(depth - 1), max_size=3) if depth else st.just([])
    return st.builds(
        lambda children, numbered, kind: Paragraph(
            "p", kind, Text.of("x"), tuple(children), numbered
        ),
        inner,
        st.booleans(),
        st.sampled_from([Kind.OPERATIVE, Kind.PROSE, Kind.CONTINUATION, Kind.HEADING]),
    )


@given(st.lists(_paragraphs(2), max_size=6), st.lists(_paragraphs(1), max_size=4))
def test_any_structure_gets_its_labels_from_the_lists(outer, annexed):
    annex = Part(PartKind.ANNEX, tuple(annexed))
    draft = replace(draft_of(code="zh"), root=Part(PartKind.RESOLUTION, (*outer, annex)))
    assert printed_labels(draft) == shown_labels(draft)


def test_a_frozen_label_is_literal_and_the_count_goes_on():
    rows = [Paragraph(f"p{i}", Kind.OPERATIVE, Text.of("x")) for i in range(4)]
    rows[1] = replace(rows[1], label_fixed="1 bis.")
    rows[2] = replace(rows[2], label_fixed="2.")
    rows[3] = replace(rows[3], label_fixed="5.")
    draft = replace(draft_of(), root=Part(PartKind.RESOLUTION, tuple(rows)))
    assert printed_labels(draft) == ["1.", "1 bis.", "2.", "5."]


def test_numbers_start_again_in_every_part():
    found = printed_labels(sample("plenary-zh"))
    assert found == ["一.", "1.", "2.", "二.", "3.", "1.", "(a)", "(b)", "1."]


def test_every_list_of_the_file_is_declared_and_used():
    data = written(sample("plenary-zh"))
    used = {n.get(f"{W}val") for n in tree(data).iter(f"{W}numId")}
    declared = {n.get(f"{W}numId") for n in tree(data, "word/numbering.xml").iter(f"{W}num")}
    assert used == declared


def test_every_way_of_counting_has_a_name_in_word():
    assert set(layout().values["counters"]) == {counter.value for counter in Counter}


def test_a_label_that_no_count_gives_has_no_place():
    lists = Lists(language("en").conventions)
    assert lists.place("resolution", "indented", 0, "7 bis.") is None
    assert lists.place("resolution", "indented", 0, "one") is None
    assert lists.place("resolution", "indented", 1, "(c)") is not None


def test_a_section_that_word_cannot_count_stands_as_those_that_it_counts():
    data = written(life.draft("ar"))
    heading = next(p for p in tree(data).iter(f"{W}p") if words(p).startswith("أولا -"))
    ind, tab = next(heading.iter(f"{W}ind")), next(heading.iter(f"{W}tab"))
    row = layout().values["indents"]["section-H23"][0]
    assert ind.get(f"{W}left") == str(row["left"])
    assert int(tab.get(f"{W}pos")) > int(row["tab"])  # the label all but fills the first


def test_chinese_sections_are_counted_in_chinese():
    data = written(sample("plenary-zh"))
    formats = {f.get(f"{W}val") for f in tree(data, "word/numbering.xml").iter(f"{W}numFmt")}
    assert "chineseCountingThousand" in formats


def test_the_sole_operative_paragraph_has_no_number():
    draft = draft_of("Decides to remain seized of the matter.")
    assert printed_labels(draft) == []
    assert view(draft, language("en").conventions).elements[0].label == ""

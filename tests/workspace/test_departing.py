"""The paragraph that is named where a text was not read back as it should."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drafter.workspace.departing import Departure, Printed, departed

ROWS = tuple(Printed(f"{n}.", f"words{n}", ("note",), f"{n}. words {n}") for n in range(1, 6))


def test_equal_texts_do_not_depart():
    assert departed(ROWS, ROWS) is None


def test_the_paragraph_that_is_missing_is_named_not_its_neighbours_with_other_labels():
    without = [*ROWS[:1], *(replace(r, label=f"{n}.") for n, r in enumerate(ROWS[2:], 2))]
    assert departed(without, ROWS) == (ROWS[1], Departure.WORDS)
    assert departed(ROWS, without) == (ROWS[1], Departure.WORDS)


def test_another_label_note_or_place_is_told_apart():
    labelled = (*ROWS[:3], replace(ROWS[3], label="(a)"), ROWS[4])
    assert departed(labelled, ROWS) == (ROWS[3], Departure.LABEL)
    noted = (*ROWS[:2], replace(ROWS[2], notes=()), *ROWS[3:])
    assert departed(noted, ROWS) == (ROWS[2], Departure.NOTES)
    assert departed((*ROWS[1:], ROWS[0]), ROWS) == (ROWS[0], Departure.ORDER)


@given(st.lists(st.sampled_from(ROWS)), st.lists(st.sampled_from(ROWS)))
def test_something_is_named_whenever_two_texts_are_not_equal(got, wanted):
    assert (departed(got, wanted) is None) == (got == wanted)

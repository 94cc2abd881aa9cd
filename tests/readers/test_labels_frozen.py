"""Labels that no count gives stay as they were printed, in every format."""

import pytest

from drafter.readers import read_text
from tests.writers.round_trips import after
from tests.writers.writing_samples import viewed

RESTARTED = """\
United Nations General Assembly
                                                     A/C.5/81/L.40

The General Assembly,

    Recalling its decision,

I. Posts

    1. Approves the posts;

    2. Decides to keep them under review;

II. Travel

    1. Notes the cost of travel;

    2. Requests a report.
"""
BELOW_A_HEADING = """\
United Nations General Assembly
                                                     A/81/L.40

The General Assembly,

    Recalling its decision,

    Adopts the plan of action in the annex.

Annex

Plan of action

A. Build resilience

    (a) Reform the funds by:

    (i) Lowering the fees;

    (ii) Lending more;

    (b) Keep the forests.
"""


def labels(document):
    seen = viewed(document).elements
    return [e.label for e in seen if e.paragraph and e.label and e.kind != "heading"]


@pytest.mark.parametrize("name", ["akn", "html", "docx", "txt"])
@pytest.mark.parametrize(
    ("text", "printed"),
    [(RESTARTED, ["1.", "2.", "1.", "2."]), (BELOW_A_HEADING, ["(a)", "(i)", "(ii)", "(b)"])],
)
def test_labels_that_no_count_gives_are_printed_and_read_as_they_were(
    text, printed, name, tmp_path
):
    whole = read_text(text).document
    assert labels(whole) == printed
    assert labels(after(whole, name, tmp_path)) == printed

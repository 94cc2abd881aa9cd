"""Labels that the count of a part does not give come back as printed, in every format."""

import pytest

from drafter.model.edits import delete
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
# Sections with a sole paragraph each, one of them inside another
SOLE = """\
United Nations General Assembly
                                                     A/C.5/81/L.41

The General Assembly,

    Recalling its decision,

    1. Takes note of the report;

    2. Decides to revert to it;

I
Leave

    Approves the days of leave;

II
Pay

A. Floor

    Recalling its resolution 44/198,

    Approves the scale;

B. Margin

    1. Reaffirms the range;

    2. Notes the margin.
"""
# The number of a section on a line of its own, in words; the first section has a sole paragraph
IN_WORDS = """\
الأمم المتحدة الجمعية العامة
                                                     A/C.5/81/L.42

إن الجمعية العامة،

    إذ تشير إلى مقررها،

أولاً
الإجازات

    تقرر منح الإجازات؛

ثانياً
السفر

    1 - تحيط علما بتكاليف السفر؛

    2 - تطلب تقديم تقرير.
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
# Delegates number the preamble too; its numbers are no count of the operative paragraphs
RECITALS = """\
United Nations General Assembly
                                                     A/81/L.41

The General Assembly,

    1. Recalling its resolution 79/217 of 19 December 2024,

    II. Noting with concern the state of the wells,

    (c) Recognizing the work of the fund,

    1. Decides to act;

    2. Requests a report.
"""

IN_CHINESE = """\
大会，

    1. 回顾其2024年12月19日第79/217号决议，

    2. 赞赏地注意到委员会的决定，¹、²

    1. 决定采取行动；

    2. 请秘书长提出报告。

_______________
¹ A/CONF.1/1。
² A/CONF.1/2。
"""

WITH_A_LIST = """\
The General Assembly,

    1. Recalling the following texts:

    (a) Its resolution on wells;

    (b) Its decision on rivers,

    2. Noting the state of the wells,

    1. Decides to act;

    2. Requests a report.
"""


def labels(document):
    seen = viewed(document).elements
    return [e.label for e in seen if e.paragraph and e.label and e.kind != "heading"]


def sections(document):
    return [e.section for e in viewed(document).elements if e.kind in ("heading", "operative")]


@pytest.mark.parametrize(
    ("text", "found"),
    [(RESTARTED, [0, 0, 0, 1, 1, 1]), (SOLE, [0, 0, 1, 1, 2, 2, 2, 3, 3, 3])],
)
def test_sections_that_count_by_themselves_are_told_by_their_numbers(text, found):
    whole = read_text(text)
    assert sections(whole.document) == found
    assert not any("number" in each.message for each in whole.findings)
    assert labels(delete(whole.document, "resolution/op1")) == ["1.", "1.", "2."]


def test_a_sole_paragraph_below_the_first_section_is_operative_without_a_number():
    seen = viewed(read_text(IN_WORDS).document).elements
    assert [(e.kind.value, e.label) for e in seen if e.kind != "enacting"] == [
        ("preambular", ""), ("heading", "أولاً"), ("operative", ""),
        ("heading", "ثانياً"), ("operative", "1 -"), ("operative", "2 -"),
    ]  # fmt: skip


def test_a_numbered_paragraph_of_the_preamble_is_preambular_and_keeps_its_number():
    seen = viewed(read_text(RECITALS).document).elements
    assert [(e.kind.value, e.label) for e in seen if e.kind != "enacting"] == [
        ("preambular", "1."), ("preambular", "II."), ("preambular", "(c)"),
        ("operative", "1."), ("operative", "2."),
    ]  # fmt: skip


def test_a_numbered_preamble_may_open_with_words_that_operative_paragraphs_have_too():
    seen = viewed(read_text(IN_CHINESE).document).elements
    kinds = [e.kind.value for e in seen if e.kind != "enacting"]
    assert kinds == ["preambular", "preambular", "operative", "operative"]


def test_a_numbered_paragraph_of_the_preamble_may_have_a_list():
    seen = viewed(read_text(WITH_A_LIST).document).elements
    assert [(e.kind.value, e.label, e.level) for e in seen if e.kind != "enacting"] == [
        ("preambular", "1.", 1), ("preambular", "(a)", 2), ("preambular", "(b)", 2),
        ("preambular", "2.", 1), ("operative", "1.", 1), ("operative", "2.", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["akn", "html", "docx", "txt"])
@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (RESTARTED, ["1.", "2.", "1.", "2."]),
        (SOLE, ["1.", "2.", "1.", "2."]),
        (IN_WORDS, ["1 -", "2 -"]),
        (BELOW_A_HEADING, ["(a)", "(i)", "(ii)", "(b)"]),
        (RECITALS, ["1.", "II.", "(c)", "1.", "2."]),
        (IN_CHINESE, ["1.", "2.", "1.", "2."]),
        (WITH_A_LIST, ["1.", "(a)", "(b)", "2.", "1.", "2."]),
    ],
)
def test_labels_that_no_count_gives_are_printed_and_read_as_they_were(
    text, printed, name, tmp_path
):
    whole = read_text(text).document
    assert labels(whole) == printed
    back = after(whole, name, tmp_path)
    assert (labels(back), sections(back)) == (printed, sections(whole))

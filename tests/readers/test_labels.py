"""Labels at the start of paragraphs, in every script that counts."""

import pytest

from drafter.readers.segment.labels import Form, label_of


@pytest.mark.parametrize(
    ("text", "printed", "number"),
    [("أ - مقدمة", "أ -", 1), ("ا – مقدمة", "ا –", 1), ("ب - توصية", "ب -", 2)],
)
def test_arabic_letters_count_sections(text, printed, number):
    label = label_of(text)
    assert label is not None
    assert (label.form, label.printed, label.number) == (Form.LETTER, printed, number)


@pytest.mark.parametrize("text", ["لا - نعم", "و- نعم", "ب", "مقدمة - ب"])
def test_arabic_words_before_a_dash_are_no_label(text):
    assert label_of(text) is None

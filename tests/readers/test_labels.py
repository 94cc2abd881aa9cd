"""Labels at the start of paragraphs, in every script that counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import codes, language
from drafter.readers.segment.labels import SUB_FORMS, Form, label_of, lone_label, readings


@pytest.mark.parametrize(
    ("text", "printed", "number"),
    [("أ - مقدمة", "أ -", 1), ("ا – مقدمة", "ا –", 1), ("ب - توصية", "ب -", 2)],
)
def test_arabic_letters_count_sections(text, printed, number):
    label = label_of(text)
    assert label is not None
    assert (label.form, label.printed, label.number) == (Form.LETTER, printed, number)


@pytest.mark.parametrize(
    ("text", "form", "number"),
    [("أولاً - الهدف", Form.ORDINAL, 1), ("ثاني عشر- تعديل", Form.ORDINAL, 12),
     ("خامسًا - الهدف", Form.ORDINAL, 5), ("سين - المرفقات", Form.LETTER, 15)],
)  # fmt: skip
def test_arabic_words_and_names_of_letters_count_sections(text, form, number):
    alone = lone_label(text.partition("-")[0].strip())
    assert alone is not None
    assert (alone.form, alone.number) == (form, number)
    label = label_of(text)
    assert label is not None
    assert (label.form, label.number) == (form, number)


@pytest.mark.parametrize("text", ["لا - نعم", "و- نعم", "ب", "مقدمة - ب"])
def test_arabic_words_before_a_dash_are_no_label(text):
    assert label_of(text) is None


TOKENS = st.text("0123aixvzабяёأبىةؤ一二十٠٩", min_size=1, max_size=3)


@given(TOKENS, st.sampled_from(["({}) x", "{}) x", "{}. x", "’{}‘ x"]), st.sampled_from(codes()))
def test_every_label_of_a_sub_paragraph_counts_something(token, shape, code):
    label = label_of(shape.format(token))
    if label and label.form in SUB_FORMS:
        assert readings(label.form, label.token, language(code).conventions)


def test_what_counts_nothing_stays_with_the_words():
    assert label_of("(0) of the sums") is None
    assert label_of("(十十) 段") is None

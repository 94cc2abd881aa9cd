"""Light marks for files: every text is given back."""

import time

import pytest
from hypothesis import given

from drafter.model.markup import parse, write
from drafter.model.text import Span, SpanKind, Text
from tests.model.documents import texts

E, N = SpanKind.EMPHASIS, SpanKind.NOTE


@given(texts(("n1", "report/n2")))
def test_every_text_is_given_back(text):
    assert parse(write(text)) == text


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (Text.of(Span("回顾", E), "其决议，", Span("n1", N)), "*回顾*其决议，[^n1]"),
        (Text.of("2 * 3"), "2 \\* 3"),
        (Text.of("a\\b"), "a\\\\b"),
        (Text.of("[^n1]"), "\\[^n1]"),
        (Text.of("[甲][乙]"), "[甲][乙]"),
        (Text.of("甲[", Span("^乙", E)), "甲\\[*^乙*"),
        (Text.of(Span("甲", E), Span("n1", N), Span("乙", E)), "*甲*[^n1]*乙*"),
    ],
)
def test_marks_are_light(text, marked):
    assert write(text) == marked
    assert parse(marked) == text


def test_what_a_person_writes_is_understood():
    assert parse("*Recalling* it") == Text.of(Span("Recalling", E), " it")
    assert parse("*Recalling it") == Text.of(Span("Recalling it", E))
    assert parse("a\\b [^ x] [^]") == Text.of("a\\b [^ x] [^]")


def test_long_texts_are_read_fast():
    start = time.perf_counter()
    parse("鼓励会员国" * 20_000)
    assert time.perf_counter() - start < 1

"""Laws of Text: no operation on words loses a character or a footnote mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.editable import shown, typed
from drafter.model.text import EMPTY, Span, SpanKind, Text
from tests.model.documents import texts, words

NOTES = ("n1", "n2", "n3")
any_text = texts(NOTES)


@st.composite
def text_and_stretch(draw):
    text = draw(any_text)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


def regular(text):
    """Whether no span is empty and no two neighbours could be one."""
    return all(span.text for span in text.spans) and not any(
        a.kind is b.kind is not SpanKind.NOTE
        for a, b in zip(text.spans, text.spans[1:], strict=False)
    )


@given(text_and_stretch(), words)
def test_replacing_changes_exactly_the_stretch(case, new):
    text, start, end = case
    after = text.replaced(start, end, new)
    plain = text.plain()
    assert after.plain() == plain[:start] + new + plain[end:]
    assert regular(after)


@given(text_and_stretch(), words)
def test_replacing_keeps_every_mark_in_order(case, new):
    text, start, end = case
    assert text.replaced(start, end, new).notes == text.notes


@given(text_and_stretch(), words)
def test_marks_outside_the_stretch_stay_with_their_words(case, new):
    text, start, end = case
    shift = len(new) - (end - start)
    expected = [(at if at <= start else max(at, end) + shift, note) for at, note in text.marks]
    assert list(text.replaced(start, end, new).marks) == expected


@given(text_and_stretch())
def test_replacing_a_stretch_by_itself_keeps_the_words(case):
    text, start, end = case
    assert text.replaced(start, end, text.plain()[start:end]).plain() == text.plain()


@given(any_text, st.data())
def test_two_slices_make_the_whole(text, data):
    cut = data.draw(st.integers(1, max(len(text), 1)))
    head, tail = text.slice(0, cut), text.slice(cut, len(text))
    assert Text.of(*head.spans, *tail.spans) == text
    assert regular(head)
    assert regular(tail)


@given(text_and_stretch())
def test_a_slice_has_the_words_of_its_stretch(case):
    text, start, end = case
    assert text.slice(start, end).plain() == text.plain()[start:end]


@given(any_text, st.integers(-3, 300))
def test_a_mark_put_in_and_taken_out_leaves_the_text(text, offset):
    marked = text.with_mark(offset, "new")
    assert marked.plain() == text.plain()
    assert (min(max(offset, 0), len(text)), "new") in marked.marks
    assert marked.without_mark("new") == text


@given(any_text)
def test_a_new_mark_follows_those_that_stand_there(text):
    for offset, _ in text.marks:
        there = [note for at, note in text.with_mark(offset, "new").marks if at == offset]
        assert there[-1] == "new"


@given(any_text, st.integers(0, 100))
def test_emphasis_moves_no_character_and_no_mark(text, length):
    after = text.emphasised(length)
    assert (after.plain(), after.marks) == (text.plain(), text.marks)
    kinds = [after.kind_at(at) for at in range(len(after))]
    cut = min(length, len(after))
    assert kinds == [SpanKind.EMPHASIS] * cut + [SpanKind.PLAIN] * (len(after) - cut)


def test_words_typed_into_the_opening_words_are_emphasised():
    text = Text.of(Span("回顾", SpanKind.EMPHASIS), "其决议，")
    assert text.replaced(1, 2, "想起").spans[0] == Span("回想起", SpanKind.EMPHASIS)
    assert text.replaced(2, 2, "又").opening == "回顾又"
    assert text.replaced(3, 3, "的").opening == "回顾"


def test_a_word_typed_after_a_mark_stands_after_it():
    text = Text.of("第70/1号", Span("n1", SpanKind.NOTE), "决议")
    assert text.replaced(6, 6, "各项").spans[1:] == (
        Span("n1", SpanKind.NOTE),
        Span("各项决议"),
    )


def test_deleting_the_words_of_a_mark_keeps_the_mark():
    text = Text.of("甲乙", Span("n1", SpanKind.NOTE), "丙")
    assert text.replaced(0, 2, "").spans == (Span("n1", SpanKind.NOTE), Span("丙"))


def test_the_opening_is_the_leading_emphasis_without_space():
    assert Text.of(Span(" Recalling ", SpanKind.EMPHASIS), "it").opening == "Recalling"
    assert Text.of("it ", Span("Recalling", SpanKind.EMPHASIS)).opening == ""
    assert EMPTY.opening == ""


@given(texts(NOTES))
def test_what_the_editor_shows_is_typed_back(text):
    printed = {"n1": "1", "n2": "2", "n3": "*"}
    if "[^" in text.plain():
        return
    after = typed(shown(text, printed), printed)
    assert (after.plain(), after.marks) == (text.plain(), text.marks)


@pytest.mark.parametrize("words", ["[^9]", "[^]", "[^ 1]", "[1]", "^1"])
def test_a_mark_of_no_note_stays_as_it_was_typed(words):
    assert typed(words, {"n1": "1"}) == Text.of(words)


def test_a_mark_that_two_notes_have_means_the_one_that_was_there():
    printed = {"report-note": "1", "draft-note": "1"}
    assert typed("甲[^1]", printed, ["report-note"]).notes == ("report-note",)
    assert typed("甲[^1]", printed, ["draft-note"]).notes == ("draft-note",)

from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import language
from drafter.model.editable import shown
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind
from drafter.workspace.retyping import opened, retyped

ZH = language("zh")
NOTE = Span("n1", SpanKind.NOTE)
PRINTED = {"n1": "1", "n2": "2"}


def emphasis(words):
    return Span(words, SpanKind.EMPHASIS)


def test_a_changed_opening_verb_is_emphasised_anew():
    old = Text.of(emphasis("鼓励"), "会员国采取行动；")
    new = retyped(old, "又敦促会员国采取行动；", {}, Kind.OPERATIVE, ZH, top=True)
    assert new.opening == "又敦促"
    assert new.plain() == "又敦促会员国采取行动；"


def test_emphasis_further_in_survives_an_edit_elsewhere():
    old = Text.of(emphasis("回顾"), "其题为", emphasis("斜体"), "的决议，")
    new = retyped(old, "回顾其题为斜体的各项决议，", {}, Kind.PREAMBULAR, ZH, top=True)
    assert emphasis("斜体") in new.spans


def test_a_mark_moves_with_the_words_and_one_that_is_taken_out_is_gone():
    old = Text.of(emphasis("回顾"), "决议", NOTE, "，")
    kept = retyped(old, "回顾各项决议[^1]，", PRINTED, Kind.PREAMBULAR, ZH, top=True)
    assert kept.marks == ((6, "n1"),)
    gone = retyped(old, "回顾各项决议，", PRINTED, Kind.PREAMBULAR, ZH, top=True)
    assert gone.marks == ()


def test_moving_only_a_mark_keeps_all_emphasis():
    old = Text.of(emphasis("回顾"), "决议", NOTE, "，")
    new = retyped(old, "回顾决议，[^1]", PRINTED, Kind.PREAMBULAR, ZH, top=True)
    assert new == Text.of(emphasis("回顾"), "决议，", NOTE)


def test_a_sub_paragraph_without_opening_emphasis_gets_none():
    old = Text.of("加强合作；")
    assert retyped(old, "鼓励合作；", {}, Kind.OPERATIVE, ZH, top=False).opening == ""


def test_prose_is_not_given_opening_words():
    assert opened(Text.of("鼓励合作。"), Kind.PROSE, ZH).opening == ""
    assert opened(Text.of("鼓励合作；"), Kind.OPERATIVE, ZH).opening == "鼓励"


SPANS = st.lists(
    st.one_of(
        st.text("回顾鼓励会员国，的 a", min_size=1, max_size=6).map(Span),
        st.text("回顾鼓励会员国，的 a", min_size=1, max_size=6).map(emphasis),
        st.just(NOTE),
    ),
    max_size=6,
)


@given(SPANS)
def test_words_typed_again_as_they_are_change_nothing(spans):
    text = Text.of(*spans)
    words = shown(text, PRINTED)
    assert retyped(text, words, PRINTED, Kind.OPERATIVE, ZH, top=True) == text


@given(SPANS, st.text("回顾鼓励会员国，[^1]", max_size=20))
def test_what_is_typed_is_stored_verbatim(spans, words):
    new = retyped(Text.of(*spans), words, PRINTED, Kind.PREAMBULAR, ZH, top=True)
    assert shown(new, PRINTED) == words

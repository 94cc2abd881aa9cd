"""What is quoted of a text cuts no word, bracket or quotation; what nobody sees is not told."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare.unseen import conformed
from drafter.compare.wholeness import is_whole, pairs
from drafter.languages import language
from drafter.model.amendments import InWords
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from tests.compare.amending import amending, carried_out, said
from tests.writers.life import CODES

WORDS = {
    "en": ["water", "States", "non-governmental", "in", "70/1"],
    "zh": ["发展", "会员国", "水", "的", "议程项目", "决议"],
    "fr": ["l’eau", "États", "à", "droits"],
    "es": ["agua", "Estados", "de", "60/1"],
    "ru": ["вода", "в", "государства", "12"],
    "ar": ["المياه", "الدول", "في", "قرارها"],
}
BRACKETS = ["()", "“”", "«»", "[]", "《》", '""']


@st.composite
def phrases(draw, code, depth=2):
    """Words of a language, some of them in brackets and quotation marks that close."""
    glue = "" if code == "zh" else " "
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        if depth and draw(st.integers(0, 3)) == 0:
            first, last = draw(st.sampled_from(BRACKETS if depth == 2 else BRACKETS[:-1]))
            parts.append(f"{first}{draw(phrases(code, depth - 1))}{last}")
        else:
            parts.append(draw(st.sampled_from(WORDS[code])))
    return glue.join(parts)


@settings(max_examples=60)
@given(st.data())
def test_quoted_words_open_no_bracket_that_they_do_not_close(data):
    code = data.draw(st.sampled_from(CODES))
    a, b = (alone(code, data.draw(phrases(code)) + ",") for _ in range(2))
    found = [each for each in amending(a, b).instructions if isinstance(each, InWords)]
    for words in (w for each in found for c in each.changes for w in (c.anchor, c.new.plain())):
        assert len(pairs(words)) * 2 == sum(
            words.count(mark) for mark in "".join(BRACKETS[:-1])
        ) + (words.count('"')), words
    assert carried_out(a, b) == said(b)


def test_chinese_is_cut_between_words():
    text = "纳入国家发展计划和其他框架"
    cut = [at for at in range(len(text) + 1) if is_whole(text, at, at, language("zh"))]
    assert [text[i:j] for i, j in pairwise(cut)] == [
        "纳入", "国家", "发展", "计划", "和", "其他", "框架",
    ]  # fmt: skip


def test_a_letter_of_a_list_is_no_bracket_that_was_opened():
    assert pairs("a) l’eau ; b) les sols (et l’air)") == ((23, 32),)
    assert pairs("l’eau dite ‘claire’ (« pure »)") == ((11, 18), (21, 28), (20, 29))


def test_spaces_and_hyphens_that_nobody_sees_stay_as_they_are():
    old, new = Text.of("non-governmental\u00a0; water"), Text.of("non‑governmental ; clean water")
    assert conformed(new, old).plain() == "non-governmental\u00a0; clean water"
    assert amending(alone("en", old.plain()), alone("en", "non‑governmental ; water")) == amending(
        alone("en", old.plain()), alone("en", old.plain())
    )


def test_a_hyphen_put_in_is_the_one_of_the_new_text():
    assert conformed(Text.of("non‑State"), Text.of("State - owned")).plain() == "non‑State"


def alone(code, words):
    part = Part(PartKind.RESOLUTION, (Paragraph("p", Kind.OPERATIVE, Text.of(words)),))
    return Document(DocumentType.DRAFT_RESOLUTION, code, part)

"""What is written reads back as it was, and looks the way a person would want to see it change."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.yamlio import Block, dump, load

ODD = "\u3000\u00a0 \t\n\\'\"[]{}*^#:-?!|>%@`&,~大会，；。第号é\u2028\u2029\ufeff\u200f🕊"
words = st.text(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=("Cc", "Cs"))))
words = words.filter(lambda text: not {"\ufffe", "\uffff"} & set(text))
long_words = st.builds(lambda start, end: start + "，" * 60 + end, words, words)
scalars = st.one_of(words, long_words, words.map(Block))
keys = st.text(max_size=12).filter(lambda key: key.isprintable())
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)


@given(values)
@example({"a": Block("\t\nx\n\n")})
@example([["a", ["b", {}]], [], "", "null", "~", "- a", "a: b", "a #b"])
@example({"k": "x" * 70 + "\n"})
@example([Block("\n a\n  \nb"), "after"])
@example({"": {"": [""]}, "null": "---", "...": "%YAML"})
def test_every_value_reads_back_as_it_was_written(value):
    assert load(dump(value), source="x").data == value


@given(values, words)
def test_a_comment_on_top_changes_nothing(value, comment):
    assert load(dump(value, comment=comment), source="x").data == value


@given(st.text())
def test_whatever_is_written_can_be_read_again(text):
    assert isinstance(load(dump({"a": text}), source="x").data, dict)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("A/C.2/79/L.29", "A/C.2/79/L.29"),
        ("2013-10-03", "2013-10-03"),
        ("79", "79"),
        ("", "''"),
        ("null", "'null'"),
        ("大会主席提交的决议草案", "大会主席提交的决议草案"),
        ("议程项目 20(b)", "议程项目 20(b)"),
        ("report/draft-1", "report/draft-1"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("- a", "'- a'"),
        ("*Recalling* it", "'*Recalling* it'"),
        ("it's", "it's"),
        (" a", "' a'"),
        ("a\u2028b", '"a\\u2028b"'),
    ],
)
def test_a_short_word_is_quoted_only_where_it_must_be(words, written):
    assert dump({"k": words}) == f"k: {written}\n"


def test_a_paragraph_is_one_block_scalar_on_one_line():
    long = "鼓励会员国" * 40
    assert dump({"text": long}) == f"text: |-\n  {long}\n"


def test_a_block_is_a_block_scalar_however_short():
    assert dump({"text": Block("大会，")}) == "text: |-\n  大会，\n"


def test_leading_space_in_a_block_is_kept_by_an_indicator():
    assert dump({"text": Block("  x")}) == "text: |2-\n    x\n"


def test_lists_of_mappings_start_beside_their_dash():
    value = {"notes": [{"id": "n1", "text": Block("a")}, {"id": "n2"}]}
    assert dump(value) == "notes:\n  - id: n1\n    text: |-\n      a\n  - id: n2\n"


def test_keys_stay_in_the_order_given():
    assert dump({"b": "1", "a": "2"}) == "b: 1\na: 2\n"


def test_a_changed_word_changes_one_line_of_the_file():
    before = dump({"p": [Block("鼓励" * 50), Block("敦促" * 50)]}).splitlines()
    after = dump({"p": [Block("鼓励" * 50), Block("敦促" * 49 + "请")]}).splitlines()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_control_characters_are_written_as_symbols():
    assert dump({"a": "x\x1b[2Jy\x7f\x9b"}) == "a: 'x␛[2Jy␡\ufffd'\n"
    assert load(dump("a\r\nb\x85c\rd"), source="x").data == "a\nb\nc\nd"


def test_half_a_character_is_written_as_a_symbol():
    dump({"a": "x\ud800"}).encode("utf-8")


def test_a_key_that_is_a_paragraph_is_refused():
    with pytest.raises(ValueError, match="key of 101"):
        dump({"k" * 101: ""})

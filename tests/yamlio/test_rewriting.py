"""A file written anew says what it said, with every comment of the old one."""

import json
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from drafter.errors import InvalidYaml
from drafter.yamlio import Block, dump, load, rewritten

scalars = st.one_of(
    st.sampled_from(
        ["", "a", "x: y", "# no comment", "a\n\n# none\n\n", "长" * 70, " b\n  c", "'"]
    ),
    st.text(st.sampled_from("ab #\n:-长\u2028"), max_size=8),
).flatmap(lambda text: st.sampled_from([text, Block(text)]))
keys = st.sampled_from(["id", "part", "text", "blocks", "notes", "b c", "长", "#"])
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=14,
)


@st.composite
def noted(draw):
    """A value, a text that says it with comments put anywhere they may stand, and the comments."""
    value = draw(values)
    text = dump(value) if draw(st.booleans()) else json.dumps(value, indent=1) + "\n"
    words = []
    for number in range(draw(st.integers(0, 8))):
        lines = text.split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        word = f"# c{number}" + draw(st.sampled_from(["", ": x", " 说明", " # again", "[{'"]))
        if draw(st.booleans()):
            lines.insert(at, " " * draw(st.integers(0, 8)) + word)
        else:
            lines[at] += f" {word}"
        changed = "\n".join(lines)
        if _says(changed, value):
            text = changed
            words.append(word)
    return value, text, words


def _says(text, value):
    try:
        return load(text, source="x").data == value
    except InvalidYaml:
        return False


def _comments(text):
    return sorted(re.findall(r"# c\d[^\n]*?(?= # c\d|$)", text, re.MULTILINE))


@given(noted())
def test_no_comment_is_lost_and_no_value_is_changed(given_):
    value, text, words = given_
    after = rewritten(text, value, source="x")
    assert load(after, source="x").data == value
    assert _comments(after) == sorted(words)


@given(noted())
def test_to_rewrite_again_changes_nothing(given_):
    value, text, _ = given_
    once = rewritten(text, value, source="x", comment="top\nyaml-language-server: $schema=a")
    assert (
        rewritten(once, value, source="x", comment="top\nyaml-language-server: $schema=a") == once
    )


@given(noted(), values)
def test_no_comment_is_lost_however_the_value_changes(given_, other):
    _, text, words = given_
    after = rewritten(text, other, source="x")
    assert load(after, source="x").data == other
    assert _comments(after) == sorted(words)
    assert rewritten(after, other, source="x") == after


@given(values)
@example({"a": Block("# b")})
def test_without_comments_it_is_what_is_dumped(value):
    assert rewritten("a: b", value, source="x") == dump(value)
    assert rewritten(dump(value), value, source="x") == dump(value)


OLD = """\
# yaml-language-server: $schema=old.json
# Imports keep it.
# mine
source:   # where from
  # the number
  symbol: A/1   # as printed
blocks:
  # first
  - id: p1   # one
    text: |-   # words
      Alpha
    # below one
  # second
  - id: p2
    topics: [x, # because
      y]
    text: Beta
  # at the end of blocks
# last
"""
NEW = """\
# yaml-language-server: $schema=new.json
# Imports keep it.
# mine
source: # where from
  # the number
  symbol: A/1 # as printed
blocks:
  # first
  - id: p1 # one
    text: |- # words
      Alpha
    # below one
  # second
  - id: p2
    topics:
      - x # because
      - y
    text: Beta
  # at the end of blocks
# last
"""
HEAD = "yaml-language-server: $schema=new.json\nImports keep it."


def _value():
    value = load(OLD, source="x").data
    value["blocks"][0]["text"] = Block(value["blocks"][0]["text"])
    return value


def test_each_comment_stands_where_it_stood():
    assert rewritten(OLD, _value(), source="x", comment=HEAD) == NEW
    assert rewritten(NEW, _value(), source="x", comment=HEAD) == NEW


def test_a_comment_stays_with_its_item_when_others_come():
    value = _value()
    value["blocks"].insert(0, {"id": "p0"})
    value["blocks"].insert(2, {"id": "p1a"})
    after = rewritten(OLD, value, source="x", comment=HEAD)
    expected = NEW.replace("  # first\n", "  - id: p0\n  # first\n")
    assert after == expected.replace("  # second\n", "  - id: p1a\n  # second\n")


def test_a_comment_of_what_is_gone_goes_to_its_neighbour():
    value = _value()
    del value["blocks"][0]
    after = rewritten(OLD, value, source="x", comment=HEAD)
    gone = "  # first\n  # one\n  # words\n  # below one\n  # second\n  - id: p2\n"
    assert gone in after


def test_one_changed_word_changes_one_line():
    value = _value()
    value["blocks"][1]["text"] = "Gamma"
    after = rewritten(NEW, value, source="x", comment=HEAD)
    assert after == NEW.replace("Beta", "Gamma")


def test_line_ends_of_another_system_are_no_part_of_a_comment():
    text = "\ufeff" + OLD.replace("\n", "\r\n")
    assert rewritten(text, _value(), source="x", comment=HEAD) == NEW


def test_what_cannot_be_read_is_refused():
    with pytest.raises(InvalidYaml):
        rewritten("a: [ # b", {}, source="x")


@given(st.text(st.sampled_from("a#: \n-'\"[]{},|>?\u2028长\t"), max_size=40))
def test_any_file_that_can_be_read_can_be_written_anew(text):
    try:
        value = load(text, source="x").data
    except InvalidYaml:
        assume(False)
    once = rewritten(text, value, source="x")
    assert load(once, source="x").data == value
    assert rewritten(once, value, source="x") == once

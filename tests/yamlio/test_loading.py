"""Strict loading: what is refused, and the line it is refused on."""

import pytest

from drafter.errors import InvalidYaml
from drafter.yamlio import load


def refused(text, **options):
    with pytest.raises(InvalidYaml) as caught:
        load(text, source="clauses/x.yaml", **options)
    error = caught.value
    return error.message_id, error.place.removeprefix("clauses/x.yaml:"), error.params


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", "3"),
        ("a:\n  - {b: 1, b: 2}\n", "yaml.duplicate-key", "2"),
        ("a: &x 1\n", "yaml.alias", "1"),
        ("a: 1\nb: *x\n", "yaml.alias", "2"),
        ("&x a: 1\n", "yaml.alias", "1"),
        ("a: !!python/object:os.system x\n", "yaml.tag", "1"),
        ("\n- !x [a]\n", "yaml.tag", "2"),
        ("a: 1\n---\nb: 2\n", "yaml.several-documents", "2"),
        ("? [a]\n: b\n", "yaml.key-not-a-word", "1"),
        ("a: b: c\n", "yaml.colon-in-words", "1"),
        ("a: 1\nb\nc: 2\n", "yaml.no-colon", "3"),
        ("a:\n\t- b\n", "yaml.odd-start", "2"),
        ("a: 1\nb: @x\n", "yaml.odd-start", "2"),
        ('a: "x\n', "yaml.unclosed-quote", "2"),
        ('a: "\\q"\n', "yaml.unknown-escape", "1"),
        ("a: [1, 2\nb: 3\n", "yaml.unclosed-bracket", "2"),
        ("a: 'x'y\n", "yaml.indentation", "1"),
        ("a: 1\nb: x\x1by\n", "yaml.control-character", "2"),
        ('a: 1\nb: "x\\e[2J"\n', "yaml.control-character", "2"),
        ('a: "\\0"\n', "yaml.control-character", "1"),
        ("a: \ud800\n", "yaml.control-character", "1"),
        ("a\r\nb\x00\r\n", "yaml.control-character", "2"),
    ],
)
def test_what_is_not_plain_is_refused_where_it_stands(text, message, line):
    found = refused(text)
    assert found[:2] == (message, line)


def test_a_duplicate_key_is_named():
    assert refused("symbol: 1\nsymbol: 2\n")[2] == {"key": "symbol"}


def test_nesting_is_bounded_before_it_is_built():
    assert refused("[" * 100_000)[0] == "yaml.too-deep"
    load("[" * 60 + "]" * 60, source="x")


def test_a_billion_laughs_are_not_heard():
    text = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert refused(text)[0] == "yaml.alias"


def test_size_counts_bytes():
    load("大" * 10, source="x", max_bytes=30)
    assert refused("大" * 11, max_bytes=30)[0] == "yaml.too-large"


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "null\n", "~"])
def test_an_empty_file_is_an_empty_string(text):
    assert load(text, source="x").data == ""


def test_every_scalar_is_a_string():
    text = "a: 1\nb: yes\nc: 2013-10-03\nd: 1:30\ne:\nf: ~\ng: '~'\nh: 0x1F\ni: <<\n"
    assert load(text, source="x").data == {
        "a": "1", "b": "yes", "c": "2013-10-03", "d": "1:30", "e": "", "f": "", "g": "~",
        "h": "0x1F", "i": "<<",
    }  # fmt: skip


def test_line_ends_of_windows_and_a_byte_order_mark_are_read():
    found = load("\ufeffa: 1\r\nb: |-\r\n  x\r\n  y\r\n", source="x")
    assert found.data == {"a": "1", "b": "x\ny"}


def test_each_value_knows_its_line():
    found = load("a: 1\nb:\n  - x\n  - k: |-\n      y\n    l: z\nc:\n", source="f.yaml")
    assert found.line() == 1
    assert found.line("a") == 1
    assert found.line("b") == 3
    assert found.line("b", 1, "k") == 4
    assert found.line("b", 1, "l") == 6
    assert found.line("c") == 7
    assert found.place("b", 0) == "f.yaml:3"


def test_a_value_that_is_not_there_has_the_line_of_what_holds_it():
    found = load("a: 1\nb:\n  - x\n", source="f.yaml")
    assert found.line("b", 7) == 3
    assert found.line("b", "word") == 3
    assert found.line("a", "deeper", 2) == 1
    assert found.line("nowhere") == 1

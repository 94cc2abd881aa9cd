"""Plain text: 72 columns by the rules of Chinese line breaking, notes at the end of their scope."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.writers.plain.wrapping import columns, wrapped
from tests.writers.writing_samples import NAMES, draft_of, sample, viewed, with_notes, written

TEXT = st.text(
    st.sampled_from("大会决定移民，。、；：“”《》（）() 2030abc-/.’¹²ab(i)一. é\u0301"),
    max_size=300,
)


def text_of(source, **options):
    return written(source, "txt", **options).decode()


def squeezed(text):
    return re.sub(r"\s+", "", text)


@given(TEXT, st.integers(10, 72))
def test_breaking_loses_nothing_but_white_space(text, width):
    assert squeezed("".join(wrapped(text, width))) == squeezed(text)


@given(TEXT, st.integers(10, 72))
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(text, width):
    lines = wrapped(text, width)
    assert not any(line[0] in "，。、；：”》）)¹²’" for line in lines[1:])
    assert not any(line[-1] in "《（“(" for line in lines[:-1])


@given(st.text(st.sampled_from("大会决定移民发展"), max_size=200), st.integers(10, 72))
def test_lines_are_filled_to_the_width(text, width):
    lines = wrapped(text, width)
    assert all(columns(line) in {width, width - 1} for line in lines[:-1])
    assert all(columns(line) <= width for line in lines)


def test_a_han_character_takes_two_columns():
    assert columns("大会 2016") == 9
    assert columns("e\u0301") == 1


def test_what_only_says_how_to_write_takes_no_column():
    assert columns("\u200fA/81/L.5\u200e \u2764\ufe0f") == 10


def test_a_list_inside_a_sentence_never_starts_a_line_with_its_label():
    words = "concern that there are " + "more " * 8 + "(a) adults and " + "many " * 8 + "2. more"
    for width in range(20, 72):
        for line in wrapped(words, width)[1:]:
            assert not re.match(r"\(a\)|2\.", line)


def test_a_word_wider_than_the_line_stands_out_uncut():
    assert wrapped("go https://example.org/a/very/long/path on", 12) == [
        "go", "https://example.org/a/very/long/path", "on",
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_wider_than_72_columns(name):
    assert all(columns(line) <= 72 for line in text_of(sample(name)).splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_every_element_is_there_in_order(name):
    found = squeezed(text_of(sample(name)))
    at = 0
    for element in viewed(sample(name)).elements:
        for piece in _between_marks(element):
            at = found.index(squeezed(piece), at) + len(squeezed(piece))


def _between_marks(element):
    plain, position = element.text.plain(), 0
    for offset, _ in element.marks:
        yield plain[position:offset]
        position = offset
    yield plain[position:]


def test_marks_are_raised_and_notes_follow_the_rule():
    found = text_of(sample("committee-zh"))
    assert "《国际人口与发展会议行动纲领》¹第十章" in found
    notes = found[found.index("__________________") :]
    assert [line[:3] for line in notes.splitlines() if line.startswith(" ")] == [
        " ¹ ", " ² ", " ³ ", " ⁴ ",
    ]  # fmt: skip


def test_notes_of_a_report_stand_before_the_draft_and_those_of_the_draft_at_the_end():
    found = text_of(sample("report-en"))
    first, second = (m.start() for m in re.finditer("_{18}", found))
    assert first < found.index("The General Assembly,") < second
    assert " ¹ A/C.2/79/SR.18" in found[first:second]
    assert " ¹ Adopted under" in found[second:]


def test_notes_of_annexes_stand_with_those_of_the_resolution():
    assert text_of(sample("plenary-zh")).count("_" * 18) == 1


def test_two_digit_notes_are_raised():
    assert "Noting¹²" in text_of(with_notes(*[""] * 12))


def test_sub_paragraphs_stand_further_in():
    found = text_of(sample("committee-en"))
    assert "\n    (a) To reduce" in found
    assert "\n        (i) Consular" in found


def test_the_symbol_stands_at_the_right_and_the_session_at_the_left():
    lines = text_of(sample("committee-en")).splitlines()
    assert lines[0] == "United Nations General Assembly"
    assert lines[1].endswith(" A/C.2/81/L.__")
    assert columns(lines[1]) == 72
    assert "Eighty-first session" in lines


def test_no_line_of_underscores_stands_where_a_date_is_not_known():
    assert not re.search(r"(?m)^\s*_+\s*$", text_of(draft_of("Decides.")))


def test_a_draft_says_so():
    assert "DRAFT" in text_of(sample("committee-en"), draft=True)
    assert "DRAFT" not in text_of(sample("committee-en"))


def test_control_characters_are_gone():
    found = text_of(draft_of("a\x1b[31mb\x00c\nd\u2028e", symbol="A\x07"))
    assert not set(found) & set("\x1b\x00\x07\u2028")
    assert "a[31mbc d e" in found


def test_an_adopted_resolution_ends_with_its_closing_formula():
    lines = text_of(sample("resolution-en")).splitlines()
    assert [line.strip() for line in lines[-2:]] == ["54th plenary meeting", "19 December 2024"]
    assert "  79/217. International migration and development" in lines


def test_a_document_without_masthead_still_prints():
    assert text_of(replace(draft_of("x"), notes=()), final=True).endswith("\n    x\n")

"""Plain text: 72 columns by the rules of Chinese line breaking, notes at the end of their scope."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import language
from drafter.languages.wrapping import columns, wrapped
from drafter.model.text import Text
from drafter.model.tree import Kind
from tests.writers.life import adopted, draft
from tests.writers.round_trips import after
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


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("programmes in low- and middle-income countries", "low- and"),
        ("to be held in Geneva in 2030", "in 2030"),
        ("as requested in document A/81/439", "document A/81/439"),
        ("Adopted at the meeting held on __________", "on __________"),
    ],
)
def test_what_a_page_would_have_on_a_line_of_its_own_never_stands_alone(words, kept):
    for width in range(18, len(words)):
        assert kept in "\n".join(wrapped(words, width))


@pytest.mark.parametrize(
    ("code", "words", "kept"),
    [
        ("en", "as decided in its resolution of 25 September 2015", "25 September"),
        ("fr", "comme suite à sa résolution du 1er septembre 2015", "1er septembre"),
        ("es", "como decidió en su resolución de 25 de septiembre", "25 de septiembre"),
        ("ru", "как указано в ее резолюции от 25 сентября 2015 года", "25 сентября"),
        ("zh", "影响到世界各地多达6 500万人的生活", "6 500"),
        ("ar", "كما ورد في قرارها المؤرخ 25 أيلول/سبتمبر 2015", "25 أيلول/سبتمبر"),
    ],
)
def test_what_its_language_keeps_together_stands_on_one_line_with_the_spaces_typed(
    code, words, kept
):
    for width in range(18, columns(words)):
        lines = wrapped(words, width, language(code))
        assert kept in "\n".join(lines)
        assert squeezed(" ".join(lines)) == squeezed(words)
        assert "\u00a0" not in "".join(lines)


def test_no_line_ends_at_a_no_break_space_that_was_typed():
    assert wrapped("of some 5\u00a0countries", 12) == ["of some", "5\u00a0countries"]


READ_BACK = {
    "a title with the name of an organ on a line": "The follow-up to the outcome of the "
    "twenty-fourth special session of the General Assembly",
    "a title that ends as a Council's number does": "Financial arrangements and procedures for "
    "implementing the Council’s resolution 2719 (2023)",
    "a title with a colon at the end of a line": "Strengthening of humanitarian assistance, "
    "including economic aid: strengthening of relief",
}


@pytest.mark.parametrize("words", READ_BACK.values(), ids=READ_BACK)
def test_a_title_is_read_back_whole_wherever_its_lines_break(words, tmp_path):
    whole = draft("en")
    title, *rest = whole.root.blocks
    for start in ("", "On the ", "Report on all aspects of the "):
        named = replace(title, text=Text.of(start + words))
        made = replace(whole, root=replace(whole.root, blocks=(named, *rest)))
        made = replace(made, masthead=replace(made.masthead, agenda_titles=(start + words,)))
        again = after(made, "txt", tmp_path)
        assert viewed(again).elements[0].text.plain() == start + words
        assert again.masthead.agenda_titles == (start + words,)


def test_a_line_that_ends_early_because_a_date_stays_together_ends_no_paragraph(tmp_path):
    words = "Takes note of the reports on sanctions (17 April 2000; 25 November 2014);"
    whole = draft("en")
    told = [block.kind for block in whole.root.blocks].index(Kind.OPERATIVE)
    first = replace(whole.root.blocks[told], text=Text.of(words))
    blocks = (*whole.root.blocks[:told], first, *whole.root.blocks[told + 1 :])
    made = replace(whole, root=replace(whole.root, blocks=blocks))
    assert "2000;\n25 November" in text_of(made)
    assert words in [e.text.plain() for e in viewed(after(made, "txt", tmp_path)).elements]


def test_an_address_that_ends_a_note_on_its_own_line_is_read_back(tmp_path):
    address = "Available at www.un.org/dppa/a-long-name-of-a-page/of-many-seminars/2026."
    made = with_notes("", "")
    notes = (replace(made.notes[0], text=Text.of(address)), made.notes[1])
    again = after(replace(made, notes=notes), "txt", tmp_path)
    assert [note.text.plain() for note in again.notes] == [address, "Note 1."]


def test_a_title_longer_than_any_heading_gives_back_the_number_before_it(tmp_path):
    whole = adopted("en")
    title, *rest = whole.root.blocks
    words = "Preventing " + "and combating every practice " * 10 + "in accordance with the law"
    named = replace(title, text=Text.of(words))
    made = replace(whole, root=replace(whole.root, blocks=(named, *rest)))
    assert viewed(after(made, "txt", tmp_path)).elements[0].text.plain() == words


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

"""Words and lines: white space, hyphens, raised and lowered type, emphasis."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.pdf.cleaning import cleaned
from tests.readers.pdf.paper import (
    FIRST,
    GAP,
    LEADING,
    LEFT,
    Sheet,
    enacting,
    notes,
    paragraphs,
    reading,
)  # fmt: skip

ONE = "1. Decides to remain seized of the matter."


def of(folder, build):
    sheet, y = enacting()
    build(sheet, y)
    return reading(folder, sheet)


def test_a_word_cut_by_kerning_is_one_word(tmp_path):
    def build(sheet, y):
        x = sheet.put(FIRST, y, "1. Decides to remain sei")
        sheet.put(x + 1.1, y, "zed of the matter.")

    assert paragraphs(of(tmp_path, build))[1:] == [ONE]


def test_words_without_space_characters_are_parted_by_their_distance(tmp_path):
    def build(sheet, y):
        x = FIRST
        for word in ONE.split():
            x = sheet.put(x, y, word) + 2.6

    assert paragraphs(of(tmp_path, build))[1:] == [ONE]


def test_a_hyphen_at_a_line_end_goes_if_the_text_has_the_whole_word(tmp_path):
    def build(sheet, y):
        sheet.put(FIRST, y, "Recalling its commitment to development and to coop-")
        sheet.put(LEFT, y + LEADING, "eration, and to well-")
        sheet.put(LEFT, y + 2 * LEADING, "being, without cooperation of any kind or well-being,")

    assert paragraphs(of(tmp_path, build))[1] == (
        "Recalling its commitment to development and to cooperation, and to well-being, without"
        " cooperation of any kind or well-being,"
    )


def test_a_raised_number_is_a_mark_and_an_exponent_is_not(tmp_path):
    def build(sheet, y):
        x = sheet.put(FIRST, y, "1. Decides on 5 km")
        x = sheet.raised(x, y, "2")
        x = sheet.put(x, y, " of CO")
        x = sheet.put(x, y + 2, "2", 6.5)
        x = sheet.put(x, y, " and takes note of the report.")
        sheet.raised(x + 1, y, "1")
        sheet.put(99, 640, "__________________", 8, "B")
        sheet.raised(117, 660, "1")
        sheet.put(123, 660, "A/81/12.", 8.5)

    result = of(tmp_path, build)
    assert paragraphs(result)[1:] == ["1. Decides on 5 km2 of CO2 and takes note of the report."]
    assert notes(result) == [("", "A/81/12.")]
    (marked,) = [p for _, p in result.document.walk() if p.text.notes]
    assert marked.label_read == "1."


def test_words_in_italics_are_the_opening_words(tmp_path):
    def build(sheet, y):
        sheet.words(FIRST, y, ("Duly minding ", "I"), "the words that no table has,")
        sheet.words(FIRST, y + GAP, "1. ", ("Quite decides ", "I"), "to meet.")

    openings = [p.text.opening for _, p in of(tmp_path, build).document.walk()][1:]
    assert openings == ["Duly minding", "Quite decides"]


def test_a_space_drawn_over_by_the_next_letter_is_none(tmp_path):
    def build(sheet, y):
        x = sheet.put(FIRST, y, "1. Decides on the Non- ")
        sheet.put(x - 2.2, y, "Proliferation of arms.")

    assert paragraphs(of(tmp_path, build))[1:] == [
        "1. Decides on the Non-Proliferation of arms.",
    ]  # fmt: skip


def test_pages_turned_by_a_quarter_read_as_they_are_seen(tmp_path):
    sheet = Sheet(width=792, height=612, turn=90)
    for y, text in ((90, "The General Assembly,"), (90 + GAP, ONE)):
        # written upwards from the left edge: upright once the page is turned
        sheet.put(y, 612 - 60, text, angle="0 1 -1 0")
    assert paragraphs(reading(tmp_path, sheet)) == ["The General Assembly,", ONE]


@given(st.text())
def test_a_line_holds_no_line_break_and_no_control_character(text):
    assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in cleaned(text))


def test_what_a_broken_font_makes_a_line_break_is_a_space():
    assert cleaned("to\nmeet\tagain\x02") == "to meet again-"

"""Lines written from right to left: what is read first, spaces, brackets, marks."""

import pytest

from drafter.readers.pdf.bidi import reading_order
from drafter.readers.pdf.characters import Letter, glyphs, with_marks
from drafter.readers.pdf.hand import Hand
from drafter.readers.pdf.page import Font, Run
from drafter.readers.pdf.printed import printed
from drafter.readers.pdf.rows import Placed

ARABIC = Hand(leftward=True)
FONT = Font("F")


def glyph(text, x0, x1, y=100.0, size=10.0, drawn=0):
    return Run(text, x0, x1, y, size, FONT, drawn)


def line(*seen, hand=ARABIC):
    """A line from its left edge to its right: glyphs of 5 points, distances as numbers."""
    edge, placed = 100.0, []
    for each in seen:
        if isinstance(each, float):
            edge += each
            continue
        placed += [Placed(glyph(sign, edge + 5 * at, edge + 5 * at + 5)) for at, sign in
                   enumerate(each)]  # fmt: skip
        edge += 5 * len(each)
    return printed(placed, 1, 100.0, hand).text


def read(seen, drawn=None, **options):
    options = {"leftward": True, **options}
    return "".join(
        seen[index] for index, _ in reading_order(seen, drawn or [0] * len(seen), **options)
    )


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("قرار 70/1", "70/1 رارق"),
        ("قرار 2349 (2017) نص", "صن )2017( 2349 رارق"),
        ("في 3-14 نص", "صن 14-3 يف"),
        ("نحو 25%", "%25 وحن"),
        ("ارتفاع 000 3 متر", "رتم 3 000 عافترا"),
        ("انظر A/80/L.1، نص", "صن ،A/80/L.1 رظنا"),
        ("نص (E/2006/25)، نص", "صن ،)E/2006/25( صن"),
        ("انظر S/RES/2349 (2017)", "S/RES/2349 (2017) رظنا"),
        ("1 - نص", "صن - 1"),
        ("26-24210", "26-24210"),
    ],
)
def test_a_line_is_read_as_the_algorithm_of_unicode_shows_it(words, seen):
    assert read(seen) == words


def test_where_two_orders_look_alike_the_one_drawn_first_is_read_first():
    assert read("FC 5 صن", drawn=[2, 2, 1, 0, 0, 0, 0]) == "نص 5 FC"
    assert read("FC 5 صن", drawn=[1, 1, 1, 1, 0, 0, 0]) == "نص FC 5"


def test_arabic_words_in_an_english_line_are_turned_round_and_nothing_else():
    assert read("the word رارق means 5/1 resolution", leftward=False) == (
        "the word قرار means 5/1 resolution"
    )


def test_brackets_that_are_drawn_as_seen_belong_together_all_the_same():
    assert line("(2017) 2349 رارق", hand=Hand(leftward=True, flipped=True)) == "قرار 2349 (2017)"


def test_a_distance_parts_words_and_a_small_one_does_not():
    assert line("لوألا", 3.0, "نوناك") == "كانون الأول"
    assert line("لوألا", 0.8, "نوناك") == "كانونالأول"


def test_a_raised_mark_stands_by_itself_between_words_of_any_direction():
    placed = [
        Placed(glyph(sign, 100.0 + 5 * at, 105.0 + 5 * at)) for at, sign in enumerate("FC صن")
    ]
    placed[2:2] = [Placed(glyph("12", 107.0, 111.0)._replace(size=6.0), 1)]
    found = printed(placed, 1, 100.0, ARABIC)
    assert [found.text[slice(*span)] for span in found.raised] == ["12"]


def test_the_letters_of_a_ligature_are_read_in_their_order_however_they_are_held():
    turned = [Letter("ا", 20.0, 20.0, 26.0), Letter("ل", 20.0, 20.0, 26.0)]
    shared = [Letter("ل", 20.0, 23.0, 26.0), Letter("ا", 20.0, 20.0, 23.0)]
    assert [each.text for each in glyphs(turned)] == ["لا"]
    assert [each.text for each in glyphs(shared)] == ["لا"]
    as_read = [Letter("ل", 20.0, 20.0, 26.0), Letter("أ", 20.0, 20.0, 26.0)]
    assert [each.text for each in glyphs(as_read)] == ["لأ"]


def test_a_doubled_letter_has_its_sign_before_its_vowel_as_it_is_typed():
    letters = [Letter("\u064e", 20.0, 20.0, 26.0), Letter("\u0651", 20.0, 20.0, 26.0)]
    assert [each.text for each in glyphs([*letters, Letter("ن", 20.0, 20.0, 26.0)])] == [
        "ن\u0651\u064e"
    ]


def test_a_space_that_takes_no_place_is_none():
    letters = [Letter("ب", 20.0, 20.0, 26.0), Letter(" ", 20.0, 20.0, 20.0)]
    assert [each.text for each in glyphs(letters)] == ["ب"]
    assert [each.text for each in glyphs([Letter(" ", 12.0, 12.0, 16.0)])] == [""]


def test_a_vowel_mark_is_read_with_the_letter_it_is_drawn_on_and_only_once():
    letters = [glyph("ر", 50, 55), glyph("س", 40, 50)]
    assert [run.text for run in with_marks([glyph("َّ", 51, 53, y=97), *letters])] == ["رَّ", "س"]
    twice = [glyph("رَّ", 51, 53, y=97), glyph("رَّ", 50, 55), letters[1]]
    assert [(run.text, run.y) for run in with_marks(twice)] == [("رَّ", 100.0), ("س", 100.0)]
    alone = [glyph("رَّ", 51, 53, y=97), *letters[1:], glyph("ن", 30, 40)]
    assert {run.y for run in with_marks(alone)} == {100.0}

"""Lines written from right to left: what stands beside what, spaces, brackets, quotation marks."""

import pytest

from drafter.readers.pdf.characters import Letter, stretches
from drafter.readers.pdf.page import Font, Run
from drafter.readers.pdf.printed import Hand, printed
from drafter.readers.pdf.rows import Placed

ARABIC = Hand(leftward=True)


def line(*pieces, hand=ARABIC):
    """Pieces of a line from the right edge to the left: words and their width, or a distance."""
    edge, placed = 500.0, []
    for piece in pieces:
        if isinstance(piece, float):
            edge -= piece
            continue
        text, wide = piece
        placed.append(Placed(Run(text, edge - wide, edge, 100.0, 10.0, Font("F"))))
        edge -= wide
    return printed(sorted(placed, key=lambda each: each.run.x0), 1, 100.0, hand).text


def test_a_space_made_up_where_fonts_change_is_none():
    assert line(("الأول ", 30), ("/", 3), ("ديسمبر ", 30), 4.0, ("2024", 20)) == "الأول/ديسمبر 2024"


def test_a_space_of_the_file_is_kept_however_narrow():
    assert line(("كانون ", 30), ("", 0.5), ("الأول", 30)) == "كانون الأول"


def test_what_runs_from_left_to_right_stands_beside_its_neighbours_with_all_its_pieces():
    pieces = (("الثانية", 30), 4.0, ("(", 3), ("/512", 20), ("A", 8), ("،", 3), 4.0, ("الفقرة", 20))
    assert line(*pieces) == "الثانية (A/512، الفقرة"


@pytest.mark.parametrize("flipped", [False, True])
def test_quotation_marks_are_turned_back_and_brackets_where_the_file_has_them_so(flipped):
    hand = Hand(leftward=True, flipped=flipped)
    brackets = ")(" if flipped else "()"
    pieces = (("“", 5), ("تحويل", 30), ("”", 5), 4.0, (brackets[0], 3), ("هـ", 9), (brackets[1], 3))
    assert line(*pieces, hand=hand) == "”تحويل“ (هـ)"


def test_a_space_at_the_end_takes_no_place_of_a_piece():
    letters = [Letter("ب", 20.0, 26.0), Letter("ا", 16.0, 20.0), Letter(" ", 12.0, 16.0)]
    assert list(stretches(letters, 10.0)) == [("با ", 16.0, 26.0)]

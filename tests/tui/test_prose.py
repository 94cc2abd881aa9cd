"""Runs of styled text and their lines."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.tui.prose import Run, added, dropped, plain, prose, with_marks, wrapped


def test_footnote_marks_stand_after_the_character_before_their_offset():
    marked = with_marks(prose(Run("回顾", "emphasis"), "其决议，"), [(6, "1")])
    assert plain(marked) == "回顾其决议，¹"
    assert marked[-1] == Run("¹", "mark")


def test_marks_inside_and_at_the_beginning():
    assert plain(with_marks(prose("ab"), [(0, "*"), (1, "2")])) == "*a²b"


def test_two_marks_at_one_place_are_kept_apart():
    assert plain(with_marks(prose("句。"), [(2, "1"), (2, "2")])) == "句。¹·²"


def test_additions_and_omissions_are_readable_without_colour():
    assert plain(added("酌情")) == "[＋酌情]"
    assert plain(dropped("鼓励")) == "[－鼓励]"


def test_styles_survive_wrapping():
    lines = wrapped(prose(Run("鼓励", "emphasis"), "会员国酌情考虑"), 8)
    assert [plain(line) for line in lines] == ["鼓励会员", "国酌情考", "虑"]
    assert lines[0][0] == Run("鼓励", "emphasis")


@given(
    st.lists(st.tuples(st.text(alphabet="移民发展，ab1 "), st.sampled_from(["", "old", "new"]))),
    st.integers(min_value=4, max_value=30),
)
def test_wrapping_loses_only_blanks_at_line_ends(parts, columns):
    runs = prose(*(Run(text, style) for text, style in parts))
    joined = "".join(plain(line) for line in wrapped(runs, columns))
    assert joined.replace(" ", "") == plain(runs).replace(" ", "")

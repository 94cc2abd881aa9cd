"""The head of a table reads column after column, whatever lines it is printed in."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.segment.table_heads import HeadCell, by_column

CELLS = st.builds(
    lambda row, start, width: HeadCell((row, start, width), row, start, start + width),
    st.integers(0, 4),
    st.integers(0, 12),
    st.integers(1, 5),
)
HEADS = st.lists(CELLS, unique_by=lambda cell: (cell.row, cell.start), max_size=12)


def columns(*cells):
    return list(by_column([HeadCell(*cell) for cell in cells]))


def test_a_name_over_several_lines_is_read_to_its_end_before_the_next_column():
    assert columns(
        ("Actual as at", 0, 60, 90), ("Budget", 0, 100, 120),
        ("Category", 1, 0, 40), ("30 June", 1, 65, 90), ("2027", 1, 105, 120),
    ) == ["Category", "Actual as at", "30 June", "Budget", "2027"]  # fmt: skip


def test_a_name_above_several_columns_comes_before_each_of_them():
    assert columns(
        ("Category", 0, 0, 1), ("Variance", 0, 1, 3),
        ("Amount", 1, 1, 2), ("Percentage", 1, 2, 3), ("(1)", 2, 1, 2), ("(2)", 2, 2, 3),
    ) == ["Category", "Variance", "Amount", "(1)", "Percentage", "(2)"]  # fmt: skip


def test_nothing_gives_nothing():
    assert columns() == []


@given(HEADS)
def test_each_cell_is_read_once_in_whatever_order_the_file_has_them(cells):
    read = list(by_column(cells))
    assert sorted(read) == sorted(cell.words for cell in cells)
    assert read == list(by_column(cells[::-1]))

"""The head of a table as it is read: column after column, each from top to bottom.

A head is one thing, however many lines it is printed in: "Expenditure / as at / 28 February" is
the name of a column, and "Variance" above "Amount" and "Percentage" belongs to both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HeadCell(Generic[T]):
    """What stands in row `row` of a head and reaches from `start` to `end`, in the direction of
    reading; the unit is the caller's."""

    words: T
    row: int
    start: float
    end: float


def by_column(cells: Sequence[HeadCell[T]]) -> Iterator[T]:
    """The words of the cells, each once. A cell above several columns comes before them."""
    columns = _columns(cells)
    if len(columns) > 1:
        for column in columns:
            yield from by_column(column)
        return
    top = min((cell.row for cell in cells), default=0)
    yield from (cell.words for cell in columns[0] if cell.row == top) if columns else ()
    below = [cell for cell in cells if cell.row > top]
    if below:
        yield from by_column(below)


def _columns(cells: Sequence[HeadCell[T]]) -> list[list[HeadCell[T]]]:
    """The cells parted where white space runs through all rows from top to bottom."""
    found: list[list[HeadCell[T]]] = []
    reach = 0.0
    for cell in sorted(cells, key=lambda each: (each.start, each.row)):
        if found and cell.start < reach:
            found[-1].append(cell)
            reach = max(reach, cell.end)
        else:
            found.append([cell])
            reach = cell.end
    return found

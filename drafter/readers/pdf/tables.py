"""Tables: rows of cells that stand below each other, each put together as one line of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from drafter.readers.pdf.heads import head_row, heads_of
from drafter.readers.pdf.leaves import Cells, Leaf, Measures
from drafter.readers.pdf.printed import Printed, joined
from drafter.readers.pdf.table_rows import EDGE, FINE, GAP, MANY, bands, complete, ruled

_LABEL = re.compile(
    r"[(\[]?[\w.]{1,5}[.)\]]{1,2}|[-–•▪*]|\d{1,3}(?:/\d{1,4}\.)|\w{1,4} -"  # the last in Arabic
)
_SUB = re.compile(r"[(\[][a-z]{1,5}[)\]]|[-–•▪*]")
_LARGE = 1.1
_BETWEEN = 8
_TALL = 1.6
_LONGEST_CELL = 160


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a page that belong together: rows of a table if `table`, the first its head if
    `headed`; else lines of text."""

    lines: tuple[Printed, ...]
    table: bool = False
    headed: bool = False


def blocks_of(leaf: Leaf, rows: Sequence[Cells], measures: Measures) -> list[Block]:
    """The text in rows of a leaf, its tables told from the rest."""
    heads = heads_of(leaf, rows)
    tabular = [_tabular(cells, measures) for cells in rows]
    found: list[Block] = []
    index = 0
    while index < len(rows):
        limit = min((start for start in heads if start > index), default=len(rows))
        body = heads.get(index, index)
        end = _table_end(leaf, rows[:limit], tabular, body, measures, headed=body > index)
        if end > body:
            start = index if body > index else _with_header(leaf, rows, index, found)
            del found[len(found) - (index - start) :]
            found.append(_table(leaf, rows[start:end], body - index, measures))
            index = end
        else:
            found.append(Block((joined(rows[index]),)))
            index += 1
    return found


def _tabular(cells: Cells, measures: Measures) -> bool:
    if len(cells) < 2:
        return False
    if len(cells) == 2 and _LABEL.fullmatch(cells[0].text):
        return False
    return cells[0].size < measures.size * _LARGE


def _table_end(
    leaf: Leaf,
    rows: Sequence[Cells],
    tabular: Sequence[bool],
    start: int,
    measures: Measures,
    *,
    headed: bool,
) -> int:
    """Where the table ends that seems to begin at `start`, or that has its head just above
    (`headed`); `start` if it is none."""
    if not (headed or tabular[start]):
        return start
    last = start
    count = 0
    for index in range(start, len(rows)):
        cells = rows[index]
        if tabular[index]:
            last, count = index, count + 1
        elif (
            (_spans(cells, rows[last]) and not _is_full(leaf, cells, rows[last]))
            or cells[0].size > measures.size * _LARGE
            or index - last > _BETWEEN
        ):
            break
    if count < 2 and not (headed and count) and len(rows[start]) < MANY:
        return start
    return last + _carried_on(rows, start, last)


def _carried_on(rows: Sequence[Cells], start: int, last: int) -> int:
    """How many rows from `last`, the last full one, belong to a table that begins at `start`."""
    full = rows[start : last + 1]
    left = min(cells[0].x0 for cells in full)
    apart = min((below[0].y - above[0].y for above, below in pairwise(full)), default=0.0)
    end = last + 1
    while end < len(rows) and _carries_on(rows[end - 1], rows[end], rows[last], left, apart):
        end += 1
    return end - last


def _spans(cells: Cells, row: Cells) -> bool:
    """Whether the text of one row runs through the white space between cells of another."""
    start, end = cells[0].x0, cells[-1].x1
    return len(cells) == 1 and any(start < a.x1 and b.x0 < end for a, b in pairwise(row))


def _is_full(leaf: Leaf, cells: Cells, row: Cells) -> bool:
    """Whether a row has all its cells, little as there is between them, and ends below the end of
    another `row`."""
    return complete(leaf.finely(cells, FINE)) and abs(cells[-1].x1 - row[-1].x1) < cells[0].size


def _carries_on(above: Cells, cells: Cells, row: Cells, left: float, apart: float) -> bool:
    """Whether a row goes on a cell of the row above, the last full `row` of the table; rows of it
    stand at least `apart` from each other."""
    step = cells[0].y - above[0].y
    inside = cells[0].x0 > left + EDGE * cells[0].size or step * GAP < apart
    return step < _TALL * cells[0].size and inside and not _spans(cells, row)


def _with_header(leaf: Leaf, rows: Sequence[Cells], index: int, found: Sequence[Block]) -> int:
    """Where the table begins if rows of its header stand above its first full row: they stand
    close, and not at the left edge."""
    left = rows[index][0].x0
    for _ in takewhile(lambda block: not block.table, reversed(found)):
        above, first = rows[index - 1], rows[index]
        close = first[0].y - above[0].y < _TALL * first[0].size
        alike = abs(first[0].size - above[0].size) < 1 and above[0].bold == first[0].bold
        if not close or not alike or above[0].x0 <= left + EDGE or ruled(leaf, above, first):
            break
        index -= 1
    return index


def _table(leaf: Leaf, rows: Sequence[Cells], head: int, measures: Measures) -> Block:
    lines = [head_row(leaf, rows[:head])] if head else []
    for band in bands(leaf, rows, head, measures):
        lines += _row(leaf, band, measures)
    return Block(tuple(lines), table=True, headed=head > 0)


def _row(leaf: Leaf, band: Sequence[Cells], measures: Measures) -> list[Printed]:
    """One row of a table as one line, or as one line a cell where cells hold whole paragraphs."""
    columns: list[list[Printed]] = []
    for cells in band:
        for cell in _with_labels(leaf.finely(cells, FINE)):
            home = next((c for c in columns if _below(cell, c)), None)
            if home is None:
                columns.append([cell])
            else:
                home.append(cell)
    columns.sort(key=lambda column: min(cell.x0 for cell in column))
    made = [_cell(column, spaced=measures.spaced) for column in columns]
    if all(len(cell.text) <= _LONGEST_CELL for cell in made):
        return [replace(joined(made), number=min(cell.number for cell in made))]
    return made


def _with_labels(cells: Cells) -> Cells:
    """The cells, a label at the start of one put back to its words."""
    found: list[Printed] = []
    for cell in cells:
        if found and _SUB.fullmatch(found[-1].text):
            found[-1] = joined((found[-1], cell))
        else:
            found.append(cell)
    return tuple(found)


def _below(cell: Printed, column: Sequence[Printed]) -> bool:
    """Whether the cell stands below the pieces of a column, and not beside them."""
    over = min(cell.x1, max(c.x1 for c in column)) - max(cell.x0, min(c.x0 for c in column))
    return over > 0 and column[-1].number != cell.number


def _cell(pieces: Sequence[Printed], *, spaced: bool) -> Printed:
    """The lines of a cell one after the other."""
    made = joined(pieces, spaced=spaced)
    return replace(made, x0=min(piece.x0 for piece in pieces))

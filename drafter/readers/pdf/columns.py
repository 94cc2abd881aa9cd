"""Text in two columns: one below the other, as it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.readers.pdf.leaves import Cells, Leaf
from drafter.readers.pdf.printed import Printed

_LEAST = 6
_LONG = 22.0
_FULL = 0.4
_NEAR = 2.5
_MIDDLE = (0.35, 0.65)


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows `start`…`end` of a leaf stand in two columns; `lines` are theirs, the left ones first,
    each moved to stand as a line of the full width."""

    start: int
    end: int
    lines: tuple[Printed, ...]


def columns_of(leaf: Leaf, margin: float, edge: float) -> Columns | None:
    """The two columns that a leaf is set in, if it is; text runs from `margin` to `edge`."""
    if sum(len(cells) == 2 for cells in leaf.rows) < 2:
        return None
    best: tuple[int, int, float] = (0, 0, 0.0)
    for middle in _middles(leaf):
        start, end = _stretch(leaf.rows, middle)
        if end - start > best[1] - best[0]:
            best = (start, end, middle)
    start, end, middle = best
    inside = [cell for cells in leaf.rows[start:end] for cell in cells]
    sides = (
        [cell for cell in inside if cell.x1 <= middle],
        [cell for cell in inside if cell.x0 > middle],
    )
    if not all(_is_prose(side) for side in sides):
        return None
    lines = [line for side in sides for line in _moved(side, margin, edge)]
    return Columns(start, end, tuple(lines))


def _middles(leaf: Leaf) -> list[float]:
    """Where the white space between two columns may be."""
    low, high = (share * leaf.width for share in _MIDDLE)
    found = {
        round((a.x1 + b.x0) / 2)
        for cells in leaf.rows
        if len(cells) == 2
        for a, b in pairwise(cells)
    }
    return sorted(x for x in found if low < x < high)


def _stretch(rows: Sequence[Cells], middle: float) -> tuple[int, int]:
    """The longest run of rows that nothing crosses `middle` in."""
    best, start = (0, 0), 0
    for index in range(len(rows) + 1):
        crossed = index == len(rows) or any(c.x0 < middle < c.x1 for c in rows[index])
        if crossed or len(rows[index]) > 2:
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index + 1
    return best


def _is_prose(lines: Sequence[Printed]) -> bool:
    """Whether the lines of a column are full enough to be running text, no column of a table."""
    if len(lines) < _LEAST:
        return False
    edge = max(line.x1 for line in lines)
    full = sum(line.x1 > edge - _NEAR * line.size for line in lines)
    return full >= _FULL * len(lines) and sum(len(x.text) for x in lines) >= _LONG * len(lines)


def _moved(lines: Sequence[Printed], margin: float, edge: float) -> list[Printed]:
    shift = margin - min(line.x0 for line in lines)
    wider = edge - max(line.x1 for line in lines)
    return [replace(x, x0=x.x0 + shift, start=x.start + shift, x1=x.x1 + wider) for x in lines]

"""Which printed rows make up each row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.readers.pdf.leaves import Cells, Leaf, Measures
from drafter.readers.pdf.page import Rule

FINE = 0.85  # white space of so many ems is between cells
GAP = 1.3  # rows so many times as far apart as lines are two
EDGE = 1.0  # in ems: what begins so near to the left edge stands at it
MANY = 3
_OFTEN = 0.2
_FIGURE = 16
_HALF = 0.5
_LEAST_RULE = 40.0


def bands(leaf: Leaf, rows: Sequence[Cells], head: int, measures: Measures) -> list[list[Cells]]:
    """The printed rows that make up each row of the table below its head."""
    spacing = _Spacing.of(leaf, rows, head, measures)
    below_head = rows[head:]
    found = [[below_head[0]]]
    for above, below in pairwise(below_head):
        if spacing.parts(above, below):
            found.append([below])
        else:
            found[-1].append(below)
    return found


@dataclass(frozen=True, slots=True)
class _Spacing:
    """What parts the rows of a table: white space or rules, or their first cells if nothing else
    does.

    `usual` is the least step from line to line, `loose` the leading of the text in ems; `left` and
    `wide` are where the first column begins and ends; `close` says that rows of the table stand
    close, `spread` that most are set apart.
    """

    leaf: Leaf
    usual: float
    loose: float
    left: float
    wide: float
    close: bool
    spread: bool

    @classmethod
    def of(cls, leaf: Leaf, rows: Sequence[Cells], head: int, measures: Measures) -> _Spacing:
        steps = [below[0].y - above[0].y for above, below in pairwise(rows)]
        usual = min((step for step in steps if step > 1), default=0.0)
        rows, steps = rows[head:], steps[head:]
        apart = sum(step > usual * GAP for step in steps)
        left = min(cells[0].x0 for cells in rows)
        firsts = [cells[0] for cells in rows if _is_leftmost(cells, left)]
        close = any(
            complete(above) and complete(below) and step <= usual * GAP
            for (above, below), step in zip(pairwise(rows), steps, strict=True)
        )
        return cls(
            leaf,
            usual,
            loose=measures.leading / measures.size,
            left=left,
            wide=max((cell.x1 for cell in firsts), default=left),
            close=close,
            spread=apart >= _OFTEN * len(steps),
        )

    def parts(self, above: Cells, below: Cells) -> bool:
        """Whether `below` begins another row of the table."""
        size = below[0].size
        if below[0].y - above[0].y > min(max(self.usual, size), size * self.loose) * GAP:
            return True
        if ruled(self.leaf, above, below) is not None:
            return True
        if not _is_leftmost(below, self.left):
            return False
        one, other = self.leaf.finely(above, FINE), self.leaf.finely(below, FINE)
        if _begins_row(one, other, self.wide, close=self.close):
            return True
        return not (self.spread or len(one) < 2 or len(other) < 2)


def _is_leftmost(cells: Cells, left: float) -> bool:
    """Whether a printed row begins in the first column."""
    return cells[0].x0 < left + EDGE * cells[0].size


def _begins_row(above: Cells, below: Cells, wide: float, *, close: bool) -> bool:
    """Whether a row that follows closely is a row of its own: the one above has all its cells, or
    is the heading of a group of rows. `close` says that rows of the table stand close."""
    if complete(above):
        alone = len(below) == 1 and close
        return alone or (len(above) == len(below) and complete(below))
    word = below[0].text.split(" ", 1)[0]
    heads = len(above) == 1 and len(below) >= MANY and complete(below)
    return heads and above[0].x1 + (len(word) + 1) * above[0].size * _HALF < wide


def complete(cells: Cells) -> bool:
    """Whether a row ends with a figure."""
    figure = cells[-1].text
    ends = figure[-1:] in "–-−)" or figure[-1:].isdigit()
    return len(cells) > 1 and len(figure) <= _FIGURE and ends


def ruled(leaf: Leaf, above: Cells, below: Cells) -> Rule | None:
    """The rule between two rows."""
    top, bottom = above[0].y, below[0].y - below[0].size * 0.5
    return next((r for r in leaf.rules if top < r.y < bottom and r.width > _LEAST_RULE), None)

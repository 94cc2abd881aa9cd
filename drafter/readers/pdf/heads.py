"""The heads of tables: what stands between the rule above a table and the one under its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.readers.pdf.leaves import Cells, Leaf, alike
from drafter.readers.pdf.page import Rule
from drafter.readers.pdf.printed import Printed, joined
from drafter.readers.segment.table_heads import HeadCell, by_column

_FINE = 0.7  # names of columns stand closer to each other than figures
_NEAR = 6.0
_MOST = 10
_DRAWING = 500  # a page with more rules is a picture
_FIGURE = re.compile(r"(?!\(\d{1,2}\)$|\d{4}$)[-–−$€£%().,\d\s]*\d[-–−%().,\d\s]*")


def heads_of(leaf: Leaf, rows: Sequence[Cells]) -> dict[int, int]:
    """Where heads begin, each with where it ends, both as indices of `rows`."""
    found: dict[int, int] = {}
    last = -1
    rules = leaf.rules if len(leaf.rules) <= _DRAWING else ()
    for index, top in enumerate(rules):
        bottom = next((rule for rule in rules[index + 1 :] if _as_wide(rule, top)), None)
        if bottom is None:
            continue
        start = sum(cells[0].y <= top.y for cells in rows)
        stop = sum(cells[0].y <= bottom.y for cells in rows)
        inside = all(_within(cells, top) for cells in rows[start : stop + 1])
        if start <= last or stop == len(rows) or not inside:
            continue
        if _is_head(leaf, rows[start:stop]) and _set_apart(rows[start:stop], rows[stop]):
            found[start] = last = stop
    return found


def head_row(leaf: Leaf, rows: Sequence[Cells]) -> Printed:
    """The rows of a head as one line."""
    cells = [
        HeadCell(cell, index, cell.x0, cell.x1)
        for index, row in enumerate(rows)
        for cell in leaf.finely(row, _FINE)
    ]
    made = joined(tuple(by_column(cells)))
    return replace(made, number=rows[0][0].number, y=rows[-1][0].y)


def _as_wide(rule: Rule, other: Rule) -> bool:
    return abs(rule.x0 - other.x0) <= _NEAR and abs(rule.x1 - other.x1) <= _NEAR


def _within(cells: Cells, rule: Rule) -> bool:
    """Whether a row stands between the ends of a rule."""
    return rule.x0 - _NEAR <= cells[0].x0 and cells[-1].x1 <= rule.x1 + _NEAR


def _is_head(leaf: Leaf, rows: Sequence[Cells]) -> bool:
    """Whether rows hold the names of several columns, and no figures."""
    cells = [leaf.finely(row, _FINE) for row in rows]
    figures = any(_FIGURE.fullmatch(cell.text) for row in cells for cell in row)
    return len(rows) <= _MOST and any(len(row) > 1 for row in cells) and not figures


def _set_apart(head: Sequence[Cells], below: Cells) -> bool:
    """Whether the type of a head is one, and not that of the row below."""
    size = head[0][0].size
    if not all(alike(cell.size, size) for row in head for cell in row):
        return False
    cells = [cell for row in head for cell in row]
    bold = all(cell.bold for cell in cells) and not below[0].bold
    italic = all(cell.italic for cell in cells) and not below[0].italic
    return bold or italic or not alike(size, below[0].size)

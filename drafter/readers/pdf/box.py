"""The masthead of the first page: the box between two rules, and the column below its left edge."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafter.readers.pdf.leaves import Cells, Leaf
from drafter.readers.pdf.page import Rule
from drafter.readers.pdf.printed import Printed
from drafter.readers.segment.characters import first_token
from drafter.readers.segment.lines import Line

_BOX = 0.4
_WIDE = 0.6
_TALL = 40.0
_LARGE = 17.0
_ASIDE = 2.0
_SLACK = 0.5
_ROW = 8.0


def box_of(leaf: Leaf) -> tuple[Rule, Rule] | None:
    """The two rules across the page that the box of the masthead stands between."""
    wide = [r for r in leaf.rules if r.width > _WIDE * leaf.width and r.y < _BOX * leaf.height]
    for upper, lower in pairwise(wide):
        if lower.y - upper.y > _TALL:
            return upper, lower
    return None


def take_masthead(leaf: Leaf) -> list[Line]:
    """Take the masthead out of the first leaf: the lines of the box, and those at the left below
    it."""
    box = box_of(leaf)
    if box is None:
        return []
    upper, lower = box
    lines: list[Line] = []
    rows = leaf.rows
    inside = [row for row in rows if row[0].y < lower.y]
    rest = [row for row in rows if row[0].y >= lower.y]
    cells = sorted((cell for row in inside for cell in row), key=_place)
    lines += [_field(cell, upper, leaf) for cell in cells]
    aside = _aside(rest, leaf, lower)
    leaf.rows[:] = rest[len(aside) :]
    return [*lines, *_column(aside, leaf)]


def _place(cell: Printed) -> tuple[int, float]:
    """Where a cell comes in reading: type of several sizes keeps no common baseline."""
    return int(cell.y / _ROW), cell.x0


def _field(cell: Printed, upper: Rule, leaf: Leaf) -> Line:
    role = ""
    if cell.y < upper.y and cell.x1 > leaf.width * (1 - _BOX) and "/" in cell.text:
        role = "symbol"
    elif cell.size > _LARGE and cell.bold:
        role = "organ"
    return _line(cell, role, starts=True)


def _line(cell: Printed, role: str, *, starts: bool) -> Line:
    return Line(
        cell.text, cell.number, cell.page, starts=starts, bold=cell.bold, size=cell.size,
        raised=cell.raised, role=role,
    )  # fmt: skip


def _aside(rows: Sequence[Cells], leaf: Leaf, rule: Rule) -> list[Printed]:
    """The lines below the box that stand at its left edge, further left than the text does."""
    found: list[Printed] = []
    for cells in rows:
        if len(cells) > 1 or abs(cells[0].x0 - rule.x0) > _ASIDE * cells[0].size:
            break
        if cells[0].x1 > leaf.width * (1 - _BOX / 2):
            break
        found.append(cells[0])
    return found


def _column(cells: Sequence[Printed], leaf: Leaf) -> list[Line]:
    """The session, the committee, the agenda item and its titles; titles wrap."""
    edge = max([cell.x1 for cell in cells], default=0.0)
    edge = max(edge, min(leaf.margin, leaf.width) + leaf.width / 4)
    lines: list[Line] = []
    regular = False
    for index, cell in enumerate(cells):
        before = cells[index - 1] if index else None
        starts = before is None or before.bold != cell.bold or abs(before.size - cell.size) > _SLACK
        if before is not None and not cell.text[:1].islower():  # what goes on has no capital
            starts = starts or _had_room(before, cell, edge)
        regular = regular or not cell.bold
        role = "agenda-title" if regular and cell.bold else ""
        lines.append(_line(cell, role if starts else "", starts=starts))
    return lines


def _had_room(before: Printed, after: Printed, edge: float) -> bool:
    """Whether the first word of a line would have stood on the line before."""
    word = first_token(after.text)
    wide = (after.x1 - after.x0) / max(len(after.text), 1)
    return before.x1 + (len(word) + 2) * wide < edge

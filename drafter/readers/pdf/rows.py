"""Runs to rows: what stands on one baseline, with what stands raised or lowered beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.readers.pdf.page import Run

_LEVEL = 1.0
_SMALL = 0.86
_HIGHEST = 0.75
_LEAST = 0.08
_LOWEST = 0.35
_TOUCHING = 1.2  # a full-width comma leaves half its place empty
_BEFORE = 2.0
_NEAR = 14.0


class Placed(NamedTuple):
    """A run in its row; `rise` is 1 where it stands raised, -1 where lowered, else 0."""

    run: Run
    rise: int = 0


@dataclass(slots=True)
class Row:
    """Runs on one baseline, in the order of the page from left to right."""

    y: float
    size: float
    runs: list[Placed] = field(default_factory=list)


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """The rows of a page from top to bottom."""
    rows: list[Row] = []
    for run in sorted(runs, key=_height):
        if not rows or run.y - rows[-1].y > _LEVEL:
            rows.append(Row(run.y, 0.0))
        row = rows[-1]
        row.runs.append(Placed(run))
        if run.text and run.size > row.size:
            row.size = run.size
    _settle(rows)
    found = [row for row in rows if row.size]
    for row in found:
        row.runs.sort(key=_left)
    return found


def _height(run: Run) -> float:
    return run.y


def _left(placed: Placed) -> tuple[float, float]:
    return placed.run.x0, placed.run.x1


def _settle(rows: Sequence[Row]) -> None:
    """Move small type that stands a little above or below a row into it."""
    for index, row in enumerate(rows):
        beside = [other for other in _near(rows, index) if row.size <= other.size * _SMALL]
        if not beside:
            continue
        staying = []
        for placed in row.runs:
            words = placed.run.text
            home = next((o for o in beside if words and _belongs(placed.run, row.y, o)), None)
            if home is None:
                staying.append(placed)
            else:
                home.runs.append(Placed(placed.run, 1 if home.y > row.y else -1))
        row.runs = staying
        if not any(placed.run.text for placed in staying):
            row.size = 0.0


def _near(rows: Sequence[Row], index: int) -> list[Row]:
    """The rows close by, those below first: raised marks are far more common than lowered ones."""
    row = rows[index]
    found = []
    for step in (1, -1):
        at = index + step
        while 0 <= at < len(rows) and abs(rows[at].y - row.y) < _NEAR:
            if rows[at].size:
                found.append(rows[at])
            at += step
    return found


def _belongs(run: Run, y: float, row: Row) -> bool:
    rise = (row.y - y) / row.size
    if not (_LEAST <= rise <= _HIGHEST or -_LOWEST <= rise <= -_LEAST):
        return False
    reach, before = _TOUCHING * row.size, _BEFORE * row.size
    return any(
        -reach <= run.x0 - other.x1 <= reach or (-reach <= other.x0 - run.x1 <= before)
        for other, _ in row.runs
        if other.text
    )

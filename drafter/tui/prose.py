"""Runs of styled text and their lines: what every widget of the room that shows words draws.

A style is a name such as "emphasis" or "new"; the widget gives it a look. Marks that carry meaning
(footnotes, insertions) are characters as well, so that nothing rests on colour.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.tui.cells import clean, superscript, width
from drafter.tui.wrapping import breaks

ADDED = ("[＋", "]")
DROPPED = ("[－", "]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; "" is the ordinary one."""

    text: str
    style: str = ""


Prose = tuple[Run, ...]
Line = tuple[Run, ...]


def prose(*parts: str | Run) -> Prose:
    """Runs from plain strings and runs, empty ones dropped, everything fit for a terminal."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(Run(clean(run.text), run.style) for run in runs if run.text)


def added(words: str) -> Prose:
    """Words that the draft has and the source has not."""
    return prose(Run(f"{ADDED[0]}{words}{ADDED[1]}", "new"))


def dropped(words: str) -> Prose:
    """Words that the source has and the draft has not."""
    return prose(Run(f"{DROPPED[0]}{words}{DROPPED[1]}", "old"))


def with_marks(runs: Iterable[Run], marks: Iterable[tuple[int, str]]) -> Prose:
    """The runs with footnote marks set after the character before each offset."""
    waiting = deque(sorted(marks, key=lambda mark: mark[0]))
    out: list[Run] = []
    start = 0
    for run in runs:
        taken, end = 0, start + len(run.text)
        while waiting and waiting[0][0] <= end:
            at = max(waiting[0][0] - start, taken)
            _add(out, Run(run.text[taken:at], run.style))
            _add_mark(out, waiting.popleft()[1])
            taken = at
        _add(out, Run(run.text[taken:], run.style))
        start = end
    while waiting:
        _add_mark(out, waiting.popleft()[1])
    return tuple(out)


def _add(out: list[Run], run: Run) -> None:
    if run.text:
        out.append(run)


def _add_mark(out: list[Run], mark: str) -> None:
    apart = "·" if out and out[-1].style == "mark" else ""
    out.append(Run(apart + superscript(mark), "mark"))


def plain(runs: Prose) -> str:
    """The words without their styles."""
    return "".join(run.text for run in runs)


def wrapped(runs: Prose, columns: int, *, first: int | None = None) -> tuple[Line, ...]:
    """The lines of the runs; `first` is the width of the first line if it differs."""
    edges = iter(breaks(plain(runs), columns, first))
    return tuple(_lines(runs, edges))


def _lines(runs: Prose, edges: Iterator[int]) -> Iterator[Line]:
    edge = next(edges, None)
    line: list[Run] = []
    position = 0
    for run in runs:
        text, taken = run.text, 0
        while edge is not None and edge < position + len(text):
            cut = edge - position
            line.append(Run(text[taken:cut], run.style))
            yield _trimmed(line)
            line, taken = [], cut
            edge = next(edges, None)
        line.append(Run(text[taken:], run.style))
        position += len(text)
    yield _trimmed(line)


def _trimmed(line: list[Run]) -> Line:
    kept = [run for run in line if run.text]
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(" "), kept[-1].style)
    return tuple(run for run in kept if run.text)


def line_width(line: Line) -> int:
    """Columns a line takes."""
    return sum(width(run.text) for run in line)

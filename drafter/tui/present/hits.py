"""Search results as rows: where the text comes from first, then its words around what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from drafter.messages import say
from drafter.tui.cells import char_width, clean, clip, width
from drafter.tui.prose import Line, Run, wrapped

if TYPE_CHECKING:
    from drafter.library import Hit

_NARROW = 60  # columns below which a citation takes up to three lines
Cite = Callable[["Hit"], str]


def row_height(columns: int) -> int:
    """Lines a hit takes at a width, the blank one after it included."""
    return 6 if columns < _NARROW else 5


def hit_lines(hit: Hit, cite: Cite, columns: int) -> tuple[Line, ...]:
    """One hit: its citation, and as much of its text as fits below it."""
    stage = "adopted" if hit.clause.stage.value == "adopted" else "draft"
    height = row_height(columns) - 1
    head = wrapped((Run(clean(cite(hit)), stage),), columns)[: height - 2]
    room = height - len(head)
    words = _window(clean(hit.clause.plain), hit.spans, columns * room - 2 * room)
    return (*head, *wrapped(words, columns)[:room])


def results_title(found: int | None, limit: int) -> str:
    """How many hits there are, as far as that is known."""
    if found is None:
        return say("tui.search-title")
    if found >= limit:
        return say("tui.search-many", found=found)
    return say("tui.search-found", found=found)


def _window(text: str, spans: tuple[tuple[int, int], ...], columns: int) -> tuple[Run, ...]:
    """The stretch of `text` that shows the first span, with what was found marked."""
    start = _window_start(text, spans, columns)
    runs = [Run("…")] if start else []
    position = start
    for begin, end in spans:
        if begin >= position:
            runs += [Run(text[position:begin]), Run(text[begin:end], "hit")]
            position = end
    runs.append(Run(text[position:]))
    return _cut([run for run in runs if run.text], columns)


def _window_start(text: str, spans: tuple[tuple[int, int], ...], columns: int) -> int:
    if not spans or width(text[: spans[0][1]]) <= columns:
        return 0
    room, start = columns // 3, spans[0][0]
    while start > 0 and room > 0:
        start -= 1
        room -= char_width(text[start])
    return start


def _cut(runs: list[Run], columns: int) -> tuple[Run, ...]:
    out: list[Run] = []
    for run in runs:
        size = width(run.text)
        if size > columns:
            return (*out, Run(clip(run.text, columns), run.style))
        out.append(run)
        columns -= size
    return tuple(out)

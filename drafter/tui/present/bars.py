"""The two lines around the room: what is open, and where its words come from."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.messages import say
from drafter.tui.cells import clean, clip, width
from drafter.tui.prose import Line, Run

_GRAPH = 18
_CELLS = (("█", "kept"), ("▓", "edited"), ("░", "unfound"))


@dataclass(frozen=True, slots=True)
class Heading:
    """What the top line tells: the title, then facts from most to least important."""

    title: str
    facts: tuple[str, ...]
    standing: str


def heading_line(heading: Heading, columns: int) -> Line:
    """The top line: title and facts on the left, the standing of the file on the right. A long
    title leaves the facts half of the room."""
    right = f"{clean(heading.standing)} "
    room = columns - width(right) - 2
    facts = "".join(f" · {clean(fact)}" for fact in heading.facts if fact)
    title = clip(clean(heading.title), max(room - width(facts), room // 2))
    facts = clip(facts, max(room - width(title), 0))
    gap = " " * (columns - 1 - width(title) - width(facts) - width(right))
    return Run(f" {title}", "strong"), Run(facts, "faint"), Run(gap), Run(right, "faint")


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of characters, 0 to 1: verbatim from the library, edited, not found in it."""

    verbatim: float
    edited: float
    not_found: float


def provenance_line(
    shares: Shares | None, counts: tuple[str, ...], columns: int, of_what: str = ""
) -> Line:
    """The bar of shares, `of_what` before it, with its three figures, each by itself; remarks on
    the right.

    Where there is little room the figures lose their words before the remarks lose theirs.
    """
    right = " · ".join(clean(count) for count in counts if count)
    if shares is None:
        left: list[Run] = [Run(f" {say('tui.provenance-unknown')}", "faint")]
    else:
        title = [Run(f" {of_what}", "faint")] if of_what else []
        left = [*title, *_graph(shares, _GRAPH), *_figures(shares, words=True)]
        if _width(left) + width(right) + 3 > columns:
            left = [*title, *_graph(shares, _GRAPH // 2), *_figures(shares, words=False)]
    tail = clip(right, max(columns - _width(left) - 3, 0))
    gap = " " * max(columns - _width(left) - width(tail) - 1, 0)
    return (*left, Run(gap), Run(tail, "faint"))


def _width(runs: list[Run]) -> int:
    return sum(width(run.text) for run in runs)


def percent(share: float) -> str:
    """A share in whole per cent; a trace is never shown as nothing, nor almost all as all."""
    rounded = round(share * 100)
    if rounded == 0 and share > 0:
        return "<1"
    return ">99" if rounded == 100 and share < 1 else str(rounded)


def _graph(shares: Shares, cells: int) -> list[Run]:
    parts = (shares.verbatim, shares.edited, shares.not_found)
    edges = [round(sum(parts[: i + 1]) * cells) for i in range(3)]
    sizes = [edges[0], edges[1] - edges[0], edges[2] - edges[1]]
    drawn = [Run(cell * size, ink) for (cell, ink), size in zip(_CELLS, sizes, strict=True)]
    return [Run(" "), *drawn]


def _figures(shares: Shares, *, words: bool) -> list[Run]:
    named = (("verbatim", "kept", "="), ("edited", "edited", "≈"), ("not_found", "unfound", "+"))
    runs: list[Run] = []
    for field, ink, sign in named:
        figure = percent(getattr(shares, field))
        long = say(f"tui.share-{field.replace('_', '-')}", share=figure)
        runs += [Run(f"  {sign} ", ink), Run(long if words else f"{figure} %")]
    return runs

"""Bars in a terminal: one row a name, the longest bar as wide as there is room."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL = "█"
_WIDTH = 80
_SHORTEST = 8
_WIDEST = 60


def bar(share: float, columns: int) -> str:
    """A bar that fills `share` (0 to 1) of `columns`, exact to an eighth of a column; whatever is
    more than nothing is seen."""
    eighths = round(min(max(share, 0), 1) * columns * len(_EIGHTHS))
    if share > 0:
        eighths = max(eighths, 1)
    whole, rest = divmod(eighths, len(_EIGHTHS))
    return _FULL * whole + (_EIGHTHS[rest] if rest else "")


def bars(rows: Sequence[tuple[str, int, str]]) -> Iterator[str]:
    """Rows of name, number and what is told of it as lines: name, bar, what is told."""
    if not rows:
        return
    most = max(number for _, number, _ in rows)
    names = max(_columns(name) for name, _, _ in rows)
    told = max(_columns(words) for _, _, words in rows)
    free = shutil.get_terminal_size((_WIDTH, 24)).columns - names - told - 6
    room = min(max(free, _SHORTEST), _WIDEST)
    for name, number, words in rows:
        drawn = bar(number / most if most else 0, room)
        yield f"  {name}{' ' * (names - _columns(name))}  {drawn:<{room}}  {words}".rstrip()


def _columns(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in words)

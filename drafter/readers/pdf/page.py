"""What stands on a page: stretches of type, rules and pictures, each in its place.

Places are points (1/72 inch) from the left edge and from the top edge of the page as it is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Font(NamedTuple):
    """A typeface as far as it tells what words are: `kai` stands for italics in Chinese, `bars`
    draws bar codes."""

    name: str
    bold: bool = False
    italic: bool = False
    kai: bool = False
    bars: bool = False

    @property
    def emphatic(self) -> bool:
        """Whether opening words are set in it."""
        return self.italic or self.kai


class Run(NamedTuple):
    """A stretch of one font and size on one baseline `y`, from `x0` to `x1`.

    `text` is empty for white space alone; `drawn` says which piece of the page it is part of.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: Font
    drawn: int = 0


class Rule(NamedTuple):
    """A horizontal line drawn on the page."""

    x0: float
    x1: float
    y: float

    @property
    def width(self) -> float:
        """Its length."""
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `turned` is type that does not stand upright (a watermark, a heading along the
    edge); `pictured` the share of the page that pictures cover; `loose` the words of a page with
    so many pieces that their places were not asked for; `recognised` that its words are not drawn
    but stand behind a picture; `leftward` that the file says it is read from right to left."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...] = ()
    rules: tuple[Rule, ...] = ()
    turned: tuple[Run, ...] = ()
    pictured: float = 0.0
    loose: str = ""
    recognised: bool = False
    unreadable: bool = False
    leftward: bool = False

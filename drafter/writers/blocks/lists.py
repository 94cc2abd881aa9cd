"""Automatic numbers: which list and level gives each paragraph the label that the view shows.

Every list of the file is an abstract list of its own, so no count depends on how a program carries
counts from one list to the next. A label that no count can give ("7 bis") is literal, and so is the
fifth Arabic letter, which a word processor counts without its joining stroke (ECMA-376, 17.18.59).
"""

from __future__ import annotations

import re

from drafter.model.conventions import SPELLED, Conventions, LabelStyle
from drafter.model.numbering import ARABIC_ORDINALS, TANWIN, value
from drafter.writers.blocks.values import Level, ListPlace, NumberedList

# A word processor has no more (ECMA-376, 17.9.6); deeper labels are literal.
LEVELS = 9
SECTION = "section-"
_ALONE = re.compile("[IVXLC]+|[一二三四五六七八九十]+")
_STROKE = "\N{ARABIC TATWEEL}"


def stands_alone(label: str) -> bool:
    """Whether the number of a section stands on a line of its own, above the heading: it has no
    full stop there (A/RES/78/245)."""
    return _ALONE.fullmatch(label) is not None or label.replace(TANWIN, "") in ARABIC_ORDINALS


class Lists:
    """Gives out list places in document order."""

    def __init__(self, rules: Conventions) -> None:
        self._rules = rules
        self._made: list[_Count] = []
        self._main: dict[tuple[str, str], _Count] = {}
        self._last: dict[tuple[str, str], _Count] = {}

    def place(self, part: str, indents: str, level: int, label: str) -> ListPlace | None:
        """The place that prints `label` at `level` of `part`; None where only a literal can."""
        number = self._number(indents, level, label) if level < LEVELS else None
        if number is None:
            return None
        key = (part, indents)
        for each in (self._main.get(key), self._last.get(key)):
            if each is not None and each.next(level) == number:
                return each.take(level)
        made = self._new(key, indents, level, number)
        return made.take(level)

    def lists(self) -> tuple[NumberedList, ...]:
        """Every list given out, in the order of its first use."""
        return tuple(each.list for each in self._made)

    def _new(self, key: tuple[str, str], indents: str, level: int, number: int) -> _Count:
        styles = self._styles(indents)
        levels = tuple(
            Level(s.counter, s.prefix, s.suffix, number if at == level else 1)
            for at, s in enumerate(styles)
        )
        made = _Count(NumberedList(len(self._made) + 1, indents, levels))
        self._made.append(made)
        self._last[key] = made
        if level == 0:
            self._main[key] = made
        return made

    def _number(self, indents: str, level: int, label: str) -> int | None:
        style = self._styles(indents)[level]
        inner = label.removeprefix(style.prefix)
        if style.counter in SPELLED or not (
            label.startswith(style.prefix) and inner.endswith(style.suffix)
        ):
            return None
        printed = inner[: len(inner) - len(style.suffix)]
        return None if _STROKE in printed else value(style.counter, printed)

    def _styles(self, indents: str) -> tuple[LabelStyle, ...]:
        own = (self._rules.section,) if indents.startswith(SECTION) else self._rules.levels
        return (*own, *(own[-1],) * (LEVELS - len(own)))[:LEVELS]


class _Count:
    """The count that a word processor will keep for one list."""

    def __init__(self, numbered: NumberedList) -> None:
        self.list = numbered
        self._at: list[int | None] = [None] * LEVELS

    def next(self, level: int) -> int:
        """The number that the next paragraph at `level` gets."""
        current = self._at[level]
        return self.list.levels[level].start if current is None else current + 1

    def take(self, level: int) -> ListPlace:
        """Count one paragraph at `level`; deeper levels start again."""
        self._at[level] = self.next(level)
        self._at[level + 1 :] = [None] * (LEVELS - level - 1)
        return ListPlace(self.list.number, level)

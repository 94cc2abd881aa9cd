"""eIds by the naming convention: `sec_I__para_8__list_1__point_a`, the same in every language.

The number in an eId is the number counted, written as English counts it, so that the paragraphs of
six language versions meet; what no count gives ("7 bis") is spelled from its label, and what has no
number is `nn` and a count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafter.model.conventions import Conventions, LabelStyle
from drafter.model.conventions import Counter as Counting
from drafter.model.numbering import count, value

_ABBREVIATIONS = {
    "paragraph": "para",
    "section": "sec",
    "alinea": "al",
    "attachment": "att",
    "component": "cmp",
    "components": "cmpnts",
    "componentRef": "cref",
    "blockList": "list",
    "wrapUp": "wrapup",
}
_LEVELS = (
    Counting.DECIMAL, Counting.ALPHA, Counting.ROMAN_LOWER, Counting.ALPHA, Counting.ROMAN_LOWER,
)  # fmt: skip
_SPELLED = re.compile(r"\W+")


class Ids:
    """Gives out eIds, each only once."""

    def __init__(self, rules: Conventions) -> None:
        self._rules = rules
        self._counts: Counter[str] = Counter()
        self._given: set[str] = set()
        self._again: Counter[str] = Counter()

    def numbered(self, tag: str, parent: str, label: str, level: int) -> str:
        """The eId of an element with this label at `level` (0 is outermost; -1 a section)."""
        number = self._number(label, level) if label else ""
        if not number:
            return self.counted(tag, parent, "nn_")
        return self._unique(_under(parent, f"{_short(tag)}_{number}"))

    def counted(self, tag: str, parent: str, before: str = "") -> str:
        """The eId of an element without a number of its own: the first, the second … of its kind
        in its parent."""
        stem = _under(parent, f"{_short(tag)}_{before}")
        self._counts[stem] += 1
        return self._unique(f"{stem}{self._counts[stem]}")

    def _number(self, label: str, level: int) -> str:
        if level < 0:
            style, counting = self._rules.section, Counting.ROMAN_UPPER
        else:
            style, counting = _at(self._rules.levels, level), _LEVELS[min(level, len(_LEVELS) - 1)]
        number = value(style.counter, label.removeprefix(style.prefix).removesuffix(style.suffix))
        return count(counting, number) if number else _SPELLED.sub("-", label).strip("-")

    def _unique(self, wanted: str) -> str:
        given = wanted
        while given in self._given:
            self._again[wanted] += 1
            given = f"{wanted}-{self._again[wanted] + 1}"
        self._given.add(given)
        return given


def _short(tag: str) -> str:
    return _ABBREVIATIONS.get(tag, tag)


def _under(parent: str, name: str) -> str:
    return f"{parent}__{name}" if parent else name


def _at(levels: Sequence[LabelStyle], level: int) -> LabelStyle:
    return levels[min(level, len(levels) - 1)]

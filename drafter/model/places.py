"""Where a paragraph stands, as the clause ids name it: pp10, op15.q, 46, 5.a, title, heading-2.

The place of an unlabelled paragraph is its ordinal among its like in the same part. The place is
deterministic, so that reading the same file twice gives the same ids.
"""

from __future__ import annotations

import re

from drafter.model.tree import Kind, Paragraph

_FIRST_PLAIN = {Kind.TITLE: "title", Kind.ENACTING: "enacting"}
# a place that was taken when it came again, as numbers that start anew in a section do
AGAIN = re.compile(r"~(\d+)")
_LABEL = re.compile(r"\w+", re.UNICODE)


class Places:
    """Gives out the places of one part, in document order."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._taken: set[str] = set()
        self._again: dict[str, int] = {}

    def top(self, paragraph: Paragraph) -> str:
        """The place of the next paragraph that stands directly in the part."""
        return self._unique(self._top(paragraph))

    def child(self, parent: str, paragraph: Paragraph) -> str:
        """The place of the next sub-paragraph of the paragraph at `parent`."""
        if paragraph.kind is Kind.CONTINUATION:
            return self._unique(f"{parent}.c{self._next(parent + '.c')}")
        ordinal = self._next(parent + ".")
        return self._unique(f"{parent}.{bare_label(paragraph.label_read) or ordinal}")

    def _top(self, paragraph: Paragraph) -> str:
        kind, printed = paragraph.kind, bare_label(paragraph.label_read)
        if kind is Kind.PREAMBULAR:
            return f"pp{self._next('pp')}"
        if kind is Kind.OPERATIVE:
            ordinal = self._next("op")
            return f"op{printed or ordinal}"
        if kind in _FIRST_PLAIN:
            number = self._next(kind.value)
            return kind.value if number == 1 else f"{kind.value}-{number}"
        if kind is Kind.HEADING:
            return f"heading-{self._next('heading')}"
        if printed:
            return printed
        number = self._next("unlabelled")
        return "chapeau" if number == 1 and "1" not in self._taken else f"unlabelled-{number}"

    def _next(self, key: str) -> int:
        self._counts[key] = self._counts.get(key, 0) + 1
        return self._counts[key]

    def _unique(self, place: str) -> str:
        candidate, again = place, self._again.get(place, 1)
        while candidate in self._taken:
            again += 1
            candidate = f"{place}~{again}"
        self._again[place] = again
        self._taken.add(candidate)
        return candidate


def bare_label(label: str) -> str:
    """The counting part of a printed label: "15." gives 15, "(a)" a, "7 bis" 7-bis."""
    return "-".join(_LABEL.findall(label))


def clause_id(symbol: str, element_id: str) -> str:
    """The library id of a paragraph read from `symbol`: A/79/439/Add.2#report/draft-1/pp10."""
    return f"{symbol}#{element_id}"

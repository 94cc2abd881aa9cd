"""Language versions of one document beside each other: which paragraph is which.

Versions are tied by structure: part by part, paragraph by paragraph of one kind, sub-paragraphs
inside the paragraph they belong to. Where a version lacks a paragraph, figures, labels, notes and
length say which; nothing moves up to fill the gap.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView

_FIGURES = re.compile(r"\d+")
_GAP = -0.4
_SAME_KIND, _SAME_FIGURES, _SAME_LABEL, _SAME_PLACE, _SAME_MARKS = 0.6, 1.5, 0.4, 0.1, 0.3
_CHILDREN, _SAME_PART = 0.3, 5.0
_LENGTH, _MOST_LENGTH = 0.7, 1.5
_KINDS = {Kind.DECLARATION: Kind.OPERATIVE, Kind.REPORT: Kind.PROSE}
_BAND = 60  # how far from its place among its fellows a paragraph is looked for

VersionRow = tuple[ElementView | None, ...]
"""A cell a version, None where it has no counterpart."""


def version_rows(views: Sequence[DocumentView]) -> tuple[VersionRow, ...]:
    """Every element of every version once, in order, those that are tied in one row."""
    return tuple(_flat(_tied([_nodes(view) for view in views])))


@dataclass(slots=True)
class _Node:
    """A paragraph with what hangs on it, or a part with what it holds (`element` None).

    `path` is that of the part below the root, `place` the number among its fellows, `length` the
    share of the whole text: languages differ in length, but throughout.
    """

    path: str
    place: int
    element: ElementView | None = None
    figures: frozenset[str] = frozenset()
    length: float = 0.0
    children: list[_Node] = field(default_factory=list)


_Tied = list[_Node | None]


def _nodes(view: DocumentView) -> list[_Node]:
    """The paragraphs and parts that stand directly in the root, all others below them."""
    total = sum(len(element.text) for element in view.elements) or 1
    parts = {"": _Node("", 0)}
    above: list[_Node] = []
    for element in view.elements:
        part = _part(parts, element.part.partition("/")[2])
        inside = element.level > 1 and above and above[0].path == part.path
        above = above[: element.level - 1] if inside else []
        fellows = (above[-1] if above else part).children
        words = element.text.plain()
        figures = frozenset(_FIGURES.findall(words))
        length = (len(words) + 1) / total
        above.append(_Node(part.path, len(fellows), element, figures, length))
        fellows.append(above[-1])
    return parts[""].children


def _part(parts: dict[str, _Node], path: str) -> _Node:
    if path not in parts:
        fellows = _part(parts, path.rpartition("/")[0]).children
        parts[path] = _Node(path, len(fellows))
        fellows.append(parts[path])
    return parts[path]


def _tied(versions: Sequence[list[_Node]]) -> list[_Tied]:
    """The paragraphs of one level as rows: each version is tied to the rows of those before it."""
    rows: list[_Tied] = [[node] for node in versions[0]]
    for index, nodes in enumerate(versions[1:], 1):
        empty: _Tied = [None] * index
        rows = [
            [*(empty if i is None else rows[i]), None if j is None else nodes[j]]
            for i, j in _Pairing(rows, nodes).pairs()
        ]
    return rows


def _flat(tied: list[_Tied]) -> list[VersionRow]:
    out: list[VersionRow] = []
    for row in tied:
        told = tuple(node.element if node else None for node in row)
        if any(told):
            out.append(told)
        below = [node.children if node else [] for node in row]
        if any(below):
            out += _flat(_tied(below))
    return out


class _Pairing:
    """The best pairing of rows with the paragraphs of a further version, in order."""

    def __init__(self, rows: list[_Tied], nodes: list[_Node]) -> None:
        self._rows = rows
        self._nodes = nodes
        self._best: list[dict[int, tuple[float, bool, bool]]] = []

    def pairs(self) -> list[tuple[int | None, int | None]]:
        """Which row goes with which paragraph, None for no counterpart."""
        rows, nodes = len(self._rows), len(self._nodes)
        slack = abs(rows - nodes) + _BAND
        for i in range(rows + 1):
            self._best.append({})
            for j in range(max(0, i - slack), min(nodes, i + slack) + 1):
                self._best[i][j] = self._step(i, j)
        return self._walked(rows, nodes)

    def _step(self, i: int, j: int) -> tuple[float, bool, bool]:
        """The worth of the best pairing of the first i rows and j paragraphs, and which of the two
        its last step takes."""
        ways = [(0.0, False, False)] if i == j == 0 else []
        if i and j - 1 in self._best[i - 1]:
            alike = _alike(self._rows[i - 1], self._nodes[j - 1])
            if alike is not None:
                ways.append((self._best[i - 1][j - 1][0] + alike, True, True))
        if i and j in self._best[i - 1]:
            ways.append((self._best[i - 1][j][0] + _GAP, True, False))
        if j - 1 in self._best[i]:
            ways.append((self._best[i][j - 1][0] + _GAP, False, True))
        return max(ways)

    def _walked(self, i: int, j: int) -> list[tuple[int | None, int | None]]:
        pairs: list[tuple[int | None, int | None]] = []
        while i or j:
            _, row, node = self._best[i][j]
            i, j = i - row, j - node
            pairs.append((i if row else None, j if node else None))
        return pairs[::-1]


def _alike(row: _Tied, node: _Node) -> float | None:
    """How much a paragraph is like those of a row; None where it is another thing altogether."""
    scores = [_score(each, node) for each in row if each is not None]
    told = [score for score in scores if score is not None]
    return sum(told) / len(told) if told and len(told) == len(scores) else None


def _score(a: _Node, b: _Node) -> float | None:
    one, other = a.element, b.element
    if one is None or other is None:
        return _SAME_PART if one is other and a.path == b.path else None
    kinds = [_KINDS.get(each.kind, each.kind) for each in (one, other)]
    if kinds[0] is not kinds[1] or (one.paragraph is None) is not (other.paragraph is None):
        return None
    score = _SAME_KIND
    both = a.figures | b.figures
    if both:
        score += _SAME_FIGURES * (len(a.figures & b.figures) / len(both) - 0.3)
    if bool(one.label) is not bool(other.label):
        score -= _SAME_LABEL
    score += _SAME_PLACE * (a.place == b.place)
    score -= _CHILDREN * min(abs(len(a.children) - len(b.children)), 3)
    score += _SAME_MARKS * (len(one.marks) == len(other.marks))
    return score - min(_LENGTH * abs(math.log(a.length / b.length)), _MOST_LENGTH)

"""Language versions of one document beside each other: which paragraph is which.

Versions are tied by structure: part by part, paragraph by paragraph of one kind, sub-paragraphs
inside the paragraph they belong to. Where a version lacks a paragraph, figures, labels, notes and
length say which; nothing moves up to fill the gap.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView

_FIGURES = re.compile(r"\d+")
_GAP = -0.4
_SAME_KIND, _SAME_FIGURES, _SAME_LABEL, _SAME_MARKS = 0.6, 1.5, 0.4, 0.3
_LENGTH, _MOST_LENGTH = 0.7, 1.5
_KINDS = {Kind.DECLARATION: Kind.OPERATIVE, Kind.REPORT: Kind.PROSE}
_BAND = 60  # how far from its place among the others a paragraph is looked for

VersionRow = tuple[ElementView | None, ...]
"""A cell a version, None where it has no counterpart."""


def versions_rows(views: Sequence[DocumentView]) -> tuple[VersionRow, ...]:
    """Every element of every version, in order: each in one row, those tied in the same row."""
    trees = [_tree(view) for view in views]
    return tuple(_rows(_merged([tree.parts for tree in trees])))


@dataclass(slots=True)
class _Node:
    """A paragraph with what hangs on it; `place` is its number among its fellows."""

    element: ElementView
    place: int
    figures: frozenset[str]
    length: float
    children: list[_Node]


@dataclass(slots=True)
class _Version:
    """The paragraphs of a version by the path of their part below the root, in order."""

    parts: dict[str, list[_Node]]


_Tied = list[_Node | None]


def _tree(view: DocumentView) -> _Version:
    total = sum(len(element.text) for element in view.elements) or 1
    parts: dict[str, list[_Node]] = {}
    open_: list[_Node] = []
    for element in view.elements:
        fellows = parts.setdefault(element.part.partition("/")[2], [])
        if element.level > 1 and open_ and open_[0].element.part == element.part:
            del open_[element.level - 1 :]
            fellows = open_[-1].children
        else:
            open_.clear()
        words = element.text.plain()
        figures = frozenset(_FIGURES.findall(words))
        # languages differ in length, versions of one text by the same measure throughout
        node = _Node(element, len(fellows), figures, (len(words) + 1) / total, [])
        fellows.append(node)
        open_.append(node)
    return _Version(parts)


def _merged(versions: Sequence[dict[str, list[_Node]]]) -> list[_Tied]:
    """The rows of all parts, a part that only some versions have where the first has it."""
    rows: list[_Tied] = []
    for path in _paths(versions):
        rows += _tied([version.get(path, []) for version in versions])
    return rows


def _paths(versions: Sequence[dict[str, list[_Node]]]) -> list[str]:
    paths: list[str] = []
    for version in versions:
        at = 0
        for path in version:
            if path in paths:
                at = paths.index(path) + 1
            else:
                paths.insert(at, path)
                at += 1
    return paths


def _tied(versions: Sequence[list[_Node]]) -> list[_Tied]:
    """The nodes of all versions on one level as rows."""
    rows: list[_Tied] = [[node] for node in versions[0]]
    for index, nodes in enumerate(versions[1:], 1):
        paired = _paired(rows, nodes)
        rows = [
            [*(rows[i] if i is not None else [None] * index), nodes[j] if j is not None else None]
            for i, j in paired
        ]
    return rows


def _rows(tied: list[_Tied]) -> list[VersionRow]:
    out: list[VersionRow] = []
    for row in tied:
        out.append(tuple(node.element if node else None for node in row))
        below = [node.children if node else [] for node in row]
        if any(below):
            out += _rows(_tied(below))
    return out


def _paired(rows: list[_Tied], nodes: list[_Node]) -> list[tuple[int | None, int | None]]:
    """The best pairing in order of rows with the nodes of a further version."""
    best: list[dict[int, tuple[float, str]]] = []
    slack = abs(len(rows) - len(nodes)) + _BAND
    for i in range(len(rows) + 1):
        line: dict[int, tuple[float, str]] = {}
        for j in range(max(0, i - slack), min(len(nodes), i + slack) + 1):
            line[j] = _step(best, line, rows, nodes, i, j)
        best.append(line)
    return _walked(best, len(rows), len(nodes))


def _step(
    best: list[dict[int, tuple[float, str]]],
    line: dict[int, tuple[float, str]],
    rows: list[_Tied],
    nodes: list[_Node],
    i: int,
    j: int,
) -> tuple[float, str]:
    if i == j == 0:
        return 0.0, ""
    ways: list[tuple[float, str]] = []
    if i and j and j - 1 in best[i - 1]:
        alike = _alike(rows[i - 1], nodes[j - 1])
        if alike is not None:
            ways.append((best[i - 1][j - 1][0] + alike, "both"))
    if i and j in best[i - 1]:
        ways.append((best[i - 1][j][0] + _GAP, "row"))
    if j and j - 1 in line:
        ways.append((line[j - 1][0] + _GAP, "node"))
    return max(ways, key=lambda way: way[0])


def _walked(
    best: list[dict[int, tuple[float, str]]], i: int, j: int
) -> list[tuple[int | None, int | None]]:
    pairs: list[tuple[int | None, int | None]] = []
    while i or j:
        way = best[i][j][1]
        row, node = way in ("both", "row"), way in ("both", "node")
        i, j = i - row, j - node
        pairs.append((i if row else None, j if node else None))
    return pairs[::-1]


def _alike(row: _Tied, node: _Node) -> float | None:
    """How much a node is like those of a row; None where it is another thing altogether."""
    scores = [_score(each, node) for each in row if each is not None]
    told = [score for score in scores if score is not None]
    return sum(told) / len(told) if len(told) == len(scores) else None


def _score(a: _Node, b: _Node) -> float | None:
    one, other = a.element, b.element
    kinds = [_KINDS.get(each.kind, each.kind) for each in (one, other)]
    if kinds[0] is not kinds[1] or (one.paragraph is None) is not (other.paragraph is None):
        return None
    score = _SAME_KIND
    both = a.figures | b.figures
    if both:
        shared = len(a.figures & b.figures) / len(both)
        score += _SAME_FIGURES * (shared - 0.3)
    labelled = bool(one.label) is bool(other.label)
    score += _SAME_LABEL * (labelled and a.place == b.place) - _SAME_LABEL * (not labelled)
    score += _SAME_MARKS * (len(one.marks) == len(other.marks))
    return score - min(_LENGTH * abs(math.log(a.length / b.length)), _MOST_LENGTH)

"""Tables: those that hold data, and those that only lay out a page."""

from __future__ import annotations

import re

from drafter.readers.html.tree import Element

_RULED = ("grid", "border", "stripe", "datatable")
SEPARATOR = " | "
_FIGURE = re.compile(r"[($€£–—+-]{0,2}\d[\d\s,.]*(?:per cent)?[%)]?|[–—-]")
_FIGURES = 3
_LONG = 200


def is_data(table: Element) -> bool:
    """Whether a table shows data in rows and columns: headings, a caption or rules are marked in
    it, or figures stand in its cells."""
    if table.get("role").lower() in ("presentation", "none"):
        return False
    inside = [each for each in table.elements() if each is not table]
    if any(each.tag == "table" for each in inside):
        return False
    if any(each.tag in ("th", "caption", "thead") for each in inside):
        return True
    rows = [each for each in inside if each.tag == "tr"]
    wide = any(sum(_is_cell(c) for c in row.children) > 1 for row in rows)
    return wide and len(rows) > 1 and (_is_ruled(table) or _is_figures(rows))


def _is_figures(rows: list[Element]) -> bool:
    """Whether cells behind the first of their rows hold figures, no labels of paragraphs."""
    found = 0
    for row in rows:
        cells = [c for c in row.children if isinstance(c, Element) and c.tag == "td"]
        texts = [cell.text() for cell in cells if cell.length < _LONG][1:]
        found += sum(_FIGURE.fullmatch(text) is not None for text in texts)
        if found >= _FIGURES and len(rows) >= _FIGURES:
            return True
    return False


def _is_ruled(table: Element) -> bool:
    border = table.get("border")
    ruled = border not in ("", "0") or table.attributes.get("rules", "none") != "none"
    return ruled or any(word in name for name in table.classes for word in _RULED)


def _is_cell(node: object) -> bool:
    return isinstance(node, Element) and node.tag in ("td", "th")

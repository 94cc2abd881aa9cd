"""Tables: those that hold data, and those that only lay out a page."""

from __future__ import annotations

from drafter.readers.html.tree import Element

_RULED = ("grid", "border", "stripe", "datatable")
SEPARATOR = " | "


def is_data(table: Element) -> bool:
    """Whether a table shows data in rows and columns, by what is marked in it: headings, a caption,
    rules."""
    if table.get("role").lower() in ("presentation", "none"):
        return False
    inside = [each for each in table.elements() if each is not table]
    if any(each.tag == "table" for each in inside):
        return False
    if any(each.tag in ("th", "caption", "thead") for each in inside):
        return True
    rows = [each for each in inside if each.tag == "tr"]
    wide = any(sum(_is_cell(c) for c in row.children) > 1 for row in rows)
    return _is_ruled(table) and len(rows) > 1 and wide


def _is_ruled(table: Element) -> bool:
    border = table.get("border")
    ruled = border not in ("", "0") or table.attributes.get("rules", "none") != "none"
    return ruled or any(word in name for name in table.classes for word in _RULED)


def _is_cell(node: object) -> bool:
    return isinstance(node, Element) and node.tag in ("td", "th")

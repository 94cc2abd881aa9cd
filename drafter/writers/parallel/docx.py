"""The table of language versions as a Word file; its head is repeated on every page."""

from __future__ import annotations

from pathlib import Path

from drafter.writers.apart import apart
from drafter.writers.docx.package import packed
from drafter.writers.layout import layout
from drafter.writers.parallel.values import Parallel
from drafter.writers.templating import Templates

_PARTS = (
    ("[Content_Types].xml", "parallel/content_types"),
    ("_rels/.rels", "redline/table_package_rels"),
    ("docProps/core.xml", "redline/table_core"),
    ("word/document.xml", "parallel/document"),
    ("word/_rels/document.xml.rels", "parallel/document_rels"),
    ("word/styles.xml", "parallel/styles"),
    ("word/settings.xml", "redline/table_settings"),
    ("word/footer.xml", "parallel/footer"),
)
# Three columns and more need the page on its side.
_UPRIGHT = 2


def docx(table: Parallel, templates: Path | None = None) -> bytes:
    """The Word file.

    Raises `UnreadableInput` or `InvalidYaml` for a broken template or layout.
    """
    return apart(templates, "parallel", len(table.rows), _docx, table, templates)


def _docx(table: Parallel, templates: Path | None) -> bytes:
    rules = layout(templates)
    page = dict(rules.page())
    upright = len(table.columns) <= _UPRIGHT
    if not upright:
        page |= {"width": page["height"], "height": page["width"]}
    width = int(page["width"]) - int(page["left"]) - int(page["right"])
    types = {column.code: rules.type(column.code) for column in table.columns}
    values: dict[str, object] = {
        "table": table,
        "title": table.title,
        "page": page,
        "upright": upright,
        "width": width // len(table.columns),
        "types": types,
        "type": types[table.columns[0].code],
        "about": rules.type(table.interface),
        "links": {href: f"rIdLink{number}" for number, href in enumerate(_links(table), 1)},
    }
    filled = Templates(templates)
    return packed((name, filled.fill(f"{part}.xml.j2", values).encode()) for name, part in _PARTS)


def _links(table: Parallel) -> list[str]:
    """Every address that the table links to, once."""
    cells = (cell for row in table.rows for cell in row.cells)
    pieces = (piece for cell in cells for line in cell.lines for piece in line.pieces)
    return sorted({piece.href for piece in pieces if piece.href})

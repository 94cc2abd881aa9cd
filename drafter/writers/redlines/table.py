"""A table of deviations for spreadsheets, Markdown, Word and plain text."""

from __future__ import annotations

import csv as comma_separated
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter.languages import language
from drafter.languages.wrapping import wrapped
from drafter.writers.apart import apart
from drafter.writers.clean import for_text, for_xml
from drafter.writers.docx.package import packed
from drafter.writers.layout import layout
from drafter.writers.templating import Templates

WIDTH = 72
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_PARTS = (
    ("[Content_Types].xml", "table_content_types"),
    ("_rels/.rels", "table_package_rels"),
    ("docProps/core.xml", "table_core"),
    ("word/document.xml", "table_document"),
    ("word/_rels/document.xml.rels", "table_document_rels"),
    ("word/styles.xml", "table_styles"),
    ("word/settings.xml", "table_settings"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading; `quoted` ones hold words of the text, the others words about it.

    `share` is its part of the width of a page.
    """

    heading: str
    quoted: bool = False
    share: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns; `language` and `direction` are those of the text,
    `interface` is the language of all other words."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    language: str
    direction: str
    interface: str


def csv(table: Table) -> bytes:
    """Comma-separated values that no spreadsheet takes for formulas."""
    out = io.StringIO()
    writer = comma_separated.writer(out)
    writer.writerow([column.heading for column in table.columns])
    writer.writerows([[_harmless(cell) for cell in row] for row in table.rows])
    return out.getvalue().encode("utf-8-sig")  # spreadsheets read UTF-8 only with its mark


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    clean = for_xml(cell)
    return f"'{clean}" if clean.lstrip(" ").startswith(_FORMULA) else clean


def markdown(table: Table) -> bytes:
    """A table of GitHub Flavored Markdown, its title above it."""
    lines = [
        f"# {_escaped(table.title)}",
        "",
        _row(column.heading for column in table.columns),
        "|---" * len(table.columns) + "|",
        *(_row(row) for row in table.rows),
    ]
    return ("\n".join(lines) + "\n").encode()


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_escaped, cells)) + " |"


def _escaped(cell: str) -> str:
    return _MARKDOWN.sub(r"\\\1", for_text(cell))


def text(table: Table) -> bytes:
    """Plain text: each row as a paragraph, a line a cell; the name of a place stands once."""
    groups = [wrapped(for_text(table.title), WIDTH)]
    place = ""
    for row in table.rows:
        lines: list[str] = []
        if row[0] != place:
            lines += wrapped(for_text(row[0]), WIDTH)
        place = row[0]
        for column, cell in list(zip(table.columns, row, strict=True))[1:]:
            if cell:
                words = f"{column.heading}: {for_text(cell)}"
                spoken = language(table.language if column.quoted else table.interface)
                lines += wrapped(words, WIDTH, spoken, first="  ", rest="    ")
        groups.append(lines)
    return ("\n\n".join("\n".join(group) for group in groups if group) + "\n").encode()


def docx(table: Table, templates: Path | None = None) -> bytes:
    """A Word file with the table; its head is repeated on every page.

    Raises `UnreadableInput` or `InvalidYaml` for a broken template or layout.
    """
    return apart(templates, "redline", len(table.rows), _docx, table, templates)


def _docx(table: Table, templates: Path | None) -> bytes:
    rules = layout(templates)
    total = sum(column.share for column in table.columns)
    page = rules.page()
    width = int(page["height"]) - int(page["left"]) - int(page["right"])  # the page on its side
    values: dict[str, object] = {
        "table": table,
        "rows": [[for_xml(cell).split("\n") for cell in row] for row in table.rows],
        "title": for_xml(table.title),
        "widths": [width * column.share // total for column in table.columns],
        "page": page,
        "type": rules.type(table.language),
        "about": rules.type(table.interface),
        "right_to_left": table.direction == "rtl",
    }
    filled = Templates(templates)
    return packed(
        (name, filled.fill(f"redline/{part}.xml.j2", values).encode()) for name, part in _PARTS
    )

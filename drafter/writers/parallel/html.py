"""The table of language versions as one page that needs no network and runs no script."""

from __future__ import annotations

from pathlib import Path

from drafter.writers.apart import apart
from drafter.writers.clean import for_xml
from drafter.writers.html.style import fingerprint
from drafter.writers.layout import layout
from drafter.writers.parallel.values import Parallel
from drafter.writers.resources import resource
from drafter.writers.templating import Templates


def html(table: Parallel, templates: Path | None = None) -> bytes:
    """The page. Raises `UnreadableInput` for a broken template."""
    return apart(templates, "parallel", len(table.rows), _html, table, templates)


def _html(table: Parallel, templates: Path | None) -> bytes:
    sheet, _ = resource("parallel/page.css", templates)
    colour = layout(templates).type(table.interface)["link"]
    # as it stands in the page: the policy lets in these very characters
    style = for_xml(f":root {{ --link: {colour}; }}\n{sheet}")
    values: dict[str, object] = {
        "table": table,
        "style": style,
        "style_hash": fingerprint(style),
    }
    return for_xml(Templates(templates).fill("parallel/page.html.j2", values)).encode()

"""A redline as one page for a browser, or for paper: it needs no network and runs no script.

The page has the text with its changes in it, the two texts side by side, and what changed to read
aloud; radio buttons choose between them by style alone. Its policy lets a browser load nothing.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from drafter.writers.apart import apart
from drafter.writers.clean import for_xml
from drafter.writers.redlines.values import Redline
from drafter.writers.resources import resource
from drafter.writers.templating import Templates

_STYLE = "redline/page.css"


@dataclass(frozen=True, slots=True)
class PageOptions:
    """Which form a page opens with; `changed_only` leaves all but the changed paragraphs out.
    `templates` is a folder of corrected templates that go before the shipped ones."""

    side_by_side: bool = False
    changed_only: bool = False
    templates: Path | None = None


def html(redline: Redline, options: PageOptions) -> bytes:
    """The page. Raises `UnreadableInput` for a broken template."""
    return apart(options.templates, "redline", len(redline.blocks), _html, redline, options)


def _html(redline: Redline, options: PageOptions) -> bytes:
    style, _ = resource(_STYLE, options.templates)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    values: dict[str, object] = {
        "redline": redline,
        "style": style,
        "style_hash": digest,
        "side_by_side": options.side_by_side,
        "aloud_only": options.changed_only,
    }
    page = Templates(options.templates).fill("redline/page.html.j2", values)
    return for_xml(page).encode()

"""The style of a page: what the layout says of type and sheet, then the style sheet itself."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping

from drafter.writers.front import Front
from drafter.writers.layout import Layout

_PLAIN = re.compile(r"[A-Za-z0-9 ]")
_FONTS = ("latin", "east_asian", "complex", "heading_east_asian", "emphasis_east_asian")
_SIZES = ("body", "leading", "after", "note", "note_leading", "title", "title_leading", "large",
          "large_leading", "organ", "organ_leading", "small")  # fmt: skip
_TWIPS = frozenset({"leading", "after", "note_leading", "title_leading", "large_leading",
                    "organ_leading"})  # fmt: skip


def style(sheet: str, rules: Layout, code: str, face: Front, *, right_to_left: bool) -> str:
    """The whole style sheet: `sheet`, the layout's type for the language `code` as properties
    before it, the running lines of the printed page behind it."""
    return f":root {{ {_properties(rules.type(code))} }}\n{sheet}{_running(face, right_to_left)}"


def fingerprint(text: str) -> str:
    """The hash by which a page's policy lets in one style sheet (CSP Level 3, "hash-source")."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _properties(values: Mapping[str, str]) -> str:
    fonts = {name: quoted(values[name]) for name in _FONTS}
    # type sizes are half-points, distances twips
    sizes = {name: f"{int(values[name]) / (20 if name in _TWIPS else 2):g}pt" for name in _SIZES}
    slanted = {"emphasis": "italic" if values["emphasis_italic"] == "yes" else "normal"}
    every = {**fonts, **sizes, **slanted, "link": values["link"]}
    return " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in every.items())


def _running(face: Front, right_to_left: bool) -> str:
    """The running lines of the printed page: the symbol outside, pages below it (measured on
    A/RES/73/3). A text from right to left begins on a left-hand page."""
    symbol, unofficial = quoted(face.symbol), quoted(face.unofficial or face.consultation)
    even, odd = ("right", "left") if right_to_left else ("left", "right")
    even_page, odd_page = (":right", ":left") if right_to_left else (":left", ":right")
    return "".join(
        f"@page {page} {{ @top-{side} {{ content: {symbol}; }}"
        f' @bottom-{side} {{ content: counter(page) "/" counter(pages); }}'
        f" @bottom-center {{ content: {unofficial}; }} }}\n"
        for page, side in ((even_page, even), (odd_page, odd))
    )


def quoted(text: str) -> str:
    """`text` as a string of a style sheet (CSS Syntax Level 3, "Escaping")."""
    return '"' + "".join(c if _PLAIN.match(c) else f"\\{ord(c):x} " for c in text) + '"'

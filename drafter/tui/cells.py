"""Characters on a terminal: their width, which may stand at a line's edge, which must not reach it.

Widths are terminal columns: 2 for East Asian wide characters, 0 for combining ones.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import get_character_cell_size

_PICTURES = {code: 0x2400 + code for code in range(0x20)}
_REPLACED = dict.fromkeys((*range(0x7F, 0xA0), *range(0xD800, 0xE000)), 0xFFFD)
# Overrides of direction could make a text read as something else (Unicode TR 36, 3.2).
_HIDDEN = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF), 0x200B)
_BLANK = {0x09: 0x20, 0x0A: 0x20, 0x0D: 0x20, 0x2028: 0x20, 0x2029: 0x20}
_CLEAN = {**_PICTURES, **_REPLACED, **_HIDDEN, **_BLANK}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def clean(text: str) -> str:
    """`text` without anything a terminal would obey; one character stays one character."""
    return text if text.isprintable() else text.translate(_CLEAN)


@lru_cache(maxsize=8192)
def char_width(char: str) -> int:
    """Columns one character takes."""
    if unicodedata.combining(char):
        return 0
    return int(get_character_cell_size(char))


def width(text: str) -> int:
    """Columns a text takes."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def fitting(text: str, columns: int) -> str:
    """As much of the beginning of `text` as `columns` hold; never half a wide character."""
    used = 0
    for offset, char in enumerate(text):
        used += char_width(char)
        if used > columns:
            return text[:offset]
    return text


def clip(text: str, columns: int) -> str:
    """`text` cut to `columns`, with … where something is missing."""
    if width(text) <= columns:
        return text
    return fitting(text, columns - 1).rstrip() + "…" if columns > 0 else ""


def fitted(text: str, columns: int) -> str:
    """`text` clipped, then padded with blanks, to exactly `columns`."""
    cut = clip(text, columns)
    return cut + " " * (columns - width(cut))


def superscript(mark: str) -> str:
    """A footnote mark as it stands in running text."""
    return mark.translate(_SUPERSCRIPT)

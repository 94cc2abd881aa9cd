"""Frequent words of languages that are written without spaces: `words/<code>.txt`.

Those of Chinese with several characters stand six times or more in United Nations documents in six
languages (parted with jieba 0.42, under the MIT licence; what it cut inside a word is struck out),
ordinal numbers left out; a single character is listed if it is mostly a word by itself.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.yamlio import read_text

_FOLDER = Path(__file__).resolve().parent / "words"


@cache
def vocabulary(code: str) -> frozenset[str]:
    """The words known of a language; none where spaces part them."""
    path = _FOLDER / f"{code}.txt"
    return frozenset(read_text(path).split()) if path.is_file() else frozenset()

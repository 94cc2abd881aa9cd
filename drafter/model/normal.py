"""Text as patterns read it, and the way back to where each character stood.

Digits of other scripts, full-width letters, kinds of spaces and hyphens get one form; marks that
nobody reads (direction marks, soft hyphens, the stretching and vowel marks of Arabic) are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_UNREAD = (
    0x00AD, 0x0640, 0x0670, 0xFEFF,
    *range(0x064B, 0x0653), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A),
)  # fmt: skip
_DIGITS = {base + digit: str(digit) for base in (0x0660, 0x06F0, 0xFF10) for digit in range(10)}
_LATIN = {0xFF01 - 0x21 + ord(c): c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}
_MARKS = {0xFF01 - 0x21 + ord(c): c for c in "()/-."}
_SPACES = dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x202F, 0x3000), " ")
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2212), "-")
_OTHERS = _SPACES | _HYPHENS | {0x2044: "/", ord("'"): "’"}
_FORMS: dict[int, str | None] = {**_DIGITS, **_LATIN, **_MARKS, **_OTHERS}
_TABLE = _FORMS | dict.fromkeys(_UNREAD)
_LEFT_OUT = frozenset(map(chr, _UNREAD))


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` in one form; `places` are the places of its characters in the text it was made of."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start`…`end` (not empty) stood."""
        return self.places[start], self.places[end - 1] + 1


def normal(text: str) -> Normal:
    """`text` as patterns read it."""
    read = text.translate(_TABLE)
    if len(read) == len(text):
        return Normal(read, range(len(text)))
    return Normal(read, [place for place, sign in enumerate(text) if sign not in _LEFT_OUT])

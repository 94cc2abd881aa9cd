"""What stands between the words of a stretch: signs, brackets and punctuation, which are no tokens.

Texts that differ in the width of punctuation, in spaces, in note marks or in the shape of quotation
marks have the same signs; $50 and €50, 2.5 and 2–5, 10% and 10‰ do not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from drafter.compare.tokens import GAP, Token, folded

# brackets and quotation marks that open, currency signs, signs of numbers
_OPENING = frozenset({"Ps", "Pi", "Sc", "Sm"})
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_SHAPES = str.maketrans("。｡،؛‘’‛“”„‐‑", "..,;'''\"\"\"--")
# what separates a stretch from the next one belongs to neither
_SEPARATORS = ",.;:、…"
_DASHES = "-–—―"


def signs(text: str, words: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """The signs before, between and after tokens `start`…`end` of `words`, the tokens of `text`;
    without the punctuation that separates them from what stands around them."""
    inside = words[start:end]
    if not inside:
        return ()
    before = _written(text[cut(text, words, start) : inside[0].start])
    after = _written(text[inside[-1].end : cut(text, words, end)])
    between = (_written(text[one.end : other.start]) for one, other in pairwise(inside))
    return before.lstrip(_SEPARATORS), *between, after.rstrip(_SEPARATORS + _DASHES)


def cut(text: str, words: Sequence[Token], token: int) -> int:
    """Where the stretch that begins with a token begins: at the brackets, quotation marks and signs
    that open before it; all other punctuation ends the stretch before."""
    if token in (0, len(words)):
        return len(text) if token else 0
    start, least = words[token].start, words[token - 1].end
    while start > least and unicodedata.category(text[start - 1]) in _OPENING:
        start -= 1
    return start


def _written(gap: str) -> str:
    shaped = folded(gap).translate(_SHAPES)
    return "".join(c for c in shaped if c not in GAP and unicodedata.category(c) not in _UNSEEN)

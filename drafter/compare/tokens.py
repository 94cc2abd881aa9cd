"""Tokens: what similarity counts. A Han character, a run of letters or a run of digits.

Punctuation, white space and footnote marks (superscript digits) are not tokens, so texts that
differ only in them are the same text here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Digits of notes and of ordinals set high or low: marks, not words.
MARKS = "\u00b2\u00b3\u00b9" + "".join(map(chr, range(0x2070, 0x209D)))
# What may stand between two words without being one: white space and note marks.
GAP = " \t\r\n\x0b\x0c\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff" + MARKS
GAP += "".join(map(chr, range(0x2000, 0x200B)))
# Accents and Arabic vowel signs typed apart belong to the word that they stand in.
COMBINING = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
LETTER = f"[^\\W\\d_{HAN}{MARKS}]"
TOKEN = f"[{HAN}]|{LETTER}(?:{LETTER}|[{COMBINING}])*|\\d+"
_TOKEN = re.compile(TOKEN)
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_UNWRITTEN = re.compile(f"[{COMBINING}\u0640]")
_HAN_ONE = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Token:
    """`text` as it stands at `start`…`end`, and `norm`, the form that is compared."""

    text: str
    norm: str
    start: int
    end: int


def folded(text: str) -> str:
    """`text` with full-width letters, digits and signs made half-width; the length stays."""
    return text if text.isascii() else text.translate(_WIDTH)


def is_han(character: str) -> bool:
    """Whether it is a Han character."""
    return _HAN_ONE.match(character) is not None


@lru_cache(maxsize=16384)
def norm(word: str) -> str:
    """The compared form of one token: lower case, composed, Western digits, no vowel signs."""
    if word.isdecimal():
        return "".join(str(unicodedata.decimal(digit)) for digit in word)
    if not word.isascii():
        word = _UNWRITTEN.sub("", unicodedata.normalize("NFC", word)) or word
    return word.lower()


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of `text` in order."""
    return tuple(
        Token(text[found.start() : found.end()], norm(found[0]), found.start(), found.end())
        for found in _TOKEN.finditer(folded(text))
    )


def words(text: str) -> list[str]:
    """The tokens of `text` as they are written, in one width, without their places."""
    return _TOKEN.findall(folded(text))


def norms(text: str) -> tuple[str, ...]:
    """The compared forms of the tokens of `text`, without their places."""
    return tuple(map(norm, words(text)))

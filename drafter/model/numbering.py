"""Counting in the styles of six languages: 1, (a), i, 一, (أ), and back again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from drafter.model.conventions import Counter, LabelStyle

_HAN_DIGITS = "零一二三四五六七八九"
# The fifth letter is printed with its joining stroke, (هـ), lest it be taken for the number ٥.
_ABJAD = (*"أبجد", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ")
# Arabic counts sections "firstly", "secondly", and headings and parts by the names of the letters.
ARABIC_ORDINALS = (
    "أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا",
    "حادي عشر", "ثاني عشر", "ثالث عشر", "رابع عشر", "خامس عشر", "سادس عشر", "سابع عشر",
    "ثامن عشر", "تاسع عشر", "عشرون",
)  # fmt: skip
TANWIN = "\u064b"  # "firstly" is printed with it, after the alef or before, or without
ARABIC_NAMES = (
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم",
    "نون", "سين", "عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد",
    "ظاء", "غين",
)  # fmt: skip
# Annexes, appendices and drafts have ordinals: "the first annex" (A/69/643/Corr.1)
ARABIC_MASCULINE = (
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
    "العاشر", "الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر",
    "السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر", "العشرون",
)  # fmt: skip
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LIMIT = 4000
_HAN_LIMIT = 10_000


def label(style: LabelStyle, number: int) -> str:
    """The printed label of the `number`-th item (1-based)."""
    return f"{style.prefix}{count(style.counter, number)}{style.suffix}"


def count(counter: Counter, number: int) -> str:
    """`number` (1 and up) written in the way of `counter`; after (z) follow (aa), (bb) …

    Raises ValueError for a number below 1.
    """
    if number < 1:
        raise ValueError(f"labels count from 1, not {number}")
    match counter:
        case Counter.DECIMAL:
            return str(number)
        case Counter.ROMAN_LOWER:
            return roman(number)
        case Counter.ROMAN_UPPER:
            return roman(number).upper()
        case Counter.HAN:
            return han(number)
        case Counter.ALPHA_UPPER:
            return _letters(_LATIN, number).upper()
        case Counter.ARABIC_ABJAD:
            return _letters(_ABJAD, number)
        case Counter.ARABIC_ORDINAL:
            return _word(ARABIC_ORDINALS, number)
        case Counter.ARABIC_NAMES:
            return _word(ARABIC_NAMES, number)
        case Counter.ARABIC_MASCULINE:
            return _word(ARABIC_MASCULINE, number)
        case Counter.CYRILLIC:
            return _letters(_CYRILLIC, number)
        case _:
            return _letters(_LATIN, number)


def value(counter: Counter, printed: str) -> int | None:
    """The number that `counter` prints as `printed`, or None."""
    if counter is Counter.DECIMAL:
        number = int(printed) if re.fullmatch(r"[0-9]{1,9}", printed) else 0
        return number or None
    return _values(counter).get(printed)


def value_printed(counter: Counter, printed: str) -> int | None:
    """As `value`, with or without the tanwin that Arabic ordinals are printed with."""
    return value(counter, printed.replace(TANWIN, ""))


@cache
def _values(counter: Counter) -> Mapping[str, int]:
    return {count(counter, number): number for number in range(399, 0, -1)}


def number_of(style: LabelStyle, printed: str) -> int:
    """The number that the label `printed` counts in `style`, 0 if it is none of that style."""
    if not printed.startswith(style.prefix) or not printed.endswith(style.suffix):
        return 0
    return value(style.counter, printed[len(style.prefix) : len(printed) - len(style.suffix)]) or 0


def roman(number: int) -> str:
    """Lower-case roman numeral of 1 … 3999."""
    if number >= _LIMIT:
        raise ValueError(f"no roman numeral for {number}")
    out = ""
    for size, letters in _ROMAN:
        while number >= size:
            out += letters
            number -= size
    return out


def han(number: int) -> str:
    """Chinese numeral of 1 … 9999 as the United Nations prints it: 十, 七十九, 一百零三."""
    if not 0 < number < _HAN_LIMIT:
        raise ValueError(f"no Chinese numeral for {number}")
    if number < 10:
        return _HAN_DIGITS[number]
    out, zero = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("零" if zero else "") + _HAN_DIGITS[digit] + unit
            zero = False
        elif out and number:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out


def _letters(alphabet: Sequence[str], number: int) -> str:
    times, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (times + 1)


def _word(words: Sequence[str], number: int) -> str:
    return words[number - 1] if number <= len(words) else str(number)

"""The numbers of automatic lists in the formats of WordprocessingML (ECMA-376, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from drafter.model.conventions import Counter
from drafter.model.numbering import count, han

_MOST = 3999
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
# arabicAbjad counts by the old numerals, arabicAlpha in the order of the alphabet.
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_CHICAGO = "*†‡§"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_DIGITS = "〇一二三四五六七八九"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")


def counted(number: int, style: str) -> str:
    """`number` in a format: `decimal`, `lowerLetter`, `chineseCounting` …

    A number that the format cannot show (0 in letters) is shown in digits, as is one in a format
    that is not known here.
    """
    if number < 1 or number > _MOST:
        return "" if style == "none" else str(number)
    shown = _FORMATS.get(style)
    return shown(number) if shown else str(number)


def _by(counter: Counter) -> Callable[[int], str]:
    return lambda number: count(counter, number)


def _upper(counter: Counter) -> Callable[[int], str]:
    return lambda number: count(counter, number).upper()


def _repeated(letters: str) -> Callable[[int], str]:
    """Letters that double after the last: أ, ب … ي, أأ."""

    def shown(number: int) -> str:
        times, index = divmod(number - 1, len(letters))
        return letters[index] * (times + 1)

    return shown


def _one_of(letters: str) -> Callable[[int], str]:
    return lambda number: letters[number - 1] if number <= len(letters) else str(number)


def _from(first: int, last: int) -> Callable[[int], str]:
    """Single characters of a row of code points."""
    return lambda n: chr(first + n - 1) if first + n - 1 <= last else str(n)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _han_digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimal": str,
    "lowerLetter": _by(Counter.ALPHA),
    "upperLetter": _by(Counter.ALPHA_UPPER),
    "lowerRoman": _by(Counter.ROMAN_LOWER),
    "upperRoman": _by(Counter.ROMAN_UPPER),
    "arabicAbjad": _repeated(_ABJAD),
    "arabicAlpha": _repeated(_ARABIC),
    "russianLower": _by(Counter.CYRILLIC),
    "russianUpper": _upper(Counter.CYRILLIC),
    "hebrew2": _repeated(_HEBREW),
    "ordinal": _ordinal,
    "chicago": _repeated(_CHICAGO),
    "decimalZero": lambda n: f"{n:02d}",
    "numberInDash": lambda n: f"- {n} -",
    "decimalFullWidth": lambda n: str(n).translate(_FULL),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL),
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "taiwaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "japaneseCounting": han,
    "ideographDigital": _han_digits,
    "taiwaneseDigital": _han_digits,
    "chineseLegalSimplified": lambda n: han(n).translate(_FORMAL),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "decimalEnclosedCircle": _from(0x2460, 0x2473),
    "decimalEnclosedCircleChinese": _from(0x2460, 0x2473),
    "decimalEnclosedFullstop": _from(0x2488, 0x249B),
    "decimalEnclosedParen": _from(0x2474, 0x2487),
    "ideographEnclosedCircle": _from(0x3280, 0x3289),
}

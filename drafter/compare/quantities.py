"""The quantities of a text: numbers with the signs that belong to them ($50, 10 %, -5, 10–15)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from drafter.compare.atoms import Atom, Sort
from drafter.compare.tokens import GAP, HAN, norm
from drafter.languages import Language

_GROUPED = r"\d+(?:[ \u00a0\u202f,٬]\d{3}(?!\d))*"
_GAPS = re.compile(f"[{GAP}]+")
_SEPARATORS = re.compile(r"[\s,٬](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"\d+")
# what no sign and no number reaches across
_OTHER = "x"


def quantities(text: str, atoms: Iterable[Atom], language: Language) -> tuple[str, ...]:
    """The numbers among `atoms` of `text`, each with its signs, in one form: "$50" for "＄ 50".

    Dates, citations of more than a number, and sessions count as words.
    """
    pattern, same = _signs(language)
    found = pattern.finditer(_line(text, atoms))
    return tuple(_one_form(each[0]).translate(same) for each in found)


def _line(text: str, atoms: Iterable[Atom]) -> str:
    """The numbers and marks as they stand, every other atom as one letter."""
    line, end = "", None
    for atom in atoms:
        gap = "" if end is None else text[end : atom.start]
        line += " " if _GAPS.search(gap) else ""
        as_it_is = atom.sort in (Sort.NUMBER, Sort.MARK) or atom.text.isdecimal()
        line += atom.text if as_it_is else _other(atom)
        end = atom.end
    return line


def _other(atom: Atom) -> str:
    """A Han character for words that end with one: a minus sign may follow it, no hyphen does."""
    return "\u3007" if re.search(f"[{HAN}]$", atom.text) else _OTHER


def _one_form(written: str) -> str:
    bare = re.sub(r"\s+", "", _SEPARATORS.sub("", written))
    return _DIGITS.sub(lambda run: norm(run[0]), bare)


@cache
def _signs(language: Language) -> tuple[re.Pattern[str], dict[int, str]]:
    """A pattern for a number with its signs, and every sign in the form that stands for it."""
    extra = language.comparison
    money, before, after, inside = (
        _any_of(signs)
        for signs in (
            extra.currency_signs, extra.signs_before, extra.signs_after, extra.signs_inside
        )
    )  # fmt: skip
    ranges = _any_of((extra.range_signs,))
    number = rf"{_GROUPED}(?:{inside}\d+)*"
    # a hyphen after a letter or digit joins words; a sign between two numbers is the second one's
    ahead = rf"(?<![^\W{HAN}]){before}(?:(?<!{ranges})\s)?"
    signed = rf"(?:{ahead})?(?:{money}\s?)?(?:{before})?"
    marked = rf"(?:\s?(?:{after}|{money})(?!\s?\d))?(?:{after}(?=\d))?"
    quantity = rf"{signed}{number}{marked}"
    rows = (
        extra.currency_signs, extra.signs_before, extra.signs_after, extra.signs_inside,
        (extra.range_signs,),
    )  # fmt: skip
    same = {ord(each): sign[0] for row in rows for sign in row for each in sign}
    return re.compile(rf"{quantity}(?:\s?{ranges}\s?{quantity})*"), same


def _any_of(signs: Iterable[str]) -> str:
    characters = "".join(signs)
    return f"[{re.escape(characters)}]" if characters else "(?!)"

"""A day as a person types it: in figures, or in the words of any of the six languages."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from drafter.errors import UsageError
from drafter.languages import codes, language
from drafter.model.dates import read_date

_YEAR_FIRST = re.compile(r"(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})\.?")
_FULL = len("2026-12-18")


def typed_day(words: str) -> str:
    """The day in ISO form; "" for no words.

    Raises `UsageError` for words that name no day of the calendar, and for figures that could name
    two ("5/6/2026").
    """
    typed = words.strip()
    if not typed:
        return ""
    found = days_named(typed)
    if not found:
        raise UsageError("workspace.no-such-day", day=words)
    if len(found) > 1:
        raise UsageError("workspace.which-day", day=words, first=found[0], second=found[1])
    return found[0]


def days_named(words: str) -> list[str]:
    """The days that `words` may name in ISO form: none, one, or two for figures such as
    "5/6/2026"."""
    plain = normalize("NFKC", words.strip())
    return _in_figures(plain) or _in_words(plain)


def is_in_figures(words: str) -> bool:
    """Whether `words` have the form of a day in figures, be there such a day or not."""
    plain = normalize("NFKC", words.strip())
    return bool(_YEAR_FIRST.fullmatch(plain) or _YEAR_LAST.fullmatch(plain))


def _in_figures(typed: str) -> list[str]:
    """The days that figures may name; where the year comes last either of the others may lead."""
    if first := _YEAR_FIRST.fullmatch(typed):
        orders = [first.group(1, 2, 3)]
    elif last := _YEAR_LAST.fullmatch(typed):
        orders = [last.group(3, 2, 1), last.group(3, 1, 2)]
    else:
        return []
    return list(dict.fromkeys(filter(None, map(_day, orders))))


def _day(parts: tuple[str | None, ...]) -> str:
    try:
        return date(*(int(each or 0) for each in parts)).isoformat()
    except ValueError:
        return ""


def _in_words(typed: str) -> list[str]:
    read = (read_date(typed, language(code).citations.dates) for code in codes())
    return sorted({each for each in read if len(each) == _FULL})

"""Dates in running text, to and from one value: ISO ("2015-09-25", "2015-09", "2015")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache


@dataclass(frozen=True, slots=True)
class DatePatterns:
    r"""How a language writes dates.

    `patterns` are regular expressions with the named groups `year`, and, where they have them,
    `month` and `day`; `{month}` in a pattern stands for any of the month names. The first that
    matches at a place wins, so the fullest comes first. `months` are twelve names in order, with
    variants as further (name, number) pairs; none where months are written as numbers. `form`
    writes a date: "{year}年{month}月{day}日", "{day} {month} {year}".
    """

    patterns: tuple[str, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at characters `start`…`end` of a text."""

    iso: str
    start: int
    end: int


def find_dates(text: str, patterns: DatePatterns) -> tuple[DateMention, ...]:
    """Every date in `text`, in order. A day that does not exist is not a date."""
    found: list[DateMention] = []
    for match in _compiled(patterns).finditer(text):
        iso = _iso(match, patterns)
        if iso:
            found.append(DateMention(iso, match.start(), match.end()))
    return tuple(found)


def read_date(text: str, patterns: DatePatterns) -> str:
    """The ISO date that `text` is as a whole, or ""."""
    found = find_dates(text.strip(), patterns)
    return found[0].iso if found and found[0].end - found[0].start == len(text.strip()) else ""


def write_date(iso: str, patterns: DatePatterns) -> str:
    """A full ISO date as the language writes it; anything else as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    names = {number: name for name, number in reversed(patterns.months)}
    month = names.get(day.month, str(day.month))
    return patterns.form.format(year=day.year, month=month, day=day.day) if patterns.form else iso


def bounded(expression: str) -> str:
    r"""`expression` with each `\s*` and `\s+` taking a few characters at most.

    Unbounded, they make a text with long runs of white space take time by the square of its length.
    """
    return expression.replace(r"\s*", r"\s{0,4}").replace(r"\s+", r"\s{1,4}")


def date_expression(patterns: DatePatterns) -> str:
    """One regular expression for any date of the language, without named groups."""
    return "(?:" + "|".join(re.sub(r"\(\?P<\w+>", "(?:", each) for each in _filled(patterns)) + ")"


@cache
def _compiled(patterns: DatePatterns) -> re.Pattern[str]:
    # group names may not repeat within one expression, so each alternative numbers its own
    parts = [
        re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>_{index}>", each)
        for index, each in enumerate(_filled(patterns))
    ]
    return re.compile("|".join(parts) if parts else r"(?!)")


def _filled(patterns: DatePatterns) -> list[str]:
    names = sorted((name for name, _ in patterns.months), key=len, reverse=True)
    month = "(?P<month>" + "|".join(map(re.escape, names)) + ")"
    return [bounded(each).replace("{month}", month) for each in patterns.patterns]


def _iso(match: re.Match[str], patterns: DatePatterns) -> str:
    groups = {name.partition("_")[0]: words for name, words in match.groupdict().items() if words}
    names = {name.casefold(): number for name, number in patterns.months}
    try:
        year = int(groups["year"])
        if "month" not in groups:
            return f"{year:04d}"
        month = names.get(groups["month"].casefold()) or int(groups["month"])
        if "day" not in groups:
            return f"{date(year, month, 1):%Y-%m}"
        return date(year, month, int(groups["day"])).isoformat()
    except ValueError:
        return ""

"""Dates in running text, to and from one value: ISO ("2015-09-25", "2015-09", "2015")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from drafter.model.normal import normal
from drafter.model.numbering import han

_HAN_DIGITS = {"〇": "0", "○": "0", "零": "0"} | {han(digit): str(digit) for digit in range(1, 10)}
_HAN_NUMBERS = {han(number): number for number in range(1, 32)}
_UNITS = ("year", "month", "day")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class DatePatterns:
    r"""How a language writes dates.

    `patterns` are regular expressions with the named groups `year`, and, where they have them,
    `month` and `day`; `{month}` in a pattern stands for any of the month names. The first that
    matches at a place wins, so the fullest comes first. A pattern of two dates says the parts of
    the first as `from_day`, `from_month`, `from_year` (en `5 to 13 September 1994`) or those of the
    second as `to_…` (zh `1994年9月5日至13日`), each with `{from_month}` or `{to_month}` for names;
    `{link}` stands between them: the words of `through` make a period, those of `also` two dates;
    `days` are further days beside them ("4, ").
    `partial` are patterns of a month and day without year. `months` are twelve names in order, with
    variants as further (name, number) pairs, none where months are written as numbers; halves of
    a double name (آذار/مارس) count as well. `form` writes a date: "{year}年{month}月{day}日",
    "{day} {month} {year}"; `first_day` is day 1 where it is written otherwise (1er).
    """

    patterns: tuple[str, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    form: str = ""
    first_day: str = ""
    partial: tuple[str, ...] = ()
    through: str = "(?!)"
    also: str = "(?!)"

    def __hash__(self) -> int:
        # asked for at each date of a document, and no two languages write them alike
        return hash((self.patterns, self.form))


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at characters `start`…`end` of a text; `until` is the last day or month of a period
    ("5 to 13 September 1994"), else empty."""

    iso: str
    start: int
    end: int
    until: str = ""


def find_dates(text: str, patterns: DatePatterns) -> tuple[DateMention, ...]:
    """Every date in `text`, in order. A day that does not exist is not a date."""
    plain = normal(text)
    return tuple(
        DateMention(each.iso, *plain.span(each.start, each.end), each.until)
        for each in dates_in(plain.text, patterns)
    )


def dates_in(text: str, patterns: DatePatterns) -> Iterator[DateMention]:
    """Every date in a text that is already in its normal form."""
    expression = _compiled(patterns.patterns, patterns)
    for match in expression.whole.finditer(text):
        yield from _mentions(match, expression.groups_of(match), patterns)


def partial_date(text: str, year: str, patterns: DatePatterns) -> str:
    """The ISO date of the first month and day in `text` ("20 March"), in `year`; "" for none."""
    expression = _compiled(patterns.partial, patterns)
    match = expression.whole.search(text)
    if match is None:
        return ""
    return _iso({**_parts(match, expression.groups_of(match)), "year": year}, patterns)


def read_date(text: str, patterns: DatePatterns) -> str:
    """The ISO date that `text` is as a whole, or ""."""
    found = find_dates(text.strip(), patterns)
    if len(found) != 1 or found[0].until:
        return ""
    return found[0].iso if found[0].end - found[0].start == len(text.strip()) else ""


def day_of(text: str, patterns: DatePatterns) -> str:
    """The ISO date of `text`, in ISO form already or in words; "" for what is no full date."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return read_date(text, patterns)


def is_day(words: str) -> bool:
    """Whether `words` are a day of the calendar as 2024-12-19, and no other form of ISO 8601."""
    if _DAY.fullmatch(words) is None:
        return False
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def write_date(iso: str, patterns: DatePatterns) -> str:
    """A full ISO date as the language writes it; anything else as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    names = {number: name for name, number in reversed(patterns.months)}
    month = names.get(day.month, str(day.month))
    first = patterns.first_day if day.day == 1 else ""
    if not patterns.form:
        return iso
    return patterns.form.format(year=day.year, month=month, day=first or day.day)


def bounded(expression: str) -> str:
    r"""`expression` with each `\s*` and `\s+` taking a few characters at most.

    Unbounded, they make a text with long runs of white space take time by the square of its length.
    """
    return expression.replace(r"\s*", r"\s{0,4}").replace(r"\s+", r"\s{1,4}")


def unnamed(expression: str) -> str:
    """`expression` with groups that have no names, to stand in another one."""
    return re.sub(r"\(\?P<\w+>", "(?:", expression)


def date_expression(patterns: DatePatterns) -> str:
    """One regular expression for any date of the language, without named groups."""
    return _either(unnamed(each) for each in _filled(patterns.patterns, patterns))


def partial_expression(patterns: DatePatterns) -> str:
    """One regular expression for any month and day without year, without named groups."""
    return _either(unnamed(each) for each in _filled(patterns.partial, patterns))


def _either(expressions: Iterator[str]) -> str:
    return "(?:" + ("|".join(expressions) or "(?!)") + ")"


_Groups = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Expression:
    """Any of several patterns. `groups` are the names and numbers of the groups of each: a name may
    not repeat within one expression, so each pattern numbers its own."""

    whole: re.Pattern[str]
    groups: Mapping[str, _Groups]

    def groups_of(self, match: re.Match[str]) -> _Groups:
        """The groups of the pattern that matched."""
        return self.groups[(match.lastgroup or "").rpartition("_")[2]]


@cache
def _compiled(expressions: tuple[str, ...], patterns: DatePatterns) -> _Expression:
    parts = [
        re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>_{index}>", each)
        for index, each in enumerate(_filled(expressions, patterns))
    ]
    whole = re.compile("|".join(parts) if parts else r"(?!)")
    groups: dict[str, dict[str, int]] = {"": {}}
    for said, number in whole.groupindex.items():
        name, _, index = said.rpartition("_")
        groups.setdefault(index, {})[name] = number
    return _Expression(whole, groups)


@cache
def _filled(expressions: tuple[str, ...], patterns: DatePatterns) -> tuple[str, ...]:
    names = sorted(_months(patterns), key=len, reverse=True)
    name = "|".join(re.escape(each).replace(r"\ ", r"\s{1,3}") for each in names)
    double = rf"(?:\s?/\s?(?:{name}))?" if any("/" in each for each, _ in patterns.months) else ""
    link = f"(?:(?P<through>{patterns.through})|(?P<also>{patterns.also}))"
    filled = [each.replace("{link}", link) for each in expressions]
    for group in ("month", "from_month", "to_month"):
        month = f"(?P<{group}>(?i:(?:{name}){double}))"
        filled = [each.replace(f"{{{group}}}", month) for each in filled]
    return tuple(map(bounded, filled))


@cache
def _months(patterns: DatePatterns) -> dict[str, int]:
    """The names of months in one case, double names by their halves, with their numbers."""
    return {
        half.strip(): number
        for name, number in patterns.months
        for half in _halves(name.casefold())
    }


def _halves(name: str) -> list[str]:
    return name.split("/")


def _parts(match: re.Match[str], groups: _Groups) -> dict[str, str]:
    return {name: match[number] for name, number in groups.items() if match[number]}


def _mentions(
    match: re.Match[str], groups: _Groups, patterns: DatePatterns
) -> Iterator[DateMention]:
    parts = _parts(match, groups)
    if not parts.keys() & {"through", "also"}:
        iso = _iso(parts, patterns)
        if iso:
            yield DateMention(iso, *match.span())
        return
    first, last = _two(parts, patterns)
    if not first or not last:
        return
    if "through" in parts and "days" not in parts:
        yield DateMention(first, *match.span(), last)
        return
    spans = {name: match.span(groups[name]) for name in parts}
    left, right = spans["also" if "also" in parts else "through"]
    start, end = spans["days"] if "days" in parts else (left, left)
    shared = _second(parts, "from_")
    beside = [
        DateMention(
            _iso({**shared, "day": day[0]}, patterns), start + day.start(), start + day.end()
        )
        for day in re.finditer(r"\d{1,2}", parts.get("days", ""))
    ]
    # the further days stand before the first date (4, 5 and 6 May) or after it (5月4日、5日和6日)
    own = DateMention(first, end, left) if start == match.start() else None
    own = own or DateMention(first, match.start(), start)
    named = [own, *beside, DateMention(last, right, match.end())]
    yield from sorted((each for each in named if each.iso), key=lambda each: each.start)


def _second(parts: dict[str, str], prefix: str) -> dict[str, str]:
    return {each: parts.get(prefix + each) or parts.get(each, "") for each in _UNITS}


def _two(parts: dict[str, str], patterns: DatePatterns) -> tuple[str, str]:
    """The two dates of a pattern of two: what one of them leaves open the other says."""
    first, last = _second(parts, "from_"), _second(parts, "to_")
    earlier, later = _iso(first, patterns), _iso(last, patterns)
    if earlier > later and not parts.keys() & {"from_year", "to_year"} and first["year"].isdigit():
        first["year"] = str(int(first["year"]) - 1)
        earlier = _iso(first, patterns)
    return earlier, later


def _iso(parts: dict[str, str], patterns: DatePatterns) -> str:
    try:
        year = _number(parts.get("year", ""))
        if not parts.get("month"):
            return f"{year:04d}"
        month = _month(parts["month"], patterns)
        if not parts.get("day"):
            return f"{date(year, month, 1):%Y-%m}"
        return date(year, month, _number(parts["day"])).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=512)  # twelve names, in whatever case and with whatever spaces
def _month(words: str, patterns: DatePatterns) -> int:
    known = _months(patterns)
    folded = re.sub(r"\s+", " ", words.casefold())
    numbers = {known.get(half.strip(), 0) for half in _halves(folded)}
    if len(numbers) == 1 and 0 not in numbers:
        return numbers.pop()
    return _number(words)


def _number(words: str) -> int:
    """A number in figures or Chinese numerals; ValueError for anything else."""
    if words.isdecimal():
        return int(words)
    if words in _HAN_NUMBERS:
        return _HAN_NUMBERS[words]
    return int("".join(_HAN_DIGITS.get(sign, sign) for sign in words))

"""Sessions and meetings named in running text: seventy-ninth session, 第七十九届会议."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.languages.language import Language, Ordinals
from drafter.languages.sessions import ordinal
from drafter.model.dates import bounded
from drafter.model.normal import normal

_LAST = 199
_LONGEST_LIST = 8
_PREFIXES = {"regular": "", "special": "S-", "emergency": "ES-", "year": "", "meeting": ""}
_MEETING = "meeting"
_HAN = "[一二三四五六七八九十百零〇]{1,6}"


@dataclass(frozen=True, slots=True)
class SittingMention:
    """A session or meeting named at characters `start`…`end` of a text (its ordinal or year).

    `value` is "79" for a regular session or a meeting, "S-32" for a special, "ES-10" for an
    emergency special session, "2024" for the session of a year.
    """

    value: str
    start: int
    end: int


def find_sessions(language: Language, text: str) -> tuple[SittingMention, ...]:
    """Every session that `text` names by number or year, in order."""
    return _found(language, text, meetings=False)


def find_meetings(language: Language, text: str) -> tuple[SittingMention, ...]:
    """Every meeting that `text` names by number, in order."""
    return _found(language, text, meetings=True)


def _found(language: Language, text: str, *, meetings: bool) -> tuple[SittingMention, ...]:
    plain = normal(text)
    folded = plain.text.casefold()
    found: list[SittingMention] = []
    for kind, needed, said in language.sittings.rows:
        if (kind == _MEETING) is not meetings or needed not in folded:
            continue
        for each in _named(language, plain.text, kind, said):
            if not any(each.start < other.end and other.start < each.end for other in found):
                found.append(each)
    found.sort(key=lambda each: each.start)
    return tuple(SittingMention(each.value, *plain.span(each.start, each.end)) for each in found)


def _named(language: Language, text: str, kind: str, said: str) -> Iterator[SittingMention]:
    known = _values(language)
    for match in _compiled(language, said).finditer(text):
        if kind == "year":
            yield SittingMention(match["year"], *match.span("year"))
            continue
        for one in _one(language).finditer(text, *match.span("ordinals")):
            number = known.get(_folded(one[0])) or _figures(one[0])
            if number:
                yield SittingMention(f"{_PREFIXES[kind]}{number}", *one.span())


def _figures(words: str) -> int:
    found = re.search(r"\d+", words)
    return int(found[0]) if found else 0


@cache
def _compiled(language: Language, said: str) -> re.Pattern[str]:
    one = _one(language).pattern
    join = bounded(language.sittings.join)
    ordinals = rf"(?P<ordinals>(?<![\w.,/]){one}(?:{join}{one}){{0,{_LONGEST_LIST}}})"
    if language.ordinals.counter:
        ordinals = ordinals.replace(r"(?<![\w.,/])", "", 1)
    return re.compile(bounded(said).replace("{ordinals}", ordinals), re.IGNORECASE)


@cache
def _one(language: Language) -> re.Pattern[str]:
    """One ordinal, in words or figures."""
    words = language.ordinals
    figures = [re.escape(each).replace(r"\{number\}", r"\d{1,5}") for each in words.figures]
    figures.sort(key=len, reverse=True)
    if words.counter:
        return re.compile(rf"(?<![\d])(?:{'|'.join([*figures, _HAN])})")
    forms = sorted({form for _, each in words.exact for form in _forms(words, each)}, key=_longest)
    units = sorted({form for _, each in words.units for form in _forms(words, each)}, key=_longest)
    stems = sorted({form for _, each in words.stems for form in _forms(words, each)}, key=_longest)
    compound = words.compound.format(stem=_either(stems), unit=_either(units))
    spoken = f"(?:{compound}|{_either(forms)})".replace(" ", r"\s{1,2}")
    return re.compile(rf"(?:(?i:{spoken})|{'|'.join(figures)})(?![\w/]|[.,]\d)")


def _longest(words: str) -> tuple[int, str]:
    return -len(words), words


def _either(words: list[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _forms(words: Ordinals, said: str) -> Iterator[str]:
    """An ordinal with its other endings."""
    yield said
    for ending, others in words.inflections:
        if said.endswith(ending):
            yield from (said.removesuffix(ending) + other for other in others)


@cache
def _values(language: Language) -> dict[str, int]:
    words, found = language.ordinals, dict[str, int]()
    for number in range(1, _LAST + 1):
        said = ordinal(language, number)
        for form in _spoken(words, number, said) if said else ():
            found.setdefault(_folded(form), number)
    return found


def _spoken(words: Ordinals, number: int, said: str) -> Iterator[str]:
    """Every form of the ordinal of `number`, each word in each of its endings."""
    yield from _forms(words, said)
    if words.counter or number in dict(words.exact):
        return
    units = dict(words.units)
    for base, stem in words.stems:
        if number - base in units:
            for first in _forms(words, stem):
                for last in _forms(words, units[number - base]):
                    yield words.compound.format(stem=first, unit=last)


def _folded(words: str) -> str:
    return re.sub(r"\s+", "", words).casefold()

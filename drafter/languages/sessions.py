"""Session numbers in words and back: 第七十九届会议, Seventy-ninth session."""

from __future__ import annotations

import re
from functools import cache

from drafter.languages.language import Language, Ordinals
from drafter.model.numbering import han

_LAST = 199
_SPACE = re.compile(r"\s+")


def ordinal(language: Language, number: int) -> str:
    """The ordinal in words as it agrees with "session"; empty where the data cannot say it."""
    return ordinal_in(language.ordinals, number)


def ordinal_in(words: Ordinals, number: int) -> str:
    """The ordinal in these words; empty where they cannot say it."""
    if number < 1:
        return ""
    if words.counter:
        return han(number)
    return dict(words.exact).get(number) or _compound(words, number)


def session_words(language: Language, n: int) -> str:
    """The masthead line of the `n`-th session; empty where the data cannot say it."""
    words = ordinal(language, n)
    line = language.masthead.session.format(ordinal=words) if words else ""
    return line[:1].upper() + line[1:]


def session_number(language: Language, words: str) -> int | None:
    """The session that a masthead line or an ordinal in words names; None if it names none."""
    return _numbers(language).get(_folded(words))


def _compound(words: Ordinals, number: int) -> str:
    units = dict(words.units)
    for base, stem in sorted(words.stems, reverse=True):
        if base < number:
            unit = units.get(number - base, "")
            return words.compound.format(stem=stem, unit=unit) if unit else ""
    return ""


@cache
def _numbers(language: Language) -> dict[str, int]:
    found: dict[str, int] = {}
    for number in range(1, _LAST + 1):
        figures = [form.format(number=number) for form in language.ordinals.figures]
        for said in filter(None, (ordinal(language, number), *figures)):
            # bare figures on a line are a page number more often than a session
            if not said.isdecimal():
                found.setdefault(_folded(said), number)
            found.setdefault(_folded(language.masthead.session.format(ordinal=said)), number)
    return found


def _folded(words: str) -> str:
    return _SPACE.sub("", words).casefold()

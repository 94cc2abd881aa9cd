"""Patterns of lines made from words and templates of a language's data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.languages import Language
from drafter.languages import language as language_of

STARS = r"\s*\**"  # marks of notes at the end of a line
BLANK = "_{2,}"  # a line to fill in
_FIELD = re.compile(r"\{(\w+)\}")


def line(pattern: str) -> re.Pattern[str]:
    """A line that is matched whatever the case."""
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def template(words: str, **fields: str) -> str:
    """A template of the language's data as a pattern, its fields as named groups."""
    pattern, position = "", 0
    for found in _FIELD.finditer(words):
        value = unnamed(fields.get(found[1], r".+?"))
        pattern += spaced(words[position : found.start()]) + rf"\s*(?P<{found[1]}>{value})\s*"
        position = found.end()
    return pattern + spaced(words[position:])


def spaced(words: str) -> str:
    """The words with any white space, or none, between them."""
    return r"\s*".join(re.escape(word) for word in words.split())


def choice(words: Iterable[str]) -> str:
    """Any of the words."""
    return choice_of(spaced(each) for each in words)


def choice_of(patterns: Iterable[str]) -> str:
    """Any of the patterns, longest first. Only the first may keep the names of its groups."""
    found = sorted(set(patterns), key=lambda each: (-len(each), each))
    if not found:
        return "(?!)"
    return "(?:" + "|".join([found[0], *map(unnamed, found[1:])]) + ")"


def unnamed(pattern: str) -> str:
    """The pattern without the names of its groups, so that it may stand beside others."""
    return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")"


def any_date(language: Language) -> str:
    """A date as the text or as the masthead prints it."""
    printed = language_of(language.masthead.date_language)
    return unnamed("|".join(dict.fromkeys((language.dates.pattern, printed.dates.pattern))))

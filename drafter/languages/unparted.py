"""Words that no end of a line parts: the spaces in them become no-break spaces."""

from __future__ import annotations

import re
from functools import cache

from drafter.languages.language import Language
from drafter.model.wrapping import NO_BREAK, wrapped


def unparted(text: str, language: Language) -> str:
    """`text`, as long as before, with no-break spaces in what the language keeps on one line."""
    return _pattern(language).sub(lambda found: found[0].replace(" ", NO_BREAK), text)


def in_lines(
    text: str, width: int, language: Language, *, first: str = "", rest: str = "", no_end: str = ""
) -> list[str]:
    """`text` in lines of at most `width` columns, as `wrapped` makes them; none ends within what
    the language keeps on one line."""
    return wrapped(text, width, unparted(text, language), first=first, rest=rest, no_end=no_end)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(language.typography.unparted) or "(?!)")

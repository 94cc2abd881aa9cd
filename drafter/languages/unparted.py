"""Words that no end of a line parts: the spaces in them become no-break spaces."""

from __future__ import annotations

import re
from functools import cache

from drafter.languages.language import Language

NO_BREAK = "\u00a0"


def unparted(text: str, language: Language) -> str:
    """`text`, as long as before, with no-break spaces in what the language keeps on one line."""
    return _pattern(language).sub(lambda found: found[0].replace(" ", NO_BREAK), text)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(language.typography.unparted) or "(?!)")

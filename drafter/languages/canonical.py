"""White space that extraction put into text, taken out by the language's rule."""

from __future__ import annotations

import re
from functools import cache

from drafter.languages.language import JoinRule, Language

_SPACE = re.compile(r"\s+")
_UNPARTED = re.compile(r"(?<=\w[/-])\n(?=\w)")


def canonical(text: str, language: Language) -> str:
    """`text` without the white space of line wraps and automatic spacing.

    In a script written without spaces it goes, unless it separates two Latin letters or digits or
    stands between one and an opening bracket ("217 A (III)", "6 500"); in a script written with
    spaces every run of it becomes one space, but a line that ends with a slash or hyphen within a
    word or a date (أيلول/سبتمبر, follow-up) goes on at once. Idempotent.
    """
    rule = language.joins
    if not rule.delete:
        return _SPACE.sub(" ", _UNPARTED.sub("", text)).strip()
    return _pattern(rule).sub(lambda found: " " if found["kept"] else "", text)


@cache
def _pattern(rule: JoinRule) -> re.Pattern[str]:
    keep = f"[{rule.keep}]"
    after = f"[{rule.keep}{re.escape(rule.keep_before)}]"
    return re.compile(rf"(?<={keep})(?P<kept>\s+)(?={after})|\s+")

"""The lines that say that a text was adopted: by whom, when, at which meeting."""

from __future__ import annotations

import re
from functools import cache

from drafter.languages import Language
from drafter.languages.masthead import MastheadWords
from drafter.readers.segment.line_patterns import (
    BLANK,
    STARS,
    any_date,
    choice_of,
    line,
    template,
    unnamed,
)

_MEETING = "{meeting}"
_WHICH = rf"(?:\d+|{BLANK})\S{{0,3}}(?:\s*\([^()]*\))?"
_NUMBER = r"\d{1,4}\s*[(（]\d{4}[)）]"


@cache
def adoptions(language: Language) -> tuple[re.Pattern[str], ...]:
    """The forms of such a line, with groups `organ`, `date` and `meeting`."""
    date = any_date(language)
    return tuple(line(_adoption(each, date)) for each in _said(language.masthead))


def adoption_lines(language: Language) -> dict[str, re.Pattern[str]]:
    """The patterns of the vocabulary that tell of an adoption."""
    head, date = language.masthead, any_date(language)
    closing = (each for each in head.closing if _MEETING in each)
    meeting = (template(each, meeting=_WHICH) for each in (*closing, *head.forms("meeting")))
    return {
        "adopted": line(choice_of(unnamed(_adoption(each, date)) for each in _said(head))),
        "adopted_decision": line(
            choice_of(unnamed(_adoption(each, date)) for each in _decisions(head))
        ),
        "number": line(choice_of(template(x, number=_NUMBER) for x in head.forms("number"))),
        "meeting": line(_at(choice_of(meeting), date)),
    }


def _said(head: MastheadWords) -> tuple[str, ...]:
    return (head.adopted, *head.forms("adopted"), *_decisions(head))


def _decisions(head: MastheadWords) -> tuple[str, ...]:
    said = (head.adopted_decision,) if head.adopted_decision else ()
    return (*said, *head.forms("adopted_decision"))


def _adoption(words: str, date: str) -> str:
    return template(words, organ=r"\S.*?", date=rf"{date}|{BLANK}", meeting=_WHICH) + STARS


def _at(meeting: str, date: str) -> str:
    """A line that names a meeting, before or after its day if that is on the same line."""
    meeting = rf"{unnamed(meeting)}(?:\s*\([^()]*\))?"
    return rf"{meeting}\s*[,،，.]?(?:\s*{date})?|{date}\s*[,،，]?\s*{meeting}"

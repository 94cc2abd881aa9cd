"""What an update of an earlier session's text must touch: sessions to come, in each language.

The words are under `updates` in the language's file: `assembly` and `others` are patterns of names
before a session, its own or that of another body, `followed` of what follows the number of its own
("session of the General Assembly"); `reports` are the words of a request for a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.languages.language import Language, UpdateWords
from drafter.languages.sessions import ordinal
from drafter.languages.sittings import find_sessions
from drafter.languages.tables import Table


@dataclass(frozen=True, slots=True)
class NamedSession:
    """A regular session of the Assembly named at characters `start`…`end` (its ordinal)."""

    number: int
    start: int
    end: int


def updates(table: Table) -> UpdateWords:
    """The table of a data file."""
    value = UpdateWords(
        table.word("assembly"),
        table.optional("followed"),
        table.word("others"),
        table.words("reports"),
    )
    table.attested(value.assembly)
    table.finish()
    return value


def assembly_sessions(language: Language, text: str) -> tuple[NamedSession, ...]:
    """The regular sessions in `text` that are the Assembly's: no other body is named nearer."""
    return tuple(_of_assembly(language, text))


def asks_for_report(language: Language, text: str) -> bool:
    """Whether a paragraph speaks of a report."""
    folded = text.casefold()
    return any(words.casefold() in folded for words in language.updates.reports)


def in_the_form_of(language: Language, words: str, old: int, new: int) -> str:
    """The ordinal `new` as `words` say `old`: in words or figures, with the same ending.

    Empty where the data cannot say it.
    """
    for said, other in _pairs(language, old, new):
        if said.casefold() == words.casefold():
            return other[:1].upper() + other[1:] if words[:1].isupper() else other
    return ""


def _of_assembly(language: Language, text: str) -> Iterator[NamedSession]:
    bodies = list(_bodies(language).finditer(text))
    for named in find_sessions(language, text):
        # "S-32" is a special session, "2024" the session of a year
        if not named.value.isdecimal() or len(named.value) > 3:
            continue
        nearer = [body for body in bodies if body.end() <= named.start]
        after = language.updates.followed
        is_followed = bool(after) and re.compile(after).match(text, named.end) is not None
        if not nearer or nearer[-1]["own"] or is_followed:
            yield NamedSession(int(named.value), named.start, named.end)


@cache
def _bodies(language: Language) -> re.Pattern[str]:
    words = language.updates
    return re.compile(f"(?P<other>{words.others})|(?P<own>{words.assembly})")


def _pairs(language: Language, old: int, new: int) -> Iterator[tuple[str, str]]:
    was, now = ordinal(language, old), ordinal(language, new)
    if was and now:
        yield was, now
        for ending, others in language.ordinals.inflections:
            if was.endswith(ending) and now.endswith(ending):
                for other in others:
                    yield was.removesuffix(ending) + other, now.removesuffix(ending) + other
    for form in language.ordinals.figures:
        yield form.format(number=old), form.format(number=new)

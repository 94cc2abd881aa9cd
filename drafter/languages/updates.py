"""What an update of an earlier session's text must touch: sessions to come, in each language.

The words are under `updates` in the language's file: `assembly` and `others` are patterns of names
before a session, its own or that of another body, `followed` of what follows the number of its own
("session of the General Assembly"); `reports` are the words of a request for a report, `agenda`
those of a decision on an agenda. `aside` are bodies that only pass something on, `before` and
`after` what stands next to an ordinal that does not name the one session at which something is due
("starting at its eightieth session").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.languages.language import Language, UpdateWords
from drafter.languages.sessions import ordinal
from drafter.languages.sittings import SittingMention, find_sessions
from drafter.languages.tables import Table

_BETWEEN = 8  # characters at most between two ordinals of one "session"


@dataclass(frozen=True, slots=True)
class NamedSession:
    """A regular session of the Assembly named at characters `start`…`end` (its ordinal); whether it
    is the one session at which something is due, not the beginning or end of a time."""

    number: int
    start: int
    end: int
    is_due: bool = True


def updates(table: Table) -> UpdateWords:
    """The table of a data file."""
    value = UpdateWords(
        table.word("assembly"),
        table.optional("followed"),
        table.word("others"),
        table.words("reports"),
        table.words("agenda"),
        table.optional("aside") or "(?!)",
        table.optional("before") or "(?!)",
        table.optional("after") or "(?!)",
    )
    table.attested(value.assembly)
    table.finish()
    return value


def assembly_sessions(language: Language, text: str) -> tuple[NamedSession, ...]:
    """The regular sessions in `text` that are the Assembly's: no other body is named nearer."""
    return tuple(_of_assembly(language, text))


def asks_for_report(language: Language, text: str) -> bool:
    """Whether a paragraph speaks of a report."""
    return _speaks_of(language.updates.reports, text)


def is_on_agenda(language: Language, text: str) -> bool:
    """Whether a paragraph speaks of an agenda."""
    return _speaks_of(language.updates.agenda, text)


def in_the_form_of(language: Language, words: str, old: int, new: int) -> str:
    """The ordinal `new` as `words` say `old`: in words or figures, with the same ending.

    Empty where the data cannot say it.
    """
    for said, other in _pairs(language, old, new):
        if said.casefold() == words.casefold():
            return other[:1].upper() + other[1:] if words[:1].isupper() else other
    return ""


def _speaks_of(known: tuple[str, ...], text: str) -> bool:
    folded = text.casefold()
    return any(words.casefold() in folded for words in known)


def _of_assembly(language: Language, text: str) -> Iterator[NamedSession]:
    bodies = list(_bodies(language).finditer(text))
    sessions = find_sessions(language, text)
    for named in sessions:
        # "S-32" is a special session, "2024" the session of a year
        if not named.value.isdecimal() or len(named.value) > 3:
            continue
        nearer = [b for b in bodies if b.end() <= named.start and not b["aside"]]
        after = language.updates.followed
        is_followed = bool(after) and re.compile(after).match(text, named.end) is not None
        if not nearer or nearer[-1]["own"] or is_followed:
            beside = any(_are_beside(named, each) for each in sessions)
            is_due = not beside and not _is_of_a_time(language, text, named)
            yield NamedSession(int(named.value), named.start, named.end, is_due)


def _are_beside(one: SittingMention, other: SittingMention) -> bool:
    """Whether two are named together: "seventy-ninth and eightieth sessions"."""
    gap = max(one.start, other.start) - min(one.end, other.end)
    return one != other and gap <= _BETWEEN


def _is_of_a_time(language: Language, text: str, named: SittingMention) -> bool:
    words = language.updates
    before = re.compile(f"(?:{words.before})$").search(text[: named.start])
    after = re.compile(words.after).match(text, named.end)
    return before is not None or after is not None


@cache
def _bodies(language: Language) -> re.Pattern[str]:
    words = language.updates
    patterns = ("aside", words.aside), ("other", words.others), ("own", words.assembly)
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns))


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

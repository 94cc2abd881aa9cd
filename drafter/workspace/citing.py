"""Citations as the user gives them, in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date as calendar_day

from drafter.errors import UsageError
from drafter.languages import Language, codes, language
from drafter.model.citation_words import cited
from drafter.model.citations import Citation, CitationKind, find_citations
from drafter.model.conventions import Counter
from drafter.model.resolution_numbers import number_of, resolution_symbol
from drafter.model.symbols import parse_symbol

_DECISION = "decision "
_BODIES = {"GA": "A", "SC": "S", "ECOSOC": "E", "HRC": "A/HRC"}


def given(words: Iterable[str], *, date: str = "", body: str = "") -> tuple[Citation, ...]:
    """The citations that `words` name: a number ("70/1", "decision 70/539"), a symbol, each with
    an ISO date behind it or not, or running text in any language.

    `date` is that of a single citation, `body` the start of its symbol or a key of
    GA, SC, ECOSOC, HRC. Raises `UsageError` for words that cite nothing.
    """
    organ = _BODIES.get(body.upper(), body)
    found = [one for each in words for one in _given(each.strip(), organ)]
    if date and not _is_day(date):
        raise UsageError("workspace.cite-date", date=date)
    if date and len(found) == 1:
        found = [replace(found[0], date=date)]
    return tuple(found)


def written(citations: Sequence[Citation], spoken: Language, *, own: bool = False) -> str:
    """The citations in the words of a language."""
    han = spoken.conventions.part_counter is Counter.HAN
    annexes = Counter.HAN if han else Counter.ROMAN_UPPER
    return cited(citations, spoken.citations, own=own, annexes=annexes)


def _given(words: str, organ: str) -> tuple[Citation, ...]:
    bare, _, day = words.rpartition(" ")
    if bare and _is_day(day):
        named = _named(bare, organ)
        return (replace(named, date=day),) if named else _in_text(words)
    named = _named(words, organ)
    return (named,) if named else _in_text(words)


def _named(words: str, organ: str) -> Citation | None:
    symbol = parse_symbol(words)
    if symbol is not None:
        found = find_citations(words, language("en").citations)
        return found[0] if found else None
    kind = CitationKind.RESOLUTION
    if words.lower().startswith(_DECISION):
        kind, words = CitationKind.DECISION, words[len(_DECISION) :]
    number = number_of(words)
    if not number:
        return None
    series = "RES" if kind is CitationKind.RESOLUTION else "DEC"
    return Citation(kind, number, resolution_symbol(number, organ, series), "", 0, 0)


def _in_text(words: str) -> tuple[Citation, ...]:
    """The citations of running text in the language that finds most of them, dates first."""
    read = (find_citations(words, language(code).citations) for code in codes())
    best = max(read, key=lambda found: (len(found), sum(bool(each.date) for each in found)))
    if not best:
        raise UsageError("workspace.cites-nothing", words=words)
    return best


def _is_day(words: str) -> bool:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words) is None:
        return False
    try:
        calendar_day.fromisoformat(words)
    except ValueError:
        return False
    return True

"""What an update round must touch on a draft that is based on an earlier session's text.

A base adopted at session s asks for a report, or puts its item on the agenda, at s + 1 (annual) or
s + 2 (biennial); a draft at session d asks for it at d + 1 or d + 2. What was brought up to date is
stale no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from drafter.checks.check import Check, texts
from drafter.languages import Language
from drafter.languages.openings import opening_match
from drafter.languages.updates import (
    NamedSession,
    asks_for_report,
    assembly_sessions,
    in_the_form_of,
    is_on_agenda,
)
from drafter.model.citations import Citation, CitationKind, find_citations
from drafter.model.dates import DateMention, find_dates
from drafter.model.drafted import drafted, main_part
from drafter.model.findings import Finding
from drafter.model.session_years import opening
from drafter.model.symbols import parse_symbol
from drafter.model.tree import Base, Document, Kind
from drafter.model.view import DocumentView, ElementView

_LONGEST_CYCLE = 3
_DECIDE = "decide"
_REMEMBERED = 4096
_ASKING = frozenset({Kind.OPERATIVE, Kind.DECLARATION})


Told: TypeAlias = tuple[str, str | None, dict[str, str | int]]
"""The message id of a finding, what mends it, the parameters of the message."""


class Outdated(StrEnum):
    """What is stale: a session, a date, a report's symbol, or the citation of an earlier resolution
    where the base itself can be cited."""

    SESSION = "session"
    DATE = "date"
    SYMBOL = "symbol"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Stale:
    """Characters `start`…`end` of an element or note; `suggestion` is what might stand there, or
    for a number be cited there as well, empty where only the drafter can know."""

    element: str
    start: int
    end: int
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """The sessions of the base and of the draft, `assumed` if the draft does not say it, and after
    how many sessions the base wanted its item back."""

    base: int
    draft: int
    assumed: bool
    cycle: int

    @property
    def how(self) -> str:
        """What the message of a finding ends in: one says that the session is assumed."""
        return "-assumed" if self.assumed else ""


def round_of(document: Document, language: Language) -> Round | None:
    """The sessions of a draft and its base; None without a base, or if its session is not known.

    A draft that does not say its session is taken to be of the one for which the base put its item
    on the agenda, failing that the first at which it asked for a report, else of the one after.
    """
    base = document.base
    session = _session_of(base) if base else 0
    if base is None or not session:
        return None
    asked = [each.text.plain() for each in drafted(base.document) if each.kind in _ASKING]
    due = [
        (not is_on_agenda(language, text), named.number)
        for text in asked
        if is_on_agenda(language, text) or asks_for_report(language, text)
        for named in _named(text, language)
        if named.is_due and session < named.number <= session + _LONGEST_CYCLE
    ]
    back = min(due, default=(True, session + 1))[1]
    said = document.masthead.session
    return Round(session, said or back, assumed=said is None, cycle=back - session)


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is looked through: a draft, its base and `texts`, those of the part of the base that is
    drafted and of its notes."""

    view: DocumentView
    language: Language
    round: Round
    base: Base
    texts: tuple[str, ...]

    @property
    def asking(self) -> tuple[ElementView, ...]:
        """The paragraphs that may ask for something."""
        return tuple(each for each in self.view.elements if each.kind in _ASKING)


def untold(message: str) -> Callable[[Stale, Round, str], Told]:
    """What `findings` takes where nothing mends it: the message names the two sessions."""
    return lambda stale, round_, words: (
        f"{message}{round_.how}", None, {"base": round_.base, "draft": round_.draft},
    )  # fmt: skip


def findings(
    check: Check,
    what: Outdated,
    told: Callable[[Stale, Round, str], Told],
    view: DocumentView,
    language: Language,
) -> Iterator[Finding]:
    """Everything of one sort as findings of a check; `told` has the words that are stale."""
    round_ = round_of(view.document, language)
    if round_ is None:
        return
    words = {each.element: each for each in texts(view)}
    for each in stale(view, language, round_, what):
        said = words[each.element]
        message, new, params = told(each, round_, said.text[each.start : each.end])
        yield check.at(said, each.start, each.end, message, new=new, **params)


def stale(
    view: DocumentView, language: Language, round_: Round, what: Outdated
) -> tuple[Stale, ...]:
    """Everything of one sort in the draft that is of the base's round, in document order."""
    base = view.document.base
    if base is None or round_.draft <= round_.base:
        return ()
    own = tuple(drafted(base.document))
    marked = {note for each in own for note in each.text.notes}
    others = {note for _, each in base.document.walk() for note in each.text.notes} - marked
    notes = (note.text.plain() for note in base.document.notes if note.id not in others)
    said = (*(each.text.plain() for each in own), *notes)
    return tuple(_SORTS[what](_Matter(view, language, round_, base, said)))


def _sessions(matter: _Matter) -> Iterator[Stale]:
    language, round_ = matter.language, matter.round
    for element in matter.asking:
        text = element.text.plain()
        is_asked = is_on_agenda(language, text) or asks_for_report(language, text)
        for named in _named(text, language):
            is_due = is_asked and named.is_due
            # what is still to come is stale only where nobody has touched the paragraph
            is_past = named.number <= round_.draft or (is_due and text in matter.texts)
            if is_past and round_.base < named.number <= round_.base + _LONGEST_CYCLE:
                new = named.number + round_.draft - round_.base
                words = text[named.start : named.end]
                said = in_the_form_of(language, words, named.number, new) if is_due else ""
                yield Stale(element.id, named.start, named.end, said)


def _dates(matter: _Matter) -> Iterator[Stale]:
    for element in matter.asking:
        yield from _dates_in(element, matter)


def _dates_in(element: ElementView, matter: _Matter) -> Iterator[Stale]:
    view, language, round_ = matter.view, matter.language, matter.round
    text = element.text.plain()
    dates = _dated(text, language)
    if not dates or not _asks(view, element, language):
        return
    first, last = opening(round_.base), opening(round_.draft)
    cited = {each.date for each in _citations(text, language) if each.date}
    for date in dates:
        words = text[date.start : date.end]
        is_past = first <= date.iso and date.iso < last[: len(date.iso)]
        if is_past and date.iso not in cited and any(words in each for each in matter.texts):
            yield Stale(element.id, date.start, date.end)


def _asks(view: DocumentView, element: ElementView, language: Language) -> bool:
    """Whether the paragraph, or the one whose sub-paragraph it is, asks for action."""
    top = element
    for each in view.elements:
        top = each if each.level == 1 else top
        if each.id == element.id:
            break
    found = opening_match(top.text.plain(), language, "operative")
    return found is not None and (found.opening.rank is not None or found.opening.family == _DECIDE)


def _symbols(matter: _Matter) -> Iterator[Stale]:
    view, language, base = matter.view, matter.language, matter.base
    said = [(each.id, each.text.plain()) for each in view.elements]
    said += [(note.id, note.text.plain()) for note in view.document.notes]
    for name, text in said:
        for cited in _citations(text, language):
            symbol = parse_symbol(cited.symbol) if cited.kind is CitationKind.DOCUMENT else None
            if symbol is None or symbol.organ != "A" or symbol.series or symbol.bodies:
                continue
            of_base = symbol.session == str(matter.round.base) and cited.symbol != base.symbol
            if of_base and any(text[cited.start : cited.end] in each for each in matter.texts):
                yield Stale(name, cited.start, cited.end)


def _number(matter: _Matter) -> Iterator[Stale]:
    """The base itself is the newest resolution on its subject: it is cited where its predecessor
    is: in the preambular paragraph that names the subject, else the first that cites one of the
    last sessions; beside that of the session before, as the cycle goes, else the newest."""
    view, language, round_ = matter.view, matter.language, matter.round
    own = _adopted_number(matter.base)
    cited = [
        (each, one)
        for each in view.elements
        for one in _citations(each.text.plain(), language)
        if one.kind is CitationKind.RESOLUTION
    ]
    if not own or any(one.number == own for _, one in cited):
        return
    title = next((each.text.plain() for each in view.elements if each.kind is Kind.TITLE), "")
    recent = [
        (each, one)
        for each, one in cited
        if each.kind is Kind.PREAMBULAR
        and round_.base - _LONGEST_CYCLE <= _session_in(one.number) < round_.base
    ]
    of_subject = [row for row in recent if title and title in row[0].text.plain()] or recent
    rows = [row for row in of_subject if row[0] is of_subject[0][0]]
    before = round_.base - round_.cycle
    rows.sort(key=lambda row: (_session_in(row[1].number) != before, -_session_in(row[1].number)))
    for element, one in rows[:1]:
        yield Stale(element.id, one.start, one.end, own)


# A draft is looked through after every edit, and most of its paragraphs are as they were.
@lru_cache(maxsize=_REMEMBERED)
def _citations(text: str, language: Language) -> tuple[Citation, ...]:
    return find_citations(text, language.citations)


@lru_cache(maxsize=_REMEMBERED)
def _dated(text: str, language: Language) -> tuple[DateMention, ...]:
    return find_dates(text, language.citations.dates)


@lru_cache(maxsize=_REMEMBERED)
def _named(text: str, language: Language) -> tuple[NamedSession, ...]:
    return assembly_sessions(language, text)


def _session_in(number: str) -> int:
    session = number.partition("/")[0]
    return int(session) if session.isdecimal() else 0


def _session_of(base: Base) -> int:
    told = base.document.masthead.session
    symbol = parse_symbol(base.symbol)
    named = symbol.session if symbol and symbol.session.isdecimal() else ""
    return told or (int(named) if len(named) < 4 and named else 0)


def _adopted_number(base: Base) -> str:
    """The number of the resolution that the base is, or that its draft became."""
    symbol = parse_symbol(base.symbol)
    if symbol is not None and symbol.is_resolution:
        return f"{symbol.session}/{symbol.number}"
    main, _ = main_part(base.document)
    for path, adopted in base.document.adopted_as:
        if path == main or "/" not in path:
            return adopted.removeprefix("A/RES/")
    return ""


_SORTS: dict[Outdated, Callable[[_Matter], Iterator[Stale]]] = {
    Outdated.SESSION: _sessions,
    Outdated.DATE: _dates,
    Outdated.SYMBOL: _symbols,
    Outdated.NUMBER: _number,
}

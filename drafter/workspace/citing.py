"""Citations as the user gives them, in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from drafter.errors import UsageError
from drafter.languages import Language, codes, language
from drafter.library import Source
from drafter.model.citation_words import body_of, cited
from drafter.model.citations import Citation, CitationKind, CitationPatterns, find_citations
from drafter.model.cited_sections import with_sections
from drafter.model.conventions import Counter
from drafter.model.dates import is_day
from drafter.model.normal import normal
from drafter.model.provenance import Stage
from drafter.model.resolution_numbers import resolution_number, resolution_symbol
from drafter.model.symbols import parse_symbol
from drafter.model.tree import Document
from drafter.model.view import DocumentView
from drafter.writers import bodies
from drafter.writers.layout import layout

_DECISION = "decision "
_KINDS = ("decision", "resolution")
_SPEAKING = {"general-assembly": "A", "security-council": "S",
             "economic-and-social-council": "E", "human-rights-council": "A/HRC"}  # fmt: skip
_WITHIN = ("section", "sect.")
# behind what is cited, whatever the language it is written in
_SECTION = re.compile(r",\s*(?:sect\.|section)\s+(?P<section>[ivxlc]+(?:\.[a-z])?)$", re.IGNORECASE)
_BODIES = {"GA": "A", "SC": "S", "ECOSOC": "E", "HRC": "A/HRC"}


def given(
    words: Iterable[str], *, date: str = "", body: str = "", spoken: Sequence[str] = ()
) -> tuple[Citation, ...]:
    """The citations that `words` name: a number ("70/1", "decision 70/539"), a symbol, each with
    an ISO date behind it or not, or running text in one of the languages `spoken` (all: none).

    `date` is that of a single citation, `body` the start of its symbol or a key of
    GA, SC, ECOSOC, HRC. Raises `UsageError` for words that cite nothing, for what is no date, and
    for another body.
    """
    organ = _organ(body)
    found = [one for each in _unparted(words) for one in _given(each, organ, spoken)]
    if date and not is_day(date):
        raise UsageError("workspace.cite-date", date=date)
    if date and len(found) == 1:
        found = [replace(found[0], date=date)]
    return tuple(found)


def written(citations: Sequence[Citation], spoken: Language, *, own: bool = False) -> str:
    """The citations in the words of a language."""
    han = spoken.conventions.part_counter is Counter.HAN
    annexes = Counter.HAN if han else Counter.ROMAN_UPPER
    sections = spoken.conventions.section.counter, spoken.conventions.letter_counter
    return cited(citations, spoken.citations, own=own, annexes=annexes, sections=sections)


def dates_in(document: Document, sources: Iterable[Source]) -> dict[str, str]:
    """The symbols of resolutions and decisions that `document` and the base under it cite, and
    those of the texts of a library, with their dates; "" where a date is not known."""
    known = {each.symbol: "" for each in sources if _is_text(each.symbol)}
    adopted = (each for each in sources if each.stage is Stage.ADOPTED)
    known |= {each.symbol: each.date for each in adopted if each.symbol in known and each.date}
    for text in (document, *(base.document for base in (document.base,) if base)):
        patterns = language(text.language).citations
        for _, paragraph in text.walk():
            for each in find_citations(paragraph.text.plain(), patterns):
                if _is_text(each.symbol) and (each.date or each.symbol not in known):
                    known[each.symbol] = each.date
    return known


def forms(
    words: str, dates: Mapping[str, str], spoken: Language, body: str = ""
) -> tuple[str, ...]:
    """The ways to cite what `words` name in a text of `body` ("general-assembly"), the likeliest
    first: as the body's own ("its resolution …") where it is its own, and without. Raises
    `UsageError` as `given` does."""
    citations = tuple(
        each if each.date else replace(each, date=dates.get(each.symbol, ""))
        for each in given([words], spoken=(spoken.code,))
    )
    own = {body_of(each) for each in citations} == {_SPEAKING.get(body, "")}
    said = (True, False) if own else (False,)
    return tuple(dict.fromkeys(written(citations, spoken, own=each) for each in said))


def speaking(view: DocumentView, spoken: Language) -> str:
    """The body whose text it is ("general-assembly"), "" where nothing says it."""
    return bodies.body_of(view, spoken, layout())


def short(symbol: str) -> str:
    """What a citation calls it by: "70/1" of A/RES/70/1."""
    return symbol.partition("/RES/")[2] or symbol.partition("/DEC/")[2]


def _is_text(symbol: str) -> bool:
    return "/RES/" in symbol or "/DEC/" in symbol


def _organ(body: str) -> str:
    if body and body not in _BODIES.values() and body.upper() not in _BODIES:
        raise UsageError("workspace.cite-body", body=body, known=", ".join(_BODIES))
    return _BODIES.get(body.upper(), body)


def _unparted(words: Iterable[str]) -> list[str]:
    """The citations whole, which a shell parts at blanks: 70/1 2015-09-25, decision 70/539,
    57/292, section II."""
    whole: list[str] = []
    for word in (each.strip() for each in words):
        before = whole[-1].lower() if whole else ""
        goes_on = is_day(word.rstrip(",")) or word.lower() in _WITHIN
        if whole and (goes_on or before in _KINDS or before.endswith(_WITHIN)):
            whole[-1] += f" {word}"
        else:
            whole.append(word)
    return whole


def _given(words: str, organ: str, spoken: Sequence[str]) -> tuple[Citation, ...]:
    within = _SECTION.search(words)
    if within:
        whole = _given(words[: within.start()], organ, spoken)
        last = replace(whole[-1], section=within["section"].upper())
        return (*whole[:-1], last)
    bare, _, day = words.rpartition(" ")
    if bare and is_day(day):
        named = _named(bare, organ)
        return (replace(named, date=day),) if named else _in_text(words, spoken)
    named = _named(words, organ)
    return (named,) if named else _in_text(words, spoken)


def _named(words: str, organ: str) -> Citation | None:
    symbol = parse_symbol(words)
    if symbol is not None:
        found = find_citations(words, language("en").citations)
        return found[0] if found else None
    kind = CitationKind.RESOLUTION
    if words.lower().startswith(_DECISION):
        kind, words = CitationKind.DECISION, words[len(_DECISION) :]
    number = resolution_number(words)
    if not number:
        return None
    series = "RES" if kind is CitationKind.RESOLUTION else "DEC"
    return Citation(kind, number, resolution_symbol(number, organ, series), "", 0, 0)


def _in_text(words: str, spoken: Sequence[str]) -> tuple[Citation, ...]:
    """The citations of running text in the language that finds most of them, dates first."""
    text = normal(words).text
    read = (_read(text, language(code).citations) for code in spoken or codes())
    best = max(read, key=lambda found: (len(found), sum(bool(each.date) for each in found)))
    if not best:
        raise UsageError("workspace.cites-nothing", words=words)
    return best


def _read(text: str, patterns: CitationPatterns) -> tuple[Citation, ...]:
    return with_sections(text, find_citations(text, patterns), patterns)

"""Citations in running text: resolutions, decisions, documents and paragraphs, as values.

The numbers are the same in every language; the words around them are the language's, handed in as
`CitationPatterns`. Citations are derived from the text and never stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from drafter.model.dates import DatePatterns, bounded, date_expression, find_dates, write_date
from drafter.model.symbols import ORGANS, number_of, parse_symbol, resolution_symbol

Pairs = tuple[tuple[str, str], ...]


class CitationKind(StrEnum):
    """What is cited."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation at characters `start`…`end` of a plain text (its number, without its date).

    `number` is in its one form ("58/208", "217 A (III)", "2720 (2023)", for a document its symbol,
    for a paragraph "15" or "15 (a)"); `symbol` the document symbol, "" where the number alone does
    not tell the body; `date` the ISO date that stands with it, or "".
    """

    kind: CitationKind
    number: str
    symbol: str
    date: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitationPatterns:
    r"""How a language cites: regular expressions with `{…}` for the parts drafter fills in.

    `resolution` and `decision` have `{items}` where a list of numbers stands (zh
    `{items} ?决议`, en `[Rr]esolutions?\s+{items}`); without `{items}` they match one citation
    by their own group `number` (`{number}` stands for any number, `{date}` for any date).
    `item` is one number of a list (zh `(?:{date} ?)?(?P<core>第? ?{number} ?号?)`, en
    `{number}(?:\s+of\s+{date})?`); what stands in its group `core` is the citation, else the
    number alone. `join` stands between two items.
    `paragraph` has the group `number` (zh `第(?P<number>\d+(?:[、和至]\d+)*)段`).
    `bodies` gives words that name a body and the start of its symbols ("安全理事会" "S",
    "人权理事会" "A/HRC"), "" for a body whose resolutions have no symbol of their own; they are
    looked for just before a list. `forms` writes citations: keys `resolution`, `resolution-dated`,
    `decision`, `decision-dated`, `document`, `paragraph`, with `{number}` and `{date}`;
    `year_space` stands before the parenthesis of 2720 (2023). White space in a pattern matches a
    few characters at most.
    """

    dates: DatePatterns = DatePatterns()
    resolution: str = ""
    decision: str = ""
    paragraph: str = ""
    item: str = "(?P<core>{number})"
    join: str = r"\s*[,、]\s*"
    bodies: Pairs = ()
    forms: Pairs = ()
    year_space: str = " "


_SESSION = r"[IVXLC]+|E?S-[IVXLC]+|ORG-\d+|(?:19|20)\d\d"
_LETTERS = r"[A-Z](?:\s?[-–]\s?[A-Z])?"
_NUMBER = (
    rf"(?:\d{{1,5}}(?:\s?{_LETTERS})?\s?[(（]\s?(?:{_SESSION})\s?[)）]"
    r"|(?<![\d/])E?S-\d{1,2}/\d{1,3}"
    r"|\d{1,3}/(?:CP|CMP|CMA)\.\d{1,3}"
    rf"|(?<![\d/])\d{{1,4}}/\d{{1,4}}(?:\s?{_LETTERS}(?![A-Za-z]))?(?![\d/]))"
)
_SYMBOL = re.compile(
    rf"(?<![A-Za-z0-9/.])(?:{'|'.join(sorted(ORGANS, key=len, reverse=True))})"
    r"/[A-Za-z0-9][A-Za-z0-9./-]*(?:\s?\([IVXLCES0-9-]+\))?(?:/[A-Za-z0-9./-]+)*\**"
)
_ONE_NUMBER = re.compile(r"\d+(?:\s?\([a-z]{1,4}\))*")
_BODY_WINDOW = 40
_LONGEST_LIST = 80  # bounded, so that a list that ends in nothing is not tried from every item


def find_citations(text: str, patterns: CitationPatterns) -> tuple[Citation, ...]:
    """Every citation in `text`, in order; no two overlap."""
    found = [*_documents(text), *_paragraphs(text, patterns)]
    for kind, whole, item in _compiled(patterns).lists:
        found += _numbered(text, kind, whole, item, patterns)
    kept: list[Citation] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def write_citation(citation: Citation, patterns: CitationPatterns) -> str:
    """The citation as the language writes it; its number alone where the language has no form."""
    forms = dict(patterns.forms)
    dated = forms.get(f"{citation.kind.value}-dated", "") if citation.date else ""
    form = dated or forms.get(citation.kind.value, "{number}")
    number = re.sub(r" (?=\(\d{4}\))", patterns.year_space, citation.number)
    return form.format(number=number, date=write_date(citation.date, patterns.dates))


@dataclass(frozen=True, slots=True)
class _Compiled:
    lists: tuple[tuple[CitationKind, re.Pattern[str], re.Pattern[str]], ...]
    paragraph: re.Pattern[str] | None
    bodies: re.Pattern[str] | None


@cache
def _compiled(patterns: CitationPatterns) -> _Compiled:
    one, bare = _filled(patterns.item, patterns), _unnamed(_filled(patterns.item, patterns))
    items = f"(?P<items>{bare}(?:(?:{bounded(patterns.join)}){bare}){{0,{_LONGEST_LIST}}})"
    lists = tuple(
        (kind, re.compile(_filled(template, patterns).replace("{items}", items)), re.compile(one))
        for kind, template in (
            (CitationKind.RESOLUTION, patterns.resolution),
            (CitationKind.DECISION, patterns.decision),
        )
        if template
    )
    names = sorted((name for name, _ in patterns.bodies), key=len, reverse=True)
    bodies = re.compile("|".join(map(re.escape, names)), re.I) if names else None
    paragraph = re.compile(bounded(patterns.paragraph)) if patterns.paragraph else None
    return _Compiled(lists, paragraph, bodies)


def _filled(template: str, patterns: CitationPatterns) -> str:
    dated = bounded(template).replace("{date}", date_expression(patterns.dates))
    return dated.replace("{number}", f"(?P<number>{_NUMBER})")


def _unnamed(expression: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", expression)


def _documents(text: str) -> Iterator[Citation]:
    for match in _SYMBOL.finditer(text):
        words = match[0].rstrip("./-")
        symbol = parse_symbol(words)
        if symbol is None:
            continue
        kind, number = CitationKind.DOCUMENT, str(symbol)
        if symbol.is_resolution:
            kind = CitationKind.RESOLUTION
            number = number_of(str(symbol).partition("RES/")[2]) or number
        yield Citation(kind, number, str(symbol), "", match.start(), match.start() + len(words))


def _paragraphs(text: str, patterns: CitationPatterns) -> Iterator[Citation]:
    expression = _compiled(patterns).paragraph
    if expression is None:
        return
    for match in expression.finditer(text):
        start, end = match.span("number")
        for one in _ONE_NUMBER.finditer(text, start, end):
            number = re.sub(r"\s*\(", " (", one[0], count=1)
            yield Citation(CitationKind.PARAGRAPH, number, "", "", one.start(), one.end())


def _numbered(
    text: str,
    kind: CitationKind,
    whole: re.Pattern[str],
    item: re.Pattern[str],
    patterns: CitationPatterns,
) -> Iterator[Citation]:
    series = "RES" if kind is CitationKind.RESOLUTION else "DEC"
    organ: str | None = None
    before = 0
    for match in whole.finditer(text):
        if not re.fullmatch(bounded(patterns.join), text[before : match.start()]):
            organ = _organ_before(text, before, match.start(), patterns)
        before = match.end()
        listed = "items" in whole.groupindex
        for one in item.finditer(text, *match.span("items")) if listed else (match,):
            number = number_of(one["number"])
            if not number:
                continue
            symbol = "" if organ == "" else resolution_symbol(number, organ or "", series)
            dates = find_dates(one[0], patterns.dates)
            core = one.span("core") if "core" in one.re.groupindex else one.span("number")
            yield Citation(kind, number, symbol, dates[0].iso if dates else "", *core)


def _organ_before(text: str, floor: int, start: int, patterns: CitationPatterns) -> str | None:
    """The symbol start of the body named just before `start`, not before `floor`.

    "" for a body without symbols of its own, None if none is named.
    """
    expression = _compiled(patterns).bodies
    if expression is None:
        return None
    named = list(expression.finditer(text, max(start - _BODY_WINDOW, floor), start))
    if not named:
        return None
    organs = {name.casefold(): organ for name, organ in patterns.bodies}
    return organs[named[-1][0].casefold()]

"""Citations in running text: resolutions, decisions, documents and paragraphs, as values.

The numbers are the same in every language; the words around them are the language's, handed in as
`CitationPatterns`. Citations are derived from the text and never stored. What a hyperlink points
to is no citation: links in United Nations documents go astray, the printed words count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from drafter.model.citation_patterns import (
    CitationKind,
    CitationPatterns,
    compiled,
)
from drafter.model.cited_documents import cited_documents
from drafter.model.cited_paragraphs import cited_paragraphs, paragraph_words
from drafter.model.conventions import Counter
from drafter.model.dates import DatePatterns, dates_in, partial_date, write_date
from drafter.model.normal import normal
from drafter.model.numbering import value
from drafter.model.resolution_numbers import is_in_session, resolution_symbol
from drafter.model.written_numbers import number_in, number_words

__all__ = ["Citation", "CitationKind", "CitationPatterns", "find_citations", "write_citation"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation at characters `start`…`end` of a plain text (its number, without its date).

    `number` is in its one form ("58/208", "217 A (III)", "2720 (2023)", for a document its symbol,
    for a paragraph "15" or "15 (a)"); `symbol` the document symbol, "" where the number alone does
    not tell the body; `date` the ISO date that stands with it, or "". `annex` is the number of the
    annex that is meant, 0 for an annex without number, None where the whole text is cited;
    `section` the section ("II", "II.B"), where `with_sections` was asked for it.
    """

    kind: CitationKind
    number: str
    symbol: str
    date: str
    start: int
    end: int
    annex: int | None = None
    section: str = ""


_BODY_WINDOW = 40
_AFTER_WINDOW = 120
_ANNEX_WINDOW = 60


def find_citations(
    text: str, patterns: CitationPatterns, *, annexes: bool = True
) -> tuple[Citation, ...]:
    """Every citation in `text`, in order; no two overlap. Without `annexes` it is not looked which
    annex is meant."""
    plain = normal(text)
    found = [
        *(Citation(kind, number, symbol, "", start, end)
          for kind, number, symbol, start, end in cited_documents(plain.text, patterns)),
        *(Citation(CitationKind.PARAGRAPH, number, "", "", start, end)
          for number, start, end in cited_paragraphs(plain.text, patterns)),
        *(each for kind in _SERIES for each in _listed(plain.text, kind, patterns)),
    ]  # fmt: skip
    found += _continued(plain.text, _apart(found), patterns)
    kept = _apart(found)
    if annexes:
        kept = [_with_annex(plain.text, each, patterns) for each in kept]
    return tuple(_placed(each, *plain.span(each.start, each.end)) for each in kept)


def write_citation(citation: Citation, patterns: CitationPatterns) -> str:
    """The citation as the language writes it; its number alone where the language has no form."""
    forms = dict(patterns.forms)
    dated = forms.get(f"{citation.kind.value}-dated", "") if citation.date else ""
    form = dated or forms.get(citation.kind.value, "{number}")
    number = citation.number
    if citation.kind is CitationKind.PARAGRAPH:
        number = paragraph_words(number, patterns)
    elif citation.kind is not CitationKind.DOCUMENT:
        number = number_words(number, patterns)
    return form.format(number=number, date=write_date(citation.date, patterns.dates))


def _placed(citation: Citation, start: int, end: int) -> Citation:
    if (start, end) == (citation.start, citation.end):
        return citation
    return replace(citation, start=start, end=end)


def _apart(found: list[Citation]) -> list[Citation]:
    """The citations in order, of two that overlap the first and longest."""
    kept: list[Citation] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _listed(text: str, kind: CitationKind, patterns: CitationPatterns) -> Iterator[Citation]:
    """The citations of the lists that a word announces or ends."""
    parts = compiled(patterns)
    if kind in parts.words and parts.words[kind].search(text) is None:
        return
    lists = parts.resolutions if kind is CitationKind.RESOLUTION else parts.decisions
    if lists is None:
        return
    organ: str | None = None
    before = 0
    for match in lists.finditer(text):
        groups = match.groupdict()
        named, date = _organ_named(groups.get("body") or "", patterns), ""
        if named is None:
            named, date = _organ_after(text, match.end(), patterns)
        if named is not None or not parts.join.fullmatch(text[before : match.start()]):
            organ = named
            if named is None:
                organ = _organ_before(text, before, match.start(), patterns)
        before = match.end()
        matches = parts.item.finditer(text, *match.span("items")) if "items" in groups else (match,)
        found = list(_numbered(matches, kind, organ, patterns))
        if date and len(found) == 1 and not found[0].date:
            found = [replace(found[0], date=date)]
        yield from found


def _continued(text: str, known: list[Citation], patterns: CitationPatterns) -> Iterator[Citation]:
    """Numbers further on that stand alone, dated or in a list that is: "resolutions 72/276 of
    26 April 2018 on peacebuilding, 73/1 of 17 September 2018", "resolutions on culture, in
    particular 41/187 of 8 December 1986"."""
    parts = compiled(patterns)
    if not _further(text, known):
        return
    said = [
        *((each.start, each.end, each.kind, _organ_of(each)) for each in known),
        *(
            (*found.span(), kind, None)
            for kind, word in parts.words.items()
            for found in word.finditer(text)
        ),
    ]
    said.sort(key=lambda each: each[:2])
    index, last = 0, None
    for run in _runs(text, said[0][1] if said else len(text), patterns):
        start, end = run[0].start(), run[-1].end()
        while index < len(said) and said[index][0] < end:
            last, index = said[index], index + 1
        if last is None or last[1] > start or last[2] not in _SERIES:
            continue
        if not _is_sure(text[start:end], patterns):
            continue
        organ = _organ_before(text, max(last[1], start - _BODY_WINDOW), start, patterns)
        organ = last[3] if organ is None else organ
        yield from _numbered(run, last[2], organ, patterns)


def _further(text: str, known: list[Citation]) -> bool:
    """Whether a number may stand beside the citations that are known: each has one of two signs."""
    edges = [0, *(edge for each in known for edge in (each.start, each.end)), len(text)]
    gaps = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return any("/" in gap or "(" in gap for gap in gaps)


def _runs(text: str, start: int, patterns: CitationPatterns) -> Iterator[list[re.Match[str]]]:
    """The items from `start` on, those together that stand in one list."""
    parts = compiled(patterns)
    run: list[re.Match[str]] = []
    for one in parts.item.finditer(text, start):
        if run and not _joined(parts.join, text, run[-1].end(), one.start()):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _joined(join: re.Pattern[str], text: str, start: int, end: int) -> bool:
    # a join may ask what stands behind it, which an end would hide
    found = join.match(text, start)
    return found is not None and (
        found.end() == end or join.fullmatch(text, start, end) is not None
    )


def _organ_of(citation: Citation) -> str | None:
    """The body whose text is cited, "" where the number alone does not tell."""
    if citation.kind not in _SERIES:
        return None
    return citation.symbol.partition(f"/{_SERIES[citation.kind]}/")[0]


_SERIES = {CitationKind.RESOLUTION: "RES", CitationKind.DECISION: "DEC"}


def _is_sure(run: str, patterns: CitationPatterns) -> bool:
    """Whether numbers that nothing announces are those of resolutions."""
    if next(dates_in(run, patterns.dates), None) is not None:
        return True
    return re.match(r"E?S-|\d+[^(]*\([IVXLCES-]+\)", run) is not None


def _numbered(
    matches: Iterable[re.Match[str]],
    kind: CitationKind,
    organ: str | None,
    patterns: CitationPatterns,
) -> Iterator[Citation]:
    for one in matches:
        named = _organ_named(one.groupdict().get("body") or "", patterns)
        organ = organ if named is None else named
        number = number_in(one["number"], patterns)
        if not number:
            continue
        core = one.span("core") if "core" in one.re.groupindex else one.span("number")
        date = _date(one[0], number, patterns.dates)
        yield Citation(kind, number, _symbol(number, organ, kind, date), date, *core)


def _symbol(number: str, organ: str | None, kind: CitationKind, date: str) -> str:
    if organ == "":
        return ""
    for each in (organ or "").split():
        symbol = resolution_symbol(number, each, _SERIES[kind])
        if symbol:
            return symbol
    # a body that does not number so is not the one that adopted it; nor is the General Assembly
    # where nothing names it and it was not in that session
    symbol = resolution_symbol(number, "", _SERIES[kind])
    return symbol if is_in_session(number, date) else ""


def _date(item: str, number: str, patterns: DatePatterns) -> str:
    found = next(dates_in(item, patterns), None)
    if found is not None:
        return found.iso
    year = re.search(r"\((\d{4})\)$", number)
    rest = item[item.find(")") + 1 :] if item.rstrip()[-1:] != ")" else item
    return partial_date(rest, year[1], patterns) if year else ""


def _organ_named(name: str, patterns: CitationPatterns) -> str | None:
    return _organs(patterns).get(name.casefold()) if name else None


@cache
def _organs(patterns: CitationPatterns) -> Mapping[str, str]:
    known = (*patterns.bodies, *patterns.near_bodies)
    return {name.casefold(): organ for name, organ in known}


def _organ_after(text: str, end: int, patterns: CitationPatterns) -> tuple[str | None, str]:
    """The symbol start of the body named just after a citation, and the date behind its name."""
    parts, limit = compiled(patterns), end + _AFTER_WINDOW
    match = parts.body_after.match(text, end, limit) if parts.body_after else None
    if match is None:
        return None, ""
    dated = parts.date_after.match(text, match.end(), limit) if parts.date_after else None
    return _organ_named(match["body"], patterns), _date(
        dated[0], "", patterns.dates
    ) if dated else ""


def _organ_before(text: str, floor: int, start: int, patterns: CitationPatterns) -> str | None:
    """The symbol start of the body named just before `start`, not before `floor`.

    "" for a body without symbols of its own, None if none is named.
    """
    expression = compiled(patterns).bodies
    if expression is None:
        return None
    named = list(expression.finditer(text, max(start - _BODY_WINDOW, floor), start))
    return _organ_named(named[-1][0], patterns) if named else None


def _with_annex(text: str, citation: Citation, patterns: CitationPatterns) -> Citation:
    """The citation with the annex that the words beside it name."""
    if citation.kind is CitationKind.PARAGRAPH:
        return citation
    parts = compiled(patterns)
    found = None
    if parts.annex:
        matches = (parts.annex.match(text, end) for end in ends(text, citation, patterns))
        found = next(filter(None, matches), None)
    if found is None and parts.annex_before:
        before = text[max(citation.start - _ANNEX_WINDOW, 0) : citation.start]
        found = parts.annex_before.search(before)
    if found is None:
        return citation
    return replace(citation, annex=_annex_number(found.groupdict().get("annex") or ""))


def ends(text: str, citation: Citation, patterns: CitationPatterns) -> Iterator[int]:
    """Where a citation in a text may end: behind its number, its date, its body, the date behind
    that."""
    parts = compiled(patterns)
    found = [citation.end]
    item = parts.item.match(text, citation.start)
    if item:
        found.append(item.end())
    for expression in (parts.body_after, parts.date_after):
        matches = [expression.match(text, end) for end in found] if expression else []
        found += [match.end() for match in matches if match]
    yield from dict.fromkeys(found)


def _annex_number(words: str) -> int:
    for counter in (Counter.DECIMAL, Counter.ROMAN_UPPER, Counter.HAN, Counter.ALPHA_UPPER):
        number = value(counter, words)
        if number:
            return number
    return 0

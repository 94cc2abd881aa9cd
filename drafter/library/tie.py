"""Language versions of one document are tied by the ids of their clauses, and the tie is checked:
the same ids in every part, and in clauses of one id the same citations and the same figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.languages import Language
from drafter.library.clause import CLAUSE_KINDS
from drafter.model.citations import CitationKind, find_citations
from drafter.model.dates import find_dates
from drafter.model.normal import normal
from drafter.model.tree import Document

# whole numbers: no part of a decimal, a time, a symbol or a name (20/20, G7, 12:40)
_NUMBER = re.compile(
    r"(?<![\dA-Za-z/])(?<!\d[.,:٫])\d+(?:[ \u00a0\u202f,.٬]\d{3}(?!\d))*(?![.,:٫]?\d|/\d)"
)
_SEPARATORS = re.compile(r"\D")
# up to ten, numbers are written in words in most languages and in figures in others
# (United Nations Editorial Manual, "Numbers, dates and time")
_IN_WORDS = 10
# beyond, a language may count in units of its own (10 000, 1万)
_COUNTED_IN_UNITS = 10_000
_TIED = frozenset(set(CitationKind) - {CitationKind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where two language versions differ: `matter` is "ids", "citations" or "figures".

    `element` is the id of the part whose ids differ, or of the paragraph; `here` and `there` what
    stands in one version only.
    """

    matter: str
    element: str
    here: tuple[str, ...]
    there: tuple[str, ...]


def disagreements(
    a: Document, b: Document, spoken: tuple[Language, Language]
) -> tuple[Disagreement, ...]:
    """Everything in which two language versions of a document disagree, in the order of `a`."""
    left, right = _by_part(a), _by_part(b)
    found: list[Disagreement] = []
    for part in dict.fromkeys((*left, *right)):
        here, there = left.get(part, {}), right.get(part, {})
        only = tuple(each for each in here if each not in there)
        other = tuple(each for each in there if each not in here)
        if only or other:
            found.append(Disagreement("ids", part, only, other))
        for element, text in here.items():
            if element in there:
                found += between(element, (text, there[element]), spoken)
    return tuple(found)


def between(
    element: str, texts: tuple[str, str], spoken: tuple[Language, Language]
) -> Iterator[Disagreement]:
    """In what two language versions of one paragraph disagree."""
    (cited, counted), (cited_there, counted_there) = map(_said, texts, spoken)
    if cited != cited_there:
        yield _disagreement("citations", element, cited, cited_there)
    elif counted - counted_there and counted_there - counted:
        # a figure in one version only may be in words in the other (70º, seventieth)
        yield _disagreement("figures", element, counted, counted_there)


def _disagreement(
    matter: str, element: str, here: frozenset[str], there: frozenset[str]
) -> Disagreement:
    return Disagreement(matter, element, tuple(sorted(here - there)), tuple(sorted(there - here)))


def _by_part(document: Document) -> dict[str, dict[str, str]]:
    parts: dict[str, dict[str, str]] = {}
    for path, paragraph in document.walk():
        if paragraph.kind in CLAUSE_KINDS:
            parts.setdefault(path, {})[paragraph.id] = paragraph.text.plain()
    return parts


def _said(text: str, spoken: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The citations in a text, and its figures: dates in ISO form, and plain numbers."""
    cited = find_citations(text, spoken.citations)
    dates = find_dates(text, spoken.citations.dates)
    figures = {each.iso for each in dates} | {each.until for each in dates if each.until}
    rest = list(text)
    for start, end in (*((c.start, c.end) for c in cited), *((d.start, d.end) for d in dates)):
        rest[start:end] = " " * (end - start)
    for match in _NUMBER.finditer(normal("".join(rest)).text):
        number = int(_SEPARATORS.sub("", match[0]))
        if _IN_WORDS < number < _COUNTED_IN_UNITS:
            figures.add(str(number))
    return frozenset(each.number for each in cited if each.kind in _TIED), frozenset(figures)

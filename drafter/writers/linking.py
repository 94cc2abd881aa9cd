"""Hyperlinks of running text: the documents and resolutions it cites, on docs.un.org.

Measured on 58 files of the Assembly's seventy-eighth to eightieth sessions (1,700 links): a
document is linked by its whole symbol (A/80/5 (Vol. II)), a resolution by its number, the letters
of an old number with it (217 A (III)), those of a newer one not (57/283 of "57/283 B"). Decisions,
which are not issued by themselves, paragraphs, and addenda without their symbol ("and Add.1") are
never linked; nor is a resolution whose body is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from drafter.languages import Language
from drafter.model.citations import Citation, CitationKind, find_citations
from drafter.model.symbols import parse_symbol

_ADDRESS = "https://docs.un.org/{language}/{symbol}"
_MAY_CITE = re.compile(r"\w/|\d\s?(?:\w[^()]{0,20})?\(|\d\s?／")
_OLD_NUMBER = re.compile(r"\d.*\)")
_NUMBER = re.compile(r"(?:[^\W\d]+(?:\s[^\W\d])*\s?[-‐‑]\s?)?\d+\s?[/／]\s?\d+")
# What may follow a symbol and belongs to it: "(Sect. 3)/Add.1", or the symbol of the same document
# in another series. A blank for the Secretariat, "A/80/__", is no symbol yet.
_REST = re.compile(
    r"\s?\((?:Sects?\.|Vols?\.|Parts?\b|Plan |Supp|SUPP|Introduction)[^()\n]{0,20}\)"
    r"(?:/[A-Z][a-z]+\.\d+)*|(?:/[A-Z][a-z]+\.\d+)+"
)
_BLANK = re.compile(r"[/.]+(?:[A-Za-z]+\.?)?_")
_LETTERED = re.compile(r"(?P<plain>A/RES/(?P<session>\d+)/\d+)(?P<letters>[A-Z]\b.*)")
# To this session the lettered parts of a resolution are one document, and later part A goes
# without its letter: A/RES/51/45 for 51/45 M, A/RES/68/247 for 68/247 A, A/RES/68/247B.
_LAST_JOINT_SESSION = 56
_KEPT = 4096  # paragraphs: a long document in several formats


@dataclass(frozen=True, slots=True)
class Link:
    """Characters `start`…`end` of a plain text are the address `href` of the document `symbol`;
    `date` is the ISO date that stands with them, or ""."""

    start: int
    end: int
    symbol: str
    href: str
    date: str = ""


@lru_cache(maxsize=_KEPT)
def linked(plain: str, language: Language) -> tuple[Link, ...]:
    """The links of a text in its order; no two overlap."""
    if not _MAY_CITE.search(plain):
        return ()
    return tuple(_links(plain, language))


def address(symbol: str, language: Language) -> str:
    """Where the United Nations keeps the document with this symbol, in this language."""
    return _ADDRESS.format(language=language.url_code, symbol=re.sub(r"\s+", "", symbol))


def _links(plain: str, language: Language) -> Iterator[Link]:
    last: Link | None = None
    for citation in find_citations(plain, language.citations, annexes=False):
        found = _link(plain, citation, language)
        if found is None:
            continue
        if last is not None and plain[last.end : found.start] == "-":
            last = replace(last, end=found.end)
            continue
        if last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _link(plain: str, citation: Citation, language: Language) -> Link | None:
    printed = plain[citation.start : citation.end]
    symbol = parse_symbol(printed)
    if symbol is None:
        stretch, named = _number_stretch(printed, citation), citation.symbol
    elif _BLANK.match(plain, citation.end) or symbol.is_decision:
        return None
    else:
        rest = _REST.match(plain, citation.end)
        words = (printed + (rest[0] if rest else "")).rstrip("*")
        stretch, named = (0, len(words)), words if rest else str(symbol)
    if stretch is None:
        return None
    start, end = (citation.start + each for each in stretch)
    issued = _issued(named)
    return Link(start, end, issued, address(issued, language), citation.date)


def _number_stretch(printed: str, citation: Citation) -> tuple[int, int] | None:
    """The characters of a printed citation that are its number without newer letters; None where
    it is no resolution, or its body is not certain."""
    if citation.kind is not CitationKind.RESOLUTION or not citation.symbol:
        return None
    number = (_OLD_NUMBER if "(" in citation.number else _NUMBER).search(printed)
    return number.span() if number else None


def _issued(symbol: str) -> str:
    """The symbol of the document that a text with this symbol was issued in."""
    plain = symbol.rstrip("*")
    found = _LETTERED.fullmatch(plain)
    if found and (int(found["session"]) <= _LAST_JOINT_SESSION or found["letters"] == "A"):
        return found["plain"]
    return plain

"""Atoms: the smallest stretches of a text that a change mark may cover.

A Han character and a Latin word, but also a whole number, date, citation, session, title in title
marks, and the word sequences of the language's tables. White space and footnote marks set high
are not atoms: they stand in the gaps between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from drafter.compare.lexicon import Lexicon, key, lexicon
from drafter.compare.tokens import GAP, LETTER, MARKS, folded, tokens
from drafter.languages import Language, OpeningMatch, opening_match, session_words
from drafter.model.citations import find_citations


class Sort(StrEnum):
    """What an atom is."""

    OPENING = "opening"
    WORD = "word"
    NUMBER = "number"
    DATE = "date"
    SESSION = "session"
    CITATION = "citation"
    TITLE = "title"
    MARK = "mark"


FIGURES = frozenset({Sort.NUMBER, Sort.DATE, Sort.SESSION, Sort.CITATION})
ENTITIES = FIGURES | {Sort.TITLE}
_NUMBER = r"\d+(?:[ \u00a0\u202f,]\d{3}(?!\d))*(?:\.\d+)?"
_BARE_CITATION = r"(?<![\d/])(?:E?S-)?\d{1,4}/\d{1,4}(?![\d/])"
# An apostrophe or hyphen inside a word joins its parts and is no mark (d’origine, women’s).
JOINERS = "-’'\u2010\u2011"
_MARK = re.compile(f"(?!(?<={LETTER})[{JOINERS}](?={LETTER}))[^\\w\\s{MARKS}]|_")
_LAST_SESSION = 121
_SPACE = re.compile(r"\s+")
_QUOTED = re.compile('“[^”]*”|«[^»]*»|"[^"]*"')
_SAME_MARKS = str.maketrans("“”„«»‘’‹›'–—―‐‑−、", '"' * 10 + "-" * 6 + "、")


@dataclass(frozen=True, slots=True)
class Atom:
    """`text` at `start`…`end`; `key` is what is aligned, `said` what is looked up in tables.

    They differ for a term: its key is that of its current form, so that a term and its successor
    are aligned with each other. A `fixed` atom stands in a title, quotation or name, where no term
    is read as another.
    """

    sort: Sort
    text: str
    key: str
    said: str
    start: int
    end: int
    fixed: bool = False


def atoms(
    text: str, language: Language, opening: str = "", *, terms: bool = True
) -> tuple[Atom, ...]:
    """The atoms of `text`; its first characters `opening` become one atom.

    Without `terms` no term is read as another anywhere (inside a title).
    """
    words = lexicon(language)
    entities = _entities(text, language, len(opening))
    plain = _plain(text, entities, len(opening))
    untouched = _untouched(text, language) if terms else ((0, len(text)),)
    found = [*entities, *_joined(text, plain, words, untouched)]
    if opening:
        found.append(Atom(Sort.OPENING, opening, "\0opening", key(opening), 0, len(opening)))
    return tuple(sorted(found, key=lambda atom: atom.start))


def pieces(atom: Atom) -> tuple[Atom, ...]:
    """The single words of a phrase."""
    return tuple(
        Atom(
            Sort.WORD, word.text, word.norm, word.norm,
            atom.start + word.start, atom.start + word.end, atom.fixed,
        )
        for word in tokens(atom.text)
    )  # fmt: skip


def openings(a: str, b: str, language: Language) -> tuple[OpeningMatch, OpeningMatch] | None:
    """The opening words of both texts, or None unless both have some."""
    first, second = opening_match(a, language), opening_match(b, language)
    return (first, second) if first and second else None


def _entities(text: str, language: Language, start: int) -> list[Atom]:
    """The figures and titles of `text`, in order; of two that overlap the first pattern wins."""
    claimed: list[Atom] = []
    close, places = _closed_up(text, language)
    for sort, first, last in _spans(close, language):
        left, right = places[first], places[last - 1] + 1
        if left >= start and all(right <= atom.start or atom.end <= left for atom in claimed):
            whole = _entity_key(sort, text[left:right])
            claimed.append(Atom(sort, text[left:right], whole, whole, left, right))
    return sorted(claimed, key=lambda atom: atom.start)


def _closed_up(text: str, language: Language) -> tuple[str, range | list[int]]:
    """The text without white space that means nothing in its script, and where its characters
    stand in `text`."""
    rule = language.joins
    if not rule.delete or not _SPACE.search(text):
        return text, range(len(text))
    keep = f"[{rule.keep}]"
    idle = re.compile(rf"(?<!{keep})\s+|\s+(?!{keep}|[{re.escape(rule.keep_before)}]|\s)")
    gone = {place for found in idle.finditer(text) for place in range(*found.span())}
    places = [place for place in range(len(text)) if place not in gone]
    return "".join(text[place] for place in places), places


def _spans(text: str, language: Language) -> Iterator[tuple[Sort, int, int]]:
    extra = language.comparison
    title = _title(language)
    yield from _found(text, Sort.TITLE, (title,) if title else ())
    for cited in find_citations(text, language.citations):
        yield Sort.CITATION, cited.start, cited.end
    # the longest first: a period before the date that ends it
    dates = _found(text, Sort.DATE, _apart(language.dates.pattern, *extra.dates))
    yield from sorted(dates, key=lambda span: span[1] - span[2])
    yield from _found(text, Sort.SESSION, (*extra.sessions, _sessions(language)))
    yield from _found(text, Sort.CITATION, (_BARE_CITATION,))
    yield from _found(text, Sort.NUMBER, (*extra.numerals, _NUMBER))


@cache
def _apart(*patterns: str) -> tuple[str, ...]:
    """Patterns that do not begin inside a number: no 15 of "2015 and 25 September 2015"."""
    return tuple(rf"(?<![\dA-Za-z])(?:{pattern})" for pattern in patterns)


@cache
def _sessions(language: Language) -> str:
    """A pattern for the sessions that the language's ordinals can say, the longest first."""
    said = {session_words(language, number) for number in range(1, _LAST_SESSION)} - {""}
    choices = (re.escape(words) for words in sorted(said, key=lambda each: (-len(each), each)))
    return f"(?i:{'|'.join(choices)})" if said else "(?!)"


def _found(text: str, sort: Sort, patterns: tuple[str, ...]) -> Iterator[tuple[Sort, int, int]]:
    for pattern in patterns:
        for found in re.finditer(pattern, text):
            yield sort, *found.span()


def _entity_key(sort: Sort, text: str) -> str:
    bare = folded(_SPACE.sub("", text)).lower()
    return f"{sort}:{bare.replace(',', '') if sort is Sort.NUMBER else bare}"


def _title(language: Language) -> str:
    opening = re.escape(language.conventions.title_open)
    closing = re.escape(language.conventions.title_close)
    if not opening or not closing:
        return ""
    inner = f"[^{opening}{closing}]"
    return f"{opening}(?:{inner}|{opening}{inner}*{closing})*{closing}"


def _untouched(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Where no term may be read as another: quotations and the names of instruments."""
    return tuple(
        found.span()
        for pattern in (_QUOTED, *instruments(language))
        for found in pattern.finditer(text)
    )


@cache
def instruments(language: Language) -> tuple[re.Pattern[str], ...]:
    """Patterns for the names of instruments and for quotations."""
    return tuple(map(re.compile, language.instruments))


def _plain(text: str, entities: list[Atom], start: int) -> list[Atom]:
    """Words and punctuation marks between the entities, one by one."""
    free: list[Atom] = []
    ends = [start, *(entity.end for entity in entities)]
    starts = [*(entity.start for entity in entities), len(text)]
    for left, right in zip(ends, starts, strict=True):
        stretch = text[left:right]
        free += [
            Atom(Sort.WORD, each.text, each.norm, each.norm, left + each.start, left + each.end)
            for each in tokens(stretch)
        ]
        free += [
            Atom(Sort.MARK, each[0], _mark(each[0]), _mark(each[0]), *_span(each, left))
            for each in _MARK.finditer(stretch)
        ]
    return sorted(free, key=lambda atom: atom.start)


def _mark(sign: str) -> str:
    return folded(sign).translate(_SAME_MARKS)


def _span(found: re.Match[str], offset: int) -> tuple[int, int]:
    return found.start() + offset, found.end() + offset


def _joined(
    text: str, plain: list[Atom], words: Lexicon, untouched: tuple[tuple[int, int], ...]
) -> Iterator[Atom]:
    """`plain` with the word sequences of the tables as one atom each, the longest first."""
    position = 0
    while position < len(plain):
        length = _longest(text, plain, position, words)
        stretch = plain[position : position + length]
        position += length
        start, end = stretch[0].start, stretch[-1].end
        said = words.base(" ".join(each.said for each in stretch))
        fixed = said in words.names or any(left <= start < right for left, right in untouched)
        aligned = said if fixed else words.concept(said)
        yield Atom(stretch[0].sort, text[start:end], aligned, said, start, end, fixed)


def _longest(text: str, plain: list[Atom], position: int, words: Lexicon) -> int:
    second = plain[position + 1].said if position + 1 < len(plain) else ""
    for sequence in words.sequences.get(plain[position].said, ()):
        if sequence[1] != second:
            continue
        stretch = plain[position : position + len(sequence)]
        if tuple(each.said for each in stretch) == sequence and _stands_together(text, stretch):
            return len(sequence)
    return 1


def _stands_together(text: str, stretch: list[Atom]) -> bool:
    gaps = (text[a.end : b.start] for a, b in pairwise(stretch))
    return not any(gap.strip(GAP + JOINERS) for gap in gaps)

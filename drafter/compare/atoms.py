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
from functools import cache, lru_cache
from itertools import pairwise

from drafter.compare.lexicon import Lexicon, key, lexicon
from drafter.compare.tokens import GAP, LETTER, MARKS, TOKEN, folded, norm, tokens
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
_MARK = f"(?!(?<={LETTER})[{JOINERS}](?={LETTER}))[^\\w\\s{MARKS}]|_"
_PIECE = re.compile(f"(?P<word>{TOKEN})|{_MARK}")
_LAST_SESSION = 121
# one text is compared with several: its precedents, what stood before
_REMEMBERED = 128
_SPACE = re.compile(r"\s+")
_QUOTED = re.compile('“[^”]*”|«[^»]*»|"[^"]*"')
_SAME_MARKS = dict(zip("“”„«»‘’‹›'–—―‐‑−", '"' * 10 + "-" * 6, strict=True))
# the compared form of a word or mark, where it stands, and what it is
_Piece = tuple[str, int, int, "Sort"]


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


@lru_cache(maxsize=_REMEMBERED)
def atoms(
    text: str, language: Language, opening: str = "", *, terms: bool = True
) -> tuple[Atom, ...]:
    """The atoms of `text`; its first characters `opening` become one atom.

    Without `terms` no term is read as another anywhere (inside a title).
    """
    words = lexicon(language)
    entities = _entities(text, language, len(opening))
    plain = _plain(text, entities, len(opening))
    untouched = _untouched(text, language) if terms else bytearray(b"\1") * len(text)
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
    yield from _found(text, Sort.SESSION, extra.sessions)
    word, pattern = _sessions(language)
    # hundreds of choices are tried at every character: only where a session is spoken of
    if word and word in text.casefold():
        yield from _found(text, Sort.SESSION, (pattern,))
    if "/" in text:
        yield from _found(text, Sort.CITATION, (_BARE_CITATION,))
    yield from _found(text, Sort.NUMBER, (*extra.numerals, _NUMBER))


@cache
def _apart(*patterns: str) -> tuple[str, ...]:
    """Patterns that do not begin inside a number: no 15 of "2015 and 25 September 2015"."""
    return tuple(rf"(?<![\dA-Za-z])(?:{pattern})" for pattern in patterns)


@cache
def _sessions(language: Language) -> tuple[str, str]:
    """What all names of sessions in the language share ("session"), and a pattern for those that
    its ordinals can say, the longest first."""
    said = {session_words(language, number) for number in range(1, _LAST_SESSION)} - {""}
    choices = (re.escape(words) for words in sorted(said, key=lambda each: (-len(each), each)))
    return _shared({words.casefold() for words in said}), f"(?i:{'|'.join(choices)})"


def _shared(words: set[str]) -> str:
    """The longest run of characters that stands in all words."""
    one = min(words, key=len, default="")
    runs = (
        one[start : start + length]
        for length in range(len(one), 0, -1)
        for start in range(len(one) - length + 1)
    )
    return next((run for run in runs if all(run in word for word in words)), "")


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


def _untouched(text: str, language: Language) -> bytearray:
    """For each character 1 where no term may be read as another: in quotations and the names of
    instruments."""
    found = bytearray(len(text))
    for pattern in (_QUOTED, *instruments(language)):
        for match in pattern.finditer(text):
            start, end = match.span()
            found[start:end] = b"\1" * (end - start)
    return found


@cache
def instruments(language: Language) -> tuple[re.Pattern[str], ...]:
    """Patterns for the names of instruments and for quotations."""
    return tuple(map(re.compile, language.instruments))


def _plain(text: str, entities: list[Atom], start: int) -> list[_Piece]:
    """Words and punctuation marks between the entities, one by one."""
    even = folded(text)
    ends = [start, *(entity.end for entity in entities)]
    starts = [*(entity.start for entity in entities), len(text)]
    return [
        (norm(found[0]), found.start(), found.end(), Sort.WORD) if found.lastgroup
        else (_SAME_MARKS.get(found[0], found[0]), found.start(), found.end(), Sort.MARK)
        for left, right in zip(ends, starts, strict=True)
        for found in _PIECE.finditer(even, left, right)
    ]  # fmt: skip


def _joined(text: str, plain: list[_Piece], words: Lexicon, untouched: bytearray) -> Iterator[Atom]:
    """`plain` with the word sequences of the tables as one atom each, the longest first."""
    position = 0
    while position < len(plain):
        said, start, end, sort = plain[position]
        length = _longest(text, plain, position, words) if said in words.sequences else 1
        if length > 1:
            stretch = plain[position : position + length]
            said, end = " ".join(each[0] for each in stretch), stretch[-1][2]
        position += length
        said = words.base(said)
        fixed = bool(untouched[start]) or said in words.names
        aligned = said if fixed else words.concept(said)
        yield Atom(sort, text[start:end], aligned, said, start, end, fixed)


def _longest(text: str, plain: list[_Piece], position: int, words: Lexicon) -> int:
    second = plain[position + 1][0] if position + 1 < len(plain) else ""
    for sequence in words.sequences[plain[position][0]]:
        if sequence[1] != second:
            continue
        stretch = plain[position : position + len(sequence)]
        if tuple(each[0] for each in stretch) == sequence and _stands_together(text, stretch):
            return len(sequence)
    return 1


def _stands_together(text: str, stretch: list[_Piece]) -> bool:
    gaps = (text[a[2] : b[1]] for a, b in pairwise(stretch))
    return not any(gap.strip(GAP + JOINERS) for gap in gaps)

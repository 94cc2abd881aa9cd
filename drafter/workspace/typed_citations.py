"""Citations as a person types them: numbers, symbols, days behind them, sentences that cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.errors import UsageError
from drafter.languages import codes, language
from drafter.model.citations import Citation, CitationKind, CitationPatterns, find_citations
from drafter.model.cited_sections import with_sections
from drafter.model.normal import normal
from drafter.model.resolution_numbers import resolution_number, resolution_symbol, roman_value
from drafter.model.symbols import parse_symbol
from drafter.workspace.masthead_choices import key_of
from drafter.workspace.typed_days import days_named, is_in_figures, typed_day

SYMBOLS = {"general-assembly": "A", "security-council": "S",
           "economic-and-social-council": "E", "human-rights-council": "A/HRC"}  # fmt: skip
_HOW = "workspace.cite-how"
# what belongs to the number before it: 217 A (III), 35/13 A,E, 1325 (2000)
_GOES_ON = re.compile(r"[A-Za-z](?:[-,][A-Za-z])*|\([^()]+\)")
# between citations; the letters that follow one number stay with it: 3411 A, B (XXX)
_BETWEEN = re.compile(r"[,;،؛，、；](?!\s*[A-Z](?:-[A-Z])?\s*(?:[(,]|$))", re.IGNORECASE)
# what no sentence says beside its citations and their dates in words
_UNREAD = re.compile(r"\S*(?:\d/\d|\d{4}-\d\d-\d\d)\S*")
# behind what is cited, whatever the language it will be written in
_SECTION = re.compile(
    r"(?P<before>.*?),?\s*\b(?:section|sect\.)\s+(?P<section>[ivxlc]+(?:\.[a-z])?)", re.IGNORECASE
)
_SECTION_WORD = re.compile(r"section|sect\.", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(r"(?:S/RES/)?\d{1,4}", re.IGNORECASE)
_ENDS = " ,;،؛，、；"
_LONGEST = 4  # words of a number or a day, as a shell parts them


def given(
    words: Iterable[str], *, date: str = "", body: str = "", spoken: Sequence[str] = ()
) -> tuple[Citation, ...]:
    """The citations that `words` name: a number ("70/1", "decision 70/539"), a symbol, each with
    a day behind it or not, and a section ("sect. II"), or running text in one of the languages
    `spoken` (all: none).

    Where the words are parted makes no difference. `date` is that of a single citation, `body` a
    body by its key, its name or for short (GA, SC, ECOSOC, HRC), or the start of its symbols.
    Raises `UsageError` for what is neither a citation nor a day, for a day that is none or could
    be two, and for another body.
    """
    organ = _organ(body)
    typed = [each for each in (word.strip() for word in words) if each]
    found = _sentence(" ".join(typed), organ, spoken) or _listed(
        _parted(typed, spoken), organ, spoken
    )
    if date and len(found) > 1:
        raise UsageError("workspace.cite-date-of-one", hint_id=_HOW, date=date)
    return tuple(replace(each, date=typed_day(date)) for each in found) if date else tuple(found)


def _organ(body: str) -> str:
    if not body or body in SYMBOLS.values():
        return body
    organ = SYMBOLS.get(key_of("body", body))
    if organ is None:
        raise UsageError("workspace.cite-body", body=body, known="GA, SC, ECOSOC, HRC")
    return organ


def _sentence(words: str, organ: str, spoken: Sequence[str]) -> tuple[Citation, ...]:
    """The citations of running text, if each stands with its date there, or they are a series that
    has no other figures ("decisions 70/539 and 70/540")."""
    found = _in_text(words, spoken)
    left = _beside(words, found)
    is_series = len(found) > 1 and not organ and not re.search(r"\d", left)
    return found if is_series or all(each.date for each in found) else ()


def _beside(words: str, found: Sequence[Citation]) -> str:
    """The words in which the citations are not."""
    text = normal(words).text
    for each in found:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _parted(typed: list[str], spoken: Sequence[str]) -> list[str]:
    """The words with each section on its own, whether a shell parted it or nothing did, and with
    each number on its own where commas part them."""
    listed = [[word] if _in_text(word, spoken) else _BETWEEN.split(word) for word in typed]
    out: list[str] = []
    for each in (piece.strip() for pieces in listed for piece in pieces):
        word = f"{out.pop()} {each}" if out and _SECTION_WORD.fullmatch(out[-1]) else each
        within = _SECTION.fullmatch(word)
        before = within["before"] if within else word
        out += [part for piece in (before, word[len(before) :]) if (part := piece.strip(", "))]
    return out


def _listed(typed: list[str], organ: str, spoken: Sequence[str]) -> list[Citation]:
    """Citations one after the other, each with the day behind it."""
    found: list[Citation] = []
    latest = 0  # how many the last words named: a day belongs to one
    left = typed or [""]
    while left:
        within = _SECTION.fullmatch(left[0]) if found else None
        taken, day = _leading_day(left) if latest else (0, "")
        if within and roman_value(within["section"].upper().partition(".")[0]):
            taken, found[-1] = 1, replace(found[-1], section=within["section"].upper())
        elif taken:
            found[-1] = _on(day, found[-latest:])
            latest = 0
        else:
            taken, named = _leading_citation(left, organ, spoken)
            if not named:
                raise _not_understood(left[0], behind=bool(found))
            found += named
            latest = 0 if named[-1].date else len(named)
        left = left[taken:]
    return found


def _leading_citation(
    left: list[str], organ: str, spoken: Sequence[str]
) -> tuple[int, tuple[Citation, ...]]:
    """How many of the words name a citation, and what they name."""
    for count in range(min(len(left), _LONGEST), 0, -1):
        follow = left[1 + bool(_kind(left[0])) : count]
        if all(map(_GOES_ON.fullmatch, follow)) and (one := _named(" ".join(left[:count]), organ)):
            return count, (one,)
    inner = left[0].split()
    for start in range(1, len(inner)):
        taken, day = _leading_day(inner[start:])
        if taken == len(inner) - start:
            bare = " ".join(inner[:start])
            one = _named(bare, organ)
            cited = (one,) if one else _in_text(bare, spoken)
            return 1, (_on(day, cited),) if cited else ()
    return 1, _whole(left[0], spoken)


def _whole(words: str, spoken: Sequence[str]) -> tuple[Citation, ...]:
    """The citations of running text. Raises `UsageError` for a number or a day that would be left
    out of them."""
    found = _in_text(words, spoken)
    unread = _UNREAD.search(_beside(words, found)) if found else None
    if unread and not all(each.date for each in found):
        raise UsageError("workspace.cite-left", words=unread[0].strip(_ENDS))
    return found


def _leading_day(left: list[str]) -> tuple[int, str]:
    """How many of the words are a day, and which. Raises `UsageError` for figures in the form of a
    day that are none, or could be two."""
    for count in range(min(len(left), _LONGEST), 0, -1):
        words = " ".join(left[:count])
        if is_in_figures(words) or len(days_named(words)) == 1:
            return count, typed_day(words)
    return 0, ""


def _on(day: str, cited: Sequence[Citation]) -> Citation:
    if len(cited) > 1:
        raise UsageError("workspace.cite-date-of-one", hint_id=_HOW, date=day)
    return replace(cited[0], date=day)


def _not_understood(words: str, *, behind: bool) -> UsageError:
    if _WITHOUT_YEAR.fullmatch(words) and not (behind and words.isdigit()):
        return UsageError("workspace.cite-year", hint_id=_HOW, words=words)
    message = "workspace.cite-neither" if behind else "workspace.cites-nothing"
    return UsageError(message, hint_id=_HOW, words=words)


def _named(words: str, organ: str) -> Citation | None:
    """The citation that a number or a symbol is as a whole."""
    symbol = parse_symbol(words)
    if symbol is not None:
        found = find_citations(str(symbol), language("en").citations)
        return found[0] if found else None
    first, _, rest = words.partition(" ")
    kind = _kind(first)
    number = resolution_number(rest if kind else words)
    if not number:
        return None
    series = "DEC" if kind is CitationKind.DECISION else "RES"
    symbol_of = resolution_symbol(number, organ, series)
    return Citation(kind or CitationKind.RESOLUTION, number, symbol_of, "", 0, 0)


def _kind(word: str) -> CitationKind | None:
    """The kind that a word of any language names: resolution, decision."""
    for code in codes():
        for kind, pattern in language(code).citations.words:
            if re.fullmatch(pattern, word, re.IGNORECASE):
                return CitationKind(kind)
    return None


def _in_text(words: str, spoken: Sequence[str]) -> tuple[Citation, ...]:
    """The citations of running text in the language that finds most of them, dates first."""
    text = normal(words).text
    read = (_read(text, language(code).citations) for code in spoken or codes())
    return max(read, key=lambda found: (len(found), sum(bool(each.date) for each in found)))


def _read(text: str, patterns: CitationPatterns) -> tuple[Citation, ...]:
    return with_sections(text, find_citations(text, patterns), patterns)

"""Texts with their older terms in current form (移徙者 → 移民): what similarity is measured on.

A clause then finds its precedent across a change of terms. Both sides are read so, wherever the
term stands; the change of terms itself is reported by comparison.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.compare.lexicon import lexicon
from drafter.compare.tokens import Token, norms, tokens
from drafter.languages import Language

_TOGETHER = 32


def current_terms(text: str, language: Language) -> str:
    """`text` with every older term of the language's terminology map in its current form."""
    return lexicon(language).current(text)


def all_current(texts: Sequence[str], language: Language) -> list[str]:
    """`current_terms` of each: fast where few hold a term."""
    holds_a_term = lexicon(language).holds_a_term_when_folded
    found = list(texts)
    for start in range(0, len(found), _TOGETHER):
        # text by text, since what is in ASCII is folded much faster
        some = list(map(str.casefold, found[start : start + _TOGETHER]))
        # no term reaches over the end of a line
        if not holds_a_term("\n".join(some)):
            continue
        for number, text in enumerate(some, start):
            if holds_a_term(text):
                found[number] = current_terms(found[number], language)
    return found


def current_norms(text: str, language: Language) -> tuple[str, ...]:
    """The compared forms of `current_tokens`, without their places: fast."""
    return norms(current_terms(text, language))


def current_tokens(text: str, language: Language) -> tuple[Token, ...]:
    """The tokens of `current_terms`; a newer term stands where the older one stands in `text`."""
    words = lexicon(language)
    if not words.holds_a_term(text):
        return tokens(text)
    found: list[Token] = []
    position = 0
    for term in words.terms.finditer(text):
        found += _between(text, position, term.start())
        newer = words.newer[term[0].casefold()]
        found += (Token(t.text, t.norm, term.start(), term.end()) for t in tokens(newer))
        position = term.end()
    return (*found, *_between(text, position, len(text)))


def _between(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(
        Token(each.text, each.norm, each.start + start, each.end + start)
        for each in tokens(text[start:end])
    )

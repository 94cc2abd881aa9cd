"""Document symbols in running text, with the lists that leave the symbol out after the first:
"A/73/L.6 and Add.1", "A/C.3/70/L.60 and Corr.1 and 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.citation import Citation, CitationKind
from drafter.model.citation_patterns import CitationPatterns, compiled
from drafter.model.resolution_numbers import resolution_number
from drafter.model.symbols import ORGANS, Symbol, parse_symbol

_REMARK = r"\((?:Vols?|Parts?|Sects?|SUPP|Supp|Prov|Pro|Resumption)\.?\s?[A-Za-z0-9 ,–-]{0,16}\)"
_ORGAN = f"(?:{'|'.join(sorted(ORGANS, key=len, reverse=True))})"
_SYMBOL = re.compile(
    rf"(?<![A-Za-z0-9/.]){_ORGAN}"
    rf"/[A-Za-z0-9][A-Za-z0-9./-]*(?:\s?(?:\([IVXLCES0-9-]+\)|{_REMARK}))?(?:/[A-Za-z0-9./-]+)*\**"
)
_MODIFIER = re.compile(
    r"(?P<name>Add|Amend|Corr|Rev)\.(?P<number>\d{1,4})(?!\d)(?:/(?:Add|Corr|Rev)\.\d{1,3})*"
)
# one document with two symbols: A/67/828-S/2013/210
_SECOND = re.compile(rf"-(?={_ORGAN}/)")
_FIGURE = re.compile(r"\d{1,3}(?![\d/.(]|\s?\()(?!\w)")
_END = "./-"


def cited_documents(text: str, patterns: CitationPatterns) -> Iterator[Citation]:
    """Each document that `text` cites by its symbol."""
    for match in _SYMBOL.finditer(text):
        start = match.start()
        for one in _SECOND.split(match[0]):
            words, symbol = _read(one)
            if symbol is not None:
                end = start + len(words)
                yield _cited(symbol, start, end)
                yield from _further(text, symbol, end, patterns)
            start += len(one) + 1


def _read(words: str) -> tuple[str, Symbol | None]:
    """The symbol at the start of `words`, and the words that it is."""
    words = words.rstrip(_END)
    symbol = parse_symbol(words)
    if symbol is None and "(" in words:
        words = words[: words.rindex("(")].rstrip(_END + " ")
        symbol = parse_symbol(words)
    return words, symbol


def _cited(symbol: Symbol, start: int, end: int) -> Citation:
    for series, kind, is_kind in (
        ("RES/", CitationKind.RESOLUTION, symbol.is_resolution),
        ("DEC/", CitationKind.DECISION, symbol.is_decision),
    ):
        number = resolution_number(symbol.core.partition(series)[2]) if is_kind else ""
        if number:
            return Citation(kind, number, str(symbol), "", start, end)
    return Citation(CitationKind.DOCUMENT, str(symbol), str(symbol), "", start, end)


def _further(text: str, symbol: Symbol, end: int, patterns: CitationPatterns) -> Iterator[Citation]:
    """The addenda, corrigenda and revisions that stand after the symbol without it."""
    join, named = compiled(patterns).join, ""
    while joined := join.match(text, end):
        found = _MODIFIER.match(text, joined.end())
        figure = _FIGURE.match(text, joined.end()) if named and found is None else None
        if found is not None:
            named = found["name"]
            words, end = found[0], found.end()
        elif figure is not None:
            words, end = f"{named}.{figure[0]}", figure.end()
        else:
            return
        whole = _modified(symbol, words)
        if whole is not None:
            start = end - len((found or figure or joined)[0])
            yield Citation(CitationKind.DOCUMENT, str(whole), str(whole), "", start, end)


def _modified(symbol: Symbol, words: str) -> Symbol | None:
    """The symbol with further modifiers, which take the place of its own of the same name."""
    name = words.partition(".")[0]
    same = (i for i, own in enumerate(symbol.modifiers) if own.partition(".")[0] == name)
    kept = symbol.modifiers[: next(same, len(symbol.modifiers))]
    return parse_symbol("/".join((symbol.core, *kept, words)))

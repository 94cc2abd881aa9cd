"""Which annex of a text is cited, as the words behind or before its number say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.model.citation import Citation, CitationKind
from drafter.model.citation_patterns import CitationPatterns, compiled
from drafter.model.conventions import Counter
from drafter.model.numbering import value

_WINDOW = 60
_ANNEXES = (
    Counter.DECIMAL,
    Counter.ROMAN_UPPER,
    Counter.HAN,
    Counter.ALPHA_UPPER,
    Counter.ARABIC_MASCULINE,
)


def with_annex(text: str, citation: Citation, patterns: CitationPatterns) -> Citation:
    """The citation with the annex that the words beside it name."""
    if citation.kind is CitationKind.PARAGRAPH:
        return citation
    parts = compiled(patterns)
    found = None
    if parts.annex:
        matches = (parts.annex.match(text, end) for end in ends(text, citation, patterns))
        found = next(filter(None, matches), None)
    if found is None and parts.annex_before:
        before = text[max(citation.start - _WINDOW, 0) : citation.start]
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
    for counter in _ANNEXES:
        number = value(counter, words)
        if number:
            return number
    return 0

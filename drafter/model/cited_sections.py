"""Which section of a text is cited: "section II.B of its resolution 57/283 B", 决议第二节.

Only who writes citations asks; whether two citations are of one text does not hang on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.model.citation import Citation, CitationKind
from drafter.model.citation_patterns import CitationPatterns, compiled
from drafter.model.cited_annexes import ends
from drafter.model.conventions import Counter
from drafter.model.numbering import count, value

_WINDOW = 80
_SECTIONS = (Counter.ROMAN_UPPER, Counter.HAN, Counter.ARABIC_ORDINAL)
_INSIDE = (Counter.ALPHA_UPPER, Counter.ARABIC_NAMES)
Counters = tuple[Counter, Counter]


def with_sections(
    text: str, citations: Iterable[Citation], patterns: CitationPatterns
) -> tuple[Citation, ...]:
    """The citations of `text`, a text in its normal form, with the sections that words beside them
    name."""
    return tuple(
        replace(each, section=_section(text, each, patterns))
        if each.kind is not CitationKind.PARAGRAPH
        else each
        for each in citations
    )


def section_words(section: str, counters: Counters) -> tuple[str, str]:
    """The numbers of "II.B" as a language counts sections and those inside them: 二, B."""
    outer, _, inner = section.partition(".")
    return _counted(outer, _SECTIONS, counters[0]), _counted(inner, _INSIDE, counters[1])


def _section(text: str, citation: Citation, patterns: CitationPatterns) -> str:
    parts = compiled(patterns)
    found: re.Match[str] | None = None
    if parts.section:
        places = _behind(text, citation, patterns)
        found = next(filter(None, (parts.section.match(text, end) for end in places)), None)
    if found is None and parts.section_before:
        before = text[max(citation.start - _WINDOW, 0) : citation.start]
        found = parts.section_before.search(before)
    if found is None:
        return ""
    names = (
        _counted(found["section"], _SECTIONS, Counter.ROMAN_UPPER),
        _counted(found["inside"] or "", _INSIDE, Counter.ALPHA_UPPER),
    )
    return ".".join(filter(None, names))


def _behind(text: str, citation: Citation, patterns: CitationPatterns) -> Iterator[int]:
    """Where a citation may end, and where its annex does."""
    annex = compiled(patterns).annex
    for end in ends(text, citation, patterns):
        yield end
        named = annex.match(text, end) if annex else None
        if named:
            yield named.end()


def _counted(printed: str, known: Iterable[Counter], counter: Counter) -> str:
    number = next(filter(None, (value(each, printed) for each in known)), None)
    return count(counter, number) if number else printed

"""Citations in the words of a language, from their values: "its resolution 70/1 of 25 September
2015", 安全理事会2000年10月31日第1325(2000)号决议.

What is written here is found again by `find_citations` as the same values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from drafter.model.citation import CitationKind
from drafter.model.citation_patterns import CitationPatterns
from drafter.model.citations import Citation, write_citation
from drafter.model.cited_sections import Counters, section_words
from drafter.model.conventions import Counter
from drafter.model.dates import write_date
from drafter.model.numbering import count
from drafter.model.written_numbers import number_words

_ASSEMBLY = "A"
_SERIES = {CitationKind.RESOLUTION: "/RES/", CitationKind.DECISION: "/DEC/"}


def cited(
    citations: Sequence[Citation],
    patterns: CitationPatterns,
    *,
    own: bool = False,
    annexes: Counter = Counter.ROMAN_UPPER,
    sections: Counters = (Counter.ROMAN_UPPER, Counter.ALPHA_UPPER),
) -> str:
    """The citations as a sentence has them; those of one body and kind side by side are a series.

    With `own` the body speaks of its own ("its resolution"); otherwise the body is named unless it
    is the General Assembly. `annexes` counts annexes, `sections` sections and those inside them.
    """
    counters = _Counters(annexes, sections)
    groups = [list(each) for _, each in groupby(citations, key=_series)]
    said = [_group(each, patterns, own, counters) for each in groups]
    return _joined(said, patterns, "final-words")


@dataclass(frozen=True, slots=True)
class _Counters:
    annexes: Counter
    sections: Counters


def _series(citation: Citation) -> tuple[CitationKind, str, bool]:
    return citation.kind, body_of(citation), _is_whole(citation)


def _is_whole(citation: Citation) -> bool:
    """Whether it cites a text, not an annex or a section of one."""
    return citation.annex is None and not citation.section


def body_of(citation: Citation) -> str:
    """The start of the symbols of the body whose text is cited: "S", "A/HRC"; "" if not known."""
    return citation.symbol.partition(_SERIES.get(citation.kind, "\n"))[0]


def _group(
    group: list[Citation], patterns: CitationPatterns, own: bool, counters: _Counters
) -> str:
    first = group[0]
    if first.kind not in _SERIES:
        return _joined([_within(each, patterns, "", counters) for each in group], patterns)
    body = body_of(first)
    manner = "own-" if own else "body-" if body not in ("", _ASSEMBLY) else ""
    if len(group) > 1 and _is_whole(first):
        return _several(group, patterns, manner, body)
    alone = [
        _within(each, patterns, _one(each, patterns, manner, body), counters) for each in group
    ]
    return _joined(alone, patterns, "final-words")


def _one(citation: Citation, patterns: CitationPatterns, manner: str, body: str) -> str:
    words = dict(patterns.written)
    key = f"{manner}{citation.kind.value}" + ("-dated" if citation.date else "")
    if not manner or key not in words:
        return write_citation(citation, patterns)
    return words[key].format(
        number=number_words(citation.number, patterns),
        date=write_date(citation.date, patterns.dates),
        body=words.get(body, ""),
    )


def _several(group: list[Citation], patterns: CitationPatterns, manner: str, body: str) -> str:
    words = dict(patterns.written)
    items = [
        words["item-dated" if each.date else "item"].format(
            number=number_words(each.number, patterns),
            date=write_date(each.date, patterns.dates),
        )
        for each in group
    ]
    template = words[f"{manner}{group[0].kind.value}s"]
    dated = any(each.date for each in group)
    listed = _joined(items, patterns, "final-dated" if dated else "final")
    return template.format(items=listed, body=words.get(body, ""))


def _within(citation: Citation, patterns: CitationPatterns, said: str, counters: _Counters) -> str:
    """What was said of the text, with the annex and the section that are meant."""
    words = dict(patterns.written)
    whole = said or write_citation(replace(citation, annex=None), patterns)
    if citation.annex is not None:
        number = count(counters.annexes, citation.annex) if citation.annex else ""
        row = "annex-number" if number else "annex"
        whole = words[row].format(citation=whole, number=number)
    if citation.section:
        number, inside = section_words(citation.section, counters.sections)
        row = "section-inside" if inside else "section"
        whole = words[row].format(citation=whole, number=number, inside=inside)
    return whole


def _joined(items: list[str], patterns: CitationPatterns, final: str = "final") -> str:
    words = dict(patterns.written)
    *before, last = items or [""]
    if not before:
        return last
    return words["separator"].join(before) + words.get(final, words["final"]) + last

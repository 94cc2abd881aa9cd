"""Citations in running text: resolutions, decisions, documents and paragraphs, as values.

The numbers are the same in every language; the words around them are the language's, handed in as
`CitationPatterns`. Citations are derived from the text and never stored. What a hyperlink points
to is no citation: links in United Nations documents go astray, the printed words count.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.model.citation import Citation, CitationKind
from drafter.model.citation_patterns import CitationPatterns
from drafter.model.cited_annexes import with_annex
from drafter.model.cited_documents import cited_documents
from drafter.model.cited_paragraphs import cited_paragraphs, paragraph_words
from drafter.model.cited_resolutions import announced, continued
from drafter.model.dates import write_date
from drafter.model.normal import normal
from drafter.model.written_numbers import number_words

__all__ = ["Citation", "CitationKind", "CitationPatterns", "find_citations", "write_citation"]


def find_citations(
    text: str, patterns: CitationPatterns, *, annexes: bool = True
) -> tuple[Citation, ...]:
    """Every citation in `text`, in order; no two overlap. Without `annexes` it is not looked which
    annex is meant."""
    plain = normal(text)
    found = [
        *cited_documents(plain.text, patterns),
        *cited_paragraphs(plain.text, patterns),
        *announced(plain.text, patterns),
    ]
    found += continued(plain.text, _apart(found), patterns)
    kept = _apart(found)
    if annexes:
        kept = [with_annex(plain.text, each, patterns) for each in kept]
    return tuple(_placed(each, *plain.span(each.start, each.end)) for each in kept)


def write_citation(citation: Citation, patterns: CitationPatterns) -> str:
    """The citation as the language writes it; its number alone where the language has no form."""
    forms = dict(patterns.forms)
    dated = forms.get(f"{citation.kind.value}-dated", "") if citation.date else ""
    form = dated or forms.get(citation.kind.value, "{number}")
    number = citation.number
    if citation.kind is CitationKind.PARAGRAPH:
        number = paragraph_words(number, patterns)
    elif citation.kind is not CitationKind.DOCUMENT:
        number = number_words(number, patterns)
    return form.format(number=number, date=write_date(citation.date, patterns.dates))


def _placed(citation: Citation, start: int, end: int) -> Citation:
    if (start, end) == (citation.start, citation.end):
        return citation
    return replace(citation, start=start, end=end)


def _apart(found: list[Citation]) -> list[Citation]:
    """The citations in order, of two that overlap the first and longest."""
    kept: list[Citation] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept

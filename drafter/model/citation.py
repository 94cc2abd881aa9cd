"""One citation: what is cited, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CitationKind(StrEnum):
    """What is cited."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation at characters `start`…`end` of a plain text (its number, without its date).

    `number` is in its one form ("58/208", "217 A (III)", "2720 (2023)", for a document its symbol,
    for a paragraph "15" or "15 (a)"); `symbol` the document symbol, "" where the number alone does
    not tell the body; `date` the ISO date that stands with it, or "". `annex` is the number of the
    annex that is meant, 0 for an annex without number, None where the whole text is cited;
    `section` the section ("II", "II.B"), where `with_sections` was asked for it.
    """

    kind: CitationKind
    number: str
    symbol: str
    date: str
    start: int
    end: int
    annex: int | None = None
    section: str = ""

"""One state of a review: the document, what was uncertain about it, what is no part of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.model.findings import Finding, Place
from drafter.model.provenance import Stage
from drafter.model.symbols import parse_symbol, stage_of
from drafter.model.tree import Document, DocumentType
from drafter.readers import ReadResult, Removed
from drafter.workspace.given import doubts

MASTHEAD = "masthead"  # where findings belong that name no paragraph


@dataclass(frozen=True, slots=True)
class Sheet:
    """`read` is what the reader gave; `findings` are placed at the paragraph they belong to;
    `settled` are the paragraphs that a person looked at; `stage_said` is the stage if a person or
    the file itself said it, empty where it follows from the symbol."""

    document: Document
    read: ReadResult
    findings: tuple[Finding, ...] = ()
    removed: tuple[Removed, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    stage_said: str = ""

    @classmethod
    def of(cls, result: ReadResult) -> Sheet:
        """The state before any correction."""
        document = result.document
        shown = shown_stage(document.masthead.symbol, document.type)
        return cls(
            document,
            result,
            tuple(_placed(result)),
            result.removed,
            {place.element: place for place in result.places},
            stage_said=document.stage if document.stage != shown else "",
        )


def shown_stage(symbol: str, kind: DocumentType) -> str:
    """The stage that the symbol shows, or that a committee's report has; empty if neither tells."""
    parsed = parse_symbol(symbol)
    if parsed is None:
        return ""
    stage = stage_of(parsed)
    if stage is not Stage.UNKNOWN:
        return stage.value
    return Stage.COMMITTEE.value if kind is DocumentType.COMMITTEE_REPORT else ""


def doubts_of(sheet: Sheet) -> dict[str, tuple[Finding, ...]]:
    """What is still uncertain, by paragraph, note or `MASTHEAD`, in the order of the findings."""
    there = {p.id for _, p in sheet.document.walk()} | {n.id for n in sheet.document.notes}
    found: dict[str, tuple[Finding, ...]] = {}
    for each in (*sheet.findings, *doubts(sheet.document)):
        element = each.place.element or MASTHEAD
        stands = element in there or element == MASTHEAD
        if stands and element not in sheet.settled and not _filled(sheet.document, each):
            found[element] = (*found.get(element, ()), each)
    return found


def _filled(document: Document, finding: Finding) -> bool:
    """Whether what was missing has been given since."""
    head = document.masthead
    given = {
        "reading.symbol-missing": head.symbol,
        "reading.stage-missing": document.stage,
        "reading.date-missing": head.date,
        "reading.session-missing": head.session,
    }
    return bool(given.get(finding.message))


def _placed(result: ReadResult) -> list[Finding]:
    """The findings at the paragraph or note in which their line stands."""
    known = [each for each in result.places if each.line]
    by_line, by_page = sorted(known, key=_line), sorted(known, key=_position)
    return [_at(finding, by_line, by_page) for finding in result.findings]


def _at(finding: Finding, by_line: Sequence[Place], by_page: Sequence[Place]) -> Finding:
    place = finding.place
    if place.element or not place.line:
        return finding
    if place.page:  # lines are counted page by page
        before = bisect_right(by_page, _position(place), key=_position) - 1
        here = by_page[before] if before >= 0 else None
    else:
        before = bisect_right(by_line, place.line, key=_line) - 1
        here = by_line[before] if before >= 0 else None
    if here is None:
        return finding
    page = place.page or here.page
    return replace(finding, place=replace(place, element=here.element, page=page))


def _line(place: Place) -> int:
    return place.line


def _position(place: Place) -> tuple[int, int]:
    return place.page, place.line

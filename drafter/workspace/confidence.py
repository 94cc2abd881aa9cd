"""What a reader was unsure of, place by place, for whoever checks a text against its pages."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from drafter.messages import say
from drafter.model.findings import Finding, Place, Severity
from drafter.model.view import DocumentView
from drafter.readers import ReadResult, Removed
from drafter.workspace.given import doubts
from drafter.workspace.places import place_name
from drafter.workspace.records import Record, sentence

# what a finding is about (the end of its message id) → what to do about it (workspace.do-…);
# anything else is compared with the original
_ADVICE = {
    "symbol-missing": "give-symbol",
    "stage-missing": "give-stage",
    "language-untold": "give-language",
    "date-missing": "give-date",
    "session-missing": "type",
    "odd-symbol": "give-symbol",
    "odd-date": "give-date",
    "session-unlike-symbol": "masthead",
    "head-line": "masthead",
    "no-title": "title",
    "no-enacting": "enacting",
    "encoding-guessed": "letters",
    "damaged": "letters",
    "joined": "joined",
    "not-placed": "kind",
    "unnumbered": "kind",
    "label-lost": "number",
    "number-gap": "number",
    "number-again": "number",
    "numbers-restart": "number",
    "sub-gap": "number",
    "sub-again": "number",
    "sub-without-parent": "kind",
    "note-without-mark": "mark",
    "mark-without-note": "mark",
    "note-missing": "mark",
    "note-number": "mark",
    "ibid-kept": "note",
    "table": "table",
    "pdf-columns": "table",
    "pdf-page-scanned": "scan",
    "pdf-page-unreadable": "scan",
    "pdf-cut-off": "scan",
    "pdf-letters-unknown": "letters",
    "pdf-recognised": "letters",
    "word-changes-accepted": "changes",
    "word-changes-original": "changes",
    "word-comment": "comment",
    "word-part-lost": "restore",
    "word-picture": "object",
    "word-equation": "object",
    "word-object": "object",
    "word-chart": "object",
    "word-diagram": "object",
}
# … → the field of the masthead, where it is about one
_FIELDS = {
    "symbol-missing": "symbol",
    "odd-symbol": "symbol",
    "stage-missing": "stage",
    "date-missing": "date",
    "odd-date": "date",
    "session-missing": "session",
    "session-unlike-symbol": "session",
    "head-line": "masthead",
}
# what is about the document, whatever line it was noticed in
_OF_THE_WHOLE = {
    "empty", "no-resolution", "no-enacting", "no-title", "no-operative", "encoding-guessed",
    "language-untold", "word-part-lost",
}  # fmt: skip
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Doubt:
    """One uncertain place: where it is in the file and in the text, what is unsure, what to do.

    `element` is the id of a paragraph or note and `field` that of the masthead, both empty for
    the document as a whole; `name` is what a reader calls the place, `words` how it begins.
    """

    code: str
    severity: Severity
    sentence: str
    advice: str
    page: int = 0
    line: int = 0
    element: str = ""
    field: str = ""
    name: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How a text was read: the uncertain places in the order of the file, and what was left out."""

    paragraphs: int
    notes: int
    doubts: tuple[Doubt, ...]
    removed: tuple[Removed, ...]

    @property
    def uncertain(self) -> int:
        """How many paragraphs and notes have something to check."""
        return len({each.element for each in self.doubts if each.element})

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """Why words were left out, and how often, the most frequent first."""
        return tuple(Counter(each.reason for each in self.removed).most_common())

    @property
    def record(self) -> Record:
        """As `drafter show --confidence --json` prints it."""
        return {
            "paragraphs": self.paragraphs,
            "notes": self.notes,
            "uncertain": self.uncertain,
            "doubts": [_doubt_record(each) for each in self.doubts],
            "removed": [
                {"reason": each.reason, "page": each.page, "line": each.line, "text": each.text}
                for each in self.removed
            ],
        }


def confidence_of(reading: ReadResult, view: DocumentView) -> Confidence:
    """What the reader was unsure of; `view` is that of its document."""
    findings = (*doubts(reading.document), *reading.findings)
    places = _Places(reading.places, view)
    found = tuple(_doubt(each, places, view) for each in findings)
    paragraphs = sum(1 for each in view.elements if each.paragraph is not None)
    ordered = sorted(found, key=lambda each: (bool(each.element), each.page, each.line))
    return Confidence(paragraphs, len(view.notes), tuple(ordered), reading.removed)


class _Places:
    """Where in the file each paragraph and note begins, and which one a line belongs to."""

    def __init__(self, places: tuple[Place, ...], view: DocumentView) -> None:
        known = {each.id for each in view.elements} | {each.id for each in view.notes}
        paged = any(each.page > 1 for each in places)  # a text without pages is all page 1
        self._by_element = {
            each.element: each if paged else replace(each, page=0)
            for each in places
            if each.element in known
        }
        lined = [each for each in self._by_element.values() if each.line]
        self._by_page = sorted(lined, key=_position)
        self._by_line = sorted(lined, key=_line)
        self._known = known
        self._paged = paged

    def of(self, place: Place) -> Place:
        """`place` with the element, the line and the page that can be told from the rest of it."""
        if place.element in self._known:
            begins = self._by_element.get(place.element, Place())
            return Place(
                place.element, line=place.line or begins.line, page=place.page or begins.page
            )
        here = Place(line=place.line, page=place.page if self._paged else 0)
        if here.page:  # lines are counted page by page
            index = bisect_right(self._by_page, _position(here), key=_position) - 1
            found = self._by_page[index] if here.line and index >= 0 else None
        else:
            index = bisect_right(self._by_line, here.line, key=_line) - 1
            found = self._by_line[index] if here.line and index >= 0 else None
        return replace(here, element=found.element) if found else here


def _line(place: Place) -> int:
    return place.line


def _position(place: Place) -> tuple[int, int]:
    return place.page, place.line


def _doubt(finding: Finding, places: _Places, view: DocumentView) -> Doubt:
    about = finding.message.partition(".")[2]
    field = _FIELDS.get(about, "")
    if field or about in _OF_THE_WHOLE:
        place = Place(line=finding.place.line, page=finding.place.page)
    else:
        place = places.of(finding.place)
    return Doubt(
        finding.code,
        finding.severity,
        sentence(finding),
        say(f"workspace.do-{_ADVICE.get(about, 'compare')}"),
        place.page,
        place.line,
        place.element,
        field,
        place_name(view, place.element) if place.element else "",
        _excerpt(view, place.element),
    )


def _excerpt(view: DocumentView, element: str) -> str:
    found = view.element(element) or view.note(element)
    words = found.text.plain() if found else ""
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rstrip()}…"


def _doubt_record(doubt: Doubt) -> Record:
    return {
        "code": doubt.code,
        "severity": doubt.severity.value,
        "page": doubt.page,
        "line": doubt.line,
        "element": doubt.element,
        "field": doubt.field,
        "place": doubt.name,
        "text": doubt.words,
        "message": doubt.sentence,
        "advice": doubt.advice,
    }

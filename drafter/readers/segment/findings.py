"""What the segmenter was unsure of: one row a finding, its sentence in the catalogue `reading`."""

from __future__ import annotations

from drafter.model.findings import Finding, Place, Severity

_BEGINNING = 24  # characters of a paragraph that a sentence shows

# slug of the catalogue id: (code, severity)
FINDINGS: dict[str, tuple[str, Severity]] = {
    "empty": ("R001", Severity.WARNING),
    "encoding-guessed": ("R002", Severity.INFO),
    "no-resolution": ("R003", Severity.WARNING),
    "no-enacting": ("R004", Severity.WARNING),
    "no-title": ("R005", Severity.WARNING),
    "no-operative": ("R006", Severity.WARNING),
    "damaged": ("R007", Severity.WARNING),
    "language-untold": ("R008", Severity.WARNING),
    "symbol-missing": ("R010", Severity.INFO),
    "stage-missing": ("R011", Severity.INFO),
    "date-missing": ("R012", Severity.INFO),
    "session-missing": ("R013", Severity.INFO),
    "head-line": ("R014", Severity.INFO),
    "joined": ("R020", Severity.INFO),
    "not-placed": ("R021", Severity.WARNING),
    "unnumbered": ("R022", Severity.WARNING),
    "label-lost": ("R023", Severity.WARNING),
    "number-gap": ("R024", Severity.WARNING),
    "number-again": ("R025", Severity.WARNING),
    "numbers-restart": ("R026", Severity.INFO),
    "sub-gap": ("R027", Severity.WARNING),
    "sub-again": ("R028", Severity.WARNING),
    "sub-without-parent": ("R029", Severity.WARNING),
    "note-without-mark": ("R030", Severity.WARNING),
    "mark-without-note": ("R031", Severity.WARNING),
    "note-missing": ("R034", Severity.WARNING),
    "note-number": ("R032", Severity.WARNING),
    "ibid-kept": ("R033", Severity.INFO),
    "table": ("R040", Severity.INFO),
    "unknown-element": ("R041", Severity.WARNING),
    "document-elsewhere": ("R042", Severity.WARNING),
    "pdf-cut-off": ("R050", Severity.WARNING),
    "pdf-page-unreadable": ("R051", Severity.WARNING),
    "pdf-page-scanned": ("R052", Severity.WARNING),
    "pdf-page-empty": ("R053", Severity.INFO),
    "pdf-page-loose": ("R054", Severity.WARNING),
    "pdf-columns": ("R056", Severity.INFO),
    "pdf-letters-unknown": ("R057", Severity.WARNING),
    "pdf-recognised": ("R058", Severity.WARNING),
    "word-changes-accepted": ("R060", Severity.WARNING),
    "word-changes-original": ("R061", Severity.WARNING),
    "word-formatting-changes": ("R062", Severity.INFO),
    "word-comment": ("R063", Severity.INFO),
    "word-notes-recounted": ("R064", Severity.INFO),
    "word-endnotes": ("R065", Severity.INFO),
    "word-picture": ("R066", Severity.WARNING),
    "word-equation": ("R067", Severity.WARNING),
    "word-object": ("R068", Severity.WARNING),
    "word-chart": ("R069", Severity.WARNING),
    "word-diagram": ("R070", Severity.WARNING),
    "word-field": ("R071", Severity.WARNING),
    "word-part": ("R072", Severity.WARNING),
    "word-part-lost": ("R073", Severity.WARNING),
}


def beginning(text: str) -> str:
    """How a paragraph begins, to know it by."""
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING].rstrip()}…"


class Findings:
    """Gathers findings in the order in which they are made."""

    def __init__(self) -> None:
        self._found: list[tuple[Finding, int]] = []

    def add(self, slug: str, line: int = 0, element: str = "", **params: str | int) -> None:
        """Record a finding at a line of the file and, if known, a paragraph or note."""
        code, severity = FINDINGS[slug]
        place = Place(element=element, line=line)
        made = Finding(code, severity, f"reading.{slug}", place, tuple(params.items()))
        self._found.append((made, len(self._found)))

    def all(self) -> tuple[Finding, ...]:
        """The findings by their line; those about the whole document first."""
        ordered = sorted(self._found, key=lambda pair: (pair[0].place.line, pair[1]))
        return tuple(finding for finding, _ in ordered)

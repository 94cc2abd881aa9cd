"""Reading a file to show it: its numbered view, and what readers and checks say about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from drafter import checks
from drafter.languages import language
from drafter.model.findings import Finding
from drafter.model.tree import Document
from drafter.model.view import DocumentView, view
from drafter.readers import ReadOptions, ReadResult, read
from drafter.workspace.records import Record, sentence, show_record

# missing fields of the masthead, which the checks list for every document (M101)
_ALSO_CHECKED = frozenset(
    f"reading.{field}-missing" for field in ("symbol", "stage", "date", "session")
)
# words that are not there in the document as read
_LOST = frozenset(
    f"reading.{each}"
    for each in (
        "empty", "damaged", "pdf-cut-off", "pdf-page-unreadable", "pdf-page-scanned",
        "pdf-letters-unknown", "word-part", "word-part-lost",
    )
)  # fmt: skip
# of what a reader takes out, what a page says of the document
_RUNNING = frozenset({"header", "unofficial"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as it prints, with all findings, and what its reader said where there was one."""

    view: DocumentView
    findings: tuple[Finding, ...]
    reading: ReadResult | None = None

    @property
    def record(self) -> Record:
        """Its JSON of `contract.md`, with the running titles that the reader took out and, if there
        are any, the tracked changes of the file."""
        removed = self.reading.removed if self.reading else ()
        running = [each.text for each in removed if each.reason in _RUNNING]
        record = show_record(self.view, self.findings, running)
        changes = self.reading.changes if self.reading else ()
        return {**record, "tracked_changes": [*map(asdict, changes)]} if changes else record


def shown(path: Path, options: ReadOptions | None = None) -> Shown:
    """The document in a file of any known format. Raises `UnreadableInput`."""
    result = read(path, options or ReadOptions())
    return replace(shown_document(result.document, result.findings), reading=result)


def lost(path: Path, result: ReadResult) -> tuple[str, ...]:
    """What a reader could not read of a file, for whoever does not see its other findings."""
    found = (each for each in result.findings if each.message in _LOST)
    return tuple(f"{path.name}: {sentence(each)}" for each in found)


def shown_document(document: Document, of_reading: tuple[Finding, ...] = ()) -> Shown:
    """A document with what its reader said and what the checks find."""
    rules = language(document.language)
    numbered = view(document, rules.conventions)
    read_only = (each for each in of_reading if each.message not in _ALSO_CHECKED)
    return Shown(numbered, (*read_only, *checks.run(numbered, rules)))

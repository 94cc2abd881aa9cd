"""A draft shown as tracked changes inside the official Word file that it is based on.

Nothing is written that is not exact: the file made is read again, once with every change accepted
and once with every change rejected, and must give the draft and the official text.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.compare.documents import compare_documents
from drafter.compare.revising import revision
from drafter.errors import UsageError
from drafter.languages import Language
from drafter.languages import language as language_of
from drafter.model.findings import Finding, Severity
from drafter.model.located import Located
from drafter.model.revision import Revision, little_in_common
from drafter.model.text import dense
from drafter.model.tree import RECOMMENDED, Document, PartKind
from drafter.model.view import DocumentView, ElementView
from drafter.model.view import view as view_of
from drafter.readers import ReadOptions, read
from drafter.readers.reader import ReadResult
from drafter.workspace.departing import Printed, departed
from drafter.workspace.extracting import extracted
from drafter.workspace.saving import refuse_sources, write_all
from drafter.workspace.unmarked import emphasised_otherwise, renumbered_notes
from drafter.writers.tracked import TrackOptions, tracked
from drafter.writers.tracked.resolved import differing
from drafter.writers.tracked.unsettled import unsettled
from drafter.yamlio.files import read_bytes

_LARGEST = 300_000_000
_WORDS = 60


@dataclass(frozen=True, slots=True)
class Submitted:
    """The file written, how many changes are marked in it, and what could not be marked: fields of
    the masthead that differ."""

    path: Path
    changes: int
    left: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Official:
    """What the official file holds of the draft: the whole, or the part at `path` of a report, and
    where its words stand."""

    document: Document
    located: tuple[Located, ...]
    path: str = ""


def into(
    draft: Path, official: Path, out: Path, *, author: str, date: str, force: bool
) -> Submitted:
    """Write to `out` the official file with all that the draft changes as tracked changes.

    `date` is ISO 8601, "" for none. Raises `UnreadableInput`, `RefusedOverwrite`, and `UsageError`
    for an official file that is no Word file or has tracked changes, or where a change cannot be
    marked exactly: then nothing is written.
    """
    refuse_sources((out,), (draft, official))
    wanted = read(draft).document
    rules = language_of(wanted.language)
    result = read(official)
    package = read_bytes(official, max_bytes=_LARGEST)
    _refuse_unfit(result, official, package)
    _refuse_other_language(result.document, wanted, official)
    base = _corresponding(result, wanted)
    a, b = view_of(base.document, rules.conventions), view_of(wanted, rules.conventions)
    marked = revision(a, b, compare_documents(base.document, wanted, rules), rules)
    made = tracked(package, marked, base.located, a, b, TrackOptions(author, date))
    for finding in made.left:
        if finding.severity is Severity.ERROR:
            params = dict(finding.params)
            shown = _shown(str(params["label"]), str(params["words"]))
            raise _not_exact(official, shown, "mark")
    for part in differing(package, made.data):
        raise _not_exact(official, part, "original")
    _Laws(official, rules, result.document, base, b, marked).check(made.data)
    write_all({out: made.data}, force=force, sources=(draft, official))
    return Submitted(out, made.changes, (*_told(marked, a, b), *made.left))


def _refuse_unfit(result: ReadResult, official: Path, package: bytes) -> None:
    if not result.located:
        raise UsageError("workspace.redline-needs-word", place=str(official))
    if unsettled(package):
        raise UsageError(
            "workspace.redline-tracked-already",
            place=str(official),
            hint_id="workspace.redline-settle-first",
        )


def _refuse_other_language(official: Document, draft: Document, place: Path) -> None:
    if official.language != draft.language:
        raise UsageError(
            "workspace.redline-other-language",
            place=str(place),
            hint_id="workspace.redline-same-language",
            official=official.language,
            draft=draft.language,
        )


def _little_in_common(marked: Revision) -> Iterator[Finding]:
    """A warning where most of the official text goes: the draft may be of another text."""
    if found := little_in_common(marked):
        params = tuple(zip(("kept", "count"), found, strict=True))
        yield Finding("T4", Severity.WARNING, "workspace.redline-other-text", params=params)


def _told(marked: Revision, base: DocumentView, draft: DocumentView) -> Iterator[Finding]:
    """What the file written does not show, or ought to be looked at."""
    yield from _little_in_common(marked)
    for each in emphasised_otherwise(marked, draft):
        words = _shown(each.label, each.text.plain())
        yield _note("T5", "workspace.redline-emphasis", words=words)
    count = renumbered_notes(marked, base, draft)
    if count:
        yield _note("T6", "workspace.redline-notes-renumbered", count=count)


def _note(code: str, message: str, **params: str | int) -> Finding:
    return Finding(code, Severity.INFO, message, params=tuple(params.items()))


def _corresponding(result: ReadResult, draft: Document) -> _Official:
    """The part of a report that is the draft, where the draft is not a report itself."""
    document = result.document
    if document.root.kind is not PartKind.REPORT or draft.root.kind is PartKind.REPORT:
        return _Official(document, result.located)
    words = _words_of(draft)
    likeness = {
        path: (words & _words_of(extracted(document, path).document)).total()
        for path, part in document.parts()
        if part.kind in RECOMMENDED
    }
    if not likeness:
        return _Official(document, result.located)
    path = max(likeness, key=lambda each: likeness[each])
    taken = extracted(document, path).document
    root = taken.root.kind.value
    kept = {note.id for note in taken.notes}
    moved = (
        replace(each, element=root + each.element.removeprefix(path))
        for each in result.located
        if each.element.startswith(f"{path}/")
    )
    notes = (each for each in result.located if each.element in kept)
    return _Official(taken, (*moved, *notes), path)


def _words_of(document: Document) -> Counter[str]:
    return Counter(dense(p.text.plain()) for _, p in document.walk())


@dataclass(frozen=True, slots=True)
class _Laws:
    """Accepting every change gives the draft, rejecting every one the official text."""

    place: Path
    rules: Language
    official: Document
    base: _Official
    draft: DocumentView
    revision: Revision

    def check(self, data: bytes) -> None:
        """Raises `UsageError` naming the first paragraph that is not exact."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "redline.docx"
            path.write_bytes(data)
            accepted = self._read(path, "accepted")
            rejected = self._read(path, "original")
        original = _all_printed(self._view(self.official))
        self._same(_all_printed(self._view(rejected)), original, why="original")
        if self.base.path:
            outside = f"{self.base.path}/"
            kept = _all_printed(self._view(self.official), without=outside)
            got = _all_printed(self._view(accepted), without=outside)
            self._same(got, kept, why="outside")
            accepted = extracted(accepted, self.base.path).document
        wanted = _all_printed(self.draft, labels=dict(self._labels()))
        self._same(_all_printed(self._view(accepted)), wanted)

    def _read(self, path: Path, changes: str) -> Document:
        return read(
            path, ReadOptions(language=self.draft.document.language, changes=changes)
        ).document

    def _view(self, document: Document) -> DocumentView:
        return view_of(document, self.rules.conventions)

    def _labels(self) -> Iterator[tuple[str, str]]:
        """Labels that the draft keeps as the file prints them."""
        a = self._view(self.base.document)
        for row in self.revision.paragraphs:
            old, new = a.element(row.old), self.draft.element(row.new)
            if old is not None and new is not None and old.label == new.label:
                yield new.id, old.label_read or old.label

    def _same(self, got: list[Printed], wanted: list[Printed], why: str = "") -> None:
        found = departed(got, wanted)
        if found is not None:
            known, departure = found
            raise _not_exact(self.place, known.shown, why or departure.value)


def _not_exact(place: Path, shown: str, why: str) -> UsageError:
    return UsageError(
        f"workspace.redline-not-exact{'' if shown else '-unnamed'}",
        place=str(place),
        hint_id=f"workspace.redline-inexact-{why}" if shown else "",
        words=shown,
    )


def _shown(label: str, words: str) -> str:
    """How a person knows a paragraph: label and first words; a part's heading is its own label."""
    first = words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()}…"
    return " ".join(dict.fromkeys(filter(None, (label, first))))


def _all_printed(
    view: DocumentView, *, without: str = "", labels: Mapping[str, str] | None = None
) -> list[Printed]:
    notes = {note.id: dense(note.text.plain()) for note in view.notes}
    return [
        _printed(each, notes, labels)
        for each in view.elements
        if not (without and each.id.startswith(without))
    ]


def _printed(
    element: ElementView, notes: Mapping[str, str], labels: Mapping[str, str] | None
) -> Printed:
    label = element.label if labels is not None else element.label_read or element.label
    if labels is not None:
        label = labels.get(element.id, label)
    marked = tuple(notes.get(note, "") for note in element.text.notes)
    words = element.text.plain()
    return Printed(label, dense(words), marked, _shown(label, words))

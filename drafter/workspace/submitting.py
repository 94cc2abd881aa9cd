"""A draft shown as tracked changes inside the official Word file that it is based on.

Nothing is written that is not exact: the file made is read again, once with every change accepted
and once with every change rejected, and must give the draft and the official text.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from drafter.compare.documents import compare_documents
from drafter.compare.revising import revision
from drafter.errors import RefusedOverwrite, UsageError
from drafter.languages import Language
from drafter.languages import language as language_of
from drafter.model.findings import Finding, Severity
from drafter.model.located import Located
from drafter.model.revision import Revision
from drafter.model.tree import RECOMMENDED, Document, PartKind
from drafter.model.view import DocumentView, ElementView
from drafter.model.view import view as view_of
from drafter.readers import ReadOptions, read
from drafter.readers.reader import ReadResult
from drafter.workspace.extracting import extracted
from drafter.workspace.saving import write_all
from drafter.writers.tracked import TrackOptions, tracked
from drafter.writers.tracked.resolved import differing
from drafter.writers.tracked.unsettled import unsettled
from drafter.yamlio.files import read_bytes

_LARGEST = 300_000_000
_WORDS = 60

# What a law compares of a paragraph: printed label, words, words of its notes. What kind of
# paragraph it is stands nowhere in a Word file: readers tell it by what stands around it.
_Printed: TypeAlias = tuple[str, str, tuple[str, ...]]


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
    if out.exists() and out.samefile(official):
        raise RefusedOverwrite("workspace.redline-over-official", place=str(out))
    wanted = read(draft).document
    rules = language_of(wanted.language)
    result = read(official, ReadOptions(language=wanted.language))
    package = read_bytes(official, max_bytes=_LARGEST)
    _refuse_unfit(result, official, package)
    base = _corresponding(result, wanted)
    a, b = view_of(base.document, rules.conventions), view_of(wanted, rules.conventions)
    marked = revision(a, b, compare_documents(base.document, wanted, rules), rules)
    made = tracked(package, marked, base.located, a, b, TrackOptions(author, date))
    for finding in made.left:
        if finding.severity is Severity.ERROR:
            params = dict(finding.params)
            raise _not_exact(official, str(params["label"]), str(params["words"]))
    for part in differing(package, made.data):
        raise _not_exact(official, "", part)
    _Laws(official, rules, result.document, base, b, marked).check(made.data)
    write_all({out: made.data}, force=force)
    return Submitted(out, made.changes, made.left)


def _refuse_unfit(result: ReadResult, official: Path, package: bytes) -> None:
    if not result.located:
        raise UsageError("workspace.redline-needs-word", place=str(official))
    if unsettled(package):
        raise UsageError(
            "workspace.redline-tracked-already",
            place=str(official),
            hint_id="workspace.redline-settle-first",
        )


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
    return Counter(_dense(p.text.plain()) for _, p in document.walk())


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
        self._same(_all_printed(self._view(rejected)), _all_printed(self._view(self.official)))
        if self.base.path:
            outside = f"{self.base.path}/"
            kept = _all_printed(self._view(self.official), without=outside)
            self._same(_all_printed(self._view(accepted), without=outside), kept)
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

    def _same(self, got: list[_Printed], wanted: list[_Printed]) -> None:
        for one, other in zip_longest(got, wanted):
            if one != other:
                known = other or one
                raise _not_exact(self.place, known[0], known[1][:_WORDS])


def _not_exact(place: Path, label: str, words: str) -> UsageError:
    return UsageError(
        "workspace.redline-not-exact", place=str(place), label=label, words=words,
        hint_id="workspace.redline-not-exact-hint",
    )  # fmt: skip


def _all_printed(
    view: DocumentView, *, without: str = "", labels: Mapping[str, str] | None = None
) -> list[_Printed]:
    notes = {note.id: _dense(note.text.plain()) for note in view.notes}
    return [
        _printed(each, notes, labels)
        for each in view.elements
        if not (without and each.id.startswith(without))
    ]


def _printed(
    element: ElementView, notes: Mapping[str, str], labels: Mapping[str, str] | None
) -> _Printed:
    label = element.label if labels is not None else element.label_read or element.label
    if labels is not None:
        label = labels.get(element.id, label)
    marked = tuple(notes.get(note, "") for note in element.text.notes)
    return label, _dense(element.text.plain()), marked


def _dense(text: str) -> str:
    """`text` without white space, which readers mend."""
    return "".join(text.split())

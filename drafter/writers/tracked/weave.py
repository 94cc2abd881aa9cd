"""A revision woven into the Word file that holds its base: see `tracked`."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.model.findings import Finding, Place, Severity
from drafter.model.located import Located
from drafter.model.revision import Fate, Revised, Revision
from drafter.model.view import DocumentView
from drafter.writers.tracked import notes
from drafter.writers.tracked.archive import Archive
from drafter.writers.tracked.edits import CannotMark
from drafter.writers.tracked.ground import Ground
from drafter.writers.tracked.links import NO_LINKS, declared, linked
from drafter.writers.tracked.marks import Marks
from drafter.writers.tracked.parts import Scan
from drafter.writers.tracked.scan import scanned
from drafter.writers.tracked.sheet import Sheet
from drafter.writers.tracked.text import Texts
from drafter.writers.tracked.units import Places
from drafter.writers.tracked.values import Tracked, TrackOptions

_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_ID = re.compile(rb'\bid="(\d{1,9})"')
_WORDS = 60
_IN_BASE = frozenset({Fate.KEPT, Fate.DELETED, Fate.MOVED_FROM})


def tracked(  # noqa: PLR0917  a file, a revision, its two texts, places: no bundle
    package: bytes,
    revision: Revision,
    located: tuple[Located, ...],
    base: DocumentView,
    draft: DocumentView,
    options: TrackOptions,
) -> Tracked:
    """`package` with `revision` as tracked changes: rejecting them all gives the base, accepting
    them all the draft.

    `located` tells where the words of `base` stand in the package, which must have no tracked
    changes yet. Only the paragraphs that change differ, byte by byte; `left` tells what could not
    be marked. Raises `UnreadableInput` for a package that cannot be cut.
    """
    file = _File(package, located, options)
    weaving = _Weaving(revision, base, draft, file)
    weaving.weave()
    return Tracked(file.written(), file.changes(), tuple(weaving.left))


class _File:
    """The parts of the package that change, each with the changes it is to have."""

    def __init__(self, package: bytes, located: tuple[Located, ...], options: TrackOptions) -> None:
        self._archive = Archive(package)
        self._options = options
        self._ids = itertools.count(self._highest() + 1)
        named = {each.part for each in located}
        self.main = next((n for n in sorted(named) if "notes" not in n.casefold()), _MAIN)
        self._footnotes = posixpath.join(posixpath.dirname(self.main), "footnotes.xml")
        self.scans = {n: scanned(self._archive.part(n), n) for n in sorted({*named, self.main})}
        self._fresh = self._add_footnotes()
        self.sheets = {
            name: Sheet(name, scan, self._marks(scan)) for name, scan in self.scans.items()
        }
        self.places = Places(self.scans, located)
        self.notes = notes.Footnotes(self.sheets[self._footnotes], self.sheets[self.main])

    def changes(self) -> int:
        """How many changes were marked."""
        return sum(sheet.marks.changes for sheet in self.sheets.values())

    def written(self) -> bytes:
        """The package with what changed."""
        sheets = self.sheets
        sheets[self._footnotes].patches += self.notes.patches()
        made = {name: sheet.written() for name, sheet in sheets.items()}
        same = {name for name, sheet in sheets.items() if made[name] == sheet.scan.data}
        if self._fresh and self._footnotes not in same:
            links = f"{posixpath.dirname(self.main)}/_rels/{posixpath.basename(self.main)}.rels"
            known = self._archive.part(links) if links in self._archive else NO_LINKS
            made[links] = linked(known, links)
            made[_TYPES] = declared(self._archive.part(_TYPES), _TYPES, self._footnotes)
        return self._archive.replaced({n: data for n, data in made.items() if n not in same})

    def _add_footnotes(self) -> bool:
        """Whether the package has no footnotes, and is given a part for them."""
        if self._footnotes in self.scans:
            return False
        fresh = self._footnotes not in self._archive
        text = self.scans[self.main]
        data = notes.empty_part(text) if fresh else self._archive.part(self._footnotes)
        self.scans[self._footnotes] = scanned(data, self._footnotes)
        return fresh

    def _marks(self, scan: Scan) -> Marks:
        return Marks(scan.prefix, self._options, self._ids)

    def _highest(self) -> int:
        """The highest id of a mark in any part."""
        parts = [name for name in self._archive.names if name.startswith("word/")]
        texts = (self._archive.part(name) for name in parts if name.endswith(".xml"))
        return max((int(each) for text in texts for each in _ID.findall(text)), default=0)


@dataclass(slots=True)
class _Weaving:
    revision: Revision
    base: DocumentView
    draft: DocumentView
    file: _File
    left: list[Finding] = field(default_factory=list)

    def weave(self) -> None:
        """Lay every change on the sheets of the file."""
        file = self.file
        ground = Ground(self.base, self.draft, file.main, file.sheets, file.places)
        texts = Texts(ground, file.notes)
        texts.moves(self.revision.paragraphs)
        chunks = list(_chunks(self.revision.paragraphs))
        for index, chunk in enumerate(chunks):
            following = next((c[-1].old for c in chunks[index + 1 :] if c[-1].old), "")
            with _Reporting(self, chunk[-1]):
                texts.chunk(chunk, following, _later(chunks, index))
        with _Reporting(self, None):
            texts.end()
        gone = texts.gone_notes()
        for each in self.revision.notes:
            if each.fate is Fate.KEPT and each.changed and each.old not in gone:
                with _Reporting(self, each):
                    texts.note(each)
        for sheet in self.file.sheets.values():
            for number in sheet.refused():
                self.report(self._element_at(sheet, number))
            for number, words in sheet.broken():
                self._tell("writing.link-broken", self._element_at(sheet, number), words)
            for number in sheet.uncommented():
                self._tell("writing.comment-stays", self._element_at(sheet, number), "")
        for name, old, new in self.revision.masthead:
            params = (("field", name), ("old", old), ("new", new))
            self.left.append(
                Finding("T2", Severity.INFO, "writing.masthead-not-marked", Place(), params)
            )

    def _tell(self, message: str, element: str, words: str) -> None:
        """Tell what else becomes of an element of the base, `words` or else its own."""
        known, note = self.base.element(element), self.base.note(element)
        text = known.text if known else note.text if note else None
        words = words or (text.plain() if text else "")
        params = (("label", known.label if known else ""), ("words", words[:_WORDS]))
        self.left.append(Finding("T3", Severity.INFO, message, Place(element=element), params))

    def report(self, element: str) -> None:
        """Say that the change of an element could not be marked."""
        known = self.draft.element(element) or self.base.element(element)
        note = self.draft.note(element) or self.base.note(element)
        words = known.text.plain() if known else note.text.plain() if note else ""
        label = known.label if known else ""
        params = (("label", label), ("words", words[:_WORDS]))
        place = Place(element=element)
        self.left.append(Finding("T1", Severity.ERROR, "writing.not-marked", place, params))

    def _element_at(self, sheet: Sheet, number: int) -> str:
        ids = (*(e.id for e in self.base.elements), *(n.id for n in self.base.notes))
        return next((i for i in ids if (sheet.part, number) in self.file.places.paragraphs(i)), "")


class _Reporting:
    """Turns a change that cannot be marked into a finding."""

    def __init__(self, weaving: _Weaving, revised: Revised | None) -> None:
        self._weaving = weaving
        self._revised = revised

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> bool:
        if kind is not CannotMark:
            return False
        self._weaving.report((self._revised.new or self._revised.old) if self._revised else "")
        return True


def _chunks(rows: Iterable[Revised]) -> Iterator[tuple[Revised, ...]]:
    """The rows up to each mark that the base has: all that becomes of one of its paragraphs, after
    what comes in before it. The last may lack such a mark."""
    chunk: list[Revised] = []
    for row in rows:
        chunk.append(row)
        if row.fate in _IN_BASE:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


def _later(chunks: list[tuple[Revised, ...]], index: int) -> str:
    """The element of the draft that a chunk, if its mark is deleted, runs on into."""
    rows = (row for chunk in chunks[index + 1 :] for row in chunk)
    return next((row.new for row in rows if row.fate in (Fate.KEPT, Fate.INSERTED)), "")

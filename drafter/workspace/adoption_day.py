"""Adoption day: a draft, the resolution that was issued, and what the library makes of both.

The issued text goes into the library as adopted, what maintainers had said of the draft's clauses
goes with it, and the draft says what it was adopted as: one change, to be looked at as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.compare import similarity
from drafter.errors import RefusedOverwrite, UsageError
from drafter.library import Adoption, Curated, Obtained, Source, SourceDocument
from drafter.library.clause_file import ClauseFile
from drafter.library.families import FAMILIES_FILE, read_families
from drafter.library.importing import filed_revisions
from drafter.library.revising import Revision, revised
from drafter.model.findings import Finding
from drafter.model.places import clause_id
from drafter.model.provenance import Stage
from drafter.model.symbols import is_record, parse_symbol, stage_of
from drafter.model.tree import RECOMMENDED, Document
from drafter.readers import ReadOptions, read
from drafter.workspace.carrying_over import counterparts, joined, passed_on
from drafter.workspace.changes import Change, current
from drafter.workspace.comparing import Compared, compare, row_record
from drafter.workspace.extracting import extracted
from drafter.workspace.families import with_families
from drafter.workspace.importing import import_document
from drafter.workspace.libraries import LibraryProvider, provider
from drafter.workspace.native import is_native, native_bytes
from drafter.workspace.records import FORMAT, Record, short_finding
from drafter.workspace.resources import clauses_folder
from drafter.workspace.saving import sha256_on_disk

_SERIES = ("/RES/", "/DEC/")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known beside the two texts: the part of the draft that was adopted, the record of the
    meeting, the symbol of the resolution where its text does not say it, and the library."""

    part: str = ""
    record: str = ""
    symbol: str = ""
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class AdoptionDay:
    """What the editors changed, what is carried over, and the change of the library.

    `carried` are the paragraphs of the issued text that take over what was said of a paragraph of
    the draft, as pairs of clause ids; `left` are clauses of the draft of which something was said
    and that have no counterpart. `findings` are the reader's about the issued text.
    """

    draft: str
    part: str
    issued: str
    record: str
    compared: Compared
    carried: tuple[tuple[str, str], ...]
    left: tuple[str, ...]
    findings: tuple[Finding, ...]
    change: Change

    @property
    def json(self) -> Record:
        """Its JSON."""
        return {
            "format": FORMAT,
            "draft": self.draft,
            "part": self.part,
            "issued": self.issued,
            "record": self.record,
            "paragraphs": [row_record(row) for row in self.compared.comparison.rows],
            "carried": [{"from": old, "to": new} for old, new in self.carried],
            "left": list(self.left),
            "findings": [short_finding(each) for each in self.findings],
            "files": [
                {"path": str(each.path), "new": each.before is None, "diff": difference}
                for each, difference in zip(self.change.files, self.change.differences, strict=True)
            ],
        }


def adoption_day(draft: str, issued: Path, asked: Asked) -> AdoptionDay:
    """What adopting `draft` (a file, or a symbol of the library) as the text in `issued` means.

    Nothing is written. Raises `UnreadableInput`, `UsageError` for a text that is not adopted, in
    another language, a part that is not there or a record that is none, `RefusedOverwrite` where
    the library already says otherwise.
    """
    day = _Day(draft, issued, asked)
    return day.told()


class _Day:
    """The two texts and the library they belong to."""

    def __init__(self, draft: str, issued: Path, asked: Asked) -> None:
        if asked.record and not is_record(asked.record):
            raise UsageError("library.odd-record", place="--record", record=asked.record)
        self._asked = asked
        self._issued_file = issued
        read_options = ReadOptions(symbol=asked.symbol, stage=Stage.ADOPTED.value)
        imported = import_document(issued, read_options)
        self.issued, self.findings = imported.document, imported.findings
        self._refuse_other_than_adopted()
        held = provider((asked.folder,) if asked.folder else ())
        self.file = Path(draft) if Path(draft).is_file() else None
        self.draft, self.source = self._draft(draft, held)
        if self.draft.language != self.issued.language:
            raise UsageError(
                "workspace.adopt-language", draft=self.draft.language, issued=self.issued.language
            )
        self.folder = self._folder(held)
        self.part = asked.part or _part(self.draft, self.issued)

    def told(self) -> AdoptionDay:
        extract = extracted(self.draft, self.part)
        compared = compare(extract.document, self.issued)
        root = extract.document.root.kind.value
        said = {
            root + element.removeprefix(self.part): curated
            for element, curated in (self.source.curated if self.source else ())
            if element.startswith(f"{self.part}/")
        }
        pairs = tuple(counterparts(compared))
        carried = {
            new: passed_on([said[old] for old in olds if old in said]) for new, olds in pairs
        }
        carried = {new: curated for new, curated in carried.items() if curated != Curated()}
        gone = said.keys() - {old for _, olds in pairs for old in olds}
        symbols = self.draft.masthead.symbol, self.issued.masthead.symbol

        def original(element: str) -> str:
            return clause_id(symbols[0], self.part + element.removeprefix(root))

        return AdoptionDay(
            symbols[0], self.part, symbols[1], self._asked.record, compared,
            tuple(
                (original(old), clause_id(symbols[1], new))
                for new, olds in pairs if new in carried for old in olds if old in said
            ),
            tuple(sorted(original(each) for each in gone)),
            self.findings,
            Change.of((*self._filed(carried), *self._draft_told(), *self._families(carried))),
        )  # fmt: skip

    def _refuse_other_than_adopted(self) -> None:
        symbol = self.issued.masthead.symbol
        parsed = parse_symbol(symbol)
        if parsed is None or stage_of(parsed) is not Stage.ADOPTED:
            raise UsageError(
                "workspace.adopt-not-adopted", place=str(self._issued_file),
                hint_id="workspace.adopt-symbol", symbol=symbol or "–",
            )  # fmt: skip

    def _draft(self, draft: str, held: LibraryProvider) -> tuple[Document, SourceDocument | None]:
        if self.file is not None:
            document = read(self.file).document
            symbol = document.masthead.symbol
            found = held.library.document(symbol, document.language) if symbol else None
            return document, found
        found = held.library.document(draft, self.issued.language) or held.library.document(draft)
        if found is None:
            raise UsageError("workspace.adopt-no-draft", draft=draft)
        return found.document, found

    def _folder(self, held: LibraryProvider) -> Path:
        """The folder to write into: the one named, else the one that holds the draft; never the
        shipped one unless it was named."""
        if self._asked.folder is not None:
            return self._asked.folder
        file = self.source.file if self.source else None
        for folder in held.folders:
            if file and file.is_relative_to(folder.resolve()) and folder != clauses_folder():
                return folder
        raise UsageError("workspace.adopt-where", place="--library")

    def _filed(self, carried: Mapping[str, Curated]) -> tuple[Revision, ...]:
        """The issued text as a clause file, with what is carried over."""
        obtained = Obtained(sha256=sha256_on_disk(self._issued_file))
        source = Source(obtained=obtained, stage=Stage.ADOPTED)

        def curated(file: ClauseFile) -> ClauseFile:
            here = dict(file.curated)
            both = {
                element: joined(here.get(element, Curated()), carried.get(element, Curated()))
                for element in (*here, *carried)
            }
            adoption = _recorded(file, self._asked.record)
            return replace(
                file,
                curated=tuple(both.items()),
                source=replace(file.source, adoption=adoption),
            )

        return filed_revisions(self.issued, source, self.folder, curated)

    def _draft_told(self) -> Iterator[Revision]:
        """The draft, saying what its part was adopted as: in the library, and in its own file."""
        number = known_number(self.issued.masthead.symbol)
        if self.source is not None and self.source.file.is_relative_to(self.folder.resolve()):
            path = self.source.file

            def said(file: ClauseFile) -> ClauseFile:
                adopted = _adopted_as(file.source.adopted_as, self.part, number, path)
                return replace(file, source=replace(file.source, adopted_as=adopted))

            yield revised(path, said)
        if self.file is not None and is_native(self.file):
            adopted = _adopted_as(self.draft.adopted_as, self.part, number, self.file)
            told = native_bytes(replace(self.draft, adopted_as=adopted))
            yield Revision(self.file, current(self.file), told)

    def _families(self, carried: Mapping[str, Curated]) -> Iterator[Revision]:
        """The table of families, where it lists a family that goes on in the issued text."""
        known = dict(read_families(self.folder).families.latest)
        symbol = self.issued.masthead.symbol
        latest = {
            curated.family: clause_id(symbol, element)
            for element, curated in carried.items()
            if curated.family in known
        }
        if latest and (self.folder / FAMILIES_FILE).is_file():
            yield with_families(self.folder, latest)


def known_number(symbol: str) -> str:
    """The number that a resolution is known by: "79/217" of A/RES/79/217; others by symbol."""
    parsed = parse_symbol(symbol)
    core = parsed.core if parsed else symbol
    for series in _SERIES:
        _, found, number = core.partition(f"A{series}")
        if found:
            return number
    return core


def _part(draft: Document, issued: Document) -> str:
    """The part of the draft that became the issued text: of several, the one most like it."""
    parts = dict(draft.parts())
    recommended = [path for path, part in parts.items() if part.kind in RECOMMENDED]
    root = draft.root.kind.value
    if len(recommended) < 2:
        return next(iter(recommended), root)
    words = _words(issued)
    alike = {
        path: similarity(_words(extracted(draft, path).document), words) for path in recommended
    }
    return max(recommended, key=lambda path: alike[path])


def _words(document: Document) -> str:
    return "\n".join(paragraph.text.plain() for _, paragraph in document.walk())


def _recorded(file: ClauseFile, record: str) -> tuple[Adoption, ...]:
    """How the text was adopted, with the record of the meeting."""
    root = file.document.root.kind.value
    rows = {each.part: each for each in file.source.adoption}
    if not record:
        return file.source.adoption
    whole = rows.get(root, Adoption(root))
    return tuple({**rows, root: replace(whole, record=record)}.values())


def _adopted_as(
    known: tuple[tuple[str, str], ...], part: str, number: str, path: Path
) -> tuple[tuple[str, str], ...]:
    said = dict(known)
    if said.get(part, number) != number:
        raise RefusedOverwrite(
            "workspace.adopted-otherwise", place=str(path), hint_id="workspace.adopt-which",
            part=part, known=said[part], new=number,
        )  # fmt: skip
    return tuple({**said, part: number}.items())

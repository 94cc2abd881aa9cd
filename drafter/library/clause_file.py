"""A clause file: the whole skeleton of a document with what maintainers added, and reading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.errors import InvalidRecord, UnreadableInput
from drafter.library.clause import IN_USE, NOTHING, Curated, Earlier, Retired
from drafter.library.clause_rows import NOTES, Row, Steps, dicts, note_rows, rows, several, words
from drafter.library.findings import of_error, problem
from drafter.library.source import Source
from drafter.library.source_record import source_of
from drafter.model import markup
from drafter.model.findings import Finding, Place
from drafter.model.rebuild import map_paragraphs
from drafter.model.record_read import document as document_of
from drafter.model.record_write import fingerprint
from drafter.model.tree import Document
from drafter.yamlio import Located, Value, load

DERIVED = ("opening", "footnotes")
CURATED = ("topics", "addressees", "family", "note", "review", "earlier", "retired")
_NOT_OF_MODEL = frozenset({*DERIVED, *CURATED, NOTES})
# told once, in `source`, and put back into the document on reading
TOLD_BY_SOURCE = ("language", "stage", "adopted_as")
MASTHEAD_TOLD_BY_SOURCE = ("symbol", "date", "original_language")
_FINGERPRINT = 32
MAX_CHARACTERS = 20_000_000


class InvalidClauseFile(UnreadableInput):
    """A file that is no clause file; `findings` say everything that is wrong with it."""

    def __init__(self, file: Path, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        place = f"{file}:{first.place.line}"
        super().__init__(first.message, place=place, hint_id="", **first.values)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """What one clause file holds; `imported` is the fingerprint of its text as last imported."""

    source: Source
    document: Document
    curated: tuple[tuple[str, Curated], ...] = ()
    imported: str = ""


def completed(document: Document, source: Source) -> Document:
    """The document as a clause file gives it back: what `source` tells is in it."""
    masthead = replace(
        document.masthead,
        symbol=source.symbol,
        date=source.date,
        original_language=source.original_language,
    )
    return replace(
        document,
        language=source.language,
        stage=source.stage.value,
        adopted_as=source.adopted_as,
        masthead=masthead,
    )


def text_fingerprint(document: Document) -> str:
    """The fingerprint of what only an import writes: it differs once a file is edited by hand."""
    bare = completed(document, Source())
    if any(paragraph.waivers for _, paragraph in document.walk()):
        bare = map_paragraphs(bare, lambda paragraph: replace(paragraph, waivers=()))
    return fingerprint(bare)[:_FINGERPRINT]


def parse(data: bytes, file: Path) -> ClauseFile:
    """The clause file in `data`.

    Raises `InvalidYaml`, or `InvalidClauseFile` with every fault of its shape.
    """
    return located(data, file)[0]


def located(data: bytes, file: Path) -> tuple[ClauseFile, Located]:
    """As `parse`, with the lines of the file."""
    from drafter.library.faults import faults

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidClauseFile(file, (problem("not-utf-8", file, line),)) from None
    held = load(text, source=str(file), max_bytes=MAX_CHARACTERS)
    wrong = faults(held, file) or tuple(_loose_ends(held, file))
    if wrong:
        raise InvalidClauseFile(file, wrong)
    assert isinstance(held.data, dict)  # noqa: S101  the shape was checked
    return _read(held.data, held, file), held


def _read(data: Row, held: Located, file: Path) -> ClauseFile:
    source = source_of(data["source"])
    bared = _Bared({}, dicts(data.get("notes", "")))
    skeleton = {key: value for key, value in data.items() if key not in ("source", "imported")}
    skeleton["blocks"] = bared.blocks(data.get("blocks", ""))
    skeleton["notes"] = list[Value](bared.notes)
    skeleton["language"] = source.language
    try:
        document = document_of(skeleton)
    except InvalidRecord as error:
        where = Place(file=str(file), line=held.line(*error.path))
        wrong = replace(of_error(error, file), place=where)
        raise InvalidClauseFile(file, (wrong,)) from None
    imported = data.get("imported", "")
    return ClauseFile(
        source,
        completed(document, source),
        tuple(bared.curated.items()),
        imported if isinstance(imported, str) else "",
    )


@dataclass(frozen=True, slots=True)
class _Bared:
    """Takes what is curated, and the notes, out of the rows of a file."""

    curated: dict[str, Curated]
    notes: list[Row]

    def blocks(self, blocks: Value) -> list[Value]:
        return [self._row(row) for row in dicts(blocks)]

    def _row(self, row: Row) -> Row:
        if "part" in row:
            return {**row, "blocks": self.blocks(row.get("blocks", ""))}
        added = _curated(row)
        if added != NOTHING:
            self.curated[words(row, "id")] = added
        self.notes.extend(dicts(row.get("notes", "")))
        bare = {key: value for key, value in row.items() if key not in _NOT_OF_MODEL}
        if "children" in bare:
            bare["children"] = self.blocks(bare["children"])
        return bare


def _curated(row: Row) -> Curated:
    return Curated(
        topics=several(row, "topics"),
        addressees=several(row, "addressees"),
        family=words(row, "family"),
        note=words(row, "note"),
        review=words(row, "review"),
        earlier=tuple(
            Earlier(words(each, "text"), words(each, "until"), words(each, "by"))
            for each in dicts(row.get("earlier", ""))
        ),
        retired=_retired(row.get("retired", "")),
    )


def _retired(said: Value) -> Retired:
    return Retired(words(said, "why"), words(said, "by")) if isinstance(said, dict) else IN_USE


def _loose_ends(held: Located, file: Path) -> Iterator[Finding]:
    """Ids used twice and note marks without their note, all of them."""
    assert isinstance(held.data, dict)  # noqa: S101  the shape was checked
    notes: set[str] = set()
    for at, row in note_rows(held.data):
        yield from _once(row, at, notes, held, file)
    seen: set[str] = set()
    for at, row in rows(held.data.get("blocks", ""), ("blocks",)):
        if "part" in row:
            continue
        yield from _once(row, at, seen, held, file)
        text = words(row, "text")
        marks = markup.parse(text).notes if "[^" in text else ()
        for mark in marks:
            if mark not in notes:
                line = held.line(*at, "text")
                yield problem("mark-without-note", file, line, element=words(row, "id"), mark=mark)


def _once(row: Row, at: Steps, seen: set[str], held: Located, file: Path) -> Iterator[Finding]:
    found = words(row, "id")
    if found in seen:
        yield problem("duplicate-id", file, held.line(*at, "id"), element=found, id=found)
    seen.add(found)

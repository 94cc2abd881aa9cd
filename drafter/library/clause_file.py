"""A clause file: the whole skeleton of a document with what maintainers added, as YAML and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from drafter import yamlio
from drafter.errors import InvalidRecord, UnreadableInput
from drafter.library.clause import IN_USE, NOTHING, Curated, Earlier, Retired
from drafter.library.findings import of_error, problem
from drafter.library.note_places import note_places
from drafter.library.source import Source
from drafter.library.source_record import source_of, source_record
from drafter.model import markup
from drafter.model.findings import Finding, Place
from drafter.model.rebuild import map_paragraphs
from drafter.model.record_read import document as document_of
from drafter.model.record_write import fingerprint, record, record_of_note
from drafter.model.tree import Document, Note
from drafter.yamlio import Located, Value, dump, load

DERIVED = ("opening", "footnotes")
CURATED = ("topics", "addressees", "family", "note", "review", "earlier", "retired")
NOTES = "notes"
_NOT_OF_MODEL = frozenset({*DERIVED, *CURATED, NOTES})
# told once, in `source`, and put back into the document on reading
TOLD_BY_SOURCE = ("language", "stage", "adopted_as")
MASTHEAD_TOLD_BY_SOURCE = ("symbol", "date", "original_language")
_BEFORE_TEXT = ("id", "kind", "label_read", "label_fixed", "numbered", "restarts")
_AFTER_NOTHING = ("origins", "status", "proposals", "waivers", "children")
_FINGERPRINT = 32
_MAX_CHARACTERS = 20_000_000
_NOTICE = "United Nations text; the official document prevails. See NOTICE.md."
_CURATE = "Imports refresh the text and keep: topics, addressees, family, note, review."
_MODELINE = re.compile(r"^# yaml-language-server: \$schema=(.+)$", re.MULTILINE)
Row = dict[str, Value]
Derived = tuple[str, tuple[str, ...]]
Steps = tuple[str | int, ...]


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
    held = load(text, source=str(file), max_bytes=_MAX_CHARACTERS)
    wrong = faults(held, file) or tuple(_loose_ends(held, file))
    if wrong:
        raise InvalidClauseFile(file, wrong)
    assert isinstance(held.data, dict)  # noqa: S101  the shape was checked
    return _read(held.data, held, file), held


def _read(data: Row, held: Located, file: Path) -> ClauseFile:
    source = source_of(data["source"])
    bared = _Bared({}, _dicts(data.get("notes", "")))
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
        return [self._row(row) for row in _dicts(blocks)]

    def _row(self, row: Row) -> Row:
        if "part" in row:
            return {**row, "blocks": self.blocks(row.get("blocks", ""))}
        added = _curated(row)
        if added != NOTHING:
            self.curated[_words(row, "id")] = added
        self.notes.extend(_dicts(row.get("notes", "")))
        bare = {key: value for key, value in row.items() if key not in _NOT_OF_MODEL}
        if "children" in bare:
            bare["children"] = self.blocks(bare["children"])
        return bare


def _curated(row: Row) -> Curated:
    return Curated(
        topics=_several(row, "topics"),
        addressees=_several(row, "addressees"),
        family=_words(row, "family"),
        note=_words(row, "note"),
        review=_words(row, "review"),
        earlier=tuple(
            Earlier(_words(each, "text"), _words(each, "until"), _words(each, "by"))
            for each in _dicts(row.get("earlier", ""))
        ),
        retired=_retired(row.get("retired", "")),
    )


def _retired(said: Value) -> Retired:
    return Retired(_words(said, "why"), _words(said, "by")) if isinstance(said, dict) else IN_USE


def _words(row: Row, key: str) -> str:
    value = row.get(key, "")
    return value if isinstance(value, str) else ""


def _several(row: Row, key: str) -> tuple[str, ...]:
    value = row.get(key, "")
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def _loose_ends(held: Located, file: Path) -> Iterator[Finding]:
    """Ids used twice and note marks without their note, all of them."""
    assert isinstance(held.data, dict)  # noqa: S101  the shape was checked
    notes: set[str] = set()
    for at, row in note_rows(held.data):
        yield from _once(row, at, notes, held, file)
    seen: set[str] = set()
    for at, row in _rows(held.data.get("blocks", ""), ("blocks",)):
        if "part" in row:
            continue
        yield from _once(row, at, seen, held, file)
        text = _words(row, "text")
        marks = markup.parse(text).notes if "[^" in text else ()
        for mark in marks:
            if mark not in notes:
                line = held.line(*at, "text")
                yield problem("mark-without-note", file, line, element=_words(row, "id"), mark=mark)


def note_rows(data: Row) -> Iterator[tuple[Steps, Row]]:
    """The notes of a file as they stand in it, and where: at the end, and beside paragraphs."""
    yield from _rows(data.get(NOTES, ""), (NOTES,))
    for at, row in _rows(data.get("blocks", ""), ("blocks",)):
        if "part" not in row:
            yield from _rows(row.get(NOTES, ""), (*at, NOTES))


def _rows(blocks: Value, path: Steps) -> Iterator[tuple[Steps, Row]]:
    for index, row in enumerate(blocks):
        if isinstance(row, dict):
            at = (*path, index)
            yield at, row
            for inner in ("blocks", "children"):
                yield from _rows(row.get(inner, ""), (*at, inner))


def _once(row: Row, at: Steps, seen: set[str], held: Located, file: Path) -> Iterator[Finding]:
    found = _words(row, "id")
    if found in seen:
        yield problem("duplicate-id", file, held.line(*at, "id"), element=found, id=found)
    seen.add(found)


def written(file: ClauseFile, *, schema: str = "") -> str:
    """The clause file as YAML; `schema` is the path of the schema for editors, empty for none."""
    return dump(_whole(file, {}), comment=_head(schema))


def rewritten(
    old: bytes, file: ClauseFile, *, schema: str = "", held: Located | None = None
) -> bytes:
    """`file` in canonical form with every comment of the clause file in `old`.

    Where `file` says what `old` says, canonical bytes come back as they were. Without `schema` the
    old modeline stays. With `held`, what `old` says, only the form changes: nothing that is derived
    or understood is put right or filled in. Raises `InvalidYaml` for an `old` that is no YAML.
    """
    text = old.decode("utf-8-sig")
    modeline = _MODELINE.search(text)
    head = _head(schema or (modeline[1] if modeline else ""))
    whole = _whole(file, _derived_in(held) if held else {})
    if held:
        _leave_unsaid(whole, held)
    new = yamlio.rewritten(text, whole, source="", comment=head, max_bytes=_MAX_CHARACTERS)
    return new.encode()


def _derived_in(held: Located) -> dict[str, Derived]:
    """What a file says, rightly or not, are the opening and footnotes of its paragraphs."""
    blocks = held.data.get("blocks", "") if isinstance(held.data, dict) else ""
    return {
        _words(row, "id"): (_words(row, "opening"), _several(row, "footnotes"))
        for _, row in _rows(blocks, ("blocks",))
        if "part" not in row
    }


def _leave_unsaid(whole: Row, held: Located) -> None:
    """Take from `whole` what its source has by default only."""
    new, old = whole["source"], held.data.get("source") if isinstance(held.data, dict) else None
    if not isinstance(new, dict) or not isinstance(old, dict):
        return
    if not old.get("obtained"):
        new.pop("obtained", None)
    before = _dicts(old.get("adoption", ""))
    for row, said in zip(_dicts(new.get("adoption", "")), before, strict=True):
        if not said.get("how"):
            row.pop("how", None)


def _head(schema: str) -> str:
    modeline = f"yaml-language-server: $schema={schema}\n" if schema else ""
    return f"{modeline}{_NOTICE}\n{_CURATE}"


def _whole(file: ClauseFile, derived: Mapping[str, Derived]) -> Row:
    skeleton = record(file.document)
    marks = {p.id: (p.text.opening, p.text.notes) for _, p in file.document.walk()}
    notes = note_places(file.document)
    dress = _Dress(dict(file.curated), {**marks, **derived}, notes.beside)
    skeleton[NOTES] = [record_of_note(note) for note in notes.at_end]
    masthead = skeleton.get("masthead", {})
    told = {key: skeleton.pop(key) for key in ("format", *TOLD_BY_SOURCE) if key in skeleton}
    if isinstance(masthead, dict):
        masthead = {k: v for k, v in masthead.items() if k not in MASTHEAD_TOLD_BY_SOURCE}
    if "blocks" in skeleton:
        skeleton["blocks"] = [dress.row(row) for row in _dicts(skeleton["blocks"])]
    whole: Row = {
        "format": told["format"],
        "source": dict(source_record(file.source)),
        "imported": file.imported,
        "type": skeleton.pop("type"),
        "masthead": masthead,
        **{key: value for key, value in skeleton.items() if key != "masthead"},
    }
    return {key: value for key, value in whole.items() if value}


@dataclass(frozen=True, slots=True)
class _Dress:
    """Puts what is curated and derived, and the notes, into the rows of a skeleton."""

    curated: dict[str, Curated]
    derived: dict[str, Derived]
    notes: Mapping[str, tuple[Note, ...]]

    def row(self, row: Row) -> Row:
        if "part" in row:
            inner = [self.row(each) for each in _dicts(row.get("blocks", ""))]
            return {**row, "blocks": list[Value](inner)} if inner else row
        added = self.curated.get(_words(row, "id"), NOTHING)
        opening, notes = self.derived[_words(row, "id")]
        dressed: Row = {key: row.get(key, "") for key in _BEFORE_TEXT}
        dressed |= {"opening": opening, "text": row.get("text", ""), "footnotes": list(notes)}
        beside = self.notes.get(_words(row, "id"), ())
        dressed[NOTES] = [record_of_note(note) for note in beside]
        dressed |= {"topics": list(added.topics), "addressees": list(added.addressees)}
        dressed |= {"family": added.family, "note": added.note, "review": added.review}
        dressed["earlier"] = [_earlier(each) for each in added.earlier]
        retired = {"why": added.retired.why, "by": added.retired.by}
        dressed["retired"] = {key: said for key, said in retired.items() if said}
        dressed |= {key: row.get(key, "") for key in _AFTER_NOTHING}
        children = (self.row(each) for each in _dicts(row.get("children", "")))
        dressed["children"] = list[Value](children)
        return {key: value for key, value in dressed.items() if value}


def _earlier(reading: Earlier) -> Row:
    fields = {"text": reading.text, "until": reading.until, "by": reading.by}
    return {name: value for name, value in fields.items() if value}


def _dicts(rows: Value) -> list[Row]:
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []

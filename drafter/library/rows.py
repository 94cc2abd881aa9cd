"""Clauses from rows of JSON, one a line, into a clause file for each document they name.

A row is `{id, text, kind, doc, session, date, lang}`; `stage`, `title`, `adopted_as`, `label` and
`opening` may be added. Other fields are left alone. In a file that is there a row takes the place
of the clause with its id; clauses that no row names stay. Where a row says another stage than the
symbol of its document, the symbol counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from drafter.errors import DrafterError
from drafter.languages import canonical, codes, language, opening_of
from drafter.library.clause_file import parse, text_fingerprint
from drafter.library.findings import of_error, problem
from drafter.library.importing import MAX_BYTES, ImportOutcome, clause_path, import_document
from drafter.library.names import safe
from drafter.library.row_joining import joined
from drafter.library.source import Source, StageName
from drafter.model.findings import Finding, Place, Severity
from drafter.model.places import clause_id
from drafter.model.provenance import Stage
from drafter.model.symbols import agrees, parse_symbol, stage_of
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.yamlio.files import read_bytes

_NEEDED = ("id", "text", "kind", "doc", "lang")
_KINDS = {kind.value: kind for kind in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION)} | {
    kind.value: kind for kind in (Kind.PROSE, Kind.REPORT)
}
_STAGES = get_args(StageName)
_ROOT = PartKind.RESOLUTION
_DIGITS = 4
_LONGEST_LINE = 1_000_000


@dataclass(frozen=True, slots=True)
class RowsOutcome:
    """What came of the rows: how many became clauses, of which documents, and what did not."""

    rows: int
    outcomes: tuple[ImportOutcome, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    fields: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")


def import_rows(
    lines: Iterable[str], folder: Path, *, name: str = "", force: bool = False
) -> RowsOutcome:
    """Write the clause files of the rows into `folder`; `name` is the file they come from.

    Rows that cannot be used become findings with their lines, and then nothing is written: half a
    file of clauses is worse than none. A document that is refused leaves the others alone. OSError
    where nothing can be written.
    """
    findings: list[Finding] = []
    documents: dict[tuple[str, str], list[_Row]] = {}
    for row in _once(_rows(lines, name, findings), name, findings):
        documents.setdefault((row["doc"], row["lang"]), []).append(row)
    if not (documents or findings):
        findings.append(problem("no-rows", name))
    if findings:
        return RowsOutcome(0, (), tuple(findings))
    outcomes: list[ImportOutcome] = []
    count = 0
    for rows in documents.values():
        try:
            outcomes.append(_imported(tuple(rows), folder, name, findings, force=force))
            count += len(rows)
        except DrafterError as error:
            where = Place(file=name, line=rows[0].line)
            findings.append(replace(of_error(error, Path(name)), place=where))
    return RowsOutcome(count, tuple(outcomes), tuple(findings))


def _imported(
    rows: tuple[_Row, ...], folder: Path, name: str, findings: list[Finding], *, force: bool
) -> ImportOutcome:
    source = _source(rows[0])
    findings += (each for row in rows for each in _changed(row, source, name))
    document = _document(rows, source.stage)
    path = folder / clause_path(document, source)
    if not path.exists():
        return import_document(document, source, folder, force=force)
    before = parse(read_bytes(path, max_bytes=MAX_BYTES), path)
    found = joined(before.document, document)
    # what was edited by hand and is left alone stays known as edited
    same = text_fingerprint(found.document) == text_fingerprint(before.document)
    imported = before.imported if same else ""
    outcome = import_document(found.document, source, folder, force=force, imported=imported)
    if found.kept:
        findings.append(
            problem(
                "rows-kept", name, rows[0].line, severity=Severity.INFO,
                symbol=source.symbol, count=len(found.kept),
            )
        )  # fmt: skip
    return outcome


def _rows(lines: Iterable[str], name: str, findings: list[Finding]) -> Iterator[_Row]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line) if len(line) <= _LONGEST_LINE else None
        except (ValueError, RecursionError):
            fields = None
        if not isinstance(fields, dict):
            findings.append(problem("row-not-json", name, number))
            continue
        row = _Row(number, {key: str(value) for key, value in fields.items() if value is not None})
        wrong = _wrong(row, name)
        if wrong:
            findings.append(wrong)
        else:
            yield row


def _wrong(row: _Row, name: str) -> Finding | None:
    for field in _NEEDED:
        if not row[field].strip():
            needed = ", ".join(_NEEDED)
            return problem("row-incomplete", name, row.line, field=field, needed=needed)
    for field, allowed in (("kind", (*_KINDS,)), ("lang", codes()), ("stage", ("", *_STAGES))):
        if row[field] not in allowed:
            return problem(
                "wrong-value", name, row.line,
                field=field, found=row[field][:60], allowed=", ".join(filter(None, allowed)),
            )  # fmt: skip
    if row["session"].strip() and _session(row) is None:
        found = row["session"][:60]
        return problem(
            "wrong-value", name, row.line, field="session", found=found, allowed="0, 1, 2 …"
        )
    return None


def _session(row: _Row) -> int | None:
    said = row["session"].strip()
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= _DIGITS else None


def _changed(row: _Row, source: Source, name: str) -> Iterator[Finding]:
    """What a row says that cannot stand in the library as it says it."""
    stage, settled = row["stage"], source.stage.value
    if stage and stage != settled and not agrees(source.symbol, Stage(stage)):
        yield problem(
            "row-stage", name, row.line, severity=Severity.WARNING,
            symbol=source.symbol, stage=stage, settled=settled,
        )  # fmt: skip
    clause = clause_id(source.symbol, _identity(row))
    doc = row["id"].rpartition("#")[0]
    if doc and doc not in (row["doc"], source.symbol):
        yield problem(
            "row-of-other-document", name, row.line, severity=Severity.WARNING,
            id=row["id"], doc=row["doc"], clause=clause,
        )  # fmt: skip
    elif _identity(row) != f"{_ROOT.value}/{_place(row)}":
        yield problem(
            "row-id-changed", name, row.line, severity=Severity.WARNING, id=row["id"], clause=clause
        )


def _once(rows: Iterable[_Row], name: str, findings: list[Finding]) -> Iterator[_Row]:
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        key = (row["doc"], row["lang"], _identity(row))
        if key in seen:
            findings.append(problem("duplicate-id", name, row.line, id=row["id"]))
        seen.add(key)
        yield row


def _source(row: _Row) -> Source:
    symbol = parse_symbol(row["doc"])
    stage = stage_of(symbol) if symbol else Stage.UNKNOWN
    said = Stage(row["stage"] or Stage.UNKNOWN)
    if said is not Stage.UNKNOWN and agrees(row["doc"], said):
        stage = said
    return Source(
        symbol=str(symbol) if symbol else row["doc"],
        language=row["lang"],
        stage=stage,
        title=row["title"],
        session=_session(row),
        date=row["date"],
        adopted_as=((_ROOT.value, row["adopted_as"]),) if row["adopted_as"] else (),
    )


def _document(rows: tuple[_Row, ...], stage: Stage) -> Document:
    kind = DocumentType.RESOLUTION if stage is Stage.ADOPTED else DocumentType.DRAFT_RESOLUTION
    paragraphs = tuple(_paragraph(row) for row in rows)
    return Document(kind, rows[0]["lang"], Part(_ROOT, paragraphs))


def _paragraph(row: _Row) -> Paragraph:
    words = language(row["lang"])
    text = canonical(row["text"].strip(), words)
    opening = row["opening"] or opening_of(text, words, row["kind"])
    length = len(opening) if opening and text.startswith(opening) else 0
    return Paragraph(
        _identity(row),
        _KINDS[row["kind"]],
        Text.of(text).emphasised(length),
        label_read=row["label"],
    )


def _place(row: _Row) -> str:
    return row["id"].rpartition("#")[2].removeprefix(f"{_ROOT.value}/")


def _identity(row: _Row) -> str:
    """The row's own id names the paragraph, so that importing the rows again finds it."""
    return "/".join((_ROOT.value, *(safe(step) for step in _place(row).split("/"))))

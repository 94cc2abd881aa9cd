"""Everything that is wrong with a folder of clause files, for the maintainer who looks after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError
from drafter.languages import canonical, codes, language
from drafter.library.clause import CLAUSE_KINDS
from drafter.library.clause_file import (
    ClauseFile,
    InvalidClauseFile,
    located,
    text_fingerprint,
)
from drafter.library.findings import of_error, problem
from drafter.library.names import path_of
from drafter.library.scanning import scan
from drafter.library.vocabulary import Vocabulary, read_all
from drafter.model.findings import Finding, Severity
from drafter.model.provenance import Stage
from drafter.model.symbols import parse_symbol, stage_of
from drafter.yamlio import Located, Value
from drafter.yamlio.files import read_bytes

_MAX_BYTES = 20_000_000
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A paragraph as it stands in the file, and where."""

    at: Steps
    fields: dict[str, Value]

    def words(self, name: str) -> str:
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def several(self, name: str) -> list[str]:
        value = self.fields.get(name, "")
        return [str(each) for each in value] if isinstance(value, list) else []


def check(folder: Path, beside: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """The findings of all files in `folder`, in order of file and line.

    The topics and addressees of the folders `beside` it are known as well. Errors keep a file, or
    a clause, out of the library or make it say something false; warnings are for a maintainer to
    look at. Never raises for what is in the folder.
    """
    seen, findings = scan((folder,))
    _, wrong = read_all((folder,))
    vocabulary, _ = read_all((*beside, folder))
    found = [*findings, *wrong]
    texts: dict[tuple[str, str], str] = {}
    for each in seen:
        if each.is_vocabulary:
            continue
        path = folder / each.path
        try:
            file, held = located(read_bytes(path, max_bytes=_MAX_BYTES), path)
        except InvalidClauseFile as error:
            found += error.findings
            continue
        except DrafterError as error:
            found.append(of_error(error, path))
            continue
        of_file = [
            *_of_source(file, held, path, each.path, texts),
            *_of_text(file, held, path, vocabulary),
        ]
        found += sorted(of_file, key=lambda finding: finding.place.line)
    return tuple(found)


def _of_source(
    file: ClauseFile, held: Located, path: Path, inside: str, texts: dict[tuple[str, str], str]
) -> Iterator[Finding]:
    source = file.source
    key = (source.symbol, source.language)
    line = held.line("source", "symbol")
    if key in texts:
        yield problem("duplicate-source", path, line, symbol=source.symbol, other=texts[key])
    texts.setdefault(key, inside)
    expected = str(path_of(source))
    if inside != expected:
        yield problem("misplaced-file", path, line, severity=Severity.WARNING, expected=expected)
    if source.language not in codes():
        yield problem(
            "unknown-language", path, held.line("source", "language"),
            found=source.language, allowed=", ".join(codes()),
        )  # fmt: skip
    parsed = parse_symbol(source.symbol)
    stage = stage_of(parsed) if parsed else Stage.UNKNOWN
    if parsed is None:
        yield problem("odd-symbol", path, line, severity=Severity.WARNING, symbol=source.symbol)
    elif stage is Stage.ADOPTED and source.stage is not Stage.ADOPTED:
        yield problem(
            "stage-unlike-symbol", path, held.line("source", "stage"),
            severity=Severity.WARNING, symbol=source.symbol, stage=source.stage.value,
        )  # fmt: skip
    yield from _of_adoption(file, held, path)


def _of_adoption(file: ClauseFile, held: Located, path: Path) -> Iterator[Finding]:
    parts = {part for part, _ in file.document.parts()}
    allowed = ", ".join(sorted(parts))
    for part, _ in file.source.adopted_as:
        if part not in parts:
            line = held.line("source", "adopted_as", part)
            yield problem("unknown-part", path, line, found=part, allowed=allowed)
    for index, adoption in enumerate(file.source.adoption):
        if adoption.part not in parts:
            line = held.line("source", "adoption", index, "part")
            yield problem("unknown-part", path, line, found=adoption.part, allowed=allowed)
    if file.imported and text_fingerprint(file.document) != file.imported:
        line = held.line("imported")
        yield problem("text-edited", path, line, severity=Severity.INFO)


def _of_text(
    file: ClauseFile, held: Located, path: Path, vocabulary: Vocabulary
) -> Iterator[Finding]:
    data = held.data if isinstance(held.data, dict) else {}
    rows = {row.words("id"): row for row in _rows(data.get("blocks", ""), ("blocks",))}
    marked: set[str] = set()
    for _, paragraph in file.document.walk():
        row = rows[paragraph.id]
        marked.update(paragraph.text.notes)
        yield from _derived(paragraph.text.opening, list(paragraph.text.notes), row, held, path)
        if paragraph.kind in CLAUSE_KINDS and not paragraph.text.plain().strip():
            line = held.line(*row.at)
            yield problem("empty-clause", path, line, element=paragraph.id)
        yield from _spaces(paragraph.text.plain(), row, held, path, file.source.language)
        yield from _terms(row, held, path, vocabulary)
    for index, note in enumerate(file.document.notes):
        if note.id not in marked:
            line = held.line("notes", index)
            yield problem("note-without-mark", path, line, severity=Severity.WARNING, note=note.id)


def _derived(
    opening: str, notes: list[str], row: _Row, held: Located, path: Path
) -> Iterator[Finding]:
    element = row.words("id")
    if row.words("opening") != opening:
        yield problem(
            "opening-not-at-start", path, held.line(*row.at, "opening"),
            element=element, found=row.words("opening"), marked=opening,
        )  # fmt: skip
    if row.several("footnotes") != notes:
        yield problem(
            "footnotes-unlike-marks", path, held.line(*row.at, "footnotes"), element=element,
            found=", ".join(row.several("footnotes")), marked=", ".join(notes),
        )  # fmt: skip


def _spaces(text: str, row: _Row, held: Located, path: Path, code: str) -> Iterator[Finding]:
    if code in codes() and canonical(text, language(code)) != text:
        line = held.line(*row.at, "text")
        yield problem("stray-space", path, line, severity=Severity.WARNING, element=row.words("id"))


def _terms(row: _Row, held: Located, path: Path, vocabulary: Vocabulary) -> Iterator[Finding]:
    for field, terms in (("topics", vocabulary.topics), ("addressees", vocabulary.addressees)):
        known = {term.key for term in terms}
        for index, key in enumerate(row.several(field)):
            if key not in known:
                yield problem(
                    "unknown-term", path, held.line(*row.at, field, index),
                    severity=Severity.WARNING, element=row.words("id"), field=field, found=key,
                )  # fmt: skip


def _rows(blocks: Value, path: Steps) -> Iterator[_Row]:
    for index, fields in enumerate(blocks if isinstance(blocks, list) else []):
        if isinstance(fields, dict):
            at = (*path, index)
            if "part" not in fields:
                yield _Row(at, fields)
            for inner in ("blocks", "children"):
                yield from _rows(fields.get(inner, ""), (*at, inner))

"""Writing documents into a library folder: merged by id, so that nothing curated is ever lost.

What an import derives (the whole text) is refreshed; what maintainers added is kept. A file whose
text was edited by hand, or whose curated paragraphs would vanish, is not overwritten unless asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from drafter.errors import RefusedOverwrite, UsageError
from drafter.library.adopting import adoptions
from drafter.library.clause_file import ClauseFile, completed, parse, text_fingerprint
from drafter.library.clause_writing import rewritten, written
from drafter.library.merging import difference, merged, refuse_loss, title_of
from drafter.library.names import body_of, path_of
from drafter.library.revising import Revision
from drafter.library.schema import schema_text
from drafter.library.source import Source
from drafter.model.findings import Finding
from drafter.model.provenance import Stage
from drafter.model.symbols import session_of
from drafter.model.tree import Document, Paragraph
from drafter.yamlio import write_atomically
from drafter.yamlio.files import read_bytes

SCHEMA_FILE = "clause.schema.json"
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did: the file, and the ids of paragraphs new, changed and gone in it.

    `document` is the document as the file gives it back; `written` is False where the file already
    said all this.
    """

    path: Path
    document: Document
    created: bool
    written: bool
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def import_document(
    document: Document,
    source: Source,
    folder: Path,
    *,
    force: bool = False,
    as_read: Document | None = None,
    left: str | None = None,
    imported: str = "",
) -> ImportOutcome:
    """Write `document` to its clause file in `folder`, or merge it into the one that is there.

    Empty fields of `source` are filled from the document. `as_read` is the document before it was
    corrected by hand: what differs from it counts as edited; or `imported` is the fingerprint of
    that text. `left` is the hash of the clause file as the last import left it, "" if that is not
    known: where the file is another now, what it says of its source is not overwritten either.
    Raises `UsageError` without symbol, stage or language; `RefusedOverwrite` (parameter `diff`
    shows both) for a file whose text was edited by hand, or curated paragraphs that would go,
    unless `force`; `UnreadableInput` for a broken file; OSError where nothing can be written.
    """
    given = filled(source, document)
    imported = imported or text_fingerprint(as_read or document)
    path = folder / path_of(given)
    if not path.exists():
        return _created(ClauseFile(given, completed(document, given), (), imported), folder, path)
    data = read_bytes(path, max_bytes=MAX_BYTES)
    before = _parsed(data, path, given)
    after, findings = merged(before, document, given)
    after = replace(after, imported=imported)
    new_data = rewritten(data, after, schema=schema_beside(folder, path))
    if not force:
        touched = left is not None and hashlib.sha256(data).hexdigest() != left
        both = difference(data.decode("utf-8-sig"), new_data.decode())
        refuse_loss(before, after, findings, path, both, touched=touched)
    if new_data != data:
        _write(folder, path, new_data)
    return _outcome(before.document, after.document, path, new_data != data, findings)


def filed_revisions(
    document: Document,
    source: Source,
    folder: Path,
    change: Callable[[ClauseFile], ClauseFile],
) -> tuple[Revision, ...]:
    """What importing `document` into `folder` would write, each file after `change`; nothing is.

    Raises as `import_document` does.
    """
    given = filled(source, document)
    path = folder / path_of(given)
    imported = text_fingerprint(document)
    schema = schema_beside(folder, path)
    if not path.exists():
        new = change(ClauseFile(given, completed(document, given), (), imported))
        beside = folder / SCHEMA_FILE
        made = () if beside.exists() else (Revision(beside, None, schema_text().encode()),)
        return (*made, Revision(path, None, written(new, schema=schema).encode()))
    data = read_bytes(path, max_bytes=MAX_BYTES)
    before = _parsed(data, path, given)
    after, findings = merged(before, document, given)
    after = change(replace(after, imported=imported))
    new_data = rewritten(data, after, schema=schema)
    both = difference(data.decode("utf-8-sig"), new_data.decode())
    refuse_loss(before, after, findings, path, both)
    return (Revision(path, data, new_data),)


def _created(new: ClauseFile, folder: Path, path: Path) -> ImportOutcome:
    _write(folder, path, written(new, schema=schema_beside(folder, path)).encode())
    ids = tuple(_elements(new.document))
    return ImportOutcome(path, new.document, created=True, written=True, added=ids)


def _parsed(data: bytes, path: Path, given: Source) -> ClauseFile:
    before = parse(data, path)
    if before.source.symbol != given.symbol:
        raise RefusedOverwrite(
            "library.other-source", place=str(path), found=before.source.symbol, given=given.symbol
        )
    return before


def clause_path(document: Document, source: Source) -> PurePosixPath:
    """Where in a library `import_document` writes `document`. Raises `UsageError` as that does."""
    return path_of(filled(source, document))


def filled(source: Source, document: Document) -> Source:
    """`source` with what it leaves open taken from the document.

    Raises `UsageError` if symbol, stage or language are in neither.
    """
    masthead = document.masthead
    symbol = source.symbol or masthead.symbol
    session = source.session if source.session is not None else masthead.session
    whole = replace(
        source,
        symbol=symbol,
        stage=_stage(source, document),
        language=source.language or document.language,
        title=source.title or title_of(document),
        body=source.body or body_of(symbol),
        session=session if session is not None else session_of(symbol),
        date=source.date or masthead.date,
        original_language=source.original_language or masthead.original_language,
        adopted_as=source.adopted_as or document.adopted_as,
        adoption=source.adoption or adoptions(document),
    )
    needed = [name for name in ("symbol", "language") if not getattr(whole, name)]
    if whole.stage is Stage.UNKNOWN:
        needed.append("stage")
    if needed:
        raise UsageError("library.import-needs", needed=", ".join(needed))
    return whole


def _stage(source: Source, document: Document) -> Stage:
    if source.stage is not Stage.UNKNOWN or document.stage not in set(Stage):
        return source.stage
    return Stage(document.stage)


def schema_beside(folder: Path, path: Path) -> str:
    """The way from the clause file at `path` to the schema of the library in `folder`."""
    return "../" * (len(path.relative_to(folder).parts) - 1) + SCHEMA_FILE


def _write(folder: Path, path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = folder / SCHEMA_FILE
    if not schema.exists():
        write_atomically(schema, schema_text().encode())
    write_atomically(path, data)


def _outcome(
    before: Document, after: Document, path: Path, was_written: bool, findings: tuple[Finding, ...]
) -> ImportOutcome:
    old, new = _elements(before), _elements(after)
    return ImportOutcome(
        path,
        after,
        created=False,
        written=was_written,
        added=tuple(each for each in new if each not in old),
        changed=tuple(each for each in new if each in old and new[each] != old[each]),
        removed=tuple(each for each in old if each not in new),
        findings=findings,
    )


def _elements(document: Document) -> dict[str, Paragraph]:
    return {p.id: replace(p, children=()) for _, p in document.walk()}

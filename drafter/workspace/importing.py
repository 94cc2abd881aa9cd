"""Bringing documents in: one to a draft, many into a library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, UnreadableInput, UsageError
from drafter.model.findings import Finding
from drafter.model.tree import Document
from drafter.readers import ReadOptions, Removed, read
from drafter.workspace.extracting import extracted, with_origins
from drafter.workspace.given import doubts, refuse_odd_symbol, refuse_other_parts
from drafter.workspace.manifest import files_of, options_for
from drafter.workspace.naming import named_by_place
from drafter.workspace.native import is_native, native_bytes, with_suffix
from drafter.workspace.saving import reason, sha256_on_disk, write_new

if TYPE_CHECKING:
    from drafter.library import ImportOutcome


@dataclass(frozen=True, slots=True)
class Imported:
    """A document that was read, with everything the reader had to say."""

    document: Document
    findings: tuple[Finding, ...]
    removed: tuple[Removed, ...] = ()


def import_document(path: Path, options: ReadOptions, part: str = "") -> Imported:
    """Read one document; `part` takes one part of it as a document of its own.

    Raises `UnreadableInput`, and `UsageError` for a part that is not there.
    """
    result = read(path, options)
    refuse_other_parts(result.document, options.adopted_as)
    doubtful = tuple(doubts(result.document))
    if not part:
        return Imported(result.document, (*doubtful, *result.findings), result.removed)
    extract = extracted(result.document, part)
    document = with_origins(extract, result.document)
    kept = {p.id for _, p in document.walk()} | {note.id for note in document.notes}
    root = document.root.kind.value
    moved = (_moved(finding, part, root) for finding in result.findings)
    findings = tuple(f for f in moved if not f.place.element or f.place.element in kept)
    return Imported(document, (*doubtful, *findings), result.removed)


def import_to_draft(
    path: Path, options: ReadOptions, target: Path, *, part: str = "", force: bool = False
) -> tuple[Path, Imported]:
    """Read one document into a draft; a name without suffix gets that of a draft.

    Returns where it is, too. Raises `RefusedOverwrite` and `Locked`, as well.
    """
    imported = import_document(path, options, part)
    draft = with_suffix(target)
    write_new(draft, native_bytes(imported.document), force=force)
    return draft, imported


def _moved(finding: Finding, old: str, new: str) -> Finding:
    element = finding.place.element
    if not element.startswith(f"{old}/"):
        return finding
    here = new + element.removeprefix(old)
    fixes = tuple(
        replace(fix, element=new + fix.element.removeprefix(old))
        if fix.element.startswith(f"{old}/")
        else fix
        for fix in finding.fixes
    )
    return replace(finding, place=replace(finding.place, element=here), fixes=fixes)


@dataclass(frozen=True, slots=True)
class Filed:
    """What came of one file on its way into a library: the outcome, or why there is none."""

    path: Path
    outcome: ImportOutcome | None = None
    findings: tuple[Finding, ...] = ()
    error: DrafterError | None = None


def import_to_library(
    paths: Sequence[Path], folder: Path, options: ReadOptions, *, jobs: int = 1, force: bool = False
) -> Iterator[Filed]:
    """Read documents (of folders, every file a reader knows) into clause files, one after another.

    A manifest in a folder fills what the options leave open. What is wrong with one file never
    stops the others. Raises `UnreadableInput` for a path that is not there.
    """
    work = [(path, options_for(path, options)) for path in files_of(paths)]
    if not work:
        raise UsageError("workspace.nothing-to-import", place=", ".join(map(str, paths)))
    if jobs > 1 and len(work) > 1:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(min(jobs, len(work))) as pool:
            rows = pool.map(_read, work)
            yield from (_filed(row, folder, force=force) for row in rows)
    else:
        yield from (_filed(_read(each), folder, force=force) for each in work)


def _read(work: tuple[Path, ReadOptions]) -> tuple[Path, Imported | DrafterError]:
    path, options = work
    try:
        return path, import_document(path, options)
    except DrafterError as error:
        return path, error


def _filed(row: tuple[Path, Imported | DrafterError], folder: Path, *, force: bool) -> Filed:
    from drafter import library

    path, imported = row
    if isinstance(imported, DrafterError):
        return Filed(path, error=imported)
    source = library.Source(obtained=library.Obtained(sha256=sha256_on_disk(path)))
    try:
        refuse_odd_symbol(imported.document)
        document = named_by_place(imported.document) if is_native(path) else imported.document
        outcome = library.import_document(document, source, folder, force=force)
    except DrafterError as error:
        return Filed(path, None, imported.findings, error)
    except OSError as problem:
        failure = UnreadableInput(
            "workspace.cannot-write", place=str(folder), reason=reason(problem)
        )
        return Filed(path, None, imported.findings, failure)
    return Filed(path, outcome, (*imported.findings, *outcome.findings))

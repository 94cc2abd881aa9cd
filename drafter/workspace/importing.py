"""Bringing a document in, and to a draft; `bulk` files many in a library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from drafter.model.findings import Finding, Fix
from drafter.model.tree import Document
from drafter.readers import ReadOptions, Removed, read
from drafter.workspace.extracting import extracted, with_origins
from drafter.workspace.given import doubts, refuse_other_parts
from drafter.workspace.native import native_bytes, with_suffix
from drafter.workspace.saving import write_new


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
        if isinstance(fix, Fix) and fix.element.startswith(f"{old}/")
        else fix
        for fix in finding.fixes
    )
    return replace(finding, place=replace(finding.place, element=here), fixes=fixes)

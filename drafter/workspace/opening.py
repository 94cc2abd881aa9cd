"""Opening: what a session starts from when it is given a file, a copy, or work left behind."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.model.findings import Finding
from drafter.model.tree import Document
from drafter.workspace.history import History
from drafter.workspace.native import is_native
from drafter.workspace.recovery import Recovery
from drafter.workspace.saving import sha256_on_disk
from drafter.workspace.store import Store

Opened = tuple[Document, Store, tuple[Finding, ...]]


def opened_file(path: Path, *, read_only: bool) -> Opened:
    """A native draft with its store, or another file as a draft that is not saved yet."""
    from drafter.readers import read

    if not is_native(path):
        return opened_copy(path)
    before = sha256_on_disk(path)
    result = read(path)
    return (
        result.document,
        Store.for_draft(path, result.document, before, read_only=read_only),
        result.findings,
    )


def opened_copy(path: Path) -> Opened:
    """What the file holds, as a draft that is not saved yet."""
    from drafter.readers import read

    result = read(path)
    return result.document, Store.for_new(None), result.findings


def opened_recovery(recovery: Recovery) -> tuple[History[Document], Store, tuple[Finding, ...]]:
    """The work that an earlier session left behind, with its draft if that is still there.

    Raises `UnreadableInput` if nothing can be read from the journal.
    """
    findings: tuple[Finding, ...] = ()
    draft = recovery.draft
    if draft is not None and draft.is_file():
        _, store, findings = opened_file(draft, read_only=False)
    else:
        store = Store.for_new(draft)
    store.recovery = recovery
    history = store.recover()
    if history is None:
        store.close(keep=True)
        raise UnreadableInput("workspace.journal-unreadable", place=str(recovery.file))
    return history, store, findings

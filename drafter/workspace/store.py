"""Where a session keeps its document: the file, its lock, its journal, what is unsaved."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from pathlib import Path

from drafter.errors import DrafterError, Locked, RefusedOverwrite, UsageError
from drafter.model.tree import Document
from drafter.workspace.history import History
from drafter.workspace.journal import Journal, whole_length
from drafter.workspace.locks import DraftLock, holder_of
from drafter.workspace.native import native_bytes
from drafter.workspace.recent import remember
from drafter.workspace.recovery import Recovery, discard, inspect, journal_file, replay
from drafter.workspace.saving import save_draft, sha256_of, write
from drafter.workspace.steps import Step


class Store:
    """The file side of one session.

    `saved` is the document as the file has it (None: never saved), `known` the hash of the file
    when it was last read or written here.
    """

    def __init__(
        self, path: Path | None, *, saved: Document | None = None, known: str = ""
    ) -> None:
        self.path = path
        self.saved = saved
        self.known = known
        self.read_only = False
        self.holder = ""
        self.recovery: Recovery | None = None
        self._lock: DraftLock | None = None
        self.journal = self._new_journal()

    @classmethod
    def for_draft(cls, path: Path, document: Document, known: str, *, read_only: bool) -> Store:
        """The store of a draft that was read from `path`. Raises `Locked`."""
        store = cls(path, saved=document, known=known)
        store.read_only = read_only
        if read_only:
            store.holder = holder_of(path)
        else:
            store._lock = _taken(path)
            store.recovery = inspect(store.journal.file)
        remember(path)
        return store

    @classmethod
    def for_new(cls, path: Path | None) -> Store:
        """The store of a draft that has no file yet. Raises `RefusedOverwrite`, `Locked`."""
        if path is not None and path.exists():
            raise RefusedOverwrite("workspace.file-exists", place=str(path))
        store = cls(path)
        if path is not None:
            store._lock = _taken(path)
        return store

    @property
    def touched(self) -> bool:
        """Whether the journal has had anything to keep since the last save, kept or not."""
        return self.journal.begun or bool(self.journal.problem)

    @property
    def journal_problem(self) -> str:
        """Why the journal cannot be written at the moment, or empty."""
        return self.journal.problem

    def writable(self) -> None:
        """Raise `Locked` if this session may only look."""
        if self.read_only:
            raise Locked("workspace.read-only", place=str(self.path or ""), holder=self.holder)

    def save(self, document: Document, path: Path | None, *, force: bool = False) -> Path:
        """Save the document; see `Session.save`."""
        target = path or self.path
        if target is None:
            raise UsageError("workspace.no-path", hint_id="workspace.name-a-file")
        elsewhere = self.path is None or target.absolute() != self.path.absolute()
        if not elsewhere:
            self.writable()
        if (elsewhere or not self.known) and target.exists() and not force:
            raise RefusedOverwrite(
                "workspace.file-exists", place=str(target), hint_id="workspace.other-name"
            )
        data = native_bytes(document)
        lock = _taken(target) if elsewhere else None
        self.journal.saving(sha256_of(data), document)
        known = "" if elsewhere else self.known
        try:
            self.known = self._written(target, data, known, force=force)
        except DrafterError:
            if lock:
                lock.release()
            raise
        if lock:
            self._move(target, lock)
        self.journal.remove()
        self.saved, self.recovery = document, None
        self.journal = self._new_journal()
        remember(target)
        return target

    def recover(self) -> History[Document] | None:
        """Take up the work that `recovery` offers; None if it cannot be read after all."""
        recovery = self.recovery
        if recovery is None:
            return None
        try:
            data = recovery.file.read_bytes()
        except OSError:
            return None
        history = replay(data)
        if history is None:
            return None
        if recovery.changed_on_disk:
            self.known = recovery.sha256  # saving will then show both versions
        self.journal.close()
        self.journal = Journal(recovery.file, self.path, self.known)
        self.journal.resume(whole_length(data), history.present)
        self.recovery = None
        return history

    def discard_recovery(self) -> None:
        """Throw the offered work away."""
        if self.recovery is not None:
            discard(self.recovery)
            self.recovery = None

    def typing(self, element: str, words: str, present: Document) -> None:
        """Keep words that are being typed in the journal."""
        if not self.read_only and (element or self.journal.begun):
            self.journal.typing(element, words, present)

    def filling(self, step: Step, present: Document) -> None:
        """Keep what a form leads to in the journal."""
        if not self.read_only:
            self.journal.filling(step, present)

    def close(self, *, keep: bool) -> None:
        """Give up file and lock; the journal stays if it is to `keep` unsaved work."""
        if keep:
            self.journal.close()
        else:
            self.journal.remove()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _move(self, target: Path, lock: DraftLock) -> None:
        if self._lock is not None:
            self._lock.release()
        self.path, self._lock = target, lock
        self.read_only, self.holder = False, ""

    def _written(self, target: Path, data: bytes, known: str, *, force: bool) -> str:
        if force:
            write(target, data)
            return sha256_of(data)
        return save_draft(target, data, known)

    def _new_journal(self) -> Journal:
        fresh = f"{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(3)}"
        return Journal(journal_file(self.path, fresh), self.path, self.known)


def _taken(path: Path) -> DraftLock:
    """The lock of a draft, taken. Raises `Locked`."""
    lock = DraftLock(path)
    if not lock.take():
        raise Locked(
            "workspace.locked", place=str(path), hint_id="workspace.open-read-only",
            holder=lock.holder,
        )  # fmt: skip
    return lock

"""What a session knows of its file, and of the journal that keeps unsaved work safe."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import EditRefused
from drafter.model.masthead import Masthead
from drafter.model.tree import Document
from drafter.workspace import steps
from drafter.workspace.history import History
from drafter.workspace.retyping import clean_masthead
from drafter.workspace.store import Store
from drafter.yamlio.characters import fit

if TYPE_CHECKING:
    from drafter.workspace.recovery import Recovery


class InFile(ABC):
    """The part of a `Session` that has its file."""

    revision: int
    _history: History[Document]
    _store: Store

    @property
    @abstractmethod
    def document(self) -> Document:
        """The document as it is now."""

    @property
    def path(self) -> Path | None:
        """The file of the draft, or where it will be saved; None if that is not known."""
        return self._store.path

    @property
    def dirty(self) -> bool:
        """Whether there is anything that is not saved."""
        return self.document is not self._store.saved

    @property
    def at_risk(self) -> bool:
        """Whether leaving would lose work. A text nobody has touched stands where it was read."""
        return self.dirty and self._store.touched

    @property
    def read_only(self) -> bool:
        """Whether the draft may only be looked at."""
        return self._store.read_only

    @property
    def holder(self) -> str:
        """Who holds the draft, if this session is read-only because of it."""
        return self._store.holder

    @property
    def journal_problem(self) -> str:
        """Why the journal cannot be written at the moment (the system's words), or empty."""
        return self._store.journal_problem

    @property
    def recovery(self) -> Recovery | None:
        """Work on this draft that an earlier session left unsaved; offered, never applied."""
        return self._store.recovery

    def recover(self) -> None:
        """Take up the unsaved work that `recovery` offers."""
        history = self._store.recover()
        if history is None:
            raise EditRefused("workspace.nothing-to-recover")
        self._history = history
        self.revision += 1

    def discard_recovery(self) -> None:
        """Throw away the unsaved work that `recovery` offers."""
        self._store.discard_recovery()

    def typing(self, element_id: str, words: str) -> None:
        """Keep words that are still being typed safe in the journal; the document stays as it is.

        An empty `element_id` says that the typing was given up.
        """
        self._store.typing(element_id, fit(words), self.document)

    def filling(self, masthead: Masthead | None) -> None:
        """Keep a masthead that is still being filled in safe in the journal; None: it was given up.
        The document stays as it is."""
        if masthead is None:
            self._store.typing("", "", self.document)
        else:
            self._store.filling(steps.SetMasthead(clean_masthead(masthead)), self.document)

    def save(self, path: Path | None = None, *, force: bool = False) -> Path:
        """Save, or save as `path`; returns where. The revision stays.

        Raises `RefusedOverwrite` if the file changed on disk (our version is then kept beside it)
        or `path` is another file that exists (unless `force`), `Locked`, `UsageError` if there is
        no path to save to, `UnreadableInput` if it cannot be written.
        """
        return self._store.save(self.document, path, force=force)

    def close(self, *, discard: bool = False) -> None:
        """Give up the file. Unsaved work stays recoverable unless it is to be discarded."""
        self._store.close(keep=self.dirty and not discard)

    def _writable(self) -> None:
        self._store.writable()

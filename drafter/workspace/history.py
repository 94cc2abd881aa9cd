"""Undo and redo without limit: documents share what they have in common, so history is cheap."""

from __future__ import annotations

from drafter.errors import EditRefused
from drafter.model.tree import Document


class History:
    """The documents before and after the present one."""

    def __init__(self, document: Document) -> None:
        self.present = document
        self._past: list[Document] = []
        self._future: list[Document] = []

    @property
    def can_undo(self) -> bool:
        """Whether anything was done that can be undone."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether anything was undone that can be done again."""
        return bool(self._future)

    def push(self, document: Document) -> None:
        """Make `document` the present one; what had been undone is forgotten."""
        self._past.append(self.present)
        self.present = document
        self._future.clear()

    def undo(self) -> None:
        """Back to the document before. Raises `EditRefused` at the beginning."""
        if not self._past:
            raise EditRefused("workspace.nothing-to-undo")
        self._future.append(self.present)
        self.present = self._past.pop()

    def redo(self) -> None:
        """Forward again. Raises `EditRefused` if nothing was undone."""
        if not self._future:
            raise EditRefused("workspace.nothing-to-redo")
        self._past.append(self.present)
        self.present = self._future.pop()

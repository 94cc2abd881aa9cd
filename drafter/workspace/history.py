"""Undo and redo without limit: values share what they have in common, so history is cheap."""

from __future__ import annotations

from typing import Generic, TypeVar

from drafter.errors import EditRefused

T = TypeVar("T")


class History(Generic[T]):
    """The states before and after the present one, of a document or of a sheet."""

    def __init__(self, present: T) -> None:
        self.present = present
        self._past: list[T] = []
        self._future: list[T] = []

    @property
    def past(self) -> tuple[T, ...]:
        """What was before, the first state first."""
        return tuple(self._past)

    @property
    def can_undo(self) -> bool:
        """Whether anything was done that can be undone."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether anything was undone that can be done again."""
        return bool(self._future)

    def push(self, state: T) -> None:
        """Make `state` the present one; what had been undone is forgotten."""
        self._past.append(self.present)
        self.present = state
        self._future.clear()

    def undo(self) -> None:
        """Back to the state before. Raises `EditRefused` at the beginning."""
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

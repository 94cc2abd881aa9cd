"""How a room comes by its draft: functions that open a session, each in another way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.model.tree import DocumentType
    from drafter.workspace.libraries import LibraryProvider
    from drafter.workspace.recovery import Recovery
    from drafter.workspace.reviewing import Review
    from drafter.workspace.session import Session

Opener = Callable[[bool], "Session"]
"""Opens the draft; the argument asks for a read-only session."""


def file(path: Path) -> Opener:
    """Opens the file."""

    def opened(read_only: bool) -> Session:
        from drafter.workspace.recent import remember
        from drafter.workspace.session import Session

        session = Session.open(path, read_only=read_only)
        remember(path)
        return session

    return opened


def new_draft(kind: DocumentType, code: str) -> Opener:
    """Begins a new draft."""

    def opened(read_only: bool) -> Session:
        from drafter.workspace.session import Session

        return Session.new(type=kind, language=code)

    return opened


def example() -> Opener:
    """Opens a copy of the shipped example."""

    def opened(read_only: bool) -> Session:
        from drafter.workspace.session import Session

        return Session.example()

    return opened


def left_behind(left: Recovery) -> Opener:
    """Takes up work that was left unsaved."""

    def opened(read_only: bool) -> Session:
        from drafter.workspace.session import Session

        return Session.recovered(left)

    return opened


def reviewed(review: Review, library: LibraryProvider) -> Opener:
    """Drafts on a text that was reviewed."""

    def opened(read_only: bool) -> Session:
        return review.as_draft(library)

    return opened

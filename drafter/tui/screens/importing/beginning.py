"""Importing from the start screen and from the room: the source, its review, what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from drafter.messages import say
from drafter.tui import opening
from drafter.tui.keymap import Keymap
from drafter.tui.present.places import home_path
from drafter.tui.screens.importing.outcomes import Drafted, Entered, Outcome

if TYPE_CHECKING:
    from drafter.workspace.libraries import LibraryProvider
    from drafter.workspace.reviewing import Review


class Importing(Screen[None]):
    """Answers the key that imports text."""

    keys: Keymap

    def action_import_text(self) -> None:
        """Ask what to import."""
        from drafter.tui.screens.importing.source import SourceDialog

        self.app.push_screen(SourceDialog(), self._source_read)

    def _source_read(self, review: Review | None) -> None:
        if review is not None:
            from drafter.tui.screens.importing.review import ReviewScreen

            self.app.push_screen(ReviewScreen(self.keys, review), self._reviewed)

    def _reviewed(self, outcome: Outcome | None) -> None:
        if isinstance(outcome, Entered):
            self.entered(outcome)
        elif isinstance(outcome, Drafted):
            from drafter.tui.screens.room.room import RoomScreen

            opener = opening.reviewed(outcome.review, self.provider())
            self.app.push_screen(RoomScreen(self.keys, opener))

    def provider(self) -> LibraryProvider:
        """The library that is searched from here."""
        from drafter.workspace.libraries import LibraryProvider

        return LibraryProvider()

    def entered(self, entered: Entered) -> None:
        """Tell what went into the library."""


def entered_words(entered: Entered, library: LibraryProvider) -> str:
    """What went into the library, and whether it is searched."""
    outcome = entered.outcome
    words = say(
        "tui.entered",
        symbol=outcome.document.masthead.symbol,
        added=len(outcome.added),
        changed=len(outcome.changed),
        removed=len(outcome.removed),
        path=_inside(outcome.path, entered.folder),
    )
    searched = {folder.resolve() for folder in library.folders}
    if entered.folder.resolve() in searched:
        return words
    return f"{words} · {say('tui.not-searched')}"


def _inside(path: Path, folder: Path) -> str:
    """The file as it stands in the folder that was just named: short enough for one line."""
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else home_path(path)

"""Putting a file where a person said: a missing folder is made, and a file that is there is
overwritten, only when they say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from textual.app import App

from drafter.errors import DrafterError, RefusedOverwrite
from drafter.messages import say
from drafter.tui.present.places import home_path
from drafter.tui.present.problems import sentence_of
from drafter.tui.screens.dialogs import Choice, ChoiceDialog
from drafter.workspace.saving import make_folder

Written = TypeVar("Written")
_YES = "yes"


@dataclass(frozen=True, slots=True)
class Putting(Generic[Written]):
    """`write` writes into `folder`, over what is there if it is told so; `done` is told what it
    wrote, `refused` in a sentence why nothing was. Overwriting is offered unless `kept`."""

    folder: Path
    write: Callable[[bool], Written]
    done: Callable[[Written], None]
    refused: Callable[[str], None]
    kept: bool = False

    def put(self, app: App[int], *, force: bool = False) -> None:
        """Write, after asking what must be asked."""
        try:
            if self._is_missing():
                self._offer_folder(app)
                return
            written = self.write(force)
        except RefusedOverwrite as problem:
            self._offer_overwriting(app, problem)
        except (DrafterError, OSError) as problem:
            self.refused(sentence_of(problem))
        else:
            self.done(written)

    def _is_missing(self) -> bool:
        """Whether the folder is not there and could be made: nothing is made below a file."""
        there = next(each for each in (self.folder, *self.folder.parents) if each.exists())
        return there != self.folder and there.is_dir()

    def _offer_folder(self, app: App[int]) -> None:
        make = Choice(_YES, "m", say("tui.folder-make"))
        back = Choice("", "b", say("tui.folder-back"))
        title, place = say("tui.folder-title"), home_path(self.folder)
        app.push_screen(ChoiceDialog(title, (make, back), place), partial(self._made, app))

    def _made(self, app: App[int], answer: str | None) -> None:
        if not answer:
            return
        try:
            make_folder(self.folder, parents=True)
        except DrafterError as problem:
            self.refused(sentence_of(problem))
        else:
            self.put(app)

    def _offer_overwriting(self, app: App[int], problem: RefusedOverwrite) -> None:
        choices: tuple[Choice, ...] = (Choice("", "k", say("tui.keep-file")),)
        if not self.kept:
            choices = (*choices, Choice(_YES, "o", say("tui.overwrite")))
            problem.hint_id = ""  # the answers stand in its place
        dialog = ChoiceDialog(say("tui.refused-title"), choices, sentence_of(problem))
        app.push_screen(dialog, partial(self._overwriting, app))

    def _overwriting(self, app: App[int], answer: str | None) -> None:
        if answer:
            self.put(app, force=True)

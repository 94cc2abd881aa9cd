"""The library as a session sees it: opened when first asked for, shipped and own together."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import EditRefused, UnreadableInput
from drafter.languages import Language
from drafter.messages import say
from drafter.model.tree import Note, Paragraph
from drafter.workspace.config import settings
from drafter.workspace.folders import cache_folder, config_folder
from drafter.workspace.inserting import Source
from drafter.workspace.resources import clauses_folder

if TYPE_CHECKING:
    from drafter.library import Clause, Coverage, Library
    from drafter.match import Coverer, Engine, KeptIndex

SHIPPED, PERSONAL = "shipped", "personal"
_OWN = "clauses"
# an index of this many bytes is read through before it answers: that takes a few milliseconds
_SMALL = 8_000_000


def own_folder() -> Path:
    """The user's own library, laid over the shipped one and never merged into it."""
    return config_folder() / _OWN


@dataclass(frozen=True, slots=True)
class Layer:
    """One of the folders that a library is made of. `name` is "shipped" or "personal", for any
    other, such as a team's, that of its folder."""

    folder: Path
    name: str

    @property
    def words(self) -> str:
        """What it is called in the interface language."""
        if self.name in (SHIPPED, PERSONAL):
            return say(f"library.layer-{self.name}")
        return say("library.layer-folder", name=self.name)


def layer_at(folder: Path) -> Layer:
    """The layer of a folder; a folder that is just called "clauses" goes by the one it is in."""
    resolved = folder.resolve()
    for usual, name in ((clauses_folder(), SHIPPED), (own_folder(), PERSONAL)):
        if resolved == usual.resolve():
            return Layer(resolved, name)
    parent = resolved.parent.name
    return Layer(resolved, parent if resolved.name == _OWN and parent else resolved.name)


@dataclass(frozen=True, slots=True)
class Found:
    """A clause as its source has it: with sub-paragraphs, the notes there, and where it stands."""

    paragraph: Paragraph
    notes: tuple[Note, ...]
    source: Source
    sub: bool


class LibraryProvider:
    """Opens the library, and prepares the engine that finds precedents, when first needed.

    `folders` in order: a text in a later folder hides the same text in one before it. Without
    folders: the shipped library, those of the settings, and the user's own. `at_once`, it serves
    what its indexes hold and looks at the files behind the scenes. Safe to use from several
    threads.
    """

    def __init__(
        self,
        folders: Sequence[Path] | None = None,
        cache: Path | None = None,
        *,
        at_once: bool = False,
    ) -> None:
        self._at_once = at_once
        self._folders = tuple(folders) if folders is not None else None
        self._cache = cache
        self._lock = threading.RLock()
        self._library: Library | None = None
        self._engines: dict[str, Engine] = {}
        self._indexes: dict[str, KeptIndex] = {}
        self._coverers: dict[str, Coverer] = {}
        self._layers: tuple[Layer, ...] | None = None
        self._coverage: Coverage | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of this library that exist."""
        if self._folders is not None:
            return self._folders
        usual = (clauses_folder(), *settings().libraries, own_folder())
        return tuple(folder for folder in usual if folder.is_dir())

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers of this library, the one that counts last."""
        if self._layers is None:
            self._layers = tuple(layer_at(folder) for folder in self.folders)
        return self._layers

    def layer(self, clause: Clause) -> Layer:
        """The layer that a clause is from."""
        for layer in reversed(self.layers):
            if clause.file.is_relative_to(layer.folder):
                return layer
        return layer_at(clause.file.parent)

    def standing(self, clause: Clause) -> str:
        """The layer that a clause is from, and whether its text was checked, in words."""
        state = "checked" if clause.checked else "unchecked"
        return f"{self.layer(clause).words} · {say(f'library.text-{state}')}"

    @property
    def coverage(self) -> Coverage:
        """How much this library knows."""
        with self._lock:
            if self._coverage is None:
                self._coverage = self.library.coverage
            return self._coverage

    @property
    def reach(self) -> str:
        """What may be said of a text that is not here: "not found in this library (3 texts, …)"."""
        from drafter.library import not_found_here

        message, fields = not_found_here(self.coverage)
        return say(message, **dict(fields))

    @property
    def library(self) -> Library:
        """The opened library. Raises `DrafterError` if a folder cannot be read."""
        with self._lock:
            if self._library is None:
                from drafter.library import Library

                cache = self._cache or cache_folder()
                self._library = Library.open(self.folders, cache, at_once=self._at_once)
                if not self._library.is_checked:
                    self._behind_the_scenes(self.check)
            return self._library

    def engine(self, language: Language) -> Engine:
        """What finds precedents among the clauses in this language."""
        with self._lock:
            if language.code not in self._engines:
                self._engines[language.code] = self._engine(self.library, language)
            return self._engines[language.code]

    def _engine(self, library: Library, language: Language) -> Engine:
        """What finds precedents, over an index kept beside that of the library."""
        from drafter.match import Engine, KeptIndex

        kept_in = library.index_file
        folder = kept_in.with_suffix(".match") / language.code if kept_in else None
        index = KeptIndex(folder, language, _Offered(library, language.code))
        self._indexes[language.code] = index
        if library.is_checked or not index.parts:
            index.update()
            if index.size <= _SMALL:
                index.verify()
            else:
                self._behind_the_scenes(index.verify)
        return Engine.over(index, lambda ids: library.named(ids, language.code), language)

    def check(self) -> bool:
        """Look at the files again and read the indexes through; whether anything has changed."""
        changed = self.library.refresh()
        with self._lock:
            indexes = tuple(self._indexes.values())
        for index in indexes:
            changed |= index.update()
            index.verify()
        if changed:
            with self._lock:
                self._coverers.clear()
                self._coverage = None
        return changed

    def _behind_the_scenes(self, work: Callable[[], bool]) -> None:
        threading.Thread(target=work, name="drafter-library", daemon=True).start()

    def coverer(self, language: Language) -> Coverer:
        """What tells how much of a text the clauses in this language cover."""
        with self._lock:
            if language.code not in self._coverers:
                from drafter.match import Coverer

                self._coverers[language.code] = Coverer(self.engine(language))
            return self._coverers[language.code]

    def reload(self) -> None:
        """Forget what was opened: the files have changed."""
        with self._lock:
            self._library = None
            self._engines.clear()
            self._indexes.clear()
            self._coverers.clear()
            self._layers = None
            self._coverage = None

    def source(self, clause_id: str, language: str) -> Found:
        """What inserting the clause in this language, or in any, needs.

        Raises `EditRefused` if the library does not hold it any more.
        """
        library = self.library
        clause = library.clause(clause_id, language) or library.clause(clause_id)
        held = library.document(clause.symbol, clause.language) if clause else None
        paragraph = held.document.paragraph(_element(clause_id)) if held else None
        if clause is None or held is None or paragraph is None:
            raise EditRefused("workspace.no-such-clause", clause=clause_id)
        source = Source(
            clause.symbol, clause.part, clause.stage, clause.adopted_as, not clause.checked
        )
        return Found(paragraph, held.document.notes, source, sub=bool(clause.parent))


@dataclass(frozen=True, slots=True)
class _Offered:
    """The clauses of one language, as the match index asks for them."""

    library: Library
    language: str

    @property
    def state(self) -> str:
        return self.library.state(self.language)

    @property
    def files(self) -> Mapping[str, str]:
        return self.library.files(self.language)

    def clauses(self, files: Sequence[str]) -> Iterable[tuple[str, str, str]]:
        return self.library.texts(files)


def _element(clause_id: str) -> str:
    return clause_id.partition("#")[2]


def provider(folders: Sequence[Path]) -> LibraryProvider:
    """The library of these folders; without any, the usual one.

    Raises `UnreadableInput` for a folder that is not there, or is none.
    """
    for folder in folders:
        if not folder.is_dir():
            key = "workspace.not-a-folder" if folder.exists() else "workspace.no-such-folder"
            raise UnreadableInput(key, place=str(folder))
    return LibraryProvider(folders or None)


def cited(clause: Clause) -> str:
    """How a clause is cited, in the interface language: always as what it was read from."""
    from drafter.library import citation

    message, fields = citation(clause)
    return say(message, **dict(fields))

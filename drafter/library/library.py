"""The library as the rest of drafter sees it: folders of clause files behind a derived index."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from drafter.library.changes import Changes
from drafter.library.clause import Clause, Curated
from drafter.library.clause_file import parse
from drafter.library.database import Damaged, Occupied, Unwritable
from drafter.library.findings import problem
from drafter.library.keeping import Keeping
from drafter.library.query import Hit, Query
from drafter.library.source import Coverage, Source
from drafter.library.store import Store
from drafter.library.updating import VOCABULARY, fill, update
from drafter.library.vocabulary import Vocabulary
from drafter.model.findings import Finding, Severity
from drafter.model.symbols import settled_stage
from drafter.model.tree import Document
from drafter.yamlio.files import read_bytes

T = TypeVar("T")
_ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A source document as its clause file gives it back: exactly, with what was added to it; only
    its stage is never above what its symbol says."""

    document: Document
    source: Source
    curated: tuple[tuple[str, Curated], ...]
    file: Path


class Library:
    """Clauses of several folders; of each source and language the last folder's file counts.

    Safe to use from several threads. What is wrong with single files stands in `problems`; the
    rest of the library works.
    """

    def __init__(
        self, folders: Sequence[Path], cache: Path | None, *, at_once: bool = False
    ) -> None:
        self.folders = tuple(Path(folder).resolve() for folder in folders)
        self._index_file = _index_file(self.folders, cache)
        self._lock = threading.RLock()
        self._unseen: tuple[Finding, ...] = ()
        self._unsaved: tuple[Finding, ...] = ()
        self._is_aside = False
        self._clauses: tuple[str, tuple[Clause, ...]] | None = None
        self.is_checked = False
        self._keeping = _keeping(self._index_file)
        self._store = self._opened(at_once)
        self._told = self._ask(lambda store: store.content)

    @staticmethod
    def open(
        folders: Sequence[Path], cache: Path | None = None, *, at_once: bool = False
    ) -> Library:
        """The library of `folders`, later ones laid over earlier ones.

        The index is kept in `cache` (made private); without one, or if it cannot be written, it is
        built in memory. Never raises for what is in the folders: see `problems`. To open `at_once`
        is to serve what the index holds without a look at the folders: `refresh` looks, and until
        then `is_checked` is false.
        """
        return Library(folders, cache, at_once=at_once)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of resolution language, in order of language, file and place.

        Report prose is not among them: it is never offered as agreed language.
        """
        content, held = self._ask(lambda store: store.content), self._clauses
        if held is None or held[0] != content:
            held = content, self._ask(lambda store: tuple(store.clauses(offered=True)))
            self._clauses = held
        return held[1]

    @property
    def everything(self) -> tuple[Clause, ...]:
        """Every clause, report prose included."""
        return self._ask(lambda store: tuple(store.clauses(offered=False)))

    @property
    def index_file(self) -> Path | None:
        """Where the index is kept: what its name begins with, and with which suffix it ends. None
        for one in memory. Others may be kept beside it."""
        return self._index_file

    def state(self, language: str) -> str:
        """A word that changes whenever a text of this language does; empty if there is none."""
        return self._ask(lambda store: store.state(language))

    def files(self, language: str) -> dict[str, str]:
        """The files of a language by a name that `texts` knows, each with its hash."""
        return self._ask(lambda store: store.files(language))

    def texts(self, files: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """Name of the file, clause id and plain text of all resolution language in the files."""
        for name in files:
            yield from self._ask(partial(_texts, name))

    def clause(self, clause_id: str, language: str = "") -> Clause | None:
        """The clause with this id, in `language` or in the first language that has it."""
        return self._ask(lambda store: store.clause(clause_id, language))

    def named(self, ids: Sequence[str], language: str) -> dict[str, Clause]:
        """The clauses of a language with these ids, without those that are not there."""
        return self._ask(lambda store: store.named(ids, language))

    def versions(self, clause_id: str) -> tuple[Clause, ...]:
        """The clause with this id in every language that has it, by language."""
        return self._ask(lambda store: tuple(store.versions(clause_id)))

    def family(self, name: str, language: str) -> tuple[Clause, ...]:
        """The clauses of a language that maintainers put in this family, by id."""
        return self._ask(lambda store: tuple(store.family(name, language)))

    @property
    def families(self) -> tuple[tuple[str, str, str], ...]:
        """Family, clause id and language of every clause in a family, in that order."""
        return self._ask(Store.families)

    @property
    def counts(self) -> tuple[tuple[Source, int], ...]:
        """The source documents with how many clauses of resolution language each has."""
        return self._ask(Store.counts)

    @property
    def topics(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """The topics that clauses carry together, with how many clauses do."""
        return self._ask(Store.topics)

    def search(self, query: Query) -> tuple[Hit, ...]:
        """What answers the query, best first, ties in order of clause id."""
        return self._ask(lambda store: store.search(query))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The source documents, in order of language and file."""
        return tuple(source for _, _, source in self._ask(Store.sources))

    def document(self, symbol: str, language: str = "") -> SourceDocument | None:
        """The whole document read from `symbol`, in `language` or in the first that is there.

        Raises `UnreadableInput` if its file has been broken or removed since the library opened.
        """
        found = self._ask(lambda store: store.place(symbol, language))
        return self._document(self.folders[found[0]] / found[1]) if found else None

    @property
    def documents(self) -> tuple[SourceDocument, ...]:
        """Every source document, read from its file. Raises as `document` does."""
        found = self._ask(Store.sources)
        return tuple(self._document(self.folders[folder] / path) for folder, path, _ in found)

    @property
    def coverage(self) -> Coverage:
        """How much this library knows: what it may say when it finds nothing."""
        return self._ask(Store.coverage)

    @property
    def vocabulary(self) -> Vocabulary:
        """The topics and addressees that clauses are filed under, with their names."""
        return self._ask(lambda store: Vocabulary.unpacked(store.remembered(VOCABULARY)))

    @property
    def problems(self) -> tuple[Finding, ...]:
        """What is wrong with files of the library, in order of folder and file."""
        of_files = self._ask(Store.problems)
        return (*self._unseen, *of_files, *self._unsaved)

    def refresh(self) -> bool:
        """Look at the folders again; whether anything in the library has changed since it was
        opened or last refreshed, by whoever's hand."""
        with self._lock:
            self._store = self._current(self._store)
            before, self._told = self._told, self._ask(lambda store: store.content)
            return self._told != before

    def _ask(self, question: Callable[[Store], T]) -> T:
        store = self._store
        try:
            return question(store)
        except Damaged:
            with self._lock:
                if self._store is store:
                    elsewhere = self._is_elsewhere(store)
                    self._store = self._current(store) if elsewhere else self._anew()
            return question(self._store)

    def _opened(self, at_once: bool) -> Store:
        kept = self._kept()
        if kept is None:
            return self._anew()
        return kept if at_once else self._current(kept)

    def _kept(self) -> Store | None:
        """The index that is there, if it can be used."""
        for _ in range(_ATTEMPTS):
            latest = self._keeping.latest() if self._keeping else None
            if latest is None:
                return None
            # one that is gone by now has made room for another
            with suppress(Damaged):
                return Store.open(latest)
        return None

    def _current(self, store: Store) -> Store:
        """The index brought up to date, or another one in its place if it cannot be."""
        for _ in range(_ATTEMPTS):
            if self._is_elsewhere(store):
                kept = self._kept()
                if kept is None:
                    return self._anew()
                self._is_aside, self._unsaved = False, ()
                store = kept
            try:
                self._unseen = update(store, self.folders)
                self.is_checked = True
                return store
            except Damaged:
                return self._anew()
            except Unwritable as error:
                if not self._is_elsewhere(store):
                    return self._aside(store, error)
        return self._anew()

    def _aside(self, store: Store, error: Unwritable) -> Store:
        """A copy in memory, brought up to date, of an index that cannot be changed."""
        try:
            copy = self._in_memory(str(error), store)
            self._unseen = update(copy, self.folders)
        except Damaged:
            return self._anew()
        self._is_aside = isinstance(error, Occupied)
        self.is_checked = True
        return copy

    def _is_elsewhere(self, store: Store) -> bool:
        """Whether another index counts: another program made it, or has let go of it."""
        if self._keeping is None or (store.path is None and not self._is_aside):
            return False
        return self._keeping.latest() != store.path

    def _anew(self) -> Store:
        """A new index, kept if it can be; or one that another program has made meanwhile."""
        try:
            if self._keeping is not None:
                ours = self._keeping.build(self._fill)
                kept = self._kept()
                if kept is not None:
                    return kept if ours else self._current(kept)
        except OSError as error:
            return self._filled(self._in_memory(error.strerror or type(error).__name__))
        except Unwritable as error:
            return self._filled(self._in_memory(str(error)))
        return self._filled(Store.empty())

    def _fill(self, changes: Changes) -> None:
        self._unseen = fill(changes, self.folders)
        self.is_checked = True

    def _filled(self, store: Store) -> Store:
        with store.changing() as changes:
            self._fill(changes)
        return store

    def _in_memory(self, reason: str, store: Store | None = None) -> Store:
        """A copy in memory of an index that cannot be written, or an empty one; and why."""
        self._unsaved = (
            problem("index-not-kept", str(self._index_file), severity=Severity.INFO, reason=reason),
        )
        return store.copy() if store else Store.empty()

    def _document(self, path: Path) -> SourceDocument:
        read = parse(read_bytes(path), path)
        stage = settled_stage(read.source.symbol, read.source.stage)
        document = replace(read.document, stage=stage.value)
        return SourceDocument(document, read.source, read.curated, path)


def _texts(name: str, store: Store) -> tuple[tuple[str, str, str], ...]:
    return tuple(store.texts((name,)))


def _index_file(folders: tuple[Path, ...], cache: Path | None) -> Path | None:
    if cache is None:
        return None
    names = "\0".join(map(str, folders)).encode("utf-8", "surrogateescape")
    return cache / f"library-{hashlib.sha256(names).hexdigest()[:16]}.sqlite"


def _keeping(index_file: Path | None) -> Keeping | None:
    return Keeping(index_file.parent, index_file.stem) if index_file else None

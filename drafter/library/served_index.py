"""The index that a library asks: opened, brought up to date, or built anew where it must be."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from drafter.library.changes import Changes
from drafter.library.database import Damaged, Occupied, Unwritable
from drafter.library.findings import problem
from drafter.library.keeping import Keeping
from drafter.library.store import Store
from drafter.library.updating import fill, update
from drafter.model.findings import Finding, Severity

T = TypeVar("T")
_ATTEMPTS = 4


class ServedIndex:
    """The index of some folders, kept in `cache`; in memory without one, or if that cannot be
    written. `file` is what the names of kept ones are made of; see `Library.open` for `at_once`.

    Safe to use from several threads.
    """

    def __init__(self, folders: Sequence[Path], cache: Path | None, *, at_once: bool) -> None:
        self._folders = tuple(folders)
        self.file = _index_file(self._folders, cache)
        self.is_checked = False
        self._lock = threading.RLock()
        self._unseen: tuple[Finding, ...] = ()
        self._unsaved: tuple[Finding, ...] = ()
        self._is_aside = False
        self._keeping = Keeping(self.file.parent, self.file.stem) if self.file else None
        self._store = self._opened(at_once)
        self._told = self.ask(lambda store: store.content)

    @property
    def problems(self) -> tuple[Finding, ...]:
        """What is wrong with folders, with their files in order, and with keeping the index."""
        of_files = self.ask(Store.problems)  # may put another index in place
        return (*self._unseen, *of_files, *self._unsaved)

    def refresh(self) -> bool:
        """Look at the folders again; whether anything has changed since that was last asked."""
        with self._lock:
            self._store = self._current(self._store)
            before, self._told = self._told, self.ask(lambda store: store.content)
            return self._told != before

    def ask(self, question: Callable[[Store], T]) -> T:
        """The answer of the index; another takes the place of one that is damaged."""
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
                self._unseen = update(store, self._folders)
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
            self._unseen = update(copy, self._folders)
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
        self._unseen = fill(changes, self._folders)
        self.is_checked = True

    def _filled(self, store: Store) -> Store:
        with store.changing() as changes:
            self._fill(changes)
        return store

    def _in_memory(self, reason: str, store: Store | None = None) -> Store:
        """A copy in memory of an index that cannot be written, or an empty one; and why."""
        self._unsaved = (
            problem("index-not-kept", str(self.file), severity=Severity.INFO, reason=reason),
        )
        return store.copy() if store else Store.empty()


def _index_file(folders: tuple[Path, ...], cache: Path | None) -> Path | None:
    if cache is None:
        return None
    names = "\0".join(map(str, folders)).encode("utf-8", "surrogateescape")
    return cache / f"library-{hashlib.sha256(names).hexdigest()[:16]}.sqlite"

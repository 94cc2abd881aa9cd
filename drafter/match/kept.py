"""An index kept in a folder: immutable segments and a manifest that is replaced as a whole.

A clause file is added or removed with all its clauses: added ones make a small segment of their
own, removed ones are struck out, and segments of like size are joined when there are many. Any
number of programs may have the folder open: what one of them has mapped stays as it is, and the
last manifest written counts. Whatever cannot be used is built again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol, TypeVar
from unicodedata import unidata_version

from drafter.languages import Language
from drafter.match.array_file import DamagedIndex
from drafter.match.building import BANDS, VERSION
from drafter.match.candidates import Alike, Found, Held, Run
from drafter.match.index import Index
from drafter.match.index_parts import Clauses, Parts, made
from drafter.match.manifest import Manifest, digest
from drafter.match.segment import Segment
from drafter.yamlio import write_atomically

MANIFEST = "manifest.json"
_PRIVATE_FILE = 0o600
_KEPT_SECONDS = 3600
_ATTEMPTS = 3
Answer = TypeVar("Answer")


class Source(Clauses, Protocol):
    """Where the clauses come from: files, each with all its clauses."""

    @property
    def state(self) -> str:
        """A word that changes whenever a file does, is added or is removed."""
        ...

    @property
    def files(self) -> Mapping[str, str]:
        """The names of the files, each with a word that changes whenever the file does."""
        ...


class KeptIndex:
    """The index of one language in a folder of its own; without a folder, in memory.

    It is a `Candidates` and answers at once with what was there; `update` brings it up to date,
    `verify` reads it through. Safe to use from several threads.
    """

    def __init__(self, folder: Path | None, language: Language, source: Source) -> None:
        self._folder = folder
        self._source = source
        self._lock = threading.RLock()
        self._reads = _reads(language)
        self._parts = Parts(folder, language, source, self._reads)
        self._show(self._nothing)
        with suppress(DamagedIndex, OSError):
            self._load()

    @property
    def _nothing(self) -> Manifest:
        return Manifest("", self._reads, ())

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its segments, largest first."""
        return tuple(part.name for part in self._manifest.parts)

    @property
    def size(self) -> int:
        """How many bytes `verify` would read."""
        return sum(part.size for part in tuple(self._parts.opened.values()))

    @property
    def is_current(self) -> bool:
        """Whether it is the index of its source as that now stands."""
        return self._manifest.state == self._source.state

    def __len__(self) -> int:
        return self._ask(len)

    def top(
        self, words: Sequence[str], *, limit: int, floor: float, skip: Collection[str] = ()
    ) -> tuple[Found, ...]:
        """See `Candidates`."""
        return self._ask(lambda index: index.top(words, limit=limit, floor=floor, skip=skip))

    def containing(
        self, words: Sequence[str], *, floor: float, fewest: int = 1, longest: float = 1.0
    ) -> tuple[Held, ...]:
        """See `Candidates`."""
        return self._ask(
            lambda index: index.containing(words, floor=floor, fewest=fewest, longest=longest)
        )

    def runs(
        self, words: Sequence[str], *, fewest: int, skip: Collection[str] = ()
    ) -> tuple[Run, ...]:
        """See `Candidates`."""
        return self._ask(lambda index: index.runs(words, fewest=fewest, skip=skip))

    def alike(self, floor: float) -> Iterator[Alike]:
        """See `Candidates`."""
        # it is read as it goes, too late to ask again: so everything is looked at before
        self.verify()
        return self._index.alike(floor)

    def update(self) -> bool:
        """Make it the index of its source as that now stands; whether anything had to be done.

        Only files that are new or changed are read. If the folder cannot be written, the index
        works in memory.
        """
        with self._lock:
            if not self.is_current:
                # another program may have brought it up to date meanwhile
                with suppress(DamagedIndex, OSError):
                    self._load()
            if self.is_current:
                return False
            self._bring_up(self._source.state, dict(self._source.files))
            return True

    def verify(self) -> bool:
        """Read everything and compare with its checksums; whether it was sound. What was not is
        built again."""
        opened = dict(self._parts.opened)
        try:
            for part in opened.values():
                part.verify()
        except DamagedIndex:
            self._renew()
            return False
        return True

    def _ask(self, question: Callable[[Index], Answer]) -> Answer:
        try:
            return question(self._index)
        except (DamagedIndex, ValueError, IndexError, OverflowError):
            if self.verify():
                raise
            return question(self._index)

    def _renew(self) -> None:
        with self._lock:
            if self._folder is not None:
                with suppress(OSError):
                    (self._folder / MANIFEST).unlink(missing_ok=True)
            self._parts.keep(())
            self._show(self._nothing)
            self._bring_up(self._source.state, dict(self._source.files))

    def _load(self) -> None:
        if self._folder is None:
            return
        for attempt in range(_ATTEMPTS):
            try:
                self._open(self._folder)
                return
            except FileNotFoundError:
                # a segment that another program has just replaced, with its manifest
                if attempt + 1 == _ATTEMPTS:
                    raise

    def _open(self, folder: Path) -> None:
        try:
            manifest = Manifest.unpacked((folder / MANIFEST).read_bytes())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedIndex(str(folder)) from error
        if manifest.reads != self._reads:
            raise DamagedIndex(manifest.reads)
        self._parts.open(folder, manifest)
        self._show(manifest)

    def _show(self, manifest: Manifest) -> None:
        self._index = Index(
            Segment(self._parts.opened[part.name].arrays, part.gone) for part in manifest.parts
        )
        self._manifest = manifest

    def _bring_up(self, state: str, files: Mapping[str, str]) -> None:
        parts = self._parts.brought_up(self._manifest.parts, files)
        # what is new is found before anything is joined, which may take longer
        self._keep(Manifest(state, self._reads, tuple(parts)))
        joined = self._parts.joined(parts, files)
        if joined is not parts:
            self._keep(Manifest(state, self._reads, tuple(joined)))

    def _keep(self, manifest: Manifest) -> None:
        """Answer from these parts from now on, here and in other programs."""
        self._parts.keep(manifest.parts)
        self._show(manifest)
        if self._folder is not None:
            with suppress(OSError):
                made(self._folder)
                packed = manifest.packed()
                write_atomically(self._folder / MANIFEST, packed, mode=_PRIVATE_FILE)
                _tidy(self._folder, set(self._parts.opened))


def _tidy(folder: Path, used: Collection[str]) -> None:
    """Remove segments that no manifest names any more, unless another program may have just
    written them."""
    latest = time.time() - _KEPT_SECONDS
    for path in folder.iterdir():
        if path.name not in used and path.name != MANIFEST:
            # where a mapped file cannot be removed, the next to tidy does it
            with suppress(OSError):
                if path.stat().st_mtime < latest:
                    path.unlink()


def _reads(language: Language) -> str:
    """How texts are read: with another table of terms or version it is another index."""
    return digest(str(VERSION), str(BANDS), unidata_version, repr(language.term_pairs))

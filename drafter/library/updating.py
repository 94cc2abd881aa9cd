"""Bringing an index up to date with its folders: only what changed is read."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError
from drafter.library.changes import Changes
from drafter.library.clause import clauses_of
from drafter.library.clause_file import InvalidClauseFile, parse
from drafter.library.database import Entry, Known, Unwritable
from drafter.library.findings import of_error
from drafter.library.retiring import without_retired
from drafter.library.scanning import VOCABULARY_FILES, Seen, scan
from drafter.library.store import Store
from drafter.library.vocabulary import read_all
from drafter.model.findings import Finding
from drafter.yamlio.files import read_bytes

MAX_BYTES = 20_000_000
VOCABULARY = "vocabulary"
Problems = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """What the folders held after `moment`, in nanoseconds, and what could not be looked at."""

    moment: int
    seen: tuple[Seen, ...]
    problems: Problems


@dataclass(frozen=True, slots=True)
class _Due:
    """What is gone from the disk, what is new or changed there, and what must only be noted."""

    gone: tuple[tuple[int, str], ...]
    changed: tuple[Seen, ...]
    touched: tuple[Seen, ...]


def update(store: Store, folders: Sequence[Path]) -> Problems:
    """Make the index agree with its folders; what could not be looked at.

    Raises `Damaged` if the index cannot be used, `Unwritable` if it cannot be changed and has to
    be.
    """
    known = store.known
    look = _looked(folders)
    due = _due(known, look, folders)
    if due.gone or due.changed:
        with store.changing() as changes:
            if changes.stamp != known.stamp:
                # another program was quicker: it may have seen what was not there yet
                look = _looked(folders)
                due = _due(changes.known, look, folders)
            _apply(changes, due, look, folders)
    elif due.touched:
        # what is not noted now is looked at again next time
        with suppress(Unwritable), store.changing() as changes:
            if changes.stamp == known.stamp:
                _apply(changes, due, look, folders)
    return look.problems


def fill(changes: Changes, folders: Sequence[Path]) -> Problems:
    """Put everything in the folders into an empty index; what could not be looked at."""
    look = _looked(folders)
    _apply(changes, _Due((), look.seen, ()), look, folders)
    return look.problems


def _looked(folders: Sequence[Path]) -> _Look:
    moment = time.time_ns()
    return _Look(moment, *scan(folders))


def _due(known: Known, look: _Look, folders: Sequence[Path]) -> _Due:
    """A file that may have changed since the index was last compared is compared by its hash,
    however its times look."""
    changed: list[Seen] = []
    touched: list[Seen] = []
    for each in look.seen:
        stat, sha256 = known.files.get(each.key, ("", None))
        if stat == each.stat and each.surely_older_than(known.checked):
            continue
        if sha256 is None or _File(folders[each.folder] / each.path).sha256 != sha256:
            changed.append(each)
        else:
            touched.append(each)
    gone = sorted(known.files.keys() - {each.key for each in look.seen})
    return _Due(tuple(gone), tuple(changed), tuple(touched))


def _apply(changes: Changes, due: _Due, look: _Look, folders: Sequence[Path]) -> None:
    for each in due.touched:
        changes.restat(*each.key, each.stat)
    for key in due.gone:
        changes.drop(*key)
    for seen in due.changed:
        changes.drop(*seen.key)
        _put(changes, seen, _File(folders[seen.folder] / seen.path))
    if _of_vocabulary((path for _, path in due.gone), (seen.path for seen in due.changed)):
        changes.remember(VOCABULARY, read_all(folders)[0].packed())
    changes.finish(look.moment)


def _of_vocabulary(*paths: Iterable[str]) -> bool:
    return any(path in VOCABULARY_FILES for some in paths for path in some)


class _File:
    """The bytes of a clause file, or why they cannot be had."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = b""
        self.sha256 = ""
        self.error: DrafterError | None = None
        try:
            self.data = read_bytes(path, max_bytes=MAX_BYTES)
        except DrafterError as error:
            self.error = error
        else:
            self.sha256 = hashlib.sha256(self.data).hexdigest()


def _put(changes: Changes, seen: Seen, file: _File) -> None:
    def entry(*problems: Finding) -> Entry:
        return Entry(*seen.key, seen.stat, file.sha256, None, problems)

    if seen.is_vocabulary:
        changes.put(entry(), ())
        return
    try:
        if file.error is not None:
            raise file.error
        read = parse(file.data, file.path)
    except InvalidClauseFile as error:
        changes.put(entry(*error.findings), ())
    except DrafterError as error:
        changes.put(entry(of_error(error, file.path)), ())
    else:
        curated = dict(read.curated)
        clauses = clauses_of(read.document, read.source, curated, file.path)
        changes.put(
            Entry(*seen.key, seen.stat, file.sha256, read.source), without_retired(clauses, curated)
        )

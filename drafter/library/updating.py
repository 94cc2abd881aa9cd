"""Bringing an index up to date with its folders: only what changed is read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from drafter.errors import DrafterError
from drafter.library.clause import clauses_of
from drafter.library.clause_file import InvalidClauseFile, parse
from drafter.library.findings import of_error
from drafter.library.scanning import Seen
from drafter.library.store import Entry, Store
from drafter.library.vocabulary import read_all
from drafter.yamlio.files import read_bytes

MAX_BYTES = 20_000_000
VOCABULARY = "vocabulary"


def updated(old: Store, folders: Sequence[Path], seen: Sequence[Seen], built_at: int) -> Store:
    """`old` if it still agrees with the files that were `seen`, else a changed copy of it.

    `built_at` is the moment `old` was written, in nanoseconds: a file that may have changed since
    is read and compared by its hash, however its times look. Raises `Damaged` if `old` cannot be
    used.
    """
    known = old.stats()
    fresh = old
    changed = False
    for folder, path in sorted(known.keys() - {each.key for each in seen}):
        fresh, changed = _own(fresh, old), True
        fresh.drop(folder, path)
    for each in seen:
        stat, sha256 = known.get(each.key, ("", None))
        if stat == each.stat and each.surely_older_than(built_at):
            continue
        file = _File(folders[each.folder] / each.path)
        if file.sha256 != sha256:
            fresh, changed = _own(fresh, old), True
            fresh.drop(*each.key)
            _put(fresh, each, file)
        elif stat != each.stat:
            fresh = _own(fresh, old)
            fresh.restat(*each.key, each.stat)
    if changed:
        fresh.overlay()
        fresh.note_states()
        fresh.remember(VOCABULARY, read_all(folders)[0].packed())
    return fresh


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


def _own(store: Store, old: Store) -> Store:
    return old.copy() if store is old else store


def _put(store: Store, seen: Seen, file: _File) -> None:
    entry = Entry(*seen.key, seen.stat, file.sha256, None)
    if seen.is_vocabulary:
        store.put(entry, ())
        return
    try:
        if file.error is not None:
            raise file.error
        read = parse(file.data, file.path)
    except InvalidClauseFile as error:
        store.put(Entry(*seen.key, seen.stat, file.sha256, None, error.findings), ())
    except DrafterError as error:
        store.put(Entry(*seen.key, seen.stat, file.sha256, None, (of_error(error, file.path),)), ())
    else:
        clauses = clauses_of(read.document, read.source, dict(read.curated), file.path)
        store.put(Entry(*seen.key, seen.stat, file.sha256, read.source), clauses)

"""Documents into a library: read side by side, filed one after another in one order.

The order of filing does not depend on who reads how fast, so the same files make the same library
with any number of jobs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, UnreadableInput
from drafter.readers import ReadOptions
from drafter.workspace.bulk.advice import advised
from drafter.workspace.bulk.filed import Came, Filed, not_filed
from drafter.workspace.bulk.gathering import Gathered, rank_of
from drafter.workspace.bulk.ledger import Entry, Ledger, key_of
from drafter.workspace.bulk.pool import (
    SECONDS,
    Read,
    ReadingHere,
    ReadingPool,
    read_for_library,
)
from drafter.workspace.bulk.twins import differing
from drafter.workspace.given import refuse_odd_symbol
from drafter.workspace.importing import Imported
from drafter.workspace.manifest import Manifests
from drafter.workspace.naming import named_by_place
from drafter.workspace.native import is_native
from drafter.workspace.saving import reason, sha256_on_disk

if TYPE_CHECKING:
    from drafter.library import ImportOutcome

_AHEAD = 4  # files that a process may be ahead of the one that is filed


def filed(
    found: Gathered,
    folder: Path,
    options: ReadOptions,
    *,
    jobs: int = 1,
    force: bool = False,
    read: Read = read_for_library,
    seconds: float = SECONDS,
) -> Iterator[Filed]:
    """Read the documents found into clause files; what is filed when it stops is filed.

    What is wrong with one file never stops the others. A file that was imported before by the same
    program, with the same options, and whose clause file nobody touched since, is not read again
    unless `force`. Raises `InvalidYaml` for a manifest that is broken, `Locked` while another
    import into the library runs.
    """
    manifests = Manifests()
    work = [(path, manifests.options_for(path, options)) for path in found.files]
    ledger = Ledger(folder)
    try:
        pool = ReadingPool(jobs, read=read, seconds=seconds) if len(work) > 1 else ReadingHere(read)
        with pool:
            yield from _in_order(work, _Filing(folder, ledger, pool, force=force), _AHEAD * jobs)
    finally:
        ledger.close()


def _in_order(
    work: Sequence[tuple[Path, ReadOptions]], filing: _Filing, ahead: int
) -> Iterator[Filed]:
    begun: deque[_Begun] = deque()
    for path, options in work:
        begun.append(filing.begin(path, options))
        if len(begun) > ahead:
            yield filing.finish(begun.popleft())
    while begun:
        yield filing.finish(begun.popleft())


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file that is being read (`ticket`), or need not be (what is known of it: `entries`)."""

    path: Path
    options: ReadOptions
    sha256: str
    key: str
    entries: tuple[Entry, ...] = ()
    ticket: int = 0

    @property
    def rank(self) -> int:
        """How good a source its format is."""
        return rank_of(self.path)


class _Filing:
    """One import: what it has filed so far."""

    def __init__(
        self, folder: Path, ledger: Ledger, pool: ReadingPool | ReadingHere, *, force: bool
    ) -> None:
        self._folder = folder
        self._ledger = ledger
        self._pool = pool
        self._force = force
        self._taken: dict[str, str] = {}  # clause files of this import → the file each is from

    def begin(self, path: Path, options: ReadOptions) -> _Begun:
        """Have the file read, unless what would come of it is known."""
        sha256 = _hash_of(path)
        key = key_of(sha256, options)
        entries = self._ledger.known(key) if sha256 and not self._force else ()
        ticket = 0 if entries else self._pool.submit(path, options)
        return _Begun(path, options, sha256, key, entries, ticket)

    def finish(self, begun: _Begun) -> Filed:
        """File what was read."""
        for entry in begun.entries:
            if self._stands(entry):
                return self._as_before(begun.path, entry)
        ticket = begun.ticket or self._pool.submit(begun.path, begun.options)
        imported = self._pool.result(ticket)
        if isinstance(imported, DrafterError):
            return not_filed(begun.path, imported)
        try:
            refuse_odd_symbol(imported.document)
            return self._filed(begun, imported)
        except DrafterError as error:
            return not_filed(begun.path, advised(error, begun.path), imported.findings)
        except OSError as problem:
            place, why = str(self._folder), reason(problem)
            failure = UnreadableInput("workspace.cannot-write", place=place, reason=why)
            return not_filed(begun.path, failure, imported.findings)

    def _stands(self, entry: Entry) -> bool:
        """Whether the library still is what that import left, and would leave again."""
        if bool(entry.kept) is not (entry.clause in self._taken):
            return False
        return sha256_on_disk(self._folder / entry.clause) == entry.written

    def _as_before(self, path: Path, entry: Entry) -> Filed:
        self._taken.setdefault(entry.clause, path.name)
        came = Came.DUPLICATE if entry.kept else Came.ALREADY
        return _told(path, came, self._folder, entry)

    def _filed(self, begun: _Begun, imported: Imported) -> Filed:
        from drafter import library

        native = is_native(begun.path)
        document = named_by_place(imported.document) if native else imported.document
        source = library.Source(obtained=library.Obtained(sha256=begun.sha256))
        clause = str(library.clause_path(document, source))
        kept = self._better(begun, clause)
        if kept:
            return self._same_document(begun, imported, clause, kept)
        self._taken[clause] = begun.path.name
        before = self._ledger.filed_in(clause)
        outcome = library.import_document(
            document, source, self._folder, force=self._force, left=before.written if before else ""
        )
        findings = (*imported.findings, *outcome.findings)
        entry = self._noted(begun, replace(imported, findings=findings), clause)
        told = _told(begun.path, _came(outcome), self._folder, entry)
        counts = (len(outcome.added), len(outcome.changed), len(outcome.removed))
        return replace(told, added=counts[0], changed=counts[1], removed=counts[2])

    def _better(self, begun: _Begun, clause: str) -> str:
        """The file that is filed for this document rather than this one; empty if this is."""
        if clause in self._taken:
            return self._taken[clause]
        before = self._ledger.filed_in(clause)
        if before is None or self._force or before.rank >= begun.rank:
            return ""
        there = sha256_on_disk(self._folder / clause)
        return before.name if there == before.written else ""

    def _same_document(self, begun: _Begun, imported: Imported, clause: str, kept: str) -> Filed:
        other = differing(imported.document, self._folder / clause)
        entry = self._noted(begun, imported, clause, kept=kept, differing=other)
        return _told(begun.path, Came.DUPLICATE, self._folder, entry)

    def _noted(
        self, begun: _Begun, imported: Imported, clause: str, *, kept: str = "", differing: int = 0
    ) -> Entry:
        written = sha256_on_disk(self._folder / clause)
        count = sum(1 for _ in imported.document.walk())
        entry = Entry(
            begun.key, begun.path.name, begun.rank, clause, written, count, kept, differing,
            imported.findings,
        )  # fmt: skip
        self._ledger.add(entry)
        return entry


def _came(outcome: ImportOutcome) -> Came:
    if outcome.created:
        return Came.CREATED
    return Came.MERGED if outcome.written else Came.UNCHANGED


def _told(path: Path, came: Came, folder: Path, entry: Entry) -> Filed:
    return Filed(
        path, came, folder / entry.clause, entry.paragraphs, kept=entry.kept,
        differing=entry.differing, findings=entry.findings,
    )  # fmt: skip


def _hash_of(path: Path) -> str:
    """The hash of the file; empty where it cannot be read, which its reader will tell."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""

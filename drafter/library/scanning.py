"""Which files a library folder holds, without reading any of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.library.findings import problem
from drafter.model.findings import Finding

VOCABULARY_FILES = ("topics.yaml", "addressees.yaml", "families.yaml")
CLAUSE_SUFFIX = ".yaml"
_NOT_CLAUSES = ".draft.yaml"
_RACY = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A file of a library: the number of its folder, its path there with `/`, how it stands on the
    disk. `changed_at` is the later of its times, in nanoseconds."""

    folder: int
    path: str
    stat: str
    changed_at: int

    @property
    def key(self) -> tuple[int, str]:
        """What names the file in the index."""
        return self.folder, self.path

    @property
    def is_vocabulary(self) -> bool:
        """Whether it lists topics or addressees instead of clauses."""
        return self.path in VOCABULARY_FILES

    def surely_older_than(self, moment: int) -> bool:
        """Whether a change after `moment` would show in the file's times on every file system."""
        return self.changed_at < moment - _RACY


def scan(folders: Sequence[Path]) -> tuple[tuple[Seen, ...], tuple[Finding, ...]]:
    """The files of the folders in order, and what could not be looked at.

    Links to folders are not followed, so no loop can trap the scan; hidden names are skipped.
    """
    seen: list[Seen] = []
    problems: list[Finding] = []
    for number, folder in enumerate(folders):
        for path, entry in _walk(folder, "", problems):
            found = _look(number, path, entry, problems)
            if found is not None:
                seen.append(found)
    return tuple(sorted(seen, key=lambda each: each.key)), tuple(problems)


def _walk(
    folder: Path, inside: str, problems: list[Finding]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        with os.scandir(folder / inside) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(problem("unreadable", folder / inside, reason=_reason(error)))
        return
    for entry in found:
        path = f"{inside}/{entry.name}" if inside else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder, path, problems)
        elif entry.name.endswith(CLAUSE_SUFFIX) and not entry.name.endswith(_NOT_CLAUSES):
            yield path, entry


def _look(number: int, path: str, entry: os.DirEntry[str], problems: list[Finding]) -> Seen | None:
    try:
        # what Windows lists of a file may be older than the file
        status = Path(entry.path).stat() if os.name == "nt" else entry.stat()
    except OSError as error:
        problems.append(problem("unreadable", entry.path, reason=_reason(error)))
        return None
    if not stat.S_ISREG(status.st_mode):
        if not stat.S_ISDIR(status.st_mode):
            problems.append(problem("not-a-file", entry.path))
        return None
    times = f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"
    return Seen(number, path, times, max(status.st_mtime_ns, status.st_ctime_ns))


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__

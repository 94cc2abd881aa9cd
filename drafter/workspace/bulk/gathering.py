"""Which files of the folders that were named are documents, in which order, and what is left."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from drafter.errors import DrafterError, MissingFile, UsageError
from drafter.readers import extensions, reader_for
from drafter.workspace.manifest import MANIFEST

# Of one document in two formats the first is filed: what its maker wrote before what was printed,
# what was printed before what was extracted.
_FORMATS = ("yaml", "akn", "docx", "pdf", "html", "text")
_WORD_PROCESSOR = (".doc", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".wpd", ".wps")
_UNFINISHED = (".tmp", ".part", ".crdownload", ".download", "~")


class Passed(StrEnum):
    """Why a file in a folder was passed over."""

    HIDDEN = "hidden"
    TEMPORARY = "temporary"
    WORD_PROCESSOR = "word-processor"
    NO_DOCUMENT = "no-document"
    SEEN = "seen"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a folder, that is not among the documents."""

    path: Path
    reason: Passed


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents in the order in which they are filed, and what was passed over."""

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...] = ()


def gathered(paths: Sequence[Path]) -> Gathered:
    """The files among `paths` and, in folders at any depth, every file that a reader knows.

    Better formats come first, then names in order. Raises `UnreadableInput` for a path that is
    not there, `UsageError` where there is no document.
    """
    files: dict[Path, int] = {}
    skipped: list[Skipped] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path.is_dir():
            for found in _inside(path, seen):
                if isinstance(found, Skipped):
                    skipped.append(found)
                else:
                    files.setdefault(found, rank_of(found))
        elif path.exists():
            files.setdefault(path, rank_of(path))
        else:
            raise MissingFile("workspace.no-such-file", place=str(path))
    if not files:
        raise UsageError("workspace.nothing-to-import", place=", ".join(map(str, paths)))
    ordered = sorted(files, key=lambda each: (files[each], each))
    return Gathered(tuple(ordered), tuple(skipped))


def rank_of(path: Path) -> int:
    """How good a source the format of the file is: 0 is best."""
    try:
        return _FORMATS.index(reader_for(path).name)
    except (DrafterError, ValueError):
        return len(_FORMATS)


def _inside(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Skipped]:
    try:
        if not _first(folder, seen):
            yield Skipped(folder, Passed.SEEN)
            return
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Skipped(folder, Passed.CLOSED)
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir() and not entry.name.startswith("."):
            yield from _inside(path, seen)
        elif entry.name != MANIFEST:
            yield _judged(path, seen)


def _judged(path: Path, seen: set[tuple[int, int]]) -> Path | Skipped:
    name = path.name.lower()
    if name.startswith("~$") or name.endswith(_UNFINISHED):
        return Skipped(path, Passed.TEMPORARY)
    if name.startswith("."):
        return Skipped(path, Passed.HIDDEN)
    if name.endswith(_WORD_PROCESSOR):
        return Skipped(path, Passed.WORD_PROCESSOR)
    if not name.endswith(extensions()) or not path.is_file():
        return Skipped(path, Passed.NO_DOCUMENT)
    if path.is_symlink() and not _first(path, seen):
        return Skipped(path, Passed.SEEN)
    return path


def _first(path: Path, seen: set[tuple[int, int]]) -> bool:
    """Whether what `path` leads to is met for the first time: links may lead round in a ring."""
    status = path.stat()
    here = (status.st_dev, status.st_ino)
    if here in seen:
        return False
    seen.add(here)
    return True

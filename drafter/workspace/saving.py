"""Saving a draft: never over a change that was not seen, never half a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from drafter.errors import Locked, RefusedOverwrite, UnreadableInput
from drafter.workspace.locks import holder_of
from drafter.yamlio.atomic import write_atomically


def sha256_of(data: bytes) -> str:
    """The hash that tells two versions of a file apart."""
    return hashlib.sha256(data).hexdigest()


def sha256_on_disk(path: Path) -> str:
    """The hash of the file, empty if there is none. Raises `UnreadableInput`."""
    try:
        return sha256_of(path.read_bytes())
    except FileNotFoundError:
        return ""
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-read", place=str(path), reason=reason(problem)
        ) from None


def save_draft(path: Path, data: bytes, known: str) -> str:
    """Write `data` to `path` if what is there still has the `known` hash; returns the new one.

    Otherwise nothing is overwritten: ours goes beside it and `RefusedOverwrite` names both.
    """
    there = sha256_on_disk(path)
    if there not in ("", known, sha256_of(data)):
        ours = aside(path)
        write(ours, data)
        raise RefusedOverwrite(
            "workspace.changed-on-disk", place=str(path), hint_id="workspace.both-kept",
            theirs=str(path), ours=str(ours),
        )  # fmt: skip
    write(path, data)
    return sha256_of(data)


def write(path: Path, data: bytes) -> None:
    """Write atomically. Raises `UnreadableInput` with the system's reason."""
    try:
        write_atomically(path, data)
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-write", place=str(path), reason=reason(problem)
        ) from None


def write_new(
    path: Path, data: bytes, *, force: bool = False, sources: Iterable[Path] = ()
) -> None:
    """Write a file that must not be there yet, unless `force`; see `write_all`."""
    write_all({path: data}, force=force, sources=sources)


def write_all(
    files: Mapping[Path, bytes],
    *,
    force: bool = False,
    folder: Path | None = None,
    sources: Iterable[Path] = (),
) -> None:
    """Write several files, none of them if one is there already, unless `force`.

    `folder` is made where it is missing; no other folder is. What is written is never one of the
    `sources`, the files it was made from. Raises `RefusedOverwrite` naming files that are there,
    `Locked` for a draft that is open, `UnreadableInput` for a folder that is not there.
    """
    refuse_sources(files, sources)
    _refuse_missing((path.parent for path in files) if folder is None else (folder.parent,))
    there = [str(path) for path in files if path.exists()]
    if there and not force:
        raise RefusedOverwrite(
            "workspace.file-exists", place=", ".join(there), hint_id="workspace.use-force"
        )
    for path in files:
        _refuse_locked(path)
    if folder is not None:
        make_folder(folder)
    for path, data in files.items():
        write(path, data)


def refuse_sources(files: Iterable[Path], sources: Iterable[Path]) -> None:
    """Raises `RefusedOverwrite` for a file to write that is one of the `sources`, by whatever name:
    what it was made from would be lost."""
    there = [each for each in sources if each.exists()]
    for path in files:
        if path.exists() and any(path.samefile(each) for each in there):
            raise RefusedOverwrite("workspace.over-source", place=str(path))


def _refuse_missing(folders: Iterable[Path]) -> None:
    for folder in folders:
        if not folder.is_dir():
            raise UnreadableInput("workspace.no-such-folder", place=str(folder))


def _refuse_locked(path: Path) -> None:
    holder = holder_of(path)
    if holder:
        raise Locked(
            "workspace.locked", place=str(path), hint_id="workspace.close-it", holder=holder
        )


def make_folder(folder: Path, *, parents: bool = False) -> None:
    """Make a folder unless it is there. Raises `UnreadableInput` with the system's reason."""
    try:
        folder.mkdir(exist_ok=True, parents=parents)
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-write", place=str(folder), reason=reason(problem)
        ) from None


def aside(path: Path) -> Path:
    """A free name beside `path` for our version of it."""
    name, dot, suffix = path.name.partition(".")
    when = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    candidate = path.with_name(f"{name}-mine-{when}{dot}{suffix}")
    again = 1
    while candidate.exists():
        again += 1
        candidate = path.with_name(f"{name}-mine-{when}-{again}{dot}{suffix}")
    return candidate


def reason(problem: OSError) -> str:
    """The system's words for what went wrong."""
    return problem.strerror or type(problem).__name__

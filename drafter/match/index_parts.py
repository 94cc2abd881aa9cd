"""The segments of an index: each a file of arrays, made of clause files, struck out and joined."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import numpy as np

from drafter.languages import Language
from drafter.match.array_file import Array, ArrayFile, open_arrays, write_arrays
from drafter.match.building import Rows, TooManyWords, built, fits
from drafter.match.manifest import Manifest, Part, digest

SUFFIX = ".segment"
_PRIVATE_FOLDER = 0o700
_MOST_SEGMENTS = 6
_ALIKE = 8
_STRUCK = 0.3


class Clauses(Protocol):
    """Where the clauses of a file come from."""

    def clauses(self, files: Sequence[str]) -> Iterable[tuple[str, str, str]]:
        """File, key and text of every clause of the files named."""
        ...


class Parts:
    """The parts of one index whose files are `opened`, by name; without a folder, in memory.

    `reads` says how texts are read for it. Files of clauses go by name, each with a word that
    changes whenever the file does.
    """

    def __init__(
        self, folder: Path | None, language: Language, source: Clauses, reads: str
    ) -> None:
        self._folder = folder
        self._language = language
        self._source = source
        self._reads = reads
        self.opened: dict[str, ArrayFile] = {}

    def open(self, folder: Path, manifest: Manifest) -> None:
        """Open the parts of a manifest. Raises `DamagedIndex`, OSError."""
        self.opened = {
            part.name: self.opened.get(part.name) or open_arrays(folder / part.name)
            for part in manifest.parts
        }

    def keep(self, parts: Iterable[Part]) -> None:
        """Let go of all but these."""
        self.opened = {part.name: self.opened[part.name] for part in parts}

    def brought_up(self, parts: Iterable[Part], files: Mapping[str, str]) -> list[Part]:
        """The parts without what is gone, and with a new one of what is new, largest first."""
        wanted = dict(files)
        found = [s for part in parts if (s := self._struck(part, wanted)) is not None]
        return _ordered([*found, *(self._added(wanted) if wanted else ())])

    def _struck(self, part: Part, wanted: dict[str, str]) -> Part | None:
        """The part without the files that are gone or changed; those it has are wanted no more."""
        gone = set(part.gone)
        names = self._files(part)
        for number, (name, mark) in enumerate(names):
            if number in gone:
                continue
            if wanted.get(name) == mark:
                del wanted[name]
            else:
                gone.add(number)
        return replace(part, gone=tuple(sorted(gone))) if len(gone) < len(names) else None

    def joined(self, parts: list[Part], files: Mapping[str, str]) -> list[Part]:
        """Parts of like size as one when there are many; one anew that is mostly struck out."""
        chosen = [part for part in parts if len(part.gone) > _STRUCK * len(self._files(part))]
        chosen += self._alike(parts, chosen) if len(parts) > _MOST_SEGMENTS else []
        if not chosen:
            return parts
        names = {
            name
            for part in chosen
            for number, (name, _) in enumerate(self._files(part))
            if number not in part.gone
        }
        new = self._added({name: files[name] for name in names})
        kept = [part for part in parts if part not in chosen]
        return _ordered([*kept, *new])

    def _alike(self, parts: Sequence[Part], chosen: Sequence[Part]) -> list[Part]:
        """The smaller parts, of like size, that go into one with those chosen already."""
        words = sum(map(self._words, chosen))
        size, found = 0, []
        for part in reversed(parts):
            alike = part.clauses <= max(size, parts[-1].clauses) * _ALIKE
            if alike and part not in chosen and fits(words + self._words(part)):
                found.append(part)
                size += part.clauses
                words += self._words(part)
        return found if len(chosen) + len(found) > 1 else []

    def _words(self, part: Part) -> int:
        """How many kinds of tokens it has."""
        return len(self.opened[part.name].arrays["words_ends"])

    def _files(self, part: Part) -> list[tuple[str, str]]:
        written = self.opened[part.name].arrays["file_names"].tobytes()
        return [(name, mark) for name, mark in json.loads(written)]

    def _added(self, files: Mapping[str, str]) -> list[Part]:
        """A new part of these files; more of them if one has no room for all kinds of tokens."""
        names = sorted(files)
        try:
            return [self._part(names, files)]
        except TooManyWords:
            if len(names) == 1:
                raise
        halves = names[: len(names) // 2], names[len(names) // 2 :]
        return [part for half in halves for part in self._added({n: files[n] for n in half})]

    def _part(self, names: Sequence[str], files: Mapping[str, str]) -> Part:
        """A new part of the files named, in order. Raises `TooManyWords`."""
        numbers = {name: number for number, name in enumerate(names)}
        held, keys, texts = [], [], []
        for file, key, text in self._source.clauses(names):
            held.append(numbers[file])
            keys.append(key)
            texts.append(text)
        written = json.dumps([[name, files[name]] for name in names]).encode()
        arrays = {
            "file_names": np.frombuffer(written, np.uint8),
            **built(Rows(keys, held, texts), self._language),
        }
        name = f"{digest(self._reads, written.decode())[:24]}{SUFFIX}"
        self.opened[name] = _filed(self._folder, name, arrays)
        return Part(name, len(keys))


def made(folder: Path) -> None:
    """The folder, private, parents too. Raises OSError."""
    if not folder.parent.is_dir():
        made(folder.parent)
    folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)


def _ordered(parts: Iterable[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: (-part.clauses, part.name))


def _filed(folder: Path | None, name: str, arrays: Mapping[str, Array]) -> ArrayFile:
    """The arrays in their file, read from there; in memory if it cannot be written."""
    if folder is None:
        return ArrayFile.in_memory(arrays)
    try:
        made(folder)
        write_arrays(folder / name, arrays, {})
        return open_arrays(folder / name)
    except OSError:
        return ArrayFile.in_memory(arrays)

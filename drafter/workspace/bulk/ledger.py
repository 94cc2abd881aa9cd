"""What was filed from which file: the private record that lets an import go on where it stopped.

One line an answer, appended once the clause file is on the disk; the last one counts. Losing it
costs time, never text: the files are read again.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import BinaryIO

import drafter
from drafter.errors import Locked
from drafter.model.findings import Finding, Place, Severity
from drafter.readers import ReadOptions
from drafter.workspace.folders import PRIVATE_FILE, made, state_folder
from drafter.workspace.locks import try_lock

_READING = ("readers", "languages", "model", "library", "workspace")
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_WORTH_TIDYING = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that was imported.

    `key` stands for its bytes, the options and the program that read it; `clause` is the clause
    file in the library and `written` its hash as the import left it. `kept` names the file of the
    same document that was filed instead, `differing` how many of its paragraphs are not in that.
    """

    key: str
    name: str
    rank: int
    clause: str
    written: str
    paragraphs: int = 0
    kept: str = ""
    differing: int = 0
    findings: tuple[Finding, ...] = ()


class Ledger:
    """The entries of one library. Raises `Locked` while another import into it runs."""

    def __init__(self, library: Path) -> None:
        self._by_key: dict[tuple[str, bool], Entry] = {}
        self._by_clause: dict[str, Entry] = {}
        self._file = _opened(library)
        if self._file is not None:
            self._load(self._file)

    def close(self) -> None:
        """Let others import into the library."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def known(self, key: str) -> tuple[Entry, ...]:
        """What came of the very same file, if it was imported as it would be now: filed, or passed
        over for another file of the document; both where a copy of it was there too."""
        found = (self._by_key.get((key, copy)) for copy in (False, True))
        return tuple(filter(None, found))

    def filed_in(self, clause: str) -> Entry | None:
        """The file that a clause file was last written from."""
        return self._by_clause.get(clause)

    def add(self, entry: Entry) -> None:
        """Record what came of a file."""
        self._keep(entry)
        if self._file is not None:
            self._file.write(_line(entry))
            self._file.flush()

    def _keep(self, entry: Entry) -> None:
        self._by_key[entry.key, bool(entry.kept)] = entry
        if not entry.kept:
            self._by_clause[entry.clause] = entry

    def _load(self, file: BinaryIO) -> None:
        lines = file.read().splitlines(keepends=True)
        for entry in _entries(lines):
            self._keep(entry)
        torn = bool(lines) and not lines[-1].endswith(b"\n")
        if torn or len(lines) > _WORTH_TIDYING * (len(self._by_key) + 1):
            file.seek(0)
            file.truncate()
            file.writelines(map(_line, self._by_key.values()))
            file.flush()


def key_of(sha256: str, options: ReadOptions) -> str:
    """What stands for a file, read with these options by this program."""
    said = json.dumps([sha256, asdict(options), made_by()], ensure_ascii=False)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def made_by() -> str:
    """What stands for the program that reads: another reader may read another text."""
    digest = hashlib.sha256(drafter.__version__.encode())
    digest.update(importlib.metadata.version("pypdfium2").encode())
    root = Path(drafter.__file__).parent
    for room in _READING:
        for file in sorted((root / room).rglob("*")):
            if file.suffix in {".py", ".yaml"}:
                digest.update(file.read_bytes())
    return digest.hexdigest()


def _opened(library: Path) -> BinaryIO | None:
    """The record of a library, held by this process; None where nothing can be kept."""
    name = hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:32]
    try:
        folder = made(made(state_folder()) / "imports")
        handle = os.open(folder / f"{name}.jsonl", _FLAGS, PRIVATE_FILE)
    except OSError:
        return None
    if not try_lock(handle):
        os.close(handle)
        raise Locked(
            "workspace.import-running", place=str(library), hint_id="workspace.import-wait"
        )
    return os.fdopen(handle, "r+b")


def _entries(lines: list[bytes]) -> Iterator[Entry]:
    for line in lines:
        try:
            row = json.loads(line)
            found = tuple(_finding(each) for each in row.pop("findings", ()))
            yield replace(Entry(**row), findings=found)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue  # torn by a crash, or from another version


def _line(entry: Entry) -> bytes:
    row = asdict(entry)
    row["findings"] = [_row(finding) for finding in entry.findings]
    return (json.dumps(row, ensure_ascii=True) + "\n").encode()


def _row(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "place": asdict(finding.place),
        "params": finding.values,
    }


def _finding(row: dict[str, object]) -> Finding:
    place, params = row["place"], row["params"]
    if not isinstance(place, dict) or not isinstance(params, dict):
        raise TypeError
    return Finding(
        str(row["code"]), Severity(str(row["severity"])), str(row["message"]), Place(**place),
        tuple(params.items()),
    )  # fmt: skip

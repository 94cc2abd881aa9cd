"""The journal of a session: every edit, appended before the next second is over.

One line an entry: a checksum, a space, JSON. A torn tail is ignored; after a line that could not
be written (a full disk) the whole document is written again as soon as there is room. The file is
private, locked while its session lives, and removed when the draft is saved or closed.
"""

from __future__ import annotations

import json
import os
import threading
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from drafter import __version__
from drafter.model.tree import Document
from drafter.workspace.folders import PRIVATE_FILE, made
from drafter.workspace.locks import try_lock
from drafter.workspace.step_records import Entry, document_record, step_record
from drafter.workspace.steps import Step

FORMAT = 1
SUFFIX = ".journal"
_LATE = 0.4  # seconds before what was written is forced to the disk


class Journal:
    """Appends to one journal file; never raises for a disk that fails, but says so."""

    def __init__(self, file: Path, draft: Path | None, sha256: str) -> None:
        self.file = file
        self.problem = ""
        self._draft = draft
        self._sha256 = sha256
        self._descriptor = -1
        self._whole = True  # whether what is in the file leads to the present document
        self._depth = 0  # how many undos the file can follow from here
        self._ahead = 0  # how many redos
        self._flush = _LateFlush()

    @property
    def begun(self) -> bool:
        """Whether anything has been written."""
        return self._descriptor >= 0

    def step(self, step: Step, before: Document, after: Document) -> None:
        """Note that `step` led from `before` to `after`."""
        self._depth, self._ahead = self._depth + 1, 0
        self._note(step_record(step), before, after)

    def undo(self, before: Document, after: Document) -> None:
        """Note an undo."""
        if self._depth:
            self._depth, self._ahead = self._depth - 1, self._ahead + 1
            self._note({"do": "undo"}, before, after)
        else:
            self._jump(before, after)

    def redo(self, before: Document, after: Document) -> None:
        """Note a redo."""
        if self._ahead:
            self._depth, self._ahead = self._depth + 1, self._ahead - 1
            self._note({"do": "redo"}, before, after)
        else:
            self._jump(before, after)

    def whole(self, document: Document) -> None:
        """Note a document that no step made: one that was pasted, or read anew."""
        self._jump(document, document)

    def typing(
        self, element: str, words: str, present: Document, *, correcting: bool = False
    ) -> None:
        """Note words that are being typed and are no edit yet, or no correction of a review."""
        entry: Entry = {"typing": element, "words": words, "correcting": correcting}
        self._note(entry, present, present)

    def filling(self, step: Step, present: Document) -> None:
        """Note the step that a form leads to if it is accepted as it stands."""
        self._note({"typing": "form", "step": step_record(step)}, present, present)

    def saving(self, sha256: str, present: Document) -> None:
        """Note that the draft is about to be written with this hash."""
        if self.begun:
            self._note({"saved": sha256}, present, present)
            self._flush.now(self._descriptor)

    def resume(self, length: int, present: Document) -> None:
        """Go on with the first `length` bytes of the file; they led to `present`, or near it."""
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
        try:
            self._descriptor = os.open(self.file, flags)
            try_lock(self._descriptor)
            os.ftruncate(self._descriptor, length)
            os.lseek(self._descriptor, 0, os.SEEK_END)
        except OSError as problem:
            self._whole = False
            self.problem = problem.strerror or type(problem).__name__
        self._jump(present, present)

    def remove(self) -> None:
        """Close the journal and take its file away: nothing is left to recover."""
        begun = self.begun
        self.close()
        if begun:
            self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the journal and leave its file."""
        if self.begun:
            self._flush.now(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = -1
        self._depth = self._ahead = 0

    def _jump(self, before: Document, after: Document) -> None:
        self._depth = self._ahead = 0
        self._note({"do": "base", "document": document_record(after)}, before, after)

    def _note(self, entry: Entry, before: Document, after: Document) -> None:
        try:
            if not self.begun:
                self._open(before)
            if not self._whole:
                self._write(b"\n" + _line({"do": "base", "document": document_record(after)}))
                self._depth = self._ahead = 0
            else:
                self._write(_line(entry))
            self._whole, self.problem = True, ""
        except OSError as problem:
            self._whole = False
            self.problem = problem.strerror or type(problem).__name__

    def _open(self, document: Document) -> None:
        made(self.file.parent)
        set_aside(self.file)
        flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        self._descriptor = os.open(self.file, flags, PRIVATE_FILE)
        try_lock(self._descriptor)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        head: Entry = {
            "format": FORMAT,
            "drafter": __version__,
            "draft": str(self._draft) if self._draft else "",
            "sha256": self._sha256,
            "document": document_record(document),
        }
        self._write(_line(head))

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._descriptor, data) :]
        self._flush.soon(self._descriptor)


class _LateFlush:
    """Forces written data to the disk a little later, once for many small writes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def soon(self, descriptor: int) -> None:
        with self._lock:
            if self._timer is None:
                self._timer = threading.Timer(_LATE, self.now, (descriptor,))
                self._timer.daemon = True
                self._timer.start()

    def now(self, descriptor: int) -> None:
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            try:
                os.fsync(descriptor)
            except OSError:
                return  # the next write reports what is wrong with the disk


def _line(entry: Entry) -> bytes:
    when = datetime.now(UTC).isoformat(timespec="seconds")
    text = json.dumps({**entry, "at": when}, ensure_ascii=False, separators=(",", ":")).encode()
    return b"%08x " % zlib.crc32(text) + text + b"\n"


def set_aside(file: Path) -> None:
    """Keep a journal that was not claimed under another name, where it is still found."""
    if not file.exists():
        return
    again = 1
    while (kept := file.with_name(f"{file.stem}-{again}{SUFFIX}")).exists():
        again += 1
    file.replace(kept)


def entries(data: bytes) -> list[Entry]:
    """The entries of a journal up to the first that is damaged.

    Reading goes on behind damage only where a whole document was written again.
    """
    return [entry for entry, _ in _whole_entries(data)]


def whole_length(data: bytes) -> int:
    """How many bytes of a journal its whole entries take."""
    return max((end for _, end in _whole_entries(data)), default=0)


def _whole_entries(data: bytes) -> Iterator[tuple[Entry, int]]:
    whole = True
    end = 0
    for line in data.split(b"\n")[:-1]:  # what follows the last line end is torn
        end += len(line) + 1
        entry = _entry(line)
        if entry is None:
            whole = whole and not line
        elif whole or entry.get("do") == "base":
            whole = True
            yield entry, end


def _entry(line: bytes) -> Entry | None:
    checksum, _, text = line.partition(b" ")
    try:
        if int(checksum, 16) != zlib.crc32(text):
            return None
        entry = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None

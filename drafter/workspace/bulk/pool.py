"""Reading in processes of their own: a file that hangs, fills the memory or brings its reader
down costs itself, never the others.

The engine that reads PDFs is not safe in threads, and its faults end the whole process.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from drafter.errors import DrafterError, UnreadableInput
from drafter.readers import ReadOptions
from drafter.workspace.importing import Imported, import_document

SECONDS = 120.0
_STARTING = 30.0  # a busy machine takes its time to start a process
_FILES_A_PROCESS = 100
_TRIES = 2
_MEMORY = 4 << 30

Answer: TypeAlias = "Imported | DrafterError"
Read: TypeAlias = Callable[[Path, ReadOptions], Imported]


def read_for_library(path: Path, options: ReadOptions) -> Imported:
    """The document in the file and what its reader was unsure of. Raises `DrafterError`."""
    return replace(import_document(path, options), removed=())


class ReadingHere:
    """Reads files in this process, one when its answer is asked for: quickest for a single one."""

    def __init__(self, read: Read = read_for_library) -> None:
        self._read = read
        self._work: list[tuple[Path, ReadOptions]] = []

    def __enter__(self) -> ReadingHere:
        return self

    def __exit__(self, *_: object) -> None:
        self._work.clear()

    def submit(self, path: Path, options: ReadOptions) -> int:
        """Have a file read; returns the ticket to ask for the answer with."""
        self._work.append((path, options))
        return len(self._work)

    def result(self, ticket: int) -> Answer:
        """The document, or why there is none."""
        return _answer(self._read, *self._work[ticket - 1])


@dataclass(slots=True)
class _Reader:
    """A process that reads, and what it has in hand."""

    process: SpawnProcess
    line: Connection
    errors: Path
    ticket: int = -1
    until: float = 0.0
    served: int = 0


class ReadingPool:
    """Reads files in at most `jobs` processes, each file for at most `seconds`.

    Answers may be asked for in any order. Processes start when there is work, and are replaced
    after a hundred files, so that no reader's leak adds up.
    """

    def __init__(
        self, jobs: int, *, read: Read = read_for_library, seconds: float = SECONDS
    ) -> None:
        self._jobs = jobs
        self._read = read
        self._seconds = seconds
        self._work: dict[int, tuple[Path, ReadOptions]] = {}
        self._queue: deque[int] = deque()
        self._answers: dict[int, Answer] = {}
        self._tries: dict[int, int] = {}
        self._readers: list[_Reader] = []
        self._folder = TemporaryDirectory(prefix="drafter-")
        self._started = 0
        self._tickets = 0

    def __enter__(self) -> ReadingPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def submit(self, path: Path, options: ReadOptions) -> int:
        """Have a file read; returns the ticket to ask for the answer with."""
        self._tickets += 1
        self._work[self._tickets] = (path, options)
        self._queue.append(self._tickets)
        self._hand_out()
        return self._tickets

    def result(self, ticket: int) -> Answer:
        """The document, or why there is none; waits for it. Each ticket answers once."""
        while ticket not in self._answers:
            self._wait()
        del self._work[ticket]
        self._tries.pop(ticket, None)
        return self._answers.pop(ticket)

    def close(self) -> None:
        """End every process, whatever it is doing."""
        for each in self._readers:
            self._end(each)
        self._readers.clear()
        self._folder.cleanup()

    def _hand_out(self) -> None:
        while self._queue:
            idle = next((each for each in self._readers if each.ticket < 0), None)
            if idle is None and len(self._readers) >= self._jobs:
                return
            reader = idle or self._started_reader()
            ticket = self._queue.popleft()
            reader.ticket = ticket
            starting = 0.0 if reader.served else _STARTING
            reader.until = time.monotonic() + self._seconds + starting
            # a process that is gone already is found out when its answer is waited for
            with contextlib.suppress(OSError):
                reader.line.send(self._work[ticket])

    def _wait(self) -> None:
        busy = [each for each in self._readers if each.ticket >= 0]
        left = max(min(each.until for each in busy) - time.monotonic(), 0)
        ready = connection.wait([each.line for each in busy], timeout=left)
        for each in busy:
            if each.line in ready:
                self._take(each)
            elif time.monotonic() >= each.until:
                place = str(self._work[each.ticket][0])
                self._answers[each.ticket] = UnreadableInput(
                    "workspace.reading-too-long", place=place, seconds=round(self._seconds)
                )
                self._retire(each)
        self._hand_out()

    def _take(self, reader: _Reader) -> None:
        ticket = reader.ticket
        try:
            self._answers[ticket] = reader.line.recv()
        except (EOFError, OSError):
            self._retire(reader)
            self._tries[ticket] = self._tries.get(ticket, 0) + 1
            if self._tries[ticket] < _TRIES:  # the system may have ended it for another's fault
                self._queue.appendleft(ticket)
                return
            place = str(self._work[ticket][0])
            why = _last_words(reader)
            self._answers[ticket] = UnreadableInput(
                "workspace.reading-stopped", place=place, reason=why
            )
            return
        reader.ticket = -1
        reader.served += 1
        if reader.served >= _FILES_A_PROCESS:
            self._retire(reader)

    def _retire(self, reader: _Reader) -> None:
        self._readers.remove(reader)
        self._end(reader)

    def _end(self, reader: _Reader) -> None:
        reader.line.close()
        reader.process.kill()
        reader.process.join()

    def _started_reader(self) -> _Reader:
        spawn = get_context("spawn")  # threads of the room may be alive: no fork
        ours, theirs = spawn.Pipe()
        errors = Path(self._folder.name) / f"{self._started}"
        self._started += 1
        process = spawn.Process(target=_serve, args=(theirs, self._read, str(errors)), daemon=True)
        with _interrupts_kept_from_children():
            process.start()
        theirs.close()
        reader = _Reader(process, ours, errors)
        self._readers.append(reader)
        return reader


@contextlib.contextmanager
def _interrupts_kept_from_children() -> Iterator[None]:
    """Ctrl-C goes to every process of a terminal; the one that files decides what it means."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


def _last_words(reader: _Reader) -> str:
    try:
        said = reader.errors.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        said = []
    words = next((line.strip() for line in reversed(said) if line.strip()), "")
    return words or f"exit {reader.process.exitcode}"


def _serve(line: Connection, read: Read, errors: str) -> None:
    """What a reading process does: a file in, its document out, until nobody asks any more."""
    _limit(errors)
    # the line ends with whoever asks: then there is nobody left to answer
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            path, options = line.recv()
            line.send(_answer(read, path, options))


def _answer(read: Read, path: Path, options: ReadOptions) -> Answer:
    try:
        return read(path, options)
    except DrafterError as error:
        # some errors carry more than passes between processes; what is shown passes
        return UnreadableInput(
            error.message_id, place=error.place, hint_id=error.hint_id, **error.params
        )


def _limit(errors: str) -> None:
    """Messages of engines go to a file, not over the progress; memory has an end."""
    handle = os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(handle, 2)
    os.close(handle)
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):  # some systems take no such limit
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

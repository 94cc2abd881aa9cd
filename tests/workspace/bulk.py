"""Small documents of different symbols, and readers that go wrong, for imports of many files."""

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.readers import ReadOptions
from drafter.workspace.bulk.filing import filed
from drafter.workspace.bulk.gathering import gathered
from drafter.workspace.bulk.pool import read_for_library

DRAFT = Path(__file__).parents[1] / "data" / "readers" / "en_draft_wrapped.txt"
SYMBOL = "A/C.2/81/L.99"


def write_draft(path, number, words="Brazil, Kenya"):
    """A draft resolution in plain text under the symbol A/C.2/81/L.<number>."""
    text = DRAFT.read_text(encoding="utf-8").replace(SYMBOL, f"A/C.2/81/L.{number}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("Brazil, Kenya", words), encoding="utf-8")
    return path


def write_drafts(folder, count):
    return [write_draft(folder / f"{number:03d}.txt", number) for number in range(1, count + 1)]


def library_bytes(library):
    """Every file of a library with its bytes."""
    return {
        str(path.relative_to(library)): path.read_bytes()
        for path in sorted(library.rglob("*"))
        if path.is_file()
    }


def filed_all(folder, library, **more):
    """What came of each file of a folder, in the order of filing."""
    return list(filed(gathered([folder]), library, ReadOptions(), **more))


def came(rows):
    return {row.path.name: row.came.value for row in rows}


# readers for `filed(read=…)`: by name, so that another process finds them


def refuse_to_read(path, options):
    raise AssertionError(f"{path} was read again")


def die_on_bad(path, options):
    """A file named bad… takes its process with it."""
    if path.name.startswith("bad"):
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return read_for_library(path, options)


def die_once(path, options):
    """A process is ended from outside, while it reads a file that is well."""
    mark = path.with_suffix(".met")
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return read_for_library(path, options)


def break_on_bad(path, options):
    if path.name.startswith("bad"):
        raise KeyError("of the reader")
    return read_for_library(path, options)


def hang_on_bad(path, options):
    while path.name.startswith("bad"):
        time.sleep(0.01)
    return read_for_library(path, options)


def fill_memory_on_bad(path, options):
    if path.name.startswith("bad"):
        bytearray(1 << 40)
    return read_for_library(path, options)


def slow_first(path, options):
    """The first file is answered last."""
    if path.name.startswith("001"):
        time.sleep(0.5)
    return read_for_library(path, options)


def refuse_bad(path, options):
    if path.name.startswith("bad"):
        raise UnreadableInput("reading.not-text", place=str(path))
    imported = read_for_library(path, options)
    return replace(imported, findings=())

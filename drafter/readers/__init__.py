"""Readers: every file format a document is read from, one module each in `formats/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.errors import MissingFile, UnreadableInput
from drafter.readers import formats
from drafter.readers.reader import Reader, ReadOptions, ReadResult, Removed, TrackedChange
from drafter.registry import discover

__all__ = [
    "ReadOptions",
    "ReadResult",
    "Reader",
    "Removed",
    "TrackedChange",
    "extensions",
    "names",
    "read",
    "read_text",
    "reader_for",
]

_HEAD = 4096


@cache
def _readers() -> tuple[Reader, ...]:
    return discover(formats, "READER", Reader)


def names() -> tuple[str, ...]:
    """The names of all formats that can be read."""
    return tuple(each.name for each in _readers())


def extensions() -> tuple[str, ...]:
    """Every file extension that a reader owns, with its dot."""
    return tuple(end for each in _readers() for end in each.extensions)


def read(path: Path, options: ReadOptions | None = None) -> ReadResult:
    """The document in the file at `path`, in whatever format it is.

    Raises `UnreadableInput` for what is missing, a folder, a pipe or device, damaged or in no known
    format.
    """
    return reader_for(path).read(path, options or ReadOptions())


def read_text(text: str, options: ReadOptions | None = None) -> ReadResult:
    """The document in a plain text that is in no file: pasted, or made by another program."""
    from drafter.readers.formats.plain_text import read_words

    return read_words(text, options or ReadOptions())


def reader_for(path: Path) -> Reader:
    """The reader of the file: the one that owns its extension, unless its bytes are plainly of
    another format; else the one that knows its bytes.

    Raises `UnreadableInput`.
    """
    head = _head(path)
    name = path.name.lower()
    strict = [each for each in _readers() if not each.fallback]
    owners = [each for each in strict if name.endswith(each.extensions)]
    known = [each for each in strict if each.recognises(head)]
    if owners:
        certain = owners[0].by_name or owners[0] in known or not known
        return owners[0] if certain else known[0]
    if known:
        return known[0]
    for each in _readers():
        if each.fallback and each.recognises(head):
            return each
    raise UnreadableInput("reading.unknown-format", place=str(path), known=", ".join(names()))


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableInput("reading.is-a-folder", place=str(path))
    try:
        # a pipe or a device has no end that could be waited for
        if path.exists() and not path.is_file():
            raise UnreadableInput("reading.not-a-file", place=str(path))
        with path.open("rb") as file:
            return file.read(_HEAD)
    except FileNotFoundError:
        raise MissingFile("reading.no-such-file", place=str(path)) from None
    except OSError as error:
        raise UnreadableInput(
            "reading.cannot-open", place=str(path), problem=error.strerror or ""
        ) from error

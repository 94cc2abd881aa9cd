"""The bytes of a named file, and its text, or one sentence that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.model.findings import Finding, Place
from drafter.readers.decoding import Decoded, decoded
from drafter.readers.segment.findings import FINDINGS


def bytes_of(path: Path, most: int) -> bytes:
    """The bytes of a file of at most `most` bytes.

    Raises `UnreadableInput` for a file that is larger or cannot be opened.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= most else b""
    except OSError as error:
        raise UnreadableInput(
            "reading.cannot-open", place=str(path), problem=error.strerror or ""
        ) from error
    if size > most:
        raise UnreadableInput("reading.too-large", place=str(path), limit=most // 1_000_000)
    return data


def text_of(path: Path, most: int, declared: Callable[[bytes], str] = lambda data: "") -> Decoded:
    """The text of a file; `declared` finds the encoding that the file itself names.

    Raises `UnreadableInput` as `bytes_of` does, and for a file that is no text.
    """
    data = bytes_of(path, most)
    found = decoded(data, declared(data))
    if found is None:
        raise UnreadableInput("reading.not-text", place=str(path))
    return found


def of_encoding(found: Decoded) -> Iterator[Finding]:
    """What there is to say of how the bytes became text."""
    if found.guessed:
        code, severity = FINDINGS["encoding-guessed"]
        given = (("encoding", found.encoding),)
        yield Finding(code, severity, "reading.encoding-guessed", Place(), given)
    if found.damaged:
        code, severity = FINDINGS["damaged"]
        line = found.text[: found.text.index("\ufffd")].count("\n") + 1
        place = Place(line=line)
        yield Finding(code, severity, "reading.damaged", place, (("count", found.damaged),))

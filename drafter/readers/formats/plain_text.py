"""Plain text: extracted from a PDF, copied from a page, or written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.model.findings import Finding, Place, Severity
from drafter.readers.decoding import Decoded, decoded, looks_like_text, plain_lines
from drafter.readers.reader import Reader, ReadOptions, ReadResult
from drafter.readers.segment.lines import lines_of
from drafter.readers.segment.segmenter import segment

_MAX_BYTES = 50_000_000


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The document in a text file of any encoding.

    Raises `UnreadableInput` for a file that is too large or no text.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MAX_BYTES else b""
    except OSError as error:
        raise UnreadableInput(
            "reading.cannot-open", place=str(path), problem=error.strerror or ""
        ) from error
    if size > _MAX_BYTES:
        raise UnreadableInput("reading.too-large", place=str(path), limit=_MAX_BYTES // 1_000_000)
    found = decoded(data)
    if found is None:
        raise UnreadableInput("reading.not-text", place=str(path))
    result = read_words(found.text, options)
    findings = (*_of_bytes(found), *result.findings)
    placed = tuple(replace(each, place=replace(each.place, file=path.name)) for each in findings)
    return replace(result, findings=placed)


def read_words(text: str, options: ReadOptions) -> ReadResult:
    """The document in a plain text that is at hand already; any line ends will do."""
    return segment(lines_of(plain_lines(text)), options)


def _of_bytes(found: Decoded) -> Iterator[Finding]:
    """What there is to say of the bytes of the file."""
    if found.guessed:
        yield Finding(
            "R002", Severity.INFO, "reading.encoding-guessed", Place(),
            (("encoding", found.encoding),),
        )  # fmt: skip
    if found.damaged:
        line = found.text[: found.text.index("\ufffd")].count("\n") + 1
        yield Finding(
            "R007", Severity.WARNING, "reading.damaged", Place(line=line),
            (("count", found.damaged),),
        )  # fmt: skip


READER = Reader("text", (".txt", ".text"), looks_like_text, read, fallback=True)

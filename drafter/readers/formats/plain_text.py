"""Plain text: extracted from a PDF, copied from a page, or written by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.readers.decoding import looks_like_text, plain_lines
from drafter.readers.opening import of_encoding, text_of
from drafter.readers.reader import Reader, ReadOptions, ReadResult
from drafter.readers.segment.lines import lines_of
from drafter.readers.segment.segmenter import segment

_MAX_BYTES = 50_000_000
_MAX_LINES = 100_000  # with words: some two thousand pages


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The document in a text file of any encoding.

    Raises `UnreadableInput` for a file that is too large or long, or no text.
    """
    found = text_of(path, _MAX_BYTES)
    _check_lines(found.text, path)
    result = read_words(found.text, options)
    findings = (*of_encoding(found), *result.findings)
    placed = tuple(replace(each, place=replace(each.place, file=path.name)) for each in findings)
    return replace(result, findings=placed)


def _check_lines(text: str, path: Path) -> None:
    count = text.count("\n")
    if count > _MAX_LINES:
        count = sum(1 for line in text.split("\n") if line.strip())
    if count > _MAX_LINES:
        raise UnreadableInput(
            "reading.too-many-lines", place=str(path), count=count, limit=_MAX_LINES
        )


def read_words(text: str, options: ReadOptions) -> ReadResult:
    """The document in a plain text that is at hand already; any line ends will do."""
    return segment(lines_of(plain_lines(text)), options)


READER = Reader("text", (".txt", ".text"), looks_like_text, read, fallback=True)

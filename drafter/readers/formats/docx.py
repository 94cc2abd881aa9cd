"""Word files (.docx and its kin): text only, macros never looked at."""

from __future__ import annotations

from pathlib import Path

from drafter.readers.docx.package import looks_like_word
from drafter.readers.reader import Reader, ReadOptions, ReadResult


def _read(path: Path, options: ReadOptions) -> ReadResult:
    # loaded when the first Word file is read
    from drafter.readers.docx.reading import read

    return read(path, options)


READER = Reader("docx", (".docx", ".docm", ".dotx", ".dotm"), looks_like_word, _read)

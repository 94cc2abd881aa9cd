"""PDF, as the United Nations issues its documents."""

from __future__ import annotations

from pathlib import Path

from drafter.readers.reader import Reader, ReadOptions, ReadResult


def _recognises(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def _read(path: Path, options: ReadOptions) -> ReadResult:
    # the engine is a large library: only who reads a PDF waits for it
    from drafter.readers.pdf.reading import read

    return read(path, options)


READER = Reader("pdf", (".pdf",), _recognises, _read)

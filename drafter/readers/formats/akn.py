"""Akoma Ntoso 3.0: OASIS LegalDocML, also as the guidelines of the United Nations use it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.readers.akn.markup import parsed
from drafter.readers.akn.reading import outline_of
from drafter.readers.decoding import decoded
from drafter.readers.reader import Reader, ReadOptions, ReadResult

_MAX_BYTES = 50_000_000
_ROOT = re.compile(r"<(?:[\w.-]+:)?akomaNtoso[\s>]")
_ENCODING = re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w-]+)")


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The document in an Akoma Ntoso file.

    Raises `UnreadableInput` (place "file:line" where it is known) for a file that is too large, no
    XML, declares a document type, or holds no document.
    """
    root = parsed(_text(path), str(path))
    told = outline_of(root, options.language)
    if told is None:
        raise UnreadableInput("reading.not-akn", place=str(path))
    outline, spoken = told
    result = outline.result(options, spoken)
    placed = (replace(f, place=replace(f.place, file=path.name)) for f in result.findings)
    return replace(result, findings=tuple(placed))


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MAX_BYTES else b""
    except OSError as error:
        raise UnreadableInput(
            "reading.cannot-open", place=str(path), problem=error.strerror or ""
        ) from error
    if size > _MAX_BYTES:
        raise UnreadableInput("reading.too-large", place=str(path), limit=_MAX_BYTES // 1_000_000)
    named = _ENCODING.match(data)
    found = decoded(data, named[1].decode("ascii") if named else "")
    if found is None:
        raise UnreadableInput("reading.not-text", place=str(path))
    return found.text


def recognised(head: bytes) -> bool:
    """Whether the first bytes of a file are those of an Akoma Ntoso file."""
    found = decoded(head)
    return found is not None and _ROOT.search(found.text) is not None


READER = Reader("akn", (".akn", ".akn.xml"), recognised, read)

"""Akoma Ntoso 3.0: OASIS LegalDocML, also as the guidelines of the United Nations use it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.readers.akn.markup import parsed
from drafter.readers.akn.reading import outline_of
from drafter.readers.decoding import decoded
from drafter.readers.opening import of_encoding, text_of
from drafter.readers.reader import Reader, ReadOptions, ReadResult

_MAX_BYTES = 50_000_000
_ROOT = re.compile(r"<(?:[\w.-]+:)?akomaNtoso[\s>]")
_ENCODING = re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w-]+)")


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The document in an Akoma Ntoso file.

    Raises `UnreadableInput` (place "file:line" where it is known) for a file that is too large, no
    XML, declares a document type, or holds no document.
    """
    found = text_of(path, _MAX_BYTES, _declared)
    root = parsed(found.text, str(path))
    told = outline_of(root, options.language)
    if told is None:
        raise UnreadableInput("reading.not-akn", place=str(path))
    outline, spoken = told
    result = outline.result(options, spoken)
    findings = (*of_encoding(found), *result.findings)
    placed = tuple(replace(each, place=replace(each.place, file=path.name)) for each in findings)
    return replace(result, findings=placed)


def _declared(data: bytes) -> str:
    named = _ENCODING.match(data)
    return named[1].decode("ascii") if named else ""


def recognised(head: bytes) -> bool:
    """Whether the first bytes of a file are those of an Akoma Ntoso file."""
    found = decoded(head)
    return found is not None and _ROOT.search(found.text) is not None


READER = Reader("akn", (".akn", ".akn.xml"), recognised, read)

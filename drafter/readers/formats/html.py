"""HTML: pages of United Nations web sites, saved or exported, and the pages drafter writes.

Nothing in a page is run and nothing it points to is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.model.findings import Finding, Place, Severity
from drafter.readers.html.reading import Reading, reading_of
from drafter.readers.html.tokens import tokens
from drafter.readers.html.told import outline_of
from drafter.readers.html.tree import MOST_ELEMENTS, Page, TooManyElements, page_of
from drafter.readers.opening import of_encoding, text_of
from drafter.readers.reader import Reader, ReadOptions, ReadResult
from drafter.readers.segment.segmenter import Copy, segment, segment_copy

_MAX_BYTES = 20_000_000
_HEAD = 4096
_RECOGNISED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|"
    rb"(?:div|p|h[1-6]|table|article|main)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]+?encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The document in an HTML file of any encoding.

    Raises `UnreadableInput` for a file that is too large or no text.
    """
    found = text_of(path, _MAX_BYTES, _declared)
    try:
        page = page_of(tokens(found.text))
    except TooManyElements:
        raise UnreadableInput(
            "reading.too-many-elements", place=str(path), limit=MOST_ELEMENTS
        ) from None
    told = outline_of(page.root, options.language)
    result = told[0].result(options, told[1]) if told else _segmented(page, options)
    findings = (*of_encoding(found), *result.findings)
    placed = tuple(replace(each, place=replace(each.place, file=path.name)) for each in findings)
    return replace(result, findings=placed)


def _segmented(page: Page, options: ReadOptions) -> ReadResult:
    reading = reading_of(page)
    if reading.noted:
        result = segment_copy(Copy(reading.lines, reading.notes), options)
    else:
        result = segment(reading.lines, options)
    removed = sorted((*reading.removed, *result.removed), key=lambda each: each.line)
    findings = (*_of_tables(reading), *result.findings)
    return replace(result, findings=findings, removed=tuple(removed))


def _declared(data: bytes) -> str:
    head = data[:_HEAD]
    named = _XML.match(head) or _CHARSET.search(head)
    return named[1].decode("ascii") if named else ""


def _of_tables(reading: Reading) -> Iterator[Finding]:
    for line in reading.tables:
        yield Finding("R040", Severity.INFO, "reading.table", Place(line=line))


def recognised(head: bytes) -> bool:
    """Whether the first bytes of a file are those of an HTML page."""
    return _RECOGNISED.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


READER = Reader("html", (".html", ".htm", ".xhtml"), recognised, read)

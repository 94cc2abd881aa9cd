"""A PDF file to a document with its findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.model.findings import Finding, Place, Severity
from drafter.readers.opening import bytes_of
from drafter.readers.pdf.copying import Copied, copied
from drafter.readers.pdf.engine import is_cut_off, pages_of
from drafter.readers.pdf.leaves import Places
from drafter.readers.pdf.page import Page
from drafter.readers.reader import ReadOptions, ReadResult, Removed
from drafter.readers.segment.findings import FINDINGS
from drafter.readers.segment.segmenter import segment_copy

_MAX_BYTES = 200_000_000
_COVERED = 0.5
_MANY_UNKNOWN = 3
# no character, or one that each font fills as it likes
_UNKNOWN = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff]")


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The document in a PDF.

    Raises `UnreadableInput` for a file that is locked, damaged, too large, or has no text at all.
    """
    data = bytes_of(path, _MAX_BYTES)
    pages = pages_of(data, str(path))
    if not any(run.text.strip() for page in pages for run in page.runs) and not any(
        page.loose.strip() for page in pages
    ):
        slug = "reading.pdf-no-text"
        raise UnreadableInput(slug, place=str(path), hint_id=f"{slug}-hint", count=len(pages))
    found = copied(pages)
    result = segment_copy(found.copy, options)
    return _placed(result, found, [*_of_file(data), *_of_pages(pages)], path.name)


def _finding(slug: str, place: Place, **params: str | int) -> Finding:
    code, severity = FINDINGS[slug]
    return Finding(code, Severity(severity), f"reading.{slug}", place, tuple(params.items()))


def _of_file(data: bytes) -> Iterator[Finding]:
    if is_cut_off(data):
        yield _finding("pdf-cut-off", Place())


def _of_pages(pages: Sequence[Page]) -> Iterator[Finding]:
    """What there is to say of pages: no text, pictures in place of text, too many pieces."""
    for page in pages:
        place = Place(page=page.number)
        if page.unreadable:
            yield _finding("pdf-page-unreadable", place, page=page.number)
        elif page.loose:
            yield _finding("pdf-page-loose", place, page=page.number)
        elif not any(run.text.strip() for run in page.runs):
            slug = "pdf-page-scanned" if page.pictured > _COVERED else "pdf-page-empty"
            yield _finding(slug, place, page=page.number)
        elif page.recognised:
            yield _finding("pdf-recognised", place, page=page.number)
        if sum(len(_UNKNOWN.findall(run.text)) for run in page.runs) >= _MANY_UNKNOWN:
            yield _finding("pdf-letters-unknown", place, page=page.number)


def _placed(result: ReadResult, found: Copied, own: Sequence[Finding], name: str) -> ReadResult:
    """The result with its places as pages and lines of pages, and with the job number."""
    masthead = result.document.masthead
    if found.job and not masthead.job_number:
        masthead = replace(masthead, job_number=found.job)
    findings = tuple(
        replace(each, place=_on_page(each.place, found.places, name)) for each in result.findings
    )
    files = tuple(replace(each, place=replace(each.place, file=name)) for each in own)
    return replace(
        result,
        document=replace(result.document, masthead=masthead),
        findings=(*files, *findings),
        removed=tuple(_removed(each, found.places) for each in result.removed),
        places=tuple(_on_page(each, found.places, "") for each in result.places),
    )


def _removed(piece: Removed, places: Places) -> Removed:
    page, line = places.at(piece.line)
    return replace(piece, page=page, line=line)


def _on_page(place: Place, places: Places, name: str) -> Place:
    page, line = places.at(place.line)
    return replace(place, page=page or place.page, line=line, file=name or place.file)

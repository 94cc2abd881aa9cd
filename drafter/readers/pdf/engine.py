"""PDFium: a file to its pages. Everything that touches the C library stands here.

PDFium parses a foreign file inside this process, so what it is given is bounded: the size of the
file, of what its streams unpack to (`bombs`), its pages, the pieces on a page, nested forms.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]  # noqa: F401  # starts the library; no stubs
from pypdfium2 import raw as pdfium

from drafter.errors import UnreadableInput
from drafter.readers.pdf.bombs import unpacks_to_too_much
from drafter.readers.pdf.page import Page
from drafter.readers.pdf.pieces import Pieces, Upright

MAX_PAGES = 3000
_MAX_UNITS = 400_000
_MAX_PIECES = 60_000
_MAX_WORK = 600_000_000  # pieces times characters: PDFium looks through a page for every piece
_TAIL = 2048
_PASSWORD = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
# PDFium keeps state of its own and takes one caller at a time.
_ONE_AT_A_TIME = Lock()


def is_cut_off(data: bytes) -> bool:
    """Whether the end of the file is missing."""
    return b"%%EOF" not in data[-_TAIL:]


def pages_of(data: bytes, place: str) -> tuple[Page, ...]:
    """The pages of the PDF in `data`; `place` names it in errors.

    Raises `UnreadableInput` for a file that is locked, damaged beyond repair, or too large.
    """
    if unpacks_to_too_much(data):
        raise UnreadableInput("reading.pdf-too-much", place=place)
    with _ONE_AT_A_TIME, _opened(data, place) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MAX_PAGES:
            raise UnreadableInput("reading.pdf-pages", place=place, count=count, limit=MAX_PAGES)
        leftward = _is_leftward(document)
        return tuple(_page(document, index, leftward=leftward) for index in range(count))


@contextmanager
def _opened(data: bytes, place: str) -> Iterator[pdfium.FPDF_DOCUMENT]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in _PASSWORD
        slug = "reading.pdf-locked" if locked else "reading.pdf-damaged"
        raise UnreadableInput(slug, place=place, hint_id=f"{slug}-hint")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _is_leftward(document: pdfium.FPDF_DOCUMENT) -> bool:
    """Whether the file says that it is read from right to left (ISO 32000-1, 12.2)."""
    name = ctypes.create_string_buffer(8)
    pdfium.FPDF_VIEWERREF_GetName(document, b"Direction", name, len(name))
    return bool(name.value == b"R2L")


def _page(document: pdfium.FPDF_DOCUMENT, index: int, *, leftward: bool) -> Page:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(index + 1, 0.0, 0.0, unreadable=True)
    try:
        words = pdfium.FPDFText_LoadPage(page)
        if not words:
            return Page(index + 1, 0.0, 0.0, unreadable=True)
        try:
            return _contents(page, words, index + 1, leftward=leftward)
        finally:
            pdfium.FPDFText_ClosePage(words)
    finally:
        pdfium.FPDF_ClosePage(page)


def _contents(
    page: pdfium.FPDF_PAGE, words: pdfium.FPDF_TEXTPAGE, number: int, *, leftward: bool
) -> Page:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    upright = Upright(
        box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page) % 4
    )
    count = pdfium.FPDFText_CountChars(words)
    pieces = Pieces(words, upright, _MAX_PIECES, leftward)
    pieces.gather(page)
    width, height = upright.size
    if count > _MAX_UNITS or pieces.spilled or pieces.texts * max(count, 1) > _MAX_WORK:
        return Page(number, width, height, loose=_words(words, min(count, _MAX_UNITS)))
    return pieces.page(number)


def _words(words: pdfium.FPDF_TEXTPAGE, count: int) -> str:
    """The words of a page in the order of the file."""
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(words, 0, count, buffer)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").replace("\r\n", "\n")

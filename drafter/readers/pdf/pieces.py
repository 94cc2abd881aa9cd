"""The pieces of a page as PDFium holds them, and where they stand on the page as it is seen."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field

from pypdfium2 import raw as pdfium  # type: ignore[import-untyped]  # it has no stubs

from drafter.readers.pdf.characters import glyphs, letters_of, runs_leftward, with_marks
from drafter.readers.pdf.page import Font, Page, Rule, Run

Matrix = tuple[float, float, float, float, float, float]
_DEEPEST = 12  # forms within forms
_UNITS = 8192
_NAME = 256
_FLAT = 4.0
_LEAST_RULE = 20.0
_FORCED_BOLD = 1 << 18
_ITALIC = 1 << 6
_HEAVY = 600
_LEANING = 0.08
_TILTED = 0.17
_BARS = ("barcode", "code39", "3of9", "code128")
_KAI = ("kai", "楷")
# the letters before a part of a typeface are any (ISO 32000-1, 9.6.4): VOFKAI+Times is no KaiTi
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_INVISIBLE = 3
_COVERED = 0.5
_KERNED = 0.3
_OVERHANG = 0.15
_INSIDE = 0.12
_OVERLAID = 0.06
_TEXT, _PATH, _IMAGE, _FORM = (
    pdfium.FPDF_PAGEOBJ_TEXT,
    pdfium.FPDF_PAGEOBJ_PATH,
    pdfium.FPDF_PAGEOBJ_IMAGE,
    pdfium.FPDF_PAGEOBJ_FORM,
)
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Upright:
    """The visible box of a page in its own coordinates, and how many quarters it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    @property
    def matrix(self) -> Matrix:
        """From the page's own coordinates to places as seen, from the top left corner."""
        return (
            (1.0, 0.0, 0.0, -1.0, -self.left, self.top),
            (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left),
            (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom),
            (0.0, -1.0, -1.0, 0.0, self.top, self.right),
        )[self.quarters]


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


@dataclass(slots=True)
class Pieces:
    """Gathers what stands on one page of a file that is read from right to left if `leftward`;
    `spilled` says that there was too much of it."""

    words: pdfium.FPDF_TEXTPAGE
    upright: Upright
    limit: int
    leftward: bool = False
    spilled: bool = False
    found: list[tuple[int, object, Matrix]] = field(default_factory=list)

    @property
    def texts(self) -> int:
        """How many pieces of text there are."""
        return sum(kind == _TEXT for kind, _, _ in self.found)

    def gather(self, page: pdfium.FPDF_PAGE) -> None:
        """List the pieces of the page, those within forms among them."""
        count = pdfium.FPDFPage_CountObjects(page)
        self._list(count, pdfium.FPDFPage_GetObject, page, self.upright.matrix, 0)

    def _list(self, count: int, get: object, owner: object, outer: Matrix, depth: int) -> None:
        kind_of = pdfium.FPDFPageObj_GetType
        for index in range(count):
            if len(self.found) >= self.limit:
                self.spilled = True
                return
            piece = get(owner, index)  # type: ignore[operator]  # a function of the C library
            kind = kind_of(piece)
            if kind != _FORM:
                self.found.append((kind, piece, outer))
            elif depth < _DEEPEST:
                inner = _times(_matrix(piece), outer)
                inside = pdfium.FPDFFormObj_CountObjects(piece)
                self._list(inside, pdfium.FPDFFormObj_GetObject, piece, inner, depth + 1)

    def page(self, number: int) -> Page:
        """The page with the words and places of all that was gathered."""
        width, height = self.upright.size
        reading = _Reading(self.words)
        turning = runs_leftward(self.words)
        runs, turned = self._by_glyphs(reading) if turning else self._by_pieces(reading)
        rules: list[Rule] = []
        pictured = 0.0
        for kind, piece, outer in self.found:
            if kind == _PATH:
                x0, y0, x1, y1 = reading.box(piece, outer)
                if y1 - y0 <= _FLAT and x1 - x0 >= _LEAST_RULE:
                    rules.append(Rule(x0, x1, (y0 + y1) / 2))
            elif kind == _IMAGE:
                x0, y0, x1, y1 = reading.box(piece, outer)
                pictured += max(x1 - x0, 0.0) * max(y1 - y0, 0.0)
        share = pictured / (width * height) if width and height else 0.0
        behind = share > _COVERED and any(
            kind == _TEXT and pdfium.FPDFTextObj_GetTextRenderMode(piece) == _INVISIBLE
            for kind, piece, _ in self.found
        )
        return Page(
            number, width, height, tuple(runs), tuple(rules), tuple(turned), min(share, 1.0),
            recognised=behind, leftward=self.leftward,
        )  # fmt: skip

    def _by_pieces(self, reading: _Reading) -> tuple[list[Run], list[Run]]:
        """The pieces of text as they are: those that stand upright, and the others."""
        runs: list[Run] = []
        turned: list[Run] = []
        for kind, piece, outer in self.found:
            if kind == _TEXT:
                run, level = reading.run(piece, outer)
                if level and runs and outer is self.found[0][2]:
                    runs[-1] = reading.without_made_up_space(runs[-1], run)
                (runs if level else turned).append(run)
        return runs, turned

    def _by_glyphs(self, reading: _Reading) -> tuple[list[Run], list[Run]]:
        """Those that stand upright glyph by glyph, and the others."""
        texts = [
            (index, piece, *reading.run(piece, outer, ""))
            for index, (kind, piece, outer) in enumerate(self.found)
            if kind == _TEXT
        ]
        upright = {_address(piece) for _, piece, _, level in texts if level}
        found = letters_of(self.words, upright, self._seen, leftward=self.leftward)
        runs: list[Run] = []
        for index, piece, run, level in texts:
            letters = found.get(_address(piece))
            if not level:
                continue
            if letters is None and not reading.inked(piece):
                runs.append(run._replace(drawn=index))  # white space, else a vowel mark
            for text, _, x0, x1 in glyphs(letters or ()):
                runs.append(run._replace(text=text, x0=x0, x1=x1, drawn=index))
        turned = [
            reading.run(piece, self.found[index][2])[0]
            for index, piece, _, level in texts
            if not level
        ]
        return with_marks(runs), turned

    def _seen(self, x: float, y: float) -> float:
        """How far from the left edge a place of the page is seen."""
        a, _, c, _, e, _ = self.upright.matrix
        return a * x + c * y + e


def _address(piece: object) -> int:
    return ctypes.cast(piece, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # a C pointer


def _matrix(piece: object) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(piece, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


class _Reading:
    """Asks PDFium for words and places; the buffers are made once a page."""

    def __init__(self, words: pdfium.FPDF_TEXTPAGE) -> None:
        self._words = words
        self._fonts: dict[int, Font] = {}
        self._units = (ctypes.c_ushort * _UNITS)()
        self._edges = [ctypes.c_float() for _ in range(4)]
        self._size = ctypes.c_float()
        self._matrix = pdfium.FS_MATRIX()

    def run(self, piece: object, outer: Matrix, text: str | None = None) -> tuple[Run, bool]:
        """The run of a piece of text, and whether it stands upright; `text` is its words where they
        are known."""
        text = self._text(piece) if text is None else text
        matrix = self._matrix
        pdfium.FPDFPageObj_GetMatrix(piece, matrix)
        a, b, c, d, e, f = _times(
            (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f), outer
        )
        pdfium.FPDFTextObj_GetFontSize(piece, self._size)
        size = self._size.value * math.hypot(c, d)
        font = self._font(piece)
        if abs(c) > _LEANING * abs(d) and abs(b) < _LEANING * abs(a):
            font = font._replace(italic=True)
        x0, _, x1, _ = self.box(piece, outer) if text else (e, f, e, f)
        level = a > 0 and abs(b) <= _TILTED * a
        return Run(text, e if level else x0, x1, f, size, font), level

    def without_made_up_space(self, run: Run, after: Run) -> Run:
        """The run without the space that PDFium puts at its end where a small distance (kerning,
        justified lines) follows; a space that stands in the file stays."""
        distance = after.x0 - run.x1
        close = -_OVERHANG * run.size <= distance <= _KERNED * run.size
        if not (close and run.text[-1:] == " " and after.text and abs(run.y - after.y) < 1.0):
            return run
        matrix, reach = self._matrix, after.size
        x, y = matrix.e + _INSIDE * reach, matrix.f + _INSIDE * reach
        index = pdfium.FPDFText_GetCharIndexAtPos(self._words, x, y, reach / 4, reach / 2)
        if distance < _OVERLAID * after.size:  # drawn over by what follows: nobody sees it
            return run._replace(text=run.text[:-1])
        made_up = index > 0 and pdfium.FPDFText_IsGenerated(self._words, index - 1) == 1
        return run._replace(text=run.text[:-1]) if made_up else run

    def box(self, piece: object, outer: Matrix) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the piece on the page."""
        left, bottom, right, top = self._edges
        pdfium.FPDFPageObj_GetBounds(piece, left, bottom, right, top)
        p, q, r, s, t, u = outer
        one = (left.value * p + bottom.value * r + t, left.value * q + bottom.value * s + u)
        two = (right.value * p + top.value * r + t, right.value * q + top.value * s + u)
        return (
            min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])
        )  # fmt: skip

    def inked(self, piece: object) -> bool:
        """Whether a piece draws anything."""
        left, _, right, _ = self.box(piece, _PLAIN)
        return right > left

    def _text(self, piece: object) -> str:
        size = pdfium.FPDFTextObj_GetText(piece, self._words, self._units, _UNITS)
        if size <= 2:
            return ""
        if size > 2 * _UNITS:
            units = (ctypes.c_ushort * (size // 2))()
            pdfium.FPDFTextObj_GetText(piece, self._words, units, size // 2)
        else:
            units = self._units
        return ctypes.string_at(units, size - 2).decode("utf-16-le", "replace")

    def _font(self, piece: object) -> Font:
        font = pdfium.FPDFTextObj_GetFont(piece)
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        known = self._fonts.get(address)
        if known is None:
            known = self._fonts[address] = _described(font) if address else Font("")
        return known


def _described(font: pdfium.FPDF_FONT) -> Font:
    buffer = ctypes.create_string_buffer(_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME)
    name = buffer.value.decode("utf-8", "replace")
    plain = _SUBSET.sub("", name).casefold().replace(" ", "")
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    angle = ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, angle)
    heavy = pdfium.FPDFFont_GetWeight(font) >= _HEAVY or bool(flags & _FORCED_BOLD)
    leaning = angle.value != 0 or bool(flags & _ITALIC)
    return Font(
        name,
        bold="bold" in plain or "black" in plain or heavy,
        italic=leaning or "italic" in plain or "oblique" in plain,
        kai=any(each in plain for each in _KAI),
        bars=any(each in plain for each in _BARS),
    )

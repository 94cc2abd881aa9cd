"""Rows to printed lines: the words with their white space, and what their type tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.readers.pdf.bidi import RIGHT_TO_LEFT
from drafter.readers.pdf.cleaning import cleaned
from drafter.readers.pdf.hand import Hand
from drafter.readers.pdf.leftward import in_reading_order
from drafter.readers.pdf.page import Run
from drafter.readers.pdf.rows import Placed, Row

_CUT = 1.9
_MARK = re.compile(r"\d{1,3}|\*{1,3}")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_RAISED = re.compile(rf"[{_SUPERSCRIPTS}]{{1,3}}")
_EXPONENT = re.compile(r"(?:^|[^A-Za-z])(?:[kcdm]?m|ha|CO|H)$")  # km², not a mark


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line, or a piece of one that white space sets apart.

    `y` is its baseline; `size` that of most of its type; `bold` and `italic` where all of it is;
    `emphatic` the stretch (start, end) of the first characters in italics or KaiTi, `emphasis` all
    such stretches; `raised` the stretches of raised marks; `spaced` whether white space ends it;
    `start` where the first word after a label stands; `number` counts the lines of the file.
    """

    text: str
    page: int
    y: float
    x0: float
    x1: float
    size: float
    bold: bool = False
    italic: bool = False
    emphatic: tuple[int, int] = (0, 0)
    emphasis: tuple[tuple[int, int], ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    spaced: bool = False
    start: float = 0.0
    number: int = 0


def cells_of(
    row: Row, page: int, hand: Hand, number: int = 0, cut: float = _CUT
) -> tuple[Printed, ...]:
    """The pieces of a row that wide white space sets apart, from left to right; `cut` is how wide
    it is in ems."""
    found: list[Printed] = []
    group: list[Placed] = []
    edge = 0.0
    for placed in row.runs:
        run = placed.run
        if run.text and group and run.x0 - edge > cut * row.size and _has_words(group):
            found.append(printed(group, page, row.y, hand, number))
            group = []
        group.append(placed)
        if run.text:
            edge = max(edge, run.x1) if len(group) > 1 else run.x1
    if _has_words(group):
        found.append(printed(group, page, row.y, hand, number))
    return tuple(found)


def _has_words(group: Sequence[Placed]) -> bool:
    return any(placed.run.text.strip() for placed in group)


def printed(placed: Sequence[Placed], page: int, y: float, hand: Hand, number: int = 0) -> Printed:
    """The line that runs make up."""
    turning = hand.leftward or any(RIGHT_TO_LEFT.search(each.run.text) for each in placed)
    if turning:
        placed = in_reading_order(placed, hand)
    writing = _Writing()
    for each in placed:
        writing.put(each, apart=not turning and writing.distance(each) > hand.gap)
    words = [each.run for each in placed if each.run.text.strip()]
    full = [run for each in placed if not each.rise and (run := each.run).text.strip()] or words
    size = max(full, key=lambda run: len(run.text)).size
    return Printed(
        writing.text, page, y, min(run.x0 for run in words), max(run.x1 for run in words), size,
        bold=all(run.font.bold for run in full),
        italic=all(run.font.emphatic for run in full),
        emphatic=writing.emphatic,
        emphasis=tuple(writing.emphasis),
        raised=tuple(writing.raised),
        spaced=writing.pending and not hand.leftward,  # no Arabic word is parted
        start=_start(words, placed, hand),
        number=number,
    )  # fmt: skip


def _start(words: Sequence[Run], placed: Sequence[Placed], hand: Hand) -> float:
    """Where the first word after a label stands."""
    if not hand.leftward:
        return words[min(len(words), 2) - 1].x0
    blank = next((at for at, each in enumerate(placed) if not each.run.text.strip()), 0)
    return next((each.run.x1 for each in placed[blank:] if each.run.text.strip()), words[0].x1)


class _Writing:
    """A line as its runs are put down one after the other."""

    def __init__(self) -> None:
        self._last: Run | None = None
        self._open = True
        self.text = ""
        self.pending = False
        self.emphatic = (0, 0)
        self.emphasis: list[tuple[int, int]] = []
        self.raised: list[tuple[int, int]] = []

    def distance(self, placed: Placed) -> float:
        """How far, in ems, a run stands from the one put down last; 0 for what is raised."""
        run, rise = placed
        if self._last is None or rise:
            return 0.0
        return max(run.x0 - self._last.x1, self._last.x0 - run.x1) / run.size

    def put(self, placed: Placed, *, apart: bool) -> None:
        """Put down a run that white space parts from the last if `apart`."""
        run, rise = placed
        words = cleaned(run.text)
        bare = words.strip()
        if not bare:
            self.pending = True
            return
        if self.text and (apart or self.pending or words[0].isspace()):
            self.text += " "
        start = len(self.text)
        self.text += bare
        self.pending = words[-1].isspace()
        self._last = run
        if rise > 0:
            self._mark(start)
        elif not bare.isascii() and _RAISED.search(bare):
            self._mark_characters(start)
        if not rise:
            self._emphasise(start, emphatic=run.font.emphatic)

    def _mark(self, start: int) -> None:
        stretch = self.text[start:]
        if len(stretch) == 1 and _EXPONENT.search(self.text[:start]):
            return
        if not re.search(r"[^\W\d_]", stretch):
            self.raised += [
                (start + found.start(), start + found.end()) for found in _MARK.finditer(stretch)
            ]

    def _mark_characters(self, start: int) -> None:
        """Raised digits that are characters of their own; those of exponents stay as they are."""
        for found in _RAISED.finditer(self.text, start):
            if not _EXPONENT.search(self.text[: found.start()]):
                self.raised.append(found.span())
        for a, b in self.raised:
            self.text = self.text[:a] + self.text[a:b].translate(_TO_DIGITS) + self.text[b:]

    def _emphasise(self, start: int, *, emphatic: bool) -> None:
        """The stretches of emphasis, and the first one if only a label or a quotation mark stands
        before it."""
        if emphatic:
            first, end = self.emphasis[-1] if self.emphasis else (start, start)
            if self.text[end:start].strip():
                self.emphasis.append((start, len(self.text)))
            else:
                self.emphasis[-1:] = [(first, len(self.text))]
        if not self._open:
            return
        if emphatic:
            first = self.emphatic[0] if self.emphatic[1] else start
            self.emphatic = (first, len(self.text))
        elif self.emphatic[1]:
            self._open = False


def joined(cells: Sequence[Printed], *, spaced: bool = False) -> Printed:
    """Pieces of one row as one line, or the lines of a cell; where each line ends with a space
    (`spaced`), one that does not runs on into the next without any."""
    if len(cells) == 1:
        return cells[0]
    text, raised, emphasis = "", [], []
    for before, cell in zip((None, *cells), cells, strict=False):
        text += " " if before and (before.spaced or not spaced) else ""
        raised += [(a + len(text), b + len(text)) for a, b in cell.raised]
        emphasis += [(a + len(text), b + len(text)) for a, b in cell.emphasis]
        text += cell.text
    first, last = cells[0], cells[-1]
    return replace(
        first, text=text, x1=max(cell.x1 for cell in cells), raised=tuple(raised),
        bold=all(cell.bold for cell in cells), italic=all(cell.italic for cell in cells),
        emphatic=_first_emphasis(cells), emphasis=tuple(emphasis), spaced=last.spaced,
        start=cells[1].x0,
    )  # fmt: skip


def _first_emphasis(cells: Sequence[Printed]) -> tuple[int, int]:
    """Where the emphasis begins that a label alone may stand before."""
    start, end = cells[0].emphatic
    shift = len(cells[0].text) + 1
    if end == 0 and cells[1].emphatic[1]:
        return cells[1].emphatic[0] + shift, cells[1].emphatic[1] + shift
    return start, end

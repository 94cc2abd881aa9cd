"""Rows to printed lines: the words with their white space, and what their type tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.readers.pdf.page import Run
from drafter.readers.pdf.rows import Placed, Row

_CUT = 1.9
_SPELLED = 15  # at most so many characters a space where spaces are characters
_GAP_SPELLED = 0.32
_GAP = 0.16
_TOUCHING = 0.1  # PDFium makes up a space wherever the direction of writing turns
_MARK = re.compile(r"\d{1,3}|\*{1,3}")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_RAISED = re.compile(rf"[{_SUPERSCRIPTS}]{{1,3}}")
_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]+")
_SPACE = re.compile("[\t-\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z]")
_SEPARATORS = "/.,:"
_LETTER = re.compile(r"[A-Za-z\d]")
_BULLETS = str.maketrans("\uf0b7\uf0a7\uf02d", "•▪-")  # of the font Symbol
# PDFium turns round every pair, quotation marks too, which are no pair of mirror images (UAX 9)
_QUOTES = str.maketrans("“”‘’", "”“’‘")
_FLIPPED = str.maketrans("“”‘’()[]{}«»‹›", "”“’‘)(][}{»«›‹")
_HYPHEN_AT_END = "\x02"  # PDFium's sign for a hyphen that a line break follows
_EXPONENT = re.compile(r"(?:^|[^A-Za-z])(?:[kcdm]?m|ha|CO|H)$")  # km², not a mark


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line, or a piece of one that white space sets apart.

    `y` is its baseline; `size` that of most of its type; `bold` and `italic` where all of it is;
    `emphatic` the stretch (start, end) of the first characters in italics or KaiTi; `raised` the
    stretches of raised marks; `spaced` whether white space ends it; `start` where the first word
    after a label stands; `number` counts the lines of the file.
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
    raised: tuple[tuple[int, int], ...] = ()
    spaced: bool = False
    start: float = 0.0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Hand:
    """How the file writes: whether spaces are characters or mere distances (`spelled`), lines run
    from right to left (`leftward`), brackets in those are the shapes seen (`flipped`)."""

    spelled: bool = True
    leftward: bool = False
    flipped: bool = False

    @property
    def gap(self) -> float:
        """The distance in ems that parts words."""
        return _GAP_SPELLED if self.spelled else _GAP


def hand_of(texts: Iterable[str]) -> Hand:
    """How a file writes whose runs are `texts`."""
    letters = spaces = leftward = 0
    for text in texts:
        letters += len(text)
        spaces += text.strip().count(" ")
        if not text.isascii():
            leftward += len(_RIGHT_TO_LEFT.findall(text))
    return Hand(spaces * _SPELLED >= letters, leftward * 2 > letters - spaces)


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
    writing = _Writing(hand)
    for each, reach in _in_reading_order(placed, hand):
        writing.put(each, reach)
    words = [each.run for each in placed if each.run.text.strip()]
    full = [run for each in placed if not each.rise and (run := each.run).text.strip()] or words
    size = max(full, key=lambda run: len(run.text)).size
    text = _paired(writing.text) if hand.leftward else writing.text
    return Printed(
        text, page, y, min(run.x0 for run in words), max(run.x1 for run in words), size,
        bold=all(run.font.bold for run in full),
        italic=all(run.font.emphatic for run in full),
        emphatic=writing.emphatic,
        raised=tuple(writing.raised),
        spaced=writing.pending,
        start=words[-2 if hand.leftward else 1].x0 if len(words) > 1 else words[0].x0,
        number=number,
    )  # fmt: skip


def _paired(text: str) -> str:
    """The line with its brackets in pairs: PDFium may turn round only one of two."""
    if text.count("(") % 2 or ")" in text:
        return text
    first, *others = text.split("(")
    return first + "".join(("(", ")")[at % 2] + piece for at, piece in enumerate(others))


def _in_reading_order(placed: Sequence[Placed], hand: Hand) -> Iterable[tuple[Placed, Run]]:
    """The runs of a line from right to left if the file is written so, what is written from left to
    right in it kept in its order; each with the stretch of the line it belongs to."""
    if not hand.leftward:
        return ((each, each.run) for each in placed)
    found: list[tuple[Placed, Run]] = []
    western: list[Placed] = []
    held: list[Placed] = []
    for each in reversed(placed):
        if is_western(each) and western and _goes_on(each, held, western[0]):
            western[:0] = [each, *reversed(held)]
        elif is_western(each):
            found += [*_reaching(western), *_apart(held)]
            western = [each]
        elif western and not _RIGHT_TO_LEFT.search(each.run.text) and not each.rise:
            held.append(each)
            continue
        else:
            found += [*_reaching(western), *_apart(held), (each, each.run)]
            western = []
        held = []
    return [*found, *_reaching(western), *_apart(held)]


def _goes_on(before: Placed, held: Sequence[Placed], after: Placed) -> bool:
    """Whether two runs with only `held` between them are read from left to right together: Latin
    words are, and numbers with nothing but a separator between them (UAX 9, W4 and N1)."""
    between = "".join(each.run.text for each in held)
    spaced = any(not each.run.text or each.run.text != each.run.text.strip() for each in held)
    if _LATIN.search(before.run.text) and (_LATIN.search(after.run.text) or not spaced):
        return True
    return not spaced and (not between or between in _SEPARATORS)


def _apart(runs: Sequence[Placed]) -> list[tuple[Placed, Run]]:
    return [(each, each.run) for each in runs]


def _reaching(group: Sequence[Placed]) -> list[tuple[Placed, Run]]:
    """Runs that follow each other from left to right, with the stretch they take together."""
    if not group:
        return []
    whole = group[0].run._replace(x1=max(each.run.x1 for each in group))
    return [(each, whole) for each in group]


def is_western(placed: Placed) -> bool:
    """Whether a run keeps its place among others from left to right."""
    text = placed.run.text
    return not placed.rise and bool(_LETTER.search(text)) and not _RIGHT_TO_LEFT.search(text)


class _Writing:
    """A line as its runs are put down one after the other."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._last: tuple[Run, Run] | None = None
        self._open = True
        self.text = ""
        self.pending = False
        self._blank = False
        self.emphatic = (0, 0)
        self.raised: list[tuple[int, int]] = []

    def put(self, placed: Placed, reach: Run) -> None:
        """Put down a run that is part of the stretch `reach`."""
        run, rise = placed
        words = cleaned(run.text)
        if self._hand.leftward and not is_western(placed):
            words = words.translate(_FLIPPED if self._hand.flipped else _QUOTES)
        bare = words.strip()
        if not bare:
            self.pending = self._blank = True
            return
        spaced = self.pending or words[0].isspace()
        if spaced and self._hand.leftward and not self._blank:
            spaced = self._distance(run, reach) > _TOUCHING * run.size
        apart = not rise and self._distance(run, reach) > self._hand.gap * run.size
        if self.text and (spaced or apart):
            self.text += " "
        start = len(self.text)
        self.text += bare
        self.pending, self._blank = words[-1].isspace(), False
        self._last = run, reach
        if rise > 0:
            self._mark(start)
        elif not bare.isascii() and _RAISED.search(bare):
            self._mark_characters(start)
        if not rise:
            self._emphasise(start, emphatic=run.font.emphatic)

    def _distance(self, run: Run, reach: Run) -> float:
        """How far the run, or the stretch it begins, stands from what is put down last."""
        if self._last is None:
            return 0.0
        last, before = self._last
        one, other = (run, last) if before is reach else (reach, before)
        return max(one.x0 - other.x1, other.x0 - one.x1)

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
        """The first stretch of emphasis, if only a label or a quotation mark stands before it."""
        if not self._open:
            return
        if emphatic:
            first = self.emphatic[0] if self.emphatic[1] else start
            self.emphatic = (first, len(self.text))
        elif self.emphatic[1]:
            self._open = False


def cleaned(text: str) -> str:
    """The words of a run on one line, without control characters and with the letters themselves in
    place of their presentation forms."""
    if text.isascii() and text.isprintable():
        return text
    text = _SPACE.sub(" ", text.replace(_HYPHEN_AT_END, "-").translate(_BULLETS))
    text = _CONTROL.sub("", text)
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def joined(cells: Sequence[Printed], *, spaced: bool = False) -> Printed:
    """Pieces of one row as one line, or the lines of a cell; where each line ends with a space
    (`spaced`), one that does not runs on into the next without any."""
    if len(cells) == 1:
        return cells[0]
    text, raised = "", []
    for before, cell in zip((None, *cells), cells, strict=False):
        text += " " if before and (before.spaced or not spaced) else ""
        raised += [(a + len(text), b + len(text)) for a, b in cell.raised]
        text += cell.text
    first, last = cells[0], cells[-1]
    return replace(
        first, text=text, x1=max(cell.x1 for cell in cells), raised=tuple(raised),
        bold=all(cell.bold for cell in cells), italic=all(cell.italic for cell in cells),
        emphatic=_first_emphasis(cells), spaced=last.spaced, start=cells[1].x0,
    )  # fmt: skip


def _first_emphasis(cells: Sequence[Printed]) -> tuple[int, int]:
    """Where the emphasis begins that a label alone may stand before."""
    start, end = cells[0].emphatic
    shift = len(cells[0].text) + 1
    if end == 0 and cells[1].emphatic[1]:
        return cells[1].emphatic[0] + shift, cells[1].emphatic[1] + shift
    return start, end

"""The characters of a paragraph as one reading of the file has them, and how they look."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafter.model.text import dense
from drafter.readers.docx.blocks import Origin, Piece
from drafter.readers.docx.changes import Changes
from drafter.readers.docx.notes import Notes
from drafter.readers.docx.styles import Look, Style
from drafter.readers.segment.lines import Line, Stretches

_HAN = re.compile("[\u3400-\u9fff]")
_MARK = re.compile(r"\d{1,3}|\*{1,4}|[†‡§]")
_NEUTRAL = re.compile(r"[\s“”\"«»‘’„]*")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of characters of one look; `at` is where the first stands in the file."""

    start: int
    end: int
    look: Look
    at: Origin | None = None


class Wording:
    """The text of one or several paragraphs, line breaks as line feeds.

    `raised` are the spans of note marks; `looks` the stretches of one look, in order; `count` is
    how many characters stand in it, white space and marks apart; `comments` pairs ids with such
    counts; `things` is what is no text; `style` that of the (last) paragraph.
    """

    def __init__(self) -> None:
        self.raised: list[Span] = []
        self.looks: list[Stretch] = []
        self.count = 0
        self.comments: list[tuple[str, int]] = []
        self.things: list[str] = []
        self.hidden: list[str] = []
        self.style = Style()
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All the characters."""
        self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    @property
    def last(self) -> str:
        """The last character so far, "" for none."""
        return self._pieces[-1][-1:] if self._pieces else ""

    def plain(self, words: str) -> None:
        """Add characters that no run has: a number, the gap between two cells."""
        if words:
            self._add(words)
            self.count += len(dense(words))

    def put(self, words: str, look: Look, at: Origin | None = None) -> None:
        """Add characters."""
        if words:
            self.looks.append(Stretch(self._length, self._length + len(words), look, at))
            self.plain(words)

    def mark(self, words: str) -> None:
        """Add the mark of a note."""
        self.raised.append((self._length, self._length + len(words)))
        self._add(words)

    def _add(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._length += len(words)


class Writing:
    """Puts the pieces of a paragraph into a wording; `spot` says where the changes met stand: the
    number of the paragraph, the index of the note (-1 for none)."""

    def __init__(
        self,
        into: Wording,
        notes: Notes,
        changes: Changes,
        spot: tuple[int, int],
        *,
        original: bool,
    ) -> None:
        self._into = into
        self._notes = notes
        self._changes = changes
        self._spot = spot
        self._original = original

    def write(self, pieces: Iterable[Piece]) -> None:
        """Add the pieces in their order."""
        for piece in pieces:
            self._write(piece)

    def _write(self, piece: Piece) -> None:
        into = self._into
        before = into.count
        shown = piece.tracked.shown(original=self._original)
        if piece.comment:
            into.comments.append((piece.comment, before))
        if piece.thing and shown:
            into.things.append(piece.thing)
        if piece.ended:
            self._changes.mark(piece.tracked, (*self._spot, before))
            return
        if piece.page:
            self._notes.begin_page()
        words = piece.text
        if piece.note:
            words = self._notes.words(piece.note)
            if shown:
                into.mark(self._notes.mark(piece.note, piece.text, self._spot[0]))
        elif piece.look.hidden:
            into.hidden.append(words)
        elif shown and words:
            self._put(piece)
        if piece.tracked.gain is not None or piece.tracked.loss is not None:
            self._changes.words(piece.tracked, words, (*self._spot, before), into.count - before)
        elif words:
            self._changes.unchanged()

    def _put(self, piece: Piece) -> None:
        words = piece.text.strip()
        again = piece.again or (piece.look.raised and not self._into.last.isalnum())
        if again and _MARK.fullmatch(words) and self._notes.known(words):
            before, _, after = piece.text.partition(words)
            self._into.put(before, piece.look, piece.at)
            self._into.mark(words)
            self._into.put(after, piece.look, moved(piece.at, len(before) + len(words)))
        else:
            self._into.put(piece.text, piece.look, piece.at)


def moved(at: Origin | None, count: int) -> Origin | None:
    """The place `count` characters after `at`."""
    return None if at is None else (at[0], at[1], at[2] + count)


def lines_of(wording: Wording, line: Line, skipped: int = 0) -> list[Line]:
    """The printed lines of a wording: one a line break. `line` gives what they have in common, and
    the label of the first; the first `skipped` characters are a literal label."""
    found: list[Line] = []
    start = 0
    setting = _Setting(wording)
    for piece in setting.text.split("\n"):
        words = piece.strip()
        left = start + len(piece) - len(piece.lstrip())
        start += len(piece) + 1
        if not words:
            continue
        span = (left, left + len(words))
        first = not found
        made = replace(line, text=words, raised=setting.raised(span), starts=first)
        if first:
            made = replace(made, italic=setting.italic(span, skipped))
        else:
            made = replace(made, label="", blank_before=0)
        bold, size = setting.weight(span)
        emphasis = setting.emphasis((left + made.italic, span[1]), left)
        found.append(replace(made, bold=bold, size=size, emphasis=emphasis))
    return found


def slanted(wording: Wording) -> Stretches:
    """The stretches of a wording, white space at its ends apart, that stand for emphasis."""
    text = wording.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    places = ((max(each.start, start), min(each.end, end), each.look) for each in wording.looks)
    return tuple((a - start, b - start) for a, b, look in places if _slanted(look, text[a:b]))


class _Setting:
    """How the characters of a wording are set."""

    def __init__(self, wording: Wording) -> None:
        self.text = wording.text
        self._raised = wording.raised
        self._marks = [start for start, _ in wording.raised]
        self._looks = wording.looks
        self._starts = [each.start for each in wording.looks]

    def raised(self, span: Span) -> tuple[Span, ...]:
        """The note marks in a stretch, counted from its start."""
        first, last = bisect_left(self._marks, span[0]), bisect_left(self._marks, span[1])
        return tuple((a - span[0], b - span[0]) for a, b in self._raised[first:last])

    def weight(self, span: Span) -> tuple[bool, float | None]:
        """Whether all of a stretch is bold, and the size of most of it."""
        bold = True
        sizes: Counter[float] = Counter()
        for each in self._within(span):
            start, end = max(each.start, span[0]), min(each.end, span[1])
            count = len(dense(self.text[start:end]))
            if count:
                look = each.look
                bold = bold and (look.cs_bold if look.complex else look.bold)
                sizes[look.cs_size if look.complex else look.size] += count
        size = sizes.most_common(1)[0][0] if sizes else 0.0
        return bold and bool(sizes), size or None

    def italic(self, span: Span, skipped: int) -> int:
        """How many leading characters are italic, a literal label counted with them."""
        begins = span[0] + skipped
        position = begins
        for each in self._within((begins, span[1])):
            words = self.text[position : min(each.end, span[1])]
            if not (_slanted(each.look, words) or _NEUTRAL.fullmatch(words)):
                break
            position += len(words)
        ended = self.text[begins:position].rstrip()
        if not ended or _NEUTRAL.fullmatch(ended):
            return 0
        return begins - span[0] + len(ended)

    def emphasis(self, span: Span, left: int) -> Stretches:
        """The stretches of a stretch that stand for emphasis, counted from `left`."""
        start, end = span
        places = ((max(x.start, start), min(x.end, end), x.look) for x in self._within(span))
        return tuple(
            (a - left, b - left) for a, b, look in places if _slanted(look, self.text[a:b])
        )

    def _within(self, span: Span) -> list[Stretch]:
        first = max(bisect_right(self._starts, span[0]) - 1, 0)
        last = bisect_left(self._starts, span[1])
        return [each for each in self._looks[first:last] if each.end > span[0]]


def _slanted(look: Look, words: str) -> bool:
    """Whether the words are set in italics, or in the KaiTi face that stands for them."""
    if look.kai and _HAN.search(words):
        return True
    return look.cs_italic if look.complex else look.italic

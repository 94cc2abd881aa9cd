"""The characters of a paragraph as one reading of the file has them, and how they look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from drafter.readers.docx.blocks import Piece
from drafter.readers.docx.changes import Changes, dense
from drafter.readers.docx.notes import Notes
from drafter.readers.docx.styles import Look, Style
from drafter.readers.segment.lines import Line

_HAN = re.compile("[\u3400-\u9fff]")
_MARK = re.compile(r"\d{1,3}|\*{1,4}|[†‡§]")
_NEUTRAL = re.compile(r"[\s“”\"«»‘’„]*")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of characters of one look."""

    start: int
    end: int
    look: Look


@dataclass(slots=True)
class Wording:
    """The text of one or several paragraphs, line breaks as line feeds.

    `raised` are the spans of note marks; `count` is how many characters stand in it, white space
    and marks apart; `comments` pairs ids with such counts; `things` is what is no text;
    `style` that of the (last) paragraph.
    """

    text: str = ""
    raised: list[Span] = field(default_factory=list)
    looks: list[Stretch] = field(default_factory=list)
    count: int = 0
    comments: list[tuple[str, int]] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    hidden: str = ""
    style: Style = Style()

    def plain(self, words: str) -> None:
        """Add characters that no run has: a number, the gap between two cells."""
        self.text += words
        self.count += len(dense(words))

    def put(self, words: str, look: Look) -> None:
        """Add characters."""
        self.looks.append(Stretch(len(self.text), len(self.text) + len(words), look))
        self.plain(words)

    def mark(self, words: str) -> None:
        """Add the mark of a note."""
        self.raised.append((len(self.text), len(self.text) + len(words)))
        self.text += words


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
            into.hidden += words
        elif shown and words:
            self._put(piece)
        if piece.tracked.gain is not None or piece.tracked.loss is not None:
            self._changes.words(piece.tracked, words, (*self._spot, before), into.count - before)
        elif words:
            self._changes.unchanged()

    def _put(self, piece: Piece) -> None:
        words = piece.text.strip()
        again = piece.again or (piece.look.raised and not self._into.text[-1:].isalnum())
        if again and _MARK.fullmatch(words) and self._notes.known(words):
            before, _, after = piece.text.partition(words)
            self._into.put(before, piece.look)
            self._into.mark(words)
            self._into.put(after, piece.look)
        else:
            self._into.put(piece.text, piece.look)


def lines_of(wording: Wording, line: Line, skipped: int = 0) -> list[Line]:
    """The printed lines of a wording: one a line break. `line` gives what they have in common, and
    the label of the first; the first `skipped` characters are a literal label."""
    found: list[Line] = []
    start = 0
    for piece in wording.text.split("\n"):
        text = piece.strip()
        left = start + len(piece) - len(piece.lstrip())
        start += len(piece) + 1
        if not text:
            continue
        span = (left, left + len(text))
        first = not found
        made = replace(line, text=text, raised=_within(wording.raised, span), starts=first)
        if first:
            made = replace(made, italic=_italic(wording, span, skipped))
        else:
            made = replace(made, label="", blank_before=0)
        found.append(_looking(made, wording, span))
    return found


def _within(spans: Iterable[Span], span: Span) -> tuple[Span, ...]:
    start, end = span
    return tuple((a - start, b - start) for a, b in spans if a >= start and b <= end)


def _looking(line: Line, wording: Wording, span: Span) -> Line:
    """The line with its weight and size."""
    bold = True
    sizes: Counter[float] = Counter()
    for each in wording.looks:
        start, end = max(each.start, span[0]), min(each.end, span[1])
        count = len(dense(wording.text[start:end])) if end > start else 0
        if not count:
            continue
        look = each.look
        bold = bold and (look.cs_bold if look.complex else look.bold)
        sizes[look.cs_size if look.complex else look.size] += count
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return replace(line, bold=bold and bool(sizes), size=size or None)


def _italic(wording: Wording, span: Span, skipped: int) -> int:
    """How many leading characters are italic, a literal label counted with them."""
    begins = span[0] + skipped
    position = begins
    for each in wording.looks:
        end = min(each.end, span[1])
        if end <= position:
            continue
        words = wording.text[position:end]
        if not (_slanted(each.look, words) or _NEUTRAL.fullmatch(words)):
            break
        position = end
    ended = wording.text[begins:position].rstrip()
    if not ended or _NEUTRAL.fullmatch(ended):
        return 0
    return begins - span[0] + len(ended)


def _slanted(look: Look, words: str) -> bool:
    """Whether the words are set in italics, or in the KaiTi face that stands for them."""
    if look.kai and _HAN.search(words):
        return True
    return look.cs_italic if look.complex else look.italic

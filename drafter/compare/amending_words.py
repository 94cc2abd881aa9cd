"""From two texts of one paragraph to changes of words that can be read out: each goes by words
that stand once in the text, whole ones, and as few as will do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.compare.atoms import JOINERS, Atom, Sort, atoms
from drafter.compare.changes import changes
from drafter.compare.piecing import pieces
from drafter.compare.tokens import HAN, tokens
from drafter.languages import Language
from drafter.model.amendments import Spot, WordChange, changed, ending_at, once
from drafter.model.revision import Fate, Piece
from drafter.model.text import Span, SpanKind, Text

_HAN = re.compile(f"[{HAN}]")
_MARKS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """When changes of words give way to the whole paragraph: there are more than `changes` of
    them, or they say more than `share` hundredths of what the new paragraph does.

    Changes with no more than `gap` words between them are said as one. `han` and `letters` are
    the fewest Han characters, and letters of a single word, that are told as an anchor by choice.
    """

    changes: int = 4
    share: int = 100
    gap: int = 2
    han: int = 4
    letters: int = 4


LIMITS = Limits()


def word_changes(
    old: Text, new: Text, language: Language, shared: frozenset[str], limits: Limits = LIMITS
) -> tuple[WordChange, ...] | None:
    """The changes that make `old` into `new`, emphasis of kept words apart, in the order of the
    text; None where the whole paragraph says it better. `shared` are the notes of both."""
    found = changes(old.plain(), new.plain(), language)
    parts = pieces(old, new, found, {note: note for note in shared})
    edits = _joined(tuple(_edits(parts)), limits.gap)
    if len(edits) > limits.changes:
        return None
    told = _Telling(old, language, limits).told(edits)
    if told is None or (len(told) > 1 and _length(told) * 100 > len(new) * limits.share):
        return None
    return told if alike(changed(old, told), new) else None


def alike(a: Text, b: Text) -> bool:
    """Whether two texts have the same words and marks, emphasised or not."""
    return a.plain() == b.plain() and a.marks == b.marks


def _length(told: Sequence[WordChange]) -> int:
    return sum(len(each.anchor) + len(each.new) for each in told)


@dataclass(frozen=True, slots=True)
class _Edit:
    """`new` in place of characters `start`…`end`, marks of `gone` taken out; `after` are the
    pieces that are kept up to the next one."""

    start: int
    end: int
    new: tuple[Span, ...]
    gone: tuple[str, ...]
    after: tuple[Span, ...]

    @property
    def is_marks(self) -> bool:
        return self.start == self.end and all(s.kind is SpanKind.NOTE for s in self.new)


def _edits(parts: Sequence[Piece]) -> Iterator[_Edit]:
    position = start = 0
    new: list[Span] = []
    gone: list[str] = []
    edited = False
    for part in parts:
        if part.fate is Fate.KEPT:
            if edited:
                yield _Edit(start, position, tuple(new), tuple(gone), part.text.spans)
            new, gone, edited = [], [], False
            position += len(part.text)
            start = position
            continue
        edited = True
        if part.fate is Fate.DELETED:
            position += len(part.text)
            gone += part.text.notes
        else:
            new += part.text.spans
    if edited:
        yield _Edit(start, position, tuple(new), tuple(gone), ())


def _joined(edits: Sequence[_Edit], gap: int) -> tuple[_Edit, ...]:
    """Edits with few words between them as one; footnotes stay by themselves."""
    out: list[_Edit] = []
    for each in edits:
        last = out[-1] if out else None
        if last is None or last.is_marks or each.is_marks or _words(last.after) > gap:
            out.append(each)
            continue
        kept = tuple(span.text for span in last.after if span.kind is SpanKind.NOTE)
        out[-1] = _Edit(
            last.start, each.end, (*last.new, *last.after, *each.new),
            (*last.gone, *kept, *each.gone), each.after,
        )  # fmt: skip
    return tuple(out)


def _words(spans: Sequence[Span]) -> int:
    return len(tokens(Text.of(*spans).plain()))


@dataclass(frozen=True, slots=True)
class _Span:
    """Characters `start`…`end` as they stand, and the kept words round them, from `behind` to
    `ahead`, that may tell where they are."""

    start: int
    end: int
    behind: int
    ahead: int


class _Telling:
    """The text as it stands after each change, and what the next one goes by."""

    def __init__(self, old: Text, language: Language, limits: Limits) -> None:
        self._original = old.plain()
        self._text = old
        self._language, self._limits = language, limits

    def told(self, edits: Sequence[_Edit]) -> tuple[WordChange, ...] | None:
        """The changes; None where one cannot be told from words beside it."""
        found: list[WordChange] = []
        shift = behind = 0
        for number, edit in enumerate(edits):
            ahead = edits[number + 1].start if number + 1 < len(edits) else len(self._original)
            spot = _Span(edit.start + shift, edit.end + shift, behind, ahead + shift)
            each = self._change(edit, spot)
            if each is None:
                return None
            found.append(each)
            self._text = changed(self._text, (each,))
            shift = len(self._text) - len(self._original)
            behind = edit.end + shift
        return tuple(found)

    def _change(self, edit: _Edit, spot: _Span) -> WordChange | None:
        new = Text.of(*edit.new)
        if spot.start == spot.end and not edit.new:
            return WordChange(Spot.NOTE, gone=edit.gone)
        if spot.start == spot.end and (edit.is_marks or tokens(new.plain())):
            return self._put(new, edit.gone, spot)
        return self._instead(new, edit.gone, spot)

    def _put(self, new: Text, gone: tuple[str, ...], spot: _Span) -> WordChange | None:
        plain = self._text.plain()
        at, new = _led(new, plain, spot.start, spot.behind)
        if at == 0:
            return WordChange(Spot.BEGINNING, new=new, gone=gone)
        if at == ending_at(plain) and len(new):
            return WordChange(Spot.END, new=new, gone=gone)
        if at == len(plain):
            return WordChange(Spot.CLOSE, new=new, gone=gone)
        sides = (
            (Spot.AFTER, self._leftward(at, spot.behind)),
            (Spot.BEFORE, self._rightward(at, spot.ahead)),
        )
        for side, stretches in sides:
            anchor = self._anchor([plain[i:j] for i, j in stretches if _is_whole(plain, i, j)])
            if anchor:
                return WordChange(side, anchor, new, gone)
        return None

    def _instead(self, new: Text, gone: tuple[str, ...], spot: _Span) -> WordChange | None:
        """The words themselves if they stand once, else with words before or after them, over
        which no footnote is carried."""
        plain = self._text.plain()
        start, end, new = _trimmed(plain, spot.start, spot.end, new)
        if plain[start:end].isspace() and (closing := _MARKS.match(plain, end, spot.ahead)):
            end, new = closing.end(), Text.of(*new.spans, closing[0])
        for i, j in ((start, end), *self._wider(start, end, gone, spot)):
            before, after = self._text.slice(i, start), self._text.slice(end, j)
            whole = Text.of(*_bare(before), *new.spans, *_bare(after))
            few = self._limits.han if (i, j) != (start, end) else 2
            said = _is_whole(plain, i, j) and _says(plain[i:j], whole.plain(), few)
            if said and self._stands_once(plain[i:j]):
                return WordChange(Spot.INSTEAD, plain[i:j], whole, gone)
        return None

    def _wider(
        self, start: int, end: int, gone: tuple[str, ...], spot: _Span
    ) -> Iterator[tuple[int, int]]:
        """The stretch with words before it, or after it, or both, the fewest first."""
        marks = [at for at, note in self._text.marks if note not in gone]
        behind = max([spot.behind, *(at for at in marks if at <= start)])
        ahead = min([spot.ahead, *(at for at in marks if at >= end)])
        left = [i for i, _ in self._leftward(start, behind)]
        right = [j for _, j in self._rightward(end, ahead)]
        for step in range(max(len(left), len(right))):
            yield from ((i, end) for i in left[step : step + 1])
            yield from ((start, j) for j in right[step : step + 1])
            yield from zip(left[step : step + 1], right[step : step + 1], strict=False)

    def _leftward(self, at: int, behind: int) -> list[tuple[int, int]]:
        """Stretches of whole words that end at `at`, the shortest first."""
        starts = (a.start for a in reversed(self._atoms()) if behind <= a.start < at)
        return [(start, at) for start in starts]

    def _rightward(self, at: int, ahead: int) -> list[tuple[int, int]]:
        ends = (a.end for a in self._atoms() if at < a.end <= ahead and a.start >= at)
        return [(at, end) for end in ends]

    def _atoms(self) -> list[Atom]:
        found = atoms(self._text.plain(), self._language)
        return [each for each in found if each.sort is not Sort.MARK]

    def _anchor(self, candidates: Sequence[str]) -> str:
        """The shortest that stands once and says enough to be found; else the longest that does."""
        able = [each for each in candidates if self._stands_once(each)]
        return next(filter(self._telling, able), able[-1] if able else "")

    def _stands_once(self, words: str) -> bool:
        bare = words.strip()
        return bool(bare) and all(
            once(each, text) >= 0
            for each in (words, bare)
            for text in (self._text.plain(), self._original)
        )

    def _telling(self, words: str) -> bool:
        han = len(_HAN.findall(words))
        if han:
            return han >= self._limits.han
        found = tokens(words)
        return len(found) > 1 or any(len(each.text) >= self._limits.letters for each in found)


def _says(old: str, new: str, few: int) -> bool:
    """Whether these words can be read out, the one for the other: neither is marks or spaces,
    and if there are Han characters, there are not fewer than `few`."""
    han = _HAN.findall(old)
    told = bool(tokens(old)) and (not han or len(han) >= few)
    if not new:
        return told
    return told and bool(tokens(new)) and old.strip() == old and new.strip() == new


def _is_whole(plain: str, start: int, end: int) -> bool:
    """Whether characters `start`…`end` cut no word, and no compound ("non-governmental")."""
    return all(
        not (0 < at < len(plain) and _inner(plain[at - 1]) and _inner(plain[at]))
        for at in (start, end)
    )


def _inner(character: str) -> bool:
    """Whether it stands inside a word of letters."""
    joins = character in JOINERS
    return joins or (character.isalnum() and not _HAN.match(character))


def _led(new: Text, plain: str, at: int, behind: int) -> tuple[int, Text]:
    """New words that end with the space before them begin with it instead: " and soil"."""
    words = new.spans
    if not words or words[-1].kind is SpanKind.NOTE or at <= behind:
        return at, new
    last = words[-1].text
    if not last[-1].isspace() or plain[at - 1] != last[-1]:
        return at, new
    first = Span(last[-1], words[0].kind if words[0].kind is not SpanKind.NOTE else words[-1].kind)
    return at - 1, Text.of(first, *words[:-1], Span(last[:-1], words[-1].kind))


def _trimmed(plain: str, start: int, end: int, new: Text) -> tuple[int, int, Text]:
    """Without the white space that both begin or end with."""
    while start < end and len(new) and plain[start].isspace() and _opens(new, plain[start]):
        start, new = start + 1, _without(new, first=True)
    while start < end and len(new) and plain[end - 1].isspace() and _ends(new, plain[end - 1]):
        end, new = end - 1, _without(new, first=False)
    return start, end, new


def _opens(text: Text, space: str) -> bool:
    return text.spans[0].kind is not SpanKind.NOTE and text.spans[0].text[0] == space


def _ends(text: Text, space: str) -> bool:
    return text.spans[-1].kind is not SpanKind.NOTE and text.spans[-1].text[-1] == space


def _without(text: Text, *, first: bool) -> Text:
    if first:
        head, *rest = text.spans
        return Text.of(Span(head.text[1:], head.kind), *rest)
    *rest, last = text.spans
    return Text.of(*rest, Span(last.text[:-1], last.kind))


def _bare(text: Text) -> Iterator[Span]:
    return (span for span in text.spans if span.kind is not SpanKind.NOTE)

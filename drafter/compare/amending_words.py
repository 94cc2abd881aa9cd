"""From two texts of one paragraph to changes of words that can be read out: each goes by words
that stand once in the text, whole ones, and as few as will do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.compare.amending_edits import Edit, bare, edits_of, fused, joined, led, trimmed
from drafter.compare.atoms import Atom, Sort, atoms
from drafter.compare.changes import changes
from drafter.compare.piecing import pieces
from drafter.compare.tokens import HAN, tokens
from drafter.compare.wholeness import ends, is_whole, starts
from drafter.languages import Language
from drafter.model.amendments import Spot, WordChange, changed, ending_at, once
from drafter.model.text import SpanKind, Text

_HAN = re.compile(f"[{HAN}]")
_MARKS = re.compile(r"[^\w\s]+")
# how many words may be told with those that change, on either side
_REACH = 20


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
    edits = joined(tuple(edits_of(parts)), limits.gap)
    if len(edits) > limits.changes:
        return None
    told = _told(old, edits, language, limits)
    if told is None or (len(told) > 1 and _length(told) * 100 > len(new) * limits.share):
        return None
    return told if alike(changed(old, told), new) else None


def _told(
    old: Text, edits: Sequence[Edit], language: Language, limits: Limits
) -> tuple[WordChange, ...] | None:
    """The edits told; one that cannot be is told with the next, the last with the one before."""
    told, failing = _Telling(old, language, limits).told(edits)
    if failing is None:
        return told
    first = min(failing, len(edits) - 2)
    if first < 0 or edits[first].is_marks or edits[first + 1].is_marks:
        return None
    one = fused(edits[first], edits[first + 1])
    return _told(old, (*edits[:first], one, *edits[first + 2 :]), language, limits)


def alike(a: Text, b: Text) -> bool:
    """Whether two texts have the same words and marks, emphasised or not."""
    return a.plain() == b.plain() and a.marks == b.marks


def _length(told: Sequence[WordChange]) -> int:
    return sum(len(each.anchor) + len(each.new) for each in told)


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

    def told(self, edits: Sequence[Edit]) -> tuple[tuple[WordChange, ...], int | None]:
        """The changes, up to the place of the first that cannot be told from words beside it."""
        found: list[WordChange] = []
        shift = behind = 0
        for number, edit in enumerate(edits):
            ahead = edits[number + 1].start if number + 1 < len(edits) else len(self._original)
            spot = _Span(edit.start + shift, edit.end + shift, behind, ahead + shift)
            each = self._change(edit, spot)
            if each is None:
                return tuple(found), number
            found.append(each)
            self._text = changed(self._text, (each,))
            shift = len(self._text) - len(self._original)
            behind = edit.end + shift
        return tuple(found), None

    def _change(self, edit: Edit, spot: _Span) -> WordChange | None:
        new = Text.of(*edit.new)
        if spot.start == spot.end and not edit.new:
            return WordChange(Spot.NOTE, gone=edit.gone)
        if edit.is_marks:
            return self._put(new, edit.gone, spot)
        added = spot.start == spot.end and tokens(new.plain())
        put = self._put(new, edit.gone, spot) if added else None
        return put or self._instead(new, edit.gone, spot)

    def _put(self, new: Text, gone: tuple[str, ...], spot: _Span) -> WordChange | None:
        plain = self._text.plain()
        at, new = led(new, plain, spot.start, spot.behind)
        if at == len(plain):
            at, new = self._before_the_end(new)
        if not self._is_whole(plain[:at] + new.plain() + plain[at:], at, at + len(new)):
            return None
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
            anchor = self._anchor([plain[i:j] for i, j in stretches if self._is_whole(plain, i, j)])
            if anchor:
                return WordChange(side, anchor, new, gone)
        return None

    def _before_the_end(self, new: Text) -> tuple[int, Text]:
        """Words that follow the mark at the end and end with the same one precede it instead."""
        plain = self._text.plain()
        at = ending_at(plain)
        mark, last = plain[at:], new.spans[-1]
        marked = any(place > at for place, _ in self._text.marks)
        if not mark or marked or last.kind is SpanKind.NOTE or not last.text.endswith(mark):
            return len(plain), new
        *rest, _ = new.spans
        return at, Text.of(mark, *rest, replace(last, text=last.text.removesuffix(mark)))

    def _instead(self, new: Text, gone: tuple[str, ...], spot: _Span) -> WordChange | None:
        """The words themselves if they stand once, else with words before or after them, over
        which no footnote is carried."""
        plain = self._text.plain()
        start, end, new = trimmed(plain, spot.start, spot.end, new)
        if plain[start:end].isspace() and (closing := _MARKS.match(plain, end, spot.ahead)):
            end, new = closing.end(), Text.of(*new.spans, closing[0])
        for i, j in ((start, end), *self._wider(start, end, gone, spot)):
            before, after = self._text.slice(i, start), self._text.slice(end, j)
            whole = Text.of(*bare(before), *new.spans, *bare(after))
            few = self._limits.han if (i, j) != (start, end) else 2
            said = _says(plain[i:j], whole.plain(), few) and self._stands_once(plain[i:j])
            if said and self._is_whole(plain, i, j):
                result = plain[:i] + whole.plain() + plain[j:]
                if self._is_whole(result, i, i + len(whole)):
                    return self._briefer(WordChange(Spot.INSTEAD, plain[i:j], whole, gone))
        return None

    def _briefer(self, change: WordChange) -> WordChange:
        """The change as words put in beside the anchor, if these are all that it does."""
        anchor, new = change.anchor, change.new
        size, whole = len(anchor), new.plain()
        told = changed(self._text, (change,))
        for spot, kept, first, last in (
            (Spot.AFTER, whole.startswith(anchor), size, len(new)),
            (Spot.BEFORE, whole.endswith(anchor), 0, len(new) - size),
        ):
            added = new.slice(first, last) if kept and first < last else Text()
            if not (tokens(added.plain()) and self._is_whole(whole, first, last)):
                continue
            brief = WordChange(spot, anchor, added, change.gone)
            if alike(changed(self._text, (brief,)), told):
                return brief
        return change

    def _wider(
        self, start: int, end: int, gone: tuple[str, ...], spot: _Span
    ) -> Iterator[tuple[int, int]]:
        """The stretch with words before it, or after it, or both, the fewest first."""
        marks = [at for at, note in self._text.marks if note not in gone]
        behind = max([spot.behind, *(at for at in marks if at <= start)])
        ahead = min([spot.ahead, *(at for at in marks if at >= end)])
        left = [start, *(i for i, _ in self._leftward(start, behind))][:_REACH]
        right = [end, *(j for _, j in self._rightward(end, ahead))][:_REACH]
        steps = ((x, y) for x in range(len(left)) for y in range(len(right)))
        for x, y in sorted(steps, key=lambda step: (max(step), sum(step), step[1])):
            yield left[x], right[y]

    def _leftward(self, at: int, behind: int) -> list[tuple[int, int]]:
        """Stretches that end at `at`, the shortest first."""
        plain = self._text.plain()
        firsts = (a.start for a in reversed(self._atoms()) if behind <= a.start < at)
        return [(i, at) for first in firsts for i in starts(plain, first) if i >= behind]

    def _rightward(self, at: int, ahead: int) -> list[tuple[int, int]]:
        plain = self._text.plain()
        lasts = (a.end for a in self._atoms() if at < a.end <= ahead and a.start >= at)
        return [(at, j) for last in lasts for j in ends(plain, last) if j <= ahead]

    def _is_whole(self, text: str, start: int, end: int) -> bool:
        return is_whole(text, start, end, self._language)

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

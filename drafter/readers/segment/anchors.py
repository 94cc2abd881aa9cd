"""Footnote marks in the text: which of the numbers that stand there belong to the notes found.

A mark is often no more than a digit behind a word ("号、2 2008 年"). What tells it from other
numbers is that there is a note of that number, that marks stand in the order of their notes and
before them, and how it is set. The best chain of candidates over the whole text is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.languages import Language
from drafter.readers.segment.characters import SUPERSCRIPTS, digits
from drafter.readers.segment.note_blocks import RawNote
from drafter.readers.segment.raw import Raw

_RAISED = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}}")
# [1], and (1) behind a word as Arabic prints marks
_BRACKETED = re.compile(
    r"\[(\d{1,3})\]|(?<=[^\s\d(])\((?P<round>\d{1,3})\)|(?<=\d{4})\((?P<year>\d{1,3})\)"
)
_STARS = re.compile(r"(?<=\S)\*{1,3}(?=\s|$)")
# behind a full stop only if a word ends before it: no decimals, no Add.1 of a symbol
_STOPPED = r"(?<![^a-zà-ÿа-яё)”»\]]\.)(?<!Add\.)(?<!Rev\.)(?<!Corr\.)(?<!Amend\.)"
_PLAIN = re.compile(rf"(?<![\dA-Z/–-]){_STOPPED}\d{{1,3}}(?![\dA-Za-z]|[./–-]\d)")
_WITH_YEAR = re.compile(r"(?<=[^\w\s])\d{1,3}(?=(?:19|20)\d\d(?!\d))")
_AFTER_YEAR = re.compile(r"(?<=[^\d/](?:19|20)\d\d)\d{1,3}(?![\d/.-])")
_PUNCTUATION = '》、，。；：”’）)」』,.;:"»،؛'
_COUNTED = "年月日号届次段条项个国名章节卷周岁万亿多%％时点分段期份件"
_ORDINAL = "第"
_CERTAIN = 12.0
_MISSING = 4.0
_MANY = 300
_NEVER = -20.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mark at characters `start`…`end` of the text of paragraph `paragraph`, for note `note`
    (its index)."""

    paragraph: int
    start: int
    end: int
    note: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    paragraph: int
    start: int
    end: int
    mark: str
    line: int
    score: float
    certain: bool


@dataclass(frozen=True, slots=True)
class Anchored:
    """Every mark in order; the notes that no mark was found for; marks that no note was found for
    as (paragraph, offset)."""

    anchors: tuple[Anchor, ...]
    unmarked: tuple[int, ...]
    unnoted: tuple[tuple[int, int], ...]


def anchored(raws: Sequence[Raw], notes: Sequence[RawNote], language: Language) -> Anchored:
    """Find the marks of `notes` in the paragraphs."""
    wanted = {note.mark for note in notes}
    found = [c for i, raw in enumerate(raws) for c in _candidates(i, raw, wanted, language)]
    found.sort(key=lambda c: (c.paragraph, c.start))
    chain = _best_chain(found, notes)
    taken = dict(chain)
    again = _repeated(found, taken, notes)
    anchors = [
        Anchor(found[p].paragraph, found[p].start, found[p].end, note)
        for p, note in sorted((taken | again).items())
    ]
    left = [c for p, c in enumerate(found) if c.certain and p not in taken and p not in again]
    return Anchored(
        tuple(anchors),
        tuple(i for i in range(len(notes)) if i not in set(taken.values())),
        tuple((c.paragraph, c.start) for c in left),
    )


def _candidates(index: int, raw: Raw, wanted: set[str], language: Language) -> Iterator[_Candidate]:
    def one(start: int, end: int, mark: str, score: float, *, certain: bool) -> _Candidate:
        line = raw.line_at(start).number
        return _Candidate(index, start, end, mark, line, score, certain)

    text, known = raw.text, raw.raised_spans()
    for found in _RAISED.finditer(text) if known is None else ():
        yield one(*found.span(), digits(found[0]), _CERTAIN, certain=_is_mark(text, found))
    for found in _STARS.finditer(text):
        if found[0] in wanted:
            yield one(*found.span(), found[0], _CERTAIN, certain=False)
    for found in _BRACKETED.finditer(text):
        mark = found[1] or (found["round"] or found["year"] if known is None else "")
        if mark in wanted:
            yield one(*found.span(), mark, _CERTAIN, certain=False)
    if known is not None:
        for start, end in known:
            yield one(start, end, text[start:end].strip("*() ") or "*", _CERTAIN, certain=True)
        return
    cited = _cited(text, language)
    for pattern in (_PLAIN, _WITH_YEAR, _AFTER_YEAR):
        for found in pattern.finditer(text):
            if found[0] in wanted and not any(a <= found.start() < b for a, b in cited):
                yield one(*found.span(), found[0], _score(text, found), certain=False)


def _is_mark(text: str, found: re.Match[str]) -> bool:
    """Whether raised digits are no exponent (km², CO²)."""
    before = text[: found.start()][-1:]
    return not (before.isascii() and before.isalpha() and len(found[0]) == 1)


def _cited(text: str, language: Language) -> list[tuple[int, int]]:
    """The stretches of dates and citations: numbers in them are no marks."""
    patterns = (language.dates.pattern, *(pattern for _, pattern in language.citation_patterns))
    # a line may break anywhere in them
    flat = text.replace("\n", " ")
    return [found.span() for pattern in patterns for found in re.finditer(pattern, flat)]


def _score(text: str, found: re.Match[str]) -> float:
    """How much a plain number looks like a mark by what stands beside it."""
    before, after = text[: found.start()], text[found.end() :]
    left, right = before.rstrip()[-1:], after.lstrip()[:1]
    glued, parted = before == before.rstrip(), after != after.lstrip() or not after
    if not left or left in _ORDINAL:
        return _NEVER
    if glued and left.isdigit():
        return 2.0
    score = 4.0 if left in _PUNCTUATION else -2.0 if left.isdigit() else 0.0
    score += 2.0 if glued and left.islower() else 0.0
    score += (2.0 if glued else -2.0) + (1.0 if parted else -1.0)
    if right in tuple(_COUNTED):
        score -= 6.0 if parted and glued and left in _PUNCTUATION else 14.0
    if right and right in _PUNCTUATION:
        score += 1.0
    return score


def _best_chain(found: Sequence[_Candidate], notes: Sequence[RawNote]) -> list[tuple[int, int]]:
    """The best choice of one candidate a note, in order, as (candidate, note) indices."""
    best = _Prefix(len(found) + 1)
    floors = _floors(notes)
    steps: list[tuple[float, int, int, int]] = []
    by_mark = _likely(found)
    for index, note in enumerate(notes):
        fresh: list[tuple[int, int]] = []
        for position in by_mark.get(note.mark, ()):
            value = found[position].score + _placed(found[position], note, floors[note.block])
            earlier, back = best.upto(position)
            total = earlier + value + _MISSING
            if value > -_MISSING:
                steps.append((total, position, index, back))
                fresh.append((position + 1, len(steps) - 1))
        for position, step in fresh:
            best.put(position, steps[step][0], step)
    chain: list[tuple[int, int]] = []
    at = best.upto(len(found))[1]
    while at >= 0:
        _, position, index, back = steps[at]
        chain.append((position, index))
        at = back
    return chain[::-1]


def _likely(found: Sequence[_Candidate]) -> dict[str, list[int]]:
    """The positions of the candidates of each mark, in order; of very many only the likeliest."""
    by_mark: dict[str, list[int]] = {}
    for position, candidate in enumerate(found):
        if candidate.score > -_MISSING - 2.0:
            by_mark.setdefault(candidate.mark, []).append(position)
    for mark, positions in by_mark.items():
        if len(positions) > _MANY:
            best = sorted(positions, key=lambda i: -found[i].score)[:_MANY]
            by_mark[mark] = sorted(best)
    return by_mark


def _floors(notes: Sequence[RawNote]) -> list[int]:
    """For each group of notes the last line of the group before it."""
    last = [0] * (max((note.block for note in notes), default=-1) + 2)
    for note in notes:
        last[note.block + 1] = note.line
    return last


def _placed(candidate: _Candidate, note: RawNote, floor: int) -> float:
    """How well the place of a candidate fits the group its note stands in: on the same page, after
    the group before it."""
    if candidate.line > note.line:
        return -8.0
    return 2.0 if candidate.line > floor else 0.0


def _repeated(
    found: Sequence[_Candidate], taken: dict[int, int], notes: Sequence[RawNote]
) -> dict[int, int]:
    """Further certain marks of a note that is marked before them, or else behind, as candidate →
    note."""
    again: dict[int, int] = {}
    latest = {found[position].mark: note for position, note in reversed(taken.items())}
    for position, candidate in enumerate(found):
        if position in taken:
            latest[candidate.mark] = taken[position]
        elif candidate.certain and candidate.mark in latest:
            again[position] = latest[candidate.mark]
    return again


class _Prefix:
    """The best total among the candidates before a position (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._cells: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def put(self, position: int, total: float, step: int) -> None:
        """Record that the chain ending in `step` at `position` is worth `total`."""
        while position < len(self._cells):
            self._cells[position] = max(self._cells[position], (total, step))
            position += position & -position

    def upto(self, position: int) -> tuple[float, int]:
        """The best total up to `position` and its step; (0, -1) for none."""
        best = (0.0, -1)
        while position > 0:
            best = max(best, self._cells[position])
            position -= position & -position
        return best

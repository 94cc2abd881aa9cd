"""Where every stretch of a text comes from: word for word from a clause, edited, or not found here.

Verbatim are runs of `FEWEST` tokens or more that a clause has too, as they are written, with the
same signs and brackets, or the whole of a shorter text that is a whole clause. Nothing is missed
that comparing with every clause would find; but runs side by side that one clause has with other
words between them, or in another order, are one edited stretch, as is a run whose signs differ.
Which clause has a run with these signs, or two runs together, is looked for in the first 64 clauses
that have its words: of more, a stretch may be called edited, or two be told apart, that are not.
Edited are also the other tokens among the words of a clause that the text is like, holds or is part
of: those that it has in the same order in shorter runs, and those that stand in place of words of
its own, at most twice as many. What is merely added is not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from drafter.compare.stretches import dense_pairs
from drafter.compare.tokens import Token, tokens
from drafter.match.covering import FEWEST, Share, covering
from drafter.match.ranking import preference
from drafter.match.signs import cut, signs

if TYPE_CHECKING:
    from drafter.library import Clause
    from drafter.match.engine import Engine

_KEYS = 64
_ALIKE, _HELD = 3, 10
_TWICE = 2


class StretchState(StrEnum):
    """What a stretch of a text is to the library."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start`…`end` of a text, and characters `clause_start`…`clause_end` of the clause
    that they are, word for word, or stand in place of; no clause if they are not found here."""

    start: int
    end: int
    state: StretchState
    clause: Clause | None = None
    clause_start: int = 0
    clause_end: int = 0

    @property
    def characters(self) -> int:
        """How many characters it has."""
        return self.end - self.start


class _Piece(NamedTuple):
    """Tokens `start`…`end` of the text and `inner`…`inner_end` of the clause."""

    start: int
    end: int
    state: StretchState
    clause: Clause | None = None
    inner: int = 0
    inner_end: int = 0


def provenance(
    text: str, engine: Engine, *, floor: float, exclude: str = ""
) -> tuple[Stretch, ...]:
    """`text` in stretches, one after another, every character in exactly one.

    `floor` is how similar a clause must be for its words to count as edited; `exclude` is the id
    of the clause that the text is itself. Where several clauses have a stretch, it is from the one
    that `ranking.preference` puts first.
    """
    words = tokens(text)
    norms = [token.norm for token in words]
    skip = {exclude} if exclude else set()
    runs = covering(engine.index.runs(norms, fewest=FEWEST, skip=skip))
    pieces = list(_quoted(runs, text, words, engine))
    if sum(piece.end - piece.start for piece in pieces) < len(words):
        known = _known(text, engine, floor, exclude, pieces)
        pieces += list(_edited(norms, pieces, known))
    pieces.sort(key=lambda piece: piece.start)
    return tuple(_stretches(text, words, pieces)) if text else ()


class _Traced(NamedTuple):
    """Tokens `start`…`end` of a text and the places where clauses have them, the preferred first:
    each a clause and the token of it. `alone` if they are too few to be quoted for themselves."""

    start: int
    end: int
    places: tuple[tuple[Clause, int], ...]
    alone: bool


def _quoted(
    shares: Sequence[Share], text: str, words: Sequence[Token], engine: Engine
) -> Iterator[_Piece]:
    for group in _groups(_traced(shares, words, engine)):
        if len(group) == 1:
            yield _quotation(group[0], text, words)
        else:
            yield _joined(group)


def _traced(shares: Sequence[Share], words: Sequence[Token], engine: Engine) -> Iterator[_Traced]:
    found = [(share, tuple(islice(share.run.keys, _KEYS))) for share in shares]
    held = engine.clauses([key for _, keys in found for key, _ in keys])

    @cache
    def norms_of(key: str) -> list[str]:
        return _norms(held[key])

    for (start, end, run), keys in found:
        norms = [token.norm for token in words[start:end]]
        places = [
            (held[key], at)
            for key, at in ((key, inner + start - run.start) for key, inner in keys)
            # a clause may have changed since it was indexed
            if key in held and norms_of(key)[at : at + end - start] == norms
        ]
        if places:
            places.sort(key=lambda each: preference(each[0], engine.language))
            alone = end - start < min(FEWEST, run.end - run.start)
            yield _Traced(start, end, tuple(places), alone)


def _groups(traced: Iterable[_Traced]) -> Iterator[list[_Traced]]:
    """Those side by side that one clause has together."""
    group: list[_Traced] = []
    common: set[str] = set()
    for each in traced:
        ids = {clause.id for clause, _ in each.places}
        if group and group[-1].end == each.start and common & ids:
            group.append(each)
            common &= ids
        else:
            if group:
                yield group
            group, common = [each], ids
    if group:
        yield group


def _joined(group: Sequence[_Traced]) -> _Piece:
    common = set.intersection(*({clause.id for clause, _ in each.places} for each in group))
    clause = next(clause for clause, _ in group[0].places if clause.id in common)
    spans = [
        (at, at + each.end - each.start)
        for each in group
        for at in [next(at for other, at in each.places if other.id == clause.id)]
    ]
    low, high = min(low for low, _ in spans), max(high for _, high in spans)
    return _Piece(group[0].start, group[-1].end, StretchState.EDITED, clause, low, high)


def _quotation(traced: _Traced, text: str, words: Sequence[Token]) -> _Piece:
    """From the first clause that has the same signs too; else edited."""
    start, end, places, alone = traced
    length = end - start
    if not alone:
        written = signs(text, words, start, end)
        for clause, at in places:
            if signs(clause.plain, tokens(clause.plain), at, at + length) == written:
                return _Piece(start, end, StretchState.VERBATIM, clause, at, at + length)
    clause, at = places[0]
    return _Piece(start, end, StretchState.EDITED, clause, at, at + length)


def _norms(clause: Clause) -> list[str]:
    return [token.norm for token in tokens(clause.plain)]


def _known(
    text: str, engine: Engine, floor: float, exclude: str, pieces: Sequence[_Piece]
) -> tuple[Clause, ...]:
    """The clauses that an edit may depart from, each once, the likeliest first."""
    alike = engine.precedents(text, limit=_ALIKE, floor=floor, exclude=exclude)
    held = engine.contained(text, limit=_HELD, exclude=exclude)
    clauses = [*(each.clause for each in alike), *(each.clause for each in held)]
    clauses += [piece.clause for piece in pieces if piece.clause is not None]
    return tuple({clause.id: clause for clause in clauses}.values())


def _edited(
    norms: Sequence[str], verbatim: Sequence[_Piece], known: Iterable[Clause]
) -> Iterator[_Piece]:
    taken = [False] * len(norms)
    for piece in verbatim:
        taken[piece.start : piece.end] = [True] * (piece.end - piece.start)
    for clause in known:
        words = _norms(clause)
        pairs = dense_pairs(norms, words)
        if len(pairs) < min(FEWEST, (min(len(norms), len(words)) + 1) // 2):
            continue
        for piece in _claimed(_counterparts(pairs, taken, len(words)), taken, clause):
            taken[piece.start : piece.end] = [True] * (piece.end - piece.start)
            yield piece


def _counterparts(
    pairs: Sequence[tuple[int, int]], taken: Sequence[bool], length: int
) -> dict[int, tuple[int, int]]:
    """For tokens of the text the tokens of a clause of `length` that they are or stand for."""
    found = {place: (inner, inner + 1) for place, inner in pairs}
    for (i, j), (k, m) in pairwise(pairs):
        if k - i - 1 <= _TWICE * (m - j - 1):
            found |= dict.fromkeys(range(i + 1, k), (j + 1, m))
    (first, head), (last, tail) = pairs[0], pairs[-1]
    start = next((i + 1 for i in range(first - 1, -1, -1) if taken[i]), 0)
    if _comparable(first - start, head):
        found |= dict.fromkeys(range(start, first), (0, head))
    end = next((i for i in range(last + 1, len(taken)) if taken[i]), len(taken))
    if _comparable(end - last - 1, length - tail - 1):
        found |= dict.fromkeys(range(last + 1, end), (tail + 1, length))
    return found


def _comparable(one: int, other: int) -> bool:
    """Whether neither is more than twice as many as the other."""
    return one <= _TWICE * other and other <= _TWICE * one


def _claimed(
    counterparts: Mapping[int, tuple[int, int]], taken: Sequence[bool], clause: Clause
) -> Iterator[_Piece]:
    """The free tokens that have a counterpart, those side by side together."""
    free = sorted(place for place in counterparts if not taken[place])
    starts = [n for n, place in enumerate(free) if not n or place != free[n - 1] + 1]
    for first, after in pairwise([*starts, len(free)]):
        start, last = free[first], free[after - 1]
        inner, inner_end = counterparts[start][0], counterparts[last][1]
        yield _Piece(start, last + 1, StretchState.EDITED, clause, inner, inner_end)


def _stretches(text: str, words: Sequence[Token], pieces: Sequence[_Piece]) -> Iterator[Stretch]:
    """The pieces in order, and what lies between them, as characters."""
    every = list(_filled(pieces, len(words)))
    edges = [0, *(cut(text, words, piece.start) for piece in every[1:]), len(text)]
    for piece, (start, end) in zip(every, pairwise(edges), strict=True):
        if piece.clause is None:
            yield Stretch(start, end, piece.state)
        else:
            plain = piece.clause.plain
            own = tokens(plain)
            there = (cut(plain, own, piece.inner), cut(plain, own, piece.inner_end))
            yield Stretch(start, end, piece.state, piece.clause, *there)


def _filled(pieces: Sequence[_Piece], length: int) -> Iterator[_Piece]:
    at = 0
    for piece in pieces:
        if piece.start > at:
            yield _Piece(at, piece.start, StretchState.NOT_FOUND)
        yield piece
        at = piece.end
    if at < length or not length:
        yield _Piece(at, length, StretchState.NOT_FOUND)

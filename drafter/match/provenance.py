"""Where every stretch of a text comes from: word for word from a clause, edited, or not found here.

What is verbatim is what comparing with every clause would find: a token is if and only if it stands
in a run of `FEWEST` tokens or more that a clause has too, as it is written, or if the whole of a
shorter text is a whole clause. Edited are the other tokens among the words of a clause that the
text is like, holds or is part of: those that it has in the same order in shorter runs, and those
that stand in place of words of its own, at most twice as many. What is merely added is not found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from drafter.compare.stretches import dense_pairs
from drafter.compare.tokens import Token, tokens
from drafter.match.ranking import preference

if TYPE_CHECKING:
    from drafter.library import Clause
    from drafter.match.candidates import Run
    from drafter.match.engine import Engine

FEWEST = 8
_KEYS = 64
_ALIKE, _HELD = 3, 10
_TWICE = 2
_OPENING_MARKS = frozenset({"Ps", "Pi"})


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
    runs = _covering(engine.index.runs(norms, fewest=FEWEST, skip=skip), len(words))
    pieces = list(_verbatim(runs, norms, engine))
    if sum(piece.end - piece.start for piece in pieces) < len(words):
        known = _known(text, engine, floor, exclude, pieces)
        pieces += list(_edited(norms, pieces, known))
    pieces.sort(key=lambda piece: piece.start)
    return tuple(_stretches(text, words, pieces)) if text else ()


def _covering(runs: Sequence[Run], length: int) -> Iterator[tuple[int, int, Run]]:
    """As few runs as cover what all of them cover, each with the tokens that it has alone; where
    two overlap, the longer has them. None lies in another, so starts and ends both ascend."""
    chosen: list[Run] = []
    for run in runs:
        while len(chosen) > 1 and run.start <= chosen[-2].end:
            chosen.pop()
        chosen.append(run)
    edges = [0, *(_edge(one, other) for one, other in pairwise(chosen)), length]
    for run, low, high in zip(chosen, edges, edges[1:], strict=False):
        yield max(run.start, low), min(run.end, high), run


def _edge(one: Run, other: Run) -> int:
    return one.end if one.end - one.start >= other.end - other.start else other.start


def _verbatim(
    runs: Iterable[tuple[int, int, Run]], norms: Sequence[str], engine: Engine
) -> Iterator[_Piece]:
    found = [(start, end, run, tuple(islice(run.keys, _KEYS))) for start, end, run in runs]
    held = engine.clauses([key for *_, keys in found for key, _ in keys])
    for start, end, run, keys in found:
        there = [(held[key], inner + start - run.start) for key, inner in keys if key in held]
        for clause, at in sorted(there, key=lambda each: preference(each[0])):
            # a clause may have changed since it was indexed
            if _norms(clause)[at : at + end - start] == norms[start:end]:
                yield _Piece(start, end, StretchState.VERBATIM, clause, at, at + end - start)
                break


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
    edges = [0, *(_cut(text, words, piece.start) for piece in every[1:]), len(text)]
    for piece, (start, end) in zip(every, pairwise(edges), strict=True):
        if piece.clause is None:
            yield Stretch(start, end, piece.state)
        else:
            plain = piece.clause.plain
            own = tokens(plain)
            there = (_cut(plain, own, piece.inner), _cut(plain, own, piece.inner_end))
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


def _cut(text: str, words: Sequence[Token], token: int) -> int:
    """Where the stretch that begins with a token begins: at the brackets and quotation marks that
    open before it; all other punctuation ends the stretch before."""
    if token in (0, len(words)):
        return len(text) if token else 0
    start, least = words[token].start, words[token - 1].end
    while start > least and unicodedata.category(text[start - 1]) in _OPENING_MARKS:
        start -= 1
    return start

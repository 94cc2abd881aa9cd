"""Precedents in one library and language: exact, prepared once, ready for any number of texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from drafter.compare import similarity
from drafter.compare.lexicon import lexicon
from drafter.compare.stretches import Shared, shared_stretch
from drafter.compare.tokens import Token
from drafter.languages import Language
from drafter.match.building import Rows, built
from drafter.match.candidates import Candidates, Found, Held
from drafter.match.index import Index
from drafter.match.precedent import Containment, Precedent, shown
from drafter.match.ranking import Reason, ranked
from drafter.match.segment import Segment
from drafter.match.terms import current_norms, current_tokens
from drafter.model.tree import Kind

if TYPE_CHECKING:
    from drafter.library import Clause

Fetch: TypeAlias = "Callable[[Sequence[str]], Mapping[str, Clause]]"
LIMIT = 10
FLOOR = 0.4
# so many more that are tied with the last are looked at before what is shown is chosen
_TIED = 200
CONTAINED = 0.8
_FEWEST = 8


class Engine:
    """The clauses of one language that may be offered as agreed language; report prose never is.

    `similarity` is the Indel ratio of `drafter.compare.similarity` over the texts with their terms
    in current form; everything found is what comparing with every clause would find.
    """

    def __init__(self, clauses: Iterable[Clause], language: Language) -> None:
        offered = {
            clause.id: clause
            for clause in clauses
            if clause.language == language.code
            and clause.offered
            and clause.kind is not Kind.REPORT
        }
        texts = [clause.plain for clause in offered.values()]
        arrays = built(Rows(tuple(offered), [0] * len(offered), texts), language)
        self._serve(Index((Segment(arrays),)), lambda ids: offered, language)

    @classmethod
    def over(cls, index: Candidates, fetch: Fetch, language: Language) -> Engine:
        """An engine over an index that is there already; `fetch` gives clauses by their ids,
        without those that are gone."""
        engine = cls.__new__(cls)
        engine._serve(index, fetch, language)
        return engine

    def _serve(self, index: Candidates, fetch: Fetch, language: Language) -> None:
        self.index = index
        self.language = language
        self._fetch = fetch

    def __len__(self) -> int:
        return len(self.index)

    def precedents(
        self, text: str, *, limit: int = LIMIT, floor: float = FLOOR, exclude: str = ""
    ) -> tuple[Precedent, ...]:
        """The `limit` clauses most similar to `text`, at or above `floor`, ties by clause id.

        `exclude` is the id of the clause that the text is itself. In the order of similarity;
        `rank` says in which order to show them.
        """
        return self.read(text, self.found(text, limit=limit, floor=floor, exclude=exclude))

    def found(
        self, text: str, *, limit: int = LIMIT, floor: float = FLOOR, exclude: str = ""
    ) -> tuple[Found, ...]:
        """The same as ids and similarities: no clause is read."""
        return self.index.top(
            current_norms(text, self.language),
            limit=limit, floor=floor, skip={exclude} if exclude else (),
        )  # fmt: skip

    def shown(
        self, text: str, *, limit: int = LIMIT, floor: float = FLOOR, exclude: str = ""
    ) -> tuple[Precedent, ...]:
        """The precedents in the order of display, at most `limit`: those that tie with the last of
        `precedents` are chosen by rank, not by id, among the first 200 of them."""
        found = self.found(text, limit=limit, floor=floor, exclude=exclude)
        if not found or len(found) < limit:
            return shown(self.read(text, found))
        least = found[-1].score
        found = self.found(text, limit=limit + _TIED, floor=least, exclude=exclude)
        hits = shown(self.read(text, found))
        tied = [hit.clause.id for hit in hits if hit.similarity <= least]
        dropped = set(tied[limit - (len(hits) - len(tied)) :])
        kept = (hit for hit in hits if hit.clause.id not in dropped)
        return tuple(replace(hit, rank=rank) for rank, hit in enumerate(kept, 1))

    def read(self, text: str, found: Sequence[Found]) -> tuple[Precedent, ...]:
        """What was found for a text, with the clauses and in which order to show them."""
        held = self._fetch([each.key for each in found])
        pairs = [(held[each.key], each.score) for each in found if each.key in held]
        places = ranked(pairs, self.language)
        return tuple(
            self._precedent(text, clause, score, *place)
            for (clause, score), place in zip(pairs, places, strict=True)
        )

    def clauses(self, ids: Sequence[str]) -> Mapping[str, Clause]:
        """The clauses with these ids, without those that are gone."""
        return self._fetch(ids)

    def _precedent(
        self, text: str, clause: Clause, score: float, rank: int, reasons: tuple[Reason, ...]
    ) -> Precedent:
        words = lexicon(self.language)
        renamed = words.holds_a_term(text) or words.holds_a_term(clause.plain)
        as_written = similarity(text, clause.plain) if renamed else score
        if as_written < score:
            reasons = (*reasons, Reason("deviation.reason-terms"))
        return Precedent(clause, score, as_written, rank, reasons, text, self.language)

    def contained(
        self,
        text: str,
        *,
        limit: int | None = None,
        floor: float = CONTAINED,
        exclude: str = "",
    ) -> tuple[Containment, ...]:
        """The clauses that stand, for `floor` of the shorter text, in one stretch of the other: all
        of them, or the first `limit`.

        So both the clauses that a paragraph fuses and those that it is part of; none where the
        shorter text has fewer than eight tokens. The most complete first, then the longest, then
        by id.
        """
        words = current_tokens(text, self.language)
        best = _BestStretches(limit, words)
        for held in self.index.containing(
            [token.norm for token in words], floor=floor, fewest=_FEWEST
        ):
            if held.share < best.least:
                break
            best.add(held, floor, exclude)
        found = tuple(best.found)
        clauses = self._fetch([key for key, _ in found])
        read = (
            (clauses[key], shared, current_tokens(clauses[key].plain, self.language))
            for key, shared in found
            if key in clauses
        )
        # a clause may have changed since it was indexed
        return tuple(
            _containment(clause, shared, words, other)
            for clause, shared, other in read
            if shared.inner_end <= len(other)
        )


class _BestStretches:
    """The best stretches so far: the most complete, then the longest, then by key."""

    def __init__(self, limit: int | None, words: Sequence[Token]) -> None:
        self._limit = limit
        self._words = words
        self._rows: list[tuple[float, int, str, Shared]] = []
        self.least = 0.0

    def add(self, held: Held, floor: float, exclude: str) -> None:
        """Take in the keys of a wording, if its stretch is complete enough."""
        if len(held.query) >= len(held.codes):
            shared = shared_stretch(held.query, held.codes)
        else:
            inside = shared_stretch(held.codes, held.query)
            shared = inside.turned() if inside else None
        if shared is None or shared.containment < floor:
            return
        length = self._words[shared.start].start - self._words[shared.end - 1].end
        keys = islice((key for key in held.keys if key != exclude), self._limit)
        self._rows += [(-shared.containment, length, key, shared) for key in keys]
        if self._limit is not None and len(self._rows) >= self._limit:
            self._rows = self._sorted
            self.least = -self._rows[-1][0] if self._rows else 2.0

    @property
    def _sorted(self) -> list[tuple[float, int, str, Shared]]:
        return sorted(self._rows, key=lambda row: row[:3])[: self._limit]

    @property
    def found(self) -> Iterator[tuple[str, Shared]]:
        """The keys with their stretches, best first."""
        return ((key, shared) for _, _, key, shared in self._sorted)


def _containment(
    clause: Clause, shared: Shared, words: Sequence[Token], other: Sequence[Token]
) -> Containment:
    return Containment(
        clause,
        words[shared.start].start,
        words[shared.end - 1].end,
        other[shared.inner_start].start,
        other[shared.inner_end - 1].end,
        shared.containment,
    )


def precedents(
    text: str,
    language: Language,
    clauses: Iterable[Clause],
    *,
    limit: int = LIMIT,
    floor: float = FLOOR,
    exclude: str = "",
) -> tuple[Precedent, ...]:
    """`Engine.precedents` for a single text; prepare an `Engine` to ask for more than one."""
    return Engine(clauses, language).precedents(text, limit=limit, floor=floor, exclude=exclude)


def contained(
    text: str,
    language: Language,
    clauses: Iterable[Clause],
    *,
    limit: int | None = None,
    floor: float = CONTAINED,
    exclude: str = "",
) -> tuple[Containment, ...]:
    """`Engine.contained` for a single text."""
    return Engine(clauses, language).contained(text, limit=limit, floor=floor, exclude=exclude)

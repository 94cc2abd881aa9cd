"""Precedents in one library and language: exact, prepared once, ready for any number of texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.compare import similarity
from drafter.compare.lexicon import lexicon
from drafter.compare.stretches import Shared, shared_stretch
from drafter.compare.tokens import Token
from drafter.languages import Language
from drafter.match.index import Index
from drafter.match.precedent import Containment, Precedent
from drafter.match.ranking import ranked
from drafter.match.terms import current_norms, current_tokens
from drafter.model.tree import Kind

if TYPE_CHECKING:
    from drafter.library import Clause

LIMIT = 10
FLOOR = 0.4
CONTAINED = 0.8
_FEWEST = 8
_SAME_LENGTH = 0.85


class Engine:
    """The clauses of one language that may be offered as agreed language; report prose never is.

    `similarity` is the Indel ratio of `drafter.compare.similarity` over the texts with their terms
    in current form; everything found is what comparing with every clause would find.
    """

    def __init__(self, clauses: Iterable[Clause], language: Language) -> None:
        self.language = language
        self._clauses = {
            clause.id: clause
            for clause in clauses
            if clause.language == language.code
            and clause.offered
            and clause.kind is not Kind.REPORT
        }
        self._index = Index(
            (clause.id, self._words(clause.plain)) for clause in self._clauses.values()
        )

    def __len__(self) -> int:
        return len(self._clauses)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses searched."""
        return tuple(self._clauses.values())

    def precedents(
        self, text: str, *, limit: int = LIMIT, floor: float = FLOOR, exclude: str = ""
    ) -> tuple[Precedent, ...]:
        """The `limit` clauses most similar to `text`, at or above `floor`, ties by clause id.

        `exclude` is the id of the clause that the text is itself. In the order of similarity;
        `rank` says in which order to show them.
        """
        found = self._index.top(
            self._words(text), limit=limit, floor=floor, skip={exclude} if exclude else ()
        )
        pairs = [(self._clauses[each.key], each.score) for each in found]
        places = ranked(pairs, self.language)
        return tuple(
            self._precedent(text, clause, score, *place)
            for (clause, score), place in zip(pairs, places, strict=True)
        )

    def _precedent(
        self, text: str, clause: Clause, score: float, rank: int, reasons: tuple[str, ...]
    ) -> Precedent:
        read = lexicon(self.language)
        renamed = read.holds_a_term(text) or read.holds_a_term(clause.plain)
        as_written = similarity(text, clause.plain) if renamed else score
        if as_written < score:
            reasons = (*reasons, "deviation.reason-terms")
        return Precedent(clause, score, as_written, rank, reasons, text, self.language)

    def contained(
        self, text: str, *, limit: int = LIMIT, floor: float = CONTAINED, exclude: str = ""
    ) -> tuple[Containment, ...]:
        """The clauses that stand, for `floor` of the shorter text, in one stretch of the other.

        So both the clauses that a paragraph fuses and those that it is part of; not those of about
        its own length, which are precedents. The most complete first, then the longest, then by
        id.
        """
        words = current_tokens(text, self.language)
        found = self._index.containing(
            self._words(text),
            floor=floor,
            fewest=_FEWEST,
            longest=_SAME_LENGTH,
            skip={exclude} if exclude else (),
        )
        stretches = (self._stretch(words, self._clauses[each.key]) for each in found)
        kept = [each for each in stretches if each is not None and each.containment >= floor]
        kept.sort(key=lambda c: (-c.containment, c.start - c.end, c.clause.id))
        return tuple(kept[:limit])

    def _stretch(self, words: tuple[Token, ...], clause: Clause) -> Containment | None:
        other = current_tokens(clause.plain, self.language)
        ours, theirs = [token.norm for token in words], [token.norm for token in other]
        if len(words) >= len(other):
            shared = shared_stretch(ours, theirs)
        else:
            inside = shared_stretch(theirs, ours)
            shared = inside.turned() if inside else None
        return _containment(clause, shared, words, other) if shared else None

    def _words(self, text: str) -> tuple[str, ...]:
        return current_norms(text, self.language)


def _containment(
    clause: Clause, shared: Shared, words: tuple[Token, ...], other: tuple[Token, ...]
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
    limit: int = LIMIT,
    floor: float = CONTAINED,
    exclude: str = "",
) -> tuple[Containment, ...]:
    """`Engine.contained` for a single text."""
    return Engine(clauses, language).contained(text, limit=limit, floor=floor, exclude=exclude)

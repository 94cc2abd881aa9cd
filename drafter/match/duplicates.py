"""Paragraphs of one draft that say nearly the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.languages import Language
from drafter.match.index import Index
from drafter.match.pairs import pairs
from drafter.match.terms import current_norms
from drafter.model.tree import Document, Kind, Paragraph

NEARLY_THE_SAME = 0.6
_FEWEST = 6
_COMPARED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)
_Pair = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Repetition:
    """The paragraph `element` says nearly the same as `nearest` before it, the most similar one,
    and as `others` more before it. Ids; the similarity is from 0 to 1."""

    element: str
    nearest: str
    similarity: float
    others: int


def near_duplicates(
    texts: Sequence[str], language: Language, floor: float = NEARLY_THE_SAME
) -> tuple[_Pair, ...]:
    """Pairs of texts at or above `floor`, and above 0, as (i, j, similarity) with i < j.

    Terms are read in their current form; texts of fewer than six tokens are left out. The most
    similar first.
    """
    found = _alike(texts, language, floor)
    return tuple(sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1])))


def near_duplicates_of(
    document: Document, language: Language, floor: float = NEARLY_THE_SAME
) -> tuple[tuple[str, str, float], ...]:
    """Pairs of paragraphs of a document, by id, with their similarity."""
    paragraphs = _compared(document)
    texts = [paragraph.text.plain() for paragraph in paragraphs]
    return tuple(
        (paragraphs[i].id, paragraphs[j].id, similarity)
        for i, j, similarity in near_duplicates(texts, language, floor)
    )


def repetitions(document: Document, language: Language, floor: float) -> tuple[Repetition, ...]:
    """The paragraphs of a document that say nearly the same as one before them, in order: those
    that `near_duplicates_of` has as the second of a pair."""
    paragraphs = _compared(document)
    nearest: dict[int, tuple[float, int]] = {}
    times: Counter[int] = Counter()
    for i, j, similarity in _alike([each.text.plain() for each in paragraphs], language, floor):
        times[j] += 1
        known = nearest.get(j)
        if known is None or (-similarity, i) < known:
            nearest[j] = -similarity, i
    return tuple(
        Repetition(paragraphs[j].id, paragraphs[i].id, -distance, times[j] - 1)
        for j, (distance, i) in sorted(nearest.items())
    )


def _compared(document: Document) -> list[Paragraph]:
    return [each for _, each in document.walk() if each.kind in _COMPARED]


def _alike(texts: Sequence[str], language: Language, floor: float) -> Iterator[_Pair]:
    words = [current_norms(text, language) for text in texts]
    keys = {
        f"{number:09d}": number for number in range(len(texts)) if len(words[number]) >= _FEWEST
    }
    index = Index.of((key, words[number]) for key, number in keys.items())
    return ((keys[one], keys[other], score) for one, other, score in pairs(index.alike(floor)))

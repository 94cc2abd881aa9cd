"""Paragraphs of one draft that say nearly the same."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.languages import Language
from drafter.match.index import Index
from drafter.match.pairs import pairs
from drafter.match.terms import current_norms
from drafter.model.tree import Document, Kind

NEARLY_THE_SAME = 0.6
_FEWEST = 6
_COMPARED = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)


def near_duplicates(
    texts: Sequence[str], language: Language, floor: float = NEARLY_THE_SAME
) -> tuple[tuple[int, int, float], ...]:
    """Pairs of texts at or above `floor`, and above 0, as (i, j, similarity) with i < j.

    Terms are read in their current form; texts of fewer than six tokens are left out. The most
    similar first.
    """
    words = [current_norms(text, language) for text in texts]
    keys = {
        f"{number:09d}": number for number in range(len(texts)) if len(words[number]) >= _FEWEST
    }
    index = Index.of((key, words[number]) for key, number in keys.items())
    found = ((keys[one], keys[other], score) for one, other, score in pairs(index.alike(floor)))
    return tuple(sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1])))


def near_duplicates_of(
    document: Document, language: Language, floor: float = NEARLY_THE_SAME
) -> tuple[tuple[str, str, float], ...]:
    """Pairs of paragraphs of a document, by id, with their similarity."""
    paragraphs = [each for _, each in document.walk() if each.kind in _COMPARED]
    texts = [paragraph.text.plain() for paragraph in paragraphs]
    return tuple(
        (paragraphs[i].id, paragraphs[j].id, similarity)
        for i, j, similarity in near_duplicates(texts, language, floor)
    )

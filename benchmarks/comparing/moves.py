"""Paragraphs taken elsewhere: as many moves as there were, and nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from corpora import english_pairs, numbers
from reading.measured import Measured

from drafter.compare import RowState, compare_documents
from drafter.languages import language
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind

SHUFFLES = 300
_LEAST, _MOST = 10, 60


def document(texts: list[str], code: str) -> Document:
    """Texts as operative paragraphs of a draft."""
    rows = (
        Paragraph(f"resolution/op{number}", Kind.OPERATIVE, Text.of(text))
        for number, text in enumerate(texts, 1)
    )
    part = Part(PartKind.RESOLUTION, tuple(rows))
    return Document(DocumentType.DRAFT_RESOLUTION, code, part)


def moves() -> Iterator[Measured]:
    """Random paragraphs of real resolutions; some stand twice in a draft."""
    texts = list(dict.fromkeys(pair.a for pair in english_pairs()))
    pick = numbers(29)
    wrong = total = 0
    for _ in range(SHUFFLES):
        size = _LEAST + next(pick) % (_MOST - _LEAST)
        old = [texts[next(pick) % len(texts)] for _ in range(size)]
        new = list(range(size))
        for _ in range(1 + next(pick) % 5):
            new.insert(next(pick) % size, new.pop(next(pick) % size))
        least = size - _in_order(new)
        total += least
        wrong += not _only_moves(old, [old[place] for place in new], least)
    yield Measured(
        f"{SHUFFLES} drafts shuffled", f"{wrong} with anything but the {total} fewest moves", "0",
        wrong == 0,
    )  # fmt: skip


def _only_moves(old: list[str], new: list[str], least: int) -> bool:
    rows = compare_documents(document(old, "en"), document(new, "en"), language("en")).rows
    states = [row.state for row in rows if row.state is not RowState.KEPT]
    doubled = len(set(old)) < len(old)
    fewest = len(states) <= least if doubled else len(states) == least
    return set(states) <= {RowState.MOVED} and fewest


def _in_order(places: list[int]) -> int:
    """The length of the longest increasing series."""
    tops: list[int] = []
    for place in places:
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)

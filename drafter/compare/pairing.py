"""Which paragraph of one document is which of another, and which of them moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.compare.similarity import common, ratio
from drafter.compare.tokens import norms
from drafter.compare.vocabulary import Vocabulary
from drafter.model.tree import Document, Kind, Paragraph

_PAIRED = 0.5
_PAIRED_IN_PLACE = 0.3
_HEADINGS = {Kind.TITLE: "title", Kind.HEADING: "heading", Kind.ENACTING: "enacting"}


@dataclass(frozen=True, slots=True)
class Element:
    """A paragraph or note as it is paired: `parent` is the id of the paragraph above it or the path
    of its part; only elements of one `group` are paired; `codes` are the tokens of the text in the
    vocabulary that both documents share."""

    id: str
    parent: str
    group: str
    text: str
    codes: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Element `i` of the old document is element `j` of the new one."""

    i: int
    j: int
    similarity: float
    moved: bool = False


def elements(document: Document, vocabulary: Vocabulary) -> tuple[Element, ...]:
    """Everything with text, in document order, then the notes."""
    rows = [
        row
        for path, part in document.parts()
        for paragraph in part.paragraphs
        for row in _rows(paragraph, path)
    ]
    rows += [(note.id, "notes", "note", note.text.plain()) for note in document.notes]
    return tuple(Element(*row, vocabulary.learn(norms(row[-1]))) for row in rows)


def _rows(paragraph: Paragraph, parent: str) -> Iterator[tuple[str, str, str, str]]:
    group = _HEADINGS.get(paragraph.kind, "text")
    yield paragraph.id, parent, group, paragraph.text.plain()
    for child in paragraph.children:
        yield from _rows(child, paragraph.id)


def pairs(old: Sequence[Element], new: Sequence[Element]) -> tuple[Pair, ...]:
    """One-to-one pairs, the most similar first taken, then those left between paired neighbours.

    In the order of the old document; `moved` are those that left the order of their like.
    """
    taken = _most_similar(old, new)
    _in_place(old, new, taken)
    found = [Pair(i, j, similarity) for i, (j, similarity) in sorted(taken.items())]
    staying = _staying(old, new, found)
    return tuple(Pair(p.i, p.j, p.similarity, moved=p not in staying) for p in found)


def _most_similar(old: Sequence[Element], new: Sequence[Element]) -> dict[int, tuple[int, float]]:
    scale = len(old) / max(len(new), 1)
    ranked = sorted(
        (
            (-similarity, abs(i - j * scale), i, j)
            for i, a in enumerate(old)
            for j, b in enumerate(new)
            if (similarity := _similarity(a, b)) >= _PAIRED
        )
    )
    taken: dict[int, tuple[int, float]] = {}
    gone: set[int] = set()
    for negative, _, i, j in ranked:
        if i not in taken and j not in gone:
            taken[i] = (j, -negative)
            gone.add(j)
    return taken


def _similarity(a: Element, b: Element) -> float:
    if a.group != b.group:
        return 0.0
    if a.text == b.text:
        return 1.0
    shorter, total = min(len(a.codes), len(b.codes)), len(a.codes) + len(b.codes)
    if not shorter or ratio(shorter, total, 0) < _PAIRED_IN_PLACE:
        return 0.0
    return ratio(common(a.codes, b.codes), total, 0)


def _in_place(
    old: Sequence[Element], new: Sequence[Element], taken: dict[int, tuple[int, float]]
) -> None:
    """Pair what stands alone of its group between the same neighbours, if it is alike at all."""
    backward = {j: i for i, (j, _) in taken.items()}
    for i, a in enumerate(old):
        if i in taken:
            continue
        before = next((taken[k][0] for k in range(i - 1, -1, -1) if k in taken), -1)
        for j in range(before + 1, len(new)):
            if j in backward:
                break
            least = 0.0 if a.group in _HEADINGS.values() else _PAIRED_IN_PLACE
            if a.group == new[j].group and _similarity(a, new[j]) >= least:
                taken[i] = (j, _similarity(a, new[j]))
                backward[j] = i
                break


def _staying(old: Sequence[Element], new: Sequence[Element], found: list[Pair]) -> set[Pair]:
    """The pairs that kept their order among their like: the longest increasing series under each
    pair of parents."""
    parents = _parents(old, new, found)
    families: dict[str, list[Pair]] = {}
    for pair in found:
        parent = old[pair.i].parent
        if parents.get(parent) == new[pair.j].parent:
            families.setdefault(parent, []).append(pair)
    return {pair for family in families.values() for pair in _increasing(family)}


def _parents(old: Sequence[Element], new: Sequence[Element], found: list[Pair]) -> dict[str, str]:
    """The parent in the new document of each in the old: its pair, or for a part the part that
    most of its paragraphs went to."""
    votes: dict[str, dict[str, int]] = {}
    for pair in found:
        count = votes.setdefault(old[pair.i].parent, {})
        count[new[pair.j].parent] = count.get(new[pair.j].parent, 0) + 1
    chosen = {
        parent: max(sorted(count), key=lambda each: (count[each], each == parent))
        for parent, count in votes.items()
    }
    return chosen | {old[pair.i].id: new[pair.j].id for pair in found}


def _increasing(family: list[Pair]) -> list[Pair]:
    """The longest series of pairs, in the old order, that stand in the same order in the new."""
    tops: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, pair in enumerate(family):
        place = bisect_left(tops, pair.j)
        previous.append(last[place - 1] if place else -1)
        tops[place : place + 1] = [pair.j]
        last[place : place + 1] = [number]
    series: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        series.append(family[number])
        number = previous[number]
    return series

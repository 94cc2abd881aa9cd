"""Two documents side by side: what stayed, changed, came, went, moved, was fused or split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from drafter.compare.changes import changes
from drafter.compare.pairing import Element, Pair, elements, pairs
from drafter.compare.stretches import shared_stretch
from drafter.compare.vocabulary import Vocabulary
from drafter.languages import Language
from drafter.model.findings import Change, ChangeKind
from drafter.model.masthead import Masthead
from drafter.model.tree import Document

_PART_OF = 0.7
_FEWEST = 8
_UNCOMPARED = frozenset({"read", "job_number"})


class RowState(StrEnum):
    """What became of a paragraph (`contract.md`, `compare`)."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"
    MOVED = "moved"
    SPLIT = "split"
    FUSED = "fused"


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs `a` of the old document and `b` of the new one that belong together, by id.

    One of each, none where something came or went, several where paragraphs were fused or split;
    the offsets of `changes` then count in their texts joined without anything between.
    """

    state: RowState
    a: tuple[str, ...]
    b: tuple[str, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """`rows` in the order of the new document, what was dropped where it stood; `masthead` the
    fields that differ, with what stood and what stands there."""

    rows: tuple[Row, ...]
    masthead: tuple[tuple[str, str, str], ...] = ()


def compare_documents(a: Document, b: Document, language: Language) -> Comparison:
    """Paragraph by paragraph, sub-paragraph by sub-paragraph, titles and notes among their like."""
    vocabulary = Vocabulary()
    old, new = elements(a, vocabulary), elements(b, vocabulary)
    found = pairs(old, new)
    joins = _Joins(old, new, found)
    rows = [*joins.rows(language), *_rows(old, new, found, joins, language)]
    placed = sorted(rows, key=lambda row: _place(row, old, new, found))
    return Comparison(tuple(placed), tuple(_masthead(a.masthead, b.masthead)))


def _rows(
    old: Sequence[Element],
    new: Sequence[Element],
    found: Sequence[Pair],
    joins: _Joins,
    language: Language,
) -> Iterator[Row]:
    paired_old, paired_new = {pair.i for pair in found}, {pair.j for pair in found}
    for pair in found:
        if pair.i not in joins.old and pair.j not in joins.new:
            x, y = old[pair.i], new[pair.j]
            differences = changes(x.text, y.text, language)
            state = RowState.CHANGED if differences else RowState.KEPT
            yield Row(RowState.MOVED if pair.moved else state, (x.id,), (y.id,), differences)
    for i, x in enumerate(old):
        if i not in paired_old and i not in joins.old:
            yield Row(RowState.DROPPED, (x.id,), ())
    for j, y in enumerate(new):
        if j not in paired_new and j not in joins.new:
            yield Row(RowState.NEW, (), (y.id,))


class _Joins:
    """Paragraphs fused into one, and one split into several.

    A paragraph without a pair that stands for the most part inside one of the other document, which
    in turn has a partner of its own or holds another such paragraph, was fused into it.
    """

    def __init__(
        self, old: Sequence[Element], new: Sequence[Element], found: Sequence[Pair]
    ) -> None:
        self._old, self._new = old, new
        self.old: set[int] = set()
        self.new: set[int] = set()
        forward = {pair.i: pair.j for pair in found}
        backward = {pair.j: pair.i for pair in found}
        self._fused = self._gathered(old, new, forward, backward)
        for j, parts in self._fused:
            self.new.add(j)
            self.old.update(parts)
        self._split = [
            (i, parts)
            for i, parts in self._gathered(new, old, backward, forward)
            if i not in self.old and self.new.isdisjoint(parts)
        ]
        for i, parts in self._split:
            self.old.add(i)
            self.new.update(parts)

    def rows(self, language: Language) -> Iterator[Row]:
        """The rows of what was fused and split."""
        for j, parts in self._fused:
            yield _joined(RowState.FUSED, [self._old[i] for i in parts], [self._new[j]], language)
        for i, parts in self._split:
            yield _joined(RowState.SPLIT, [self._old[i]], [self._new[j] for j in parts], language)

    @staticmethod
    def _gathered(
        small: Sequence[Element],
        large: Sequence[Element],
        forward: dict[int, int],
        backward: dict[int, int],
    ) -> list[tuple[int, list[int]]]:
        held: dict[int, list[int]] = {}
        for i, part in enumerate(small):
            if i not in forward:
                whole = _holder(part, large)
                if whole is not None:
                    held.setdefault(whole, []).append(i)
        gathered = []
        for whole, parts in sorted(held.items()):
            partner = backward.get(whole)
            if partner is not None and _is_part(small[partner], large[whole]):
                parts.append(partner)
            if len(parts) > 1:
                gathered.append((whole, sorted(parts)))
        return gathered


def _holder(part: Element, large: Sequence[Element]) -> int | None:
    holders = (j for j, whole in enumerate(large) if _is_part(part, whole))
    return next(holders, None)


def _is_part(part: Element, whole: Element) -> bool:
    if part.group != "text" or whole.group != "text":
        return False
    if not _FEWEST <= len(part.codes) < len(whole.codes):
        return False
    if len(set(part.codes) & set(whole.codes)) < _PART_OF * len(set(part.codes)) / 2:
        return False
    shared = shared_stretch(whole.codes, part.codes)
    return shared is not None and shared.containment >= _PART_OF


def _joined(state: RowState, old: list[Element], new: list[Element], language: Language) -> Row:
    a, b = ("".join(each.text for each in side) for side in (old, new))
    kind = ChangeKind.FUSED if state is RowState.FUSED else ChangeKind.SPLIT
    params = (
        ("count", max(len(old), len(new))),
        ("old", ", ".join(each.id.rpartition("/")[2] for each in old)),
        ("new", ", ".join(each.id.rpartition("/")[2] for each in new)),
    )
    join = Change(kind, a, b, 0, len(a), 0, len(b), f"deviation.{kind.value}", params)
    ids = tuple(each.id for each in old), tuple(each.id for each in new)
    return Row(state, *ids, (join, *changes(a, b, language)))


def _place(
    row: Row, old: Sequence[Element], new: Sequence[Element], found: Sequence[Pair]
) -> tuple[int, int, int]:
    """By the place in the new document; what was dropped after what stood before it."""
    if row.b:
        return next(j for j, each in enumerate(new) if each.id == row.b[0]), 0, 0
    i = next(i for i, each in enumerate(old) if each.id == row.a[0])
    before = [pair.j for pair in found if pair.i < i and not pair.moved]
    return (before[-1] if before else -1), 1, i


def _masthead(a: Masthead, b: Masthead) -> Iterator[tuple[str, str, str]]:
    for field in fields(Masthead):
        old, new = getattr(a, field.name), getattr(b, field.name)
        if field.name not in _UNCOMPARED and old != new:
            yield field.name, _written(old), _written(new)


def _written(value: str | int | tuple[str, ...] | None) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)

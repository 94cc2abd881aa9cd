"""Two documents side by side: what stayed, changed, came, went, moved, was fused or split."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from drafter.compare.changes import changes
from drafter.compare.elements import PART, Element, elements
from drafter.compare.joins import Join, joins
from drafter.compare.lexicon import lexicon
from drafter.compare.moves import moved
from drafter.compare.pairing import paired
from drafter.compare.partners import Partners
from drafter.compare.structure import Structural, structural
from drafter.compare.vocabulary import Vocabulary
from drafter.languages import Language
from drafter.languages import language as language_of
from drafter.model.findings import Change, ChangeKind
from drafter.model.masthead import Masthead
from drafter.model.tree import Document
from drafter.model.view import DocumentView, view

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
    `structure` is what differs besides the words of one and one; it makes no row `changed`.
    """

    state: RowState
    a: tuple[str, ...]
    b: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    structure: tuple[Structural, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """`rows` in the order of the new document, what was dropped where it stood; `masthead` the
    fields that differ, with what stood and what stands there."""

    rows: tuple[Row, ...]
    masthead: tuple[tuple[str, str, str], ...] = ()


def compare_documents(a: Document, b: Document, language: Language) -> Comparison:
    """Paragraph by paragraph, sub-paragraph by sub-paragraph; titles, part headings and notes
    among their like. Words are compared by the rules of `language`."""
    before = language_of(a.language).conventions
    return compare_views(view(a, before), view(b, language.conventions), language)


def compare_views(a: DocumentView, b: DocumentView, language: Language) -> Comparison:
    """The same of documents as they print."""
    laid = aligned(a, b, language)
    rows = (*_joined_rows(laid, language), *_rows(laid, language))
    placed = sorted(rows, key=lambda row: _place(row, laid.partners, laid.moved))
    return Comparison(tuple(placed), tuple(_masthead(a.document.masthead, b.document.masthead)))


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two documents laid side by side, before anything is said of their words."""

    partners: Partners
    moved: frozenset[int]
    joins: tuple[Join, ...]


def aligned(a: DocumentView, b: DocumentView, language: Language) -> Aligned:
    """Which element is which, which of the old ones moved, which were fused or split."""
    vocabulary, words = Vocabulary(), lexicon(language)
    partners = paired(elements(a, vocabulary, words), elements(b, vocabulary, words))
    return Aligned(partners, moved(partners), joins(partners))


def _rows(laid: Aligned, language: Language) -> Iterator[Row]:
    partners = laid.partners
    joined_old = {i for join in laid.joins for i in join.old}
    joined_new = {j for join in laid.joins for j in join.new}
    for i, j in partners.pairs():
        if i not in joined_old and j not in joined_new:
            yield _paired(laid, i, j, language)
    for i, old in enumerate(partners.old):
        if i not in partners.forward and i not in joined_old:
            yield Row(RowState.DROPPED, (old.id,), ())
    for j, new in enumerate(partners.new):
        if j not in partners.backward and j not in joined_new:
            yield Row(RowState.NEW, (), (new.id,))


def _paired(laid: Aligned, i: int, j: int, language: Language) -> Row:
    a, b = laid.partners.old[i], laid.partners.new[j]
    # how the heading of a part reads follows from its place, as a label does
    differences = changes(a.text, b.text, language) if a.group != PART else ()
    state = RowState.CHANGED if differences else RowState.KEPT
    facts = structural(laid.partners, i, j, differences)
    return Row(RowState.MOVED if i in laid.moved else state, (a.id,), (b.id,), differences, facts)


def _joined_rows(laid: Aligned, language: Language) -> Iterator[Row]:
    for join in laid.joins:
        state = RowState.FUSED if len(join.old) > 1 else RowState.SPLIT
        old = [laid.partners.old[i] for i in join.old]
        yield _joined(state, old, [laid.partners.new[j] for j in join.new], language)


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


def _place(row: Row, partners: Partners, moved: frozenset[int]) -> tuple[int, int, int]:
    """By the place in the new document; what was dropped after what stood before it."""
    if row.b:
        return partners.new_place[row.b[0]], 0, 0
    i = partners.old_place[row.a[0]]
    staying = (k for k in range(i - 1, -1, -1) if k in partners.forward and k not in moved)
    before = next(staying, None)
    return -1 if before is None else partners.forward[before], 1, i


def _masthead(a: Masthead, b: Masthead) -> Iterator[tuple[str, str, str]]:
    for field in fields(Masthead):
        old, new = getattr(a, field.name), getattr(b, field.name)
        if field.name not in _UNCOMPARED and old != new:
            yield field.name, _written(old), _written(new)


def _written(value: str | int | tuple[str, ...] | None) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)

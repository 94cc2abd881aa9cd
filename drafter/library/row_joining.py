"""Rows brought into a document that is there: each over its own paragraph, nothing taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.model.tree import Document, DocumentType, Paragraph, Part

_FROM_ROWS = frozenset({DocumentType.RESOLUTION, DocumentType.DRAFT_RESOLUTION})
Blocks = tuple[Paragraph | Part, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """The document with the rows in it, and the ids of the clauses that no row names."""

    document: Document
    kept: tuple[str, ...]


def joined(before: Document, rows: Document) -> Joined:
    """`before` with the paragraphs of `rows` in it, by id; `rows` has paragraphs only.

    A row takes the place of its paragraph, and leaves it as it is if the words are the same and
    notes are marked in them. Where rows name every paragraph, theirs is the order; else a new row
    stands after the one before it.
    """
    held = {paragraph.id: paragraph for _, paragraph in before.walk()}
    new = {_own_id(row, held): row for row in rows.root.paragraphs}
    kept = tuple(each for each in held if each not in new)
    if kept or before.root.parts:
        blocks = _inserted(_replaced(before.root.blocks, new), new, held)
    else:
        blocks = tuple(_over(held.get(name), row) for name, row in new.items())
    whole = replace(before, root=replace(before.root, blocks=blocks))
    if before.type in _FROM_ROWS:
        whole = replace(whole, type=rows.type)
    return Joined(whole, kept)


def _own_id(row: Paragraph, held: dict[str, Paragraph]) -> str:
    """The id of the row's paragraph: a row may name it with the part that it stands in."""
    whole = row.id.partition("/")[2]
    return whole if row.id not in held and whole in held else row.id


def _over(old: Paragraph | None, row: Paragraph) -> Paragraph:
    if old is None:
        return row
    same = old.text.notes and old.text.plain() == row.text.plain()
    return replace(
        old,
        kind=row.kind,
        text=old.text if same else row.text,
        label_read=row.label_read or old.label_read,
    )


def _replaced(blocks: Blocks, new: dict[str, Paragraph]) -> Blocks:
    return tuple(
        replace(block, blocks=_replaced(block.blocks, new))
        if isinstance(block, Part)
        else _replaced_within(block, new)
        for block in blocks
    )


def _replaced_within(paragraph: Paragraph, new: dict[str, Paragraph]) -> Paragraph:
    children = tuple(_replaced_within(child, new) for child in paragraph.children)
    own = replace(paragraph, children=children)
    return _over(own, new[own.id]) if own.id in new else own


def _inserted(blocks: Blocks, new: dict[str, Paragraph], held: dict[str, Paragraph]) -> Blocks:
    """The blocks of the root with the rows that are not among them yet."""
    after: dict[str, list[Paragraph]] = {}
    before = ""
    for name, row in new.items():
        if name in held:
            before = name
        else:
            after.setdefault(before, []).append(row)
    own = [block.id for block in blocks if isinstance(block, Paragraph)]
    last = own[-1] if own else ""
    placed: dict[str, list[Paragraph]] = {}
    for name, rows in after.items():
        placed.setdefault(name if name in own else last, []).extend(rows)
    return (*placed.get("", ()), *_with_rows(blocks, placed))


def _with_rows(blocks: Blocks, placed: dict[str, list[Paragraph]]) -> Iterator[Paragraph | Part]:
    for block in blocks:
        yield block
        if isinstance(block, Paragraph):
            yield from placed.get(block.id, ())

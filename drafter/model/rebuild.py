"""Rebuilding the tree around one paragraph: the one place that knows how blocks nest.

What an edit does not touch is the same object afterwards: history is cheap and views can tell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.tree import Document, Kind, Paragraph, Part

Siblings = tuple[Paragraph, ...]


def change_paragraph(
    document: Document, paragraph_id: str, change: Callable[[Paragraph], Siblings]
) -> Document:
    """`document` with what `change` returns (none, one or several) in place of the paragraph.

    Raises `EditRefused` if no paragraph has this id.
    """
    root = _in_part(document.root, paragraph_id, change)
    if root is None:
        raise EditRefused("edit.no-such-paragraph", id=paragraph_id)
    return replace(document, root=root)


def map_paragraphs(document: Document, change: Callable[[Paragraph], Paragraph]) -> Document:
    """`document` with every paragraph replaced by `change(paragraph)`, children first."""
    return replace(document, root=_mapped_part(document.root, change))


def renumbered(document: Document, paragraph_id: str) -> Document:
    """Forget the labels that were read in the part that holds the paragraph.

    Printed labels describe the text as read; once a part is restructured its numbers are derived.
    """

    def within(part: Part) -> Part:
        if any(p.id == paragraph_id for top in part.paragraphs for p in top.walk()):
            return _rebuilt(
                part, tuple(b if isinstance(b, Part) else _unlabelled(b) for b in part.blocks)
            )
        return _rebuilt(part, tuple(within(b) if isinstance(b, Part) else b for b in part.blocks))

    return replace(document, root=within(document.root))


def with_kind(paragraph: Paragraph, kind: Kind) -> Paragraph:
    """The paragraph and its sub-paragraphs as another kind; continuations stay continuations."""
    own = paragraph.kind if paragraph.kind is Kind.CONTINUATION else kind
    children = tuple(with_kind(child, kind) for child in paragraph.children)
    restarts = paragraph.restarts and own is Kind.HEADING
    return replace(paragraph, kind=own, restarts=restarts, children=children)


def siblings(document: Document, paragraph_id: str) -> Siblings:
    """The paragraphs among which the paragraph stands, itself included; () if there is none."""
    for _, part in document.parts():
        found = _row(part.paragraphs, paragraph_id)
        if found:
            return found
    return ()


def neighbours(document: Document, paragraph_id: str) -> Siblings:
    """The siblings among which no part (an annex, a declaration) stands, the paragraph included."""
    for _, part in document.parts():
        run: list[Paragraph] = []
        for block in (*part.blocks, Part(part.kind)):
            if isinstance(block, Paragraph):
                run.append(block)
                continue
            found = _row(tuple(run), paragraph_id)
            if found:
                return found
            run = []
    return ()


def ancestors(document: Document, paragraph_id: str) -> Siblings:
    """The paragraphs that hold the paragraph, outermost first; () at the top of a part."""
    for _, part in document.parts():
        for top in part.paragraphs:
            found = _down_to(top, paragraph_id)
            if found:
                return found[:-1]
    return ()


def parent(document: Document, paragraph_id: str) -> Paragraph | None:
    """The paragraph whose sub-paragraph this is, or None at the top of a part."""
    above = ancestors(document, paragraph_id)
    return above[-1] if above else None


def _row(row: Siblings, paragraph_id: str) -> Siblings:
    if any(each.id == paragraph_id for each in row):
        return row
    for each in row:
        found = _row(each.children, paragraph_id)
        if found:
            return found
    return ()


def _down_to(paragraph: Paragraph, wanted: str) -> Siblings:
    if paragraph.id == wanted:
        return (paragraph,)
    for child in paragraph.children:
        inner = _down_to(child, wanted)
        if inner:
            return (paragraph, *inner)
    return ()


def _in_part(part: Part, paragraph_id: str, change: Callable[[Paragraph], Siblings]) -> Part | None:
    """The part with the paragraph changed, or None if it does not hold it."""
    for at, block in enumerate(part.blocks):
        new: tuple[Paragraph | Part, ...] | None
        if isinstance(block, Part):
            inner = _in_part(block, paragraph_id, change)
            new = None if inner is None else (inner,)
        else:
            new = _in_paragraph(block, paragraph_id, change)
        if new is not None:
            return replace(part, blocks=(*part.blocks[:at], *new, *part.blocks[at + 1 :]))
    return None


def _in_paragraph(
    paragraph: Paragraph, paragraph_id: str, change: Callable[[Paragraph], Siblings]
) -> Siblings | None:
    if paragraph.id == paragraph_id:
        return change(paragraph)
    for at, child in enumerate(paragraph.children):
        new = _in_paragraph(child, paragraph_id, change)
        if new is not None:
            children = (*paragraph.children[:at], *new, *paragraph.children[at + 1 :])
            return (replace(paragraph, children=children),)
    return None


def _mapped_part(part: Part, change: Callable[[Paragraph], Paragraph]) -> Part:
    return _rebuilt(
        part,
        tuple(
            _mapped_part(b, change) if isinstance(b, Part) else _mapped(b, change)
            for b in part.blocks
        ),
    )


def _mapped(paragraph: Paragraph, change: Callable[[Paragraph], Paragraph]) -> Paragraph:
    children = tuple(_mapped(child, change) for child in paragraph.children)
    return change(_with_children(paragraph, children))


def _unlabelled(paragraph: Paragraph) -> Paragraph:
    below = _with_children(paragraph, tuple(map(_unlabelled, paragraph.children)))
    return replace(below, label_read="") if below.label_read else below


def _with_children(paragraph: Paragraph, children: Siblings) -> Paragraph:
    same = all(new is old for new, old in zip(children, paragraph.children, strict=True))
    return paragraph if same else replace(paragraph, children=children)


def _rebuilt(part: Part, blocks: tuple[Paragraph | Part, ...]) -> Part:
    same = all(new is old for new, old in zip(blocks, part.blocks, strict=True))
    return part if same else replace(part, blocks=blocks)

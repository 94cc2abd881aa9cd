"""Edits that carry a paragraph elsewhere, or to another depth, with all that belongs to it."""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.edit_checks import SINGLE, check_depth, existing, place_in
from drafter.model.rebuild import (
    change_paragraph,
    neighbours,
    parent,
    renumbered,
    with_kind,
)
from drafter.model.tree import Document, Kind, Paragraph

# The order in which a resolution's elements stand; other kinds may stand anywhere.
_RANK = {Kind.TITLE: 0, Kind.ENACTING: 1, Kind.PREAMBULAR: 2, Kind.OPERATIVE: 3}


def move(document: Document, paragraph_id: str, *, up: bool) -> Document:
    """Exchange the paragraph with its neighbour at the same depth, notes and all.

    Refused at either end, at an annex or declaration, and between the preamble and the operative
    part: `convert` does that.
    """
    row = neighbours(document, paragraph_id)
    at = place_in(row, paragraph_id)
    other = at - 1 if up else at + 1
    if not 0 <= other < len(row):
        raise EditRefused("edit.no-neighbour", id=paragraph_id)
    moving, neighbour = row[at], row[other]
    ranks = {_RANK.get(moving.kind), _RANK.get(neighbour.kind)}
    if len(ranks) > 1 and None not in ranks:
        raise EditRefused("edit.end-of-section", id=paragraph_id)
    return beside(document, moving, neighbour.id, before=up)


def indent(document: Document, paragraph_id: str) -> Document:
    """Make the paragraph the last sub-paragraph of the one before it; its kind follows.

    Refused between the preamble and the operative part, as `move` is.
    """
    nested = nest(document, paragraph_id)
    kinds = {existing(each, paragraph_id).kind for each in (document, nested)}
    if kinds == {Kind.PREAMBULAR, Kind.OPERATIVE}:
        raise EditRefused("edit.end-of-section", id=paragraph_id)
    return nested


def nest(document: Document, paragraph_id: str) -> Document:
    """As `indent`, of a text whose kinds may be wrong: from one part into the other too."""
    row = neighbours(document, paragraph_id)
    at = place_in(row, paragraph_id)
    if at == 0:
        raise EditRefused("edit.nothing-to-indent-under", id=paragraph_id)
    moving, above = row[at], row[at - 1]
    if {moving.kind, above.kind} & SINGLE:
        raise EditRefused("edit.stands-alone", id=paragraph_id)
    if above.kind is Kind.CONTINUATION:
        raise EditRefused("edit.nothing-to-indent-under", id=paragraph_id)
    return _under(document, moving, above)


def outdent(document: Document, paragraph_id: str) -> Document:
    """Put the sub-paragraph after its parent; sub-paragraphs that followed it become its own.

    Text after sub-paragraphs becomes a paragraph of its own.
    """
    above = parent(document, paragraph_id)
    if above is None:
        existing(document, paragraph_id)
        raise EditRefused("edit.already-outermost", id=paragraph_id)
    at = place_in(above.children, paragraph_id)
    moving = _own_paragraph(above.children[at], above.kind)
    raised = replace(moving, children=(*moving.children, *above.children[at + 1 :]))
    shorter = replace(above, children=above.children[:at])
    changed = change_paragraph(document, above.id, lambda p: (shorter, raised))
    return renumbered(changed, raised.id)


def move_to(
    document: Document, paragraph_id: str, anchor: str, *, before: bool = False
) -> Document:
    """Put the paragraph, with all that belongs to it, after or before the anchor, in any part.

    A running paragraph takes the kind of a running anchor.
    """
    moving, target = existing(document, paragraph_id), existing(document, anchor)
    _check_apart(moving, anchor)
    above = parent(document, anchor)
    if above is not None:
        if moving.kind in SINGLE:
            raise EditRefused("edit.stands-alone", id=paragraph_id)
        check_depth(document, above.id, moving)
    kind = above.kind if above is not None else target.kind
    if kind not in SINGLE and moving.kind not in SINGLE:
        own = replace(moving, kind=kind) if moving.kind is Kind.CONTINUATION else moving
        moving = with_kind(own, kind)
    return beside(renumbered(document, paragraph_id), moving, anchor, before=before)


def beside(document: Document, moving: Paragraph, anchor: str, *, before: bool) -> Document:
    """Take `moving` out and put it, as it is given, before or after the anchor."""
    taken = change_paragraph(document, moving.id, lambda p: ())
    changed = change_paragraph(taken, anchor, lambda p: (moving, p) if before else (p, moving))
    return renumbered(changed, moving.id)


def _under(document: Document, moving: Paragraph, above: Paragraph) -> Document:
    """Take `moving` out and make it the last sub-paragraph of `above`; its kind follows."""
    check_depth(document, above.id, moving)
    child = with_kind(moving, above.kind)
    taken = change_paragraph(document, moving.id, lambda p: ())
    changed = change_paragraph(
        taken, above.id, lambda p: (replace(p, children=(*p.children, child)),)
    )
    return renumbered(changed, moving.id)


def _own_paragraph(paragraph: Paragraph, kind: Kind) -> Paragraph:
    if paragraph.kind is not Kind.CONTINUATION:
        return with_kind(paragraph, kind)
    return with_kind(replace(paragraph, kind=kind, numbered=True), kind)


def _check_apart(moving: Paragraph, anchor: str) -> None:
    if any(each.id == anchor for each in moving.walk()):
        raise EditRefused("edit.into-itself", id=moving.id)

"""Edits that take paragraphs apart and put them together."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from drafter.errors import EditRefused
from drafter.model.edit_checks import check_new, existing, place_in
from drafter.model.provenance import Status
from drafter.model.rebuild import change_paragraph, neighbours, renumbered
from drafter.model.text import EMPTY, Text
from drafter.model.tree import Document, Kind, Paragraph

T = TypeVar("T")


def split(document: Document, paragraph_id: str, offset: int, new_id: str) -> Document:
    """Part the paragraph at `offset` of its plain text; what follows becomes paragraph `new_id`.

    Sub-paragraphs go with the second half, which they follow; both halves keep the origins.
    """
    whole = existing(document, paragraph_id)
    cut = min(max(offset, 0), len(whole.text))
    # a mark at the cut stays with the words before it, unless there are none
    head = whole.text.slice(0, cut) if cut else EMPTY
    tail = whole.text.slice(cut, len(whole.text))
    first = replace(whole, text=head, children=())
    second = Paragraph(
        new_id, whole.kind, tail, whole.children, numbered=whole.numbered, origins=whole.origins
    )
    check_new(document, replace(second, text=EMPTY, children=()))
    changed = change_paragraph(document, paragraph_id, lambda p: (first, second))
    return renumbered(changed, paragraph_id)


def join(document: Document, paragraph_id: str, *, separator: str = "") -> Document:
    """Put the next paragraph of the same kind at the end of this one, `separator` between them.

    If this one has sub-paragraphs, the words of the next follow them as a continuation.
    """
    row = neighbours(document, paragraph_id)
    at = place_in(row, paragraph_id)
    if at + 1 == len(row):
        raise EditRefused("edit.nothing-to-join", id=paragraph_id)
    first, second = row[at], row[at + 1]
    if first.kind is not second.kind:
        raise EditRefused("edit.kinds-differ", id=paragraph_id)
    joined = (
        _with_continuation(first, second) if first.children else _joined(first, second, separator)
    )
    taken = change_paragraph(document, second.id, lambda p: ())
    changed = change_paragraph(taken, first.id, lambda p: (joined,))
    return renumbered(changed, first.id)


def _joined(first: Paragraph, second: Paragraph, separator: str) -> Paragraph:
    return replace(
        first,
        text=Text.of(*first.text.spans, separator, *second.text.spans),
        children=second.children,
        origins=_once(first.origins, second.origins),
        status=first.status if first.status == second.status else Status(),
        restarts=first.restarts or second.restarts,
        proposals=first.proposals + second.proposals,
        waivers=_once(first.waivers, second.waivers),
    )


def _with_continuation(first: Paragraph, second: Paragraph) -> Paragraph:
    rest = replace(second, kind=Kind.CONTINUATION, numbered=False, children=())
    return replace(first, children=(*first.children, rest, *second.children))


def _once(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return first + tuple(each for each in second if each not in first)

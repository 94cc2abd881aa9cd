"""Corrections of a text as read: a paragraph taken for another kind, cut in two, or out of level.

Unlike edits of a draft these leave every paragraph where it was printed and every printed label as
it was read. Taken together, labels and words keep their characters and their order.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model import edits, moving, restructure
from drafter.model.edit_checks import MAX_LEVEL, SINGLE, existing
from drafter.model.rebuild import (
    ancestors,
    change_paragraph,
    map_paragraphs,
    parent,
    siblings,
    with_kind,
)
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import NUMBERED_KINDS, Document, Kind, Note, Paragraph


def turn(document: Document, paragraph_id: str, kind: Kind) -> Document:
    """The paragraph, with its sub-paragraphs, as another kind, in its place.

    Only a sub-paragraph can be a continuation, and it can be nothing else of its own: it keeps the
    kind of the paragraph that holds it.
    """
    old = existing(document, paragraph_id)
    above = parent(document, paragraph_id)
    if above is not None:
        return _turned_below(document, old, above, kind)
    if kind is Kind.CONTINUATION or (kind in SINGLE and old.children):
        raise EditRefused("edit.stands-alone", id=paragraph_id)
    numbered = bool(old.label_read) if kind in SINGLE else _counts(document, old, kind)
    new = replace(with_kind(old, kind), numbered=numbered)
    return change_paragraph(document, paragraph_id, lambda p: (new,))


def deepen(document: Document, paragraph_id: str) -> Document:
    """The paragraph as the last sub-paragraph of the one before it.

    Without a printed label it stays without one.
    """
    moved = keeping_labels(document, moving.nest(document, paragraph_id))
    return _as_printed(moved, paragraph_id)


def raise_level(document: Document, paragraph_id: str) -> Document:
    """The sub-paragraph one level higher; those that followed it become its own."""
    moved = keeping_labels(document, moving.outdent(document, paragraph_id))
    return _as_printed(moved, paragraph_id)


def join_before(document: Document, paragraph_id: str, separator: str) -> Document:
    """The paragraph's words, its label among them, at the end of the paragraph printed before it.

    Its sub-paragraphs follow. Refused at the beginning of a part.
    """
    joining = existing(document, paragraph_id)
    before = _printed_before(document, joining)
    if joining.children and before.kind in {*SINGLE, Kind.CONTINUATION}:
        raise EditRefused("edit.stands-alone", id=before.id)
    gap = separator if before.text.spans and joining.text.spans else ""
    label = f"{joining.label_read}{separator}" if joining.label_read else ""
    text = Text.of(*before.text.spans, gap + label, *plain_opening(joining.text).spans)
    inside = any(each.id == before.id for each in ancestors(document, paragraph_id))
    taken = change_paragraph(document, paragraph_id, lambda p: ())

    def longer(paragraph: Paragraph) -> tuple[Paragraph, ...]:
        own = paragraph.children
        new = tuple(with_kind(child, paragraph.kind) for child in joining.children)
        children = (*new, *own) if inside else (*own, *new)
        return (replace(paragraph, text=text, children=children),)

    joined = change_paragraph(taken, before.id, longer)
    _check_depth(joined, before.id)
    return joined


def split_at(
    document: Document, paragraph_id: str, offset: int, new_id: str, label: str = ""
) -> Document:
    """Two paragraphs for one, parted at `offset` of its plain text, blanks there dropped.

    `label` is the printed label that the second begins with; it goes out of the words. Refused
    where one half would be empty.
    """
    whole = existing(document, paragraph_id).text.plain()
    if not whole[:offset].strip() or not whole[offset:].removeprefix(label).strip():
        raise EditRefused("edit.nothing-to-split", id=paragraph_id)
    parted = restructure.split(document, paragraph_id, offset, new_id)
    first, second = existing(parted, paragraph_id), existing(parted, new_id)
    rest = second.text.plain()
    start = len(rest) - len(rest.lstrip())
    if label and rest[start:].startswith(label):
        start += len(label)
        start += len(rest[start:]) - len(rest[start:].lstrip())
    head = first.text.slice(0, len(first.text.plain().rstrip()))
    head = Text.of(*head.spans, *_lost_marks(first.text, head))
    tail = second.text.slice(start, len(rest))
    tail = Text.of(*_lost_marks(second.text, tail), *tail.spans)
    numbered = bool(label) or second.kind not in NUMBERED_KINDS
    named = replace(second, text=tail, label_read=label, numbered=numbered)
    shorter = change_paragraph(parted, first.id, lambda p: (replace(p, text=head),))
    changed = change_paragraph(shorter, second.id, lambda p: (named,))
    return keeping_labels(document, changed)


def set_label(document: Document, paragraph_id: str, label: str) -> Document:
    """The paragraph with this printed label; an empty one takes its number away."""
    words = label.strip()
    return change_paragraph(
        document,
        paragraph_id,
        lambda p: (replace(p, label_read=words, label_fixed="", numbered=bool(words)),),
    )


def take_out(document: Document, paragraph_id: str) -> tuple[Document, tuple[str, ...]]:
    """The document without the paragraph, its sub-paragraphs and the notes only they mark.

    With it the words that went, in their order: labels and text, then the notes.
    """
    gone = existing(document, paragraph_id)
    left = keeping_labels(document, edits.delete(document, paragraph_id))
    words = [" ".join(filter(None, (p.label_read, p.text.plain()))) for p in gone.walk()]
    kept = {note.id for note in left.notes}
    notes = [_note_words(note) for note in document.notes if note.id not in kept]
    return left, tuple(each for each in (*words, *notes) if each)


def put_in(document: Document, new: Paragraph, after: str) -> Document:
    """`new` after the paragraph, at the same depth."""
    return keeping_labels(document, edits.insert_after(document, after, new))


def keeping_labels(before: Document, after: Document) -> Document:
    """`after` with the printed labels that its paragraphs had in `before`."""
    labels = {p.id: p.label_read for _, p in before.walk() if p.label_read}

    def labelled(paragraph: Paragraph) -> Paragraph:
        label = labels.get(paragraph.id, paragraph.label_read)
        return paragraph if label == paragraph.label_read else replace(paragraph, label_read=label)

    return map_paragraphs(after, labelled)


def plain_opening(text: Text) -> Text:
    """The text without the emphasis of opening words: they stand inside a paragraph now."""
    first = text.spans[0] if text.spans else Span("")
    if first.kind is not SpanKind.EMPHASIS:
        return text
    return Text.of(first.text, *text.spans[1:])


def _turned_below(document: Document, old: Paragraph, above: Paragraph, kind: Kind) -> Document:
    if kind is Kind.CONTINUATION:
        if old.children:
            raise EditRefused("edit.stands-alone", id=old.id)
        new = replace(old, kind=kind, numbered=False)
    elif kind is above.kind:
        new = replace(with_kind(replace(old, kind=kind), kind), numbered=bool(old.label_read))
    else:
        raise EditRefused("edit.sub-paragraph-keeps-kind", id=old.id)
    return change_paragraph(document, old.id, lambda p: (new,))


def _counts(document: Document, old: Paragraph, kind: Kind) -> bool:
    """Whether a paragraph turned into `kind` takes a number: if it has one, or if no paragraph of
    that kind beside it was printed with one."""
    if old.label_read or kind not in NUMBERED_KINDS:
        return True
    beside = (p for p in siblings(document, old.id) if p.kind is kind and p.id != old.id)
    return not any(p.label_read for p in beside)


def _as_printed(document: Document, paragraph_id: str) -> Document:
    def printed(paragraph: Paragraph) -> tuple[Paragraph, ...]:
        counts = paragraph.kind in NUMBERED_KINDS or parent(document, paragraph_id) is not None
        return (replace(paragraph, numbered=bool(paragraph.label_read)) if counts else paragraph,)

    return change_paragraph(document, paragraph_id, printed)


def _printed_before(document: Document, paragraph: Paragraph) -> Paragraph:
    """The paragraph before this one in its part, at whatever depth, no part between them."""
    before: Paragraph | None = None
    for _, part in document.parts():
        before = None
        for block in part.blocks:
            if not isinstance(block, Paragraph):
                before = None
                continue
            for each in block.walk():
                if each.id == paragraph.id:
                    if before is None:
                        raise EditRefused("edit.nothing-before", id=paragraph.id)
                    return before
                before = each
    raise EditRefused("edit.no-such-paragraph", id=paragraph.id)


def _lost_marks(before: Text, after: Text) -> tuple[Span, ...]:
    """The marks that stood in the blanks which were dropped."""
    kept = set(after.notes)
    return tuple(Span(note, SpanKind.NOTE) for note in before.notes if note not in kept)


def _check_depth(document: Document, holder: str) -> None:
    for each in existing(document, holder).walk():
        if len(ancestors(document, each.id)) + 1 > MAX_LEVEL:
            raise EditRefused("edit.too-deep", id=holder, limit=MAX_LEVEL)


def _note_words(note: Note) -> str:
    return " ".join(filter(None, (note.mark, note.text.plain())))

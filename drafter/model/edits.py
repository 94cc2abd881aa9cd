"""Edits: functions from document to document. Each raises `EditRefused` where it cannot apply.

Numbers are derived, so no edit touches them; an edit that restructures a part forgets the labels
that were read there. Words are never changed except where the edit says so, and every edit keeps
the document one that can be written and read: ids stand once, a mark has its note.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.edit_checks import SINGLE, check_depth, check_new, existing
from drafter.model.moving import beside
from drafter.model.note_edits import check_marks, without_orphans
from drafter.model.rebuild import change_paragraph, parent, renumbered, siblings, with_kind
from drafter.model.text import Text
from drafter.model.tree import Document, Kind, Paragraph, Part, child_paths


def set_text(document: Document, paragraph_id: str, text: Text) -> Document:
    """Put `text` in the paragraph; notes whose last mark is gone are dropped."""
    before = existing(document, paragraph_id)
    after = replace(before, text=text)
    check_marks(document, replace(after, children=()))
    changed = change_paragraph(document, paragraph_id, lambda p: (after,))
    return without_orphans(changed, before.text.notes)


def insert_after(document: Document, paragraph_id: str, new: Paragraph) -> Document:
    """Put `new` after the paragraph, at the same depth."""
    check_new(document, new)
    changed = change_paragraph(document, paragraph_id, lambda p: (p, new))
    return renumbered(changed, new.id)


def insert_before(document: Document, paragraph_id: str, new: Paragraph) -> Document:
    """Put `new` before the paragraph, at the same depth."""
    check_new(document, new)
    changed = change_paragraph(document, paragraph_id, lambda p: (new, p))
    return renumbered(changed, new.id)


def append(document: Document, path: str, new: Paragraph) -> Document:
    """Put `new` after the last paragraph of the part at `path`, before its annexes."""
    check_new(document, new)
    root = _appended(document.root, document.root.kind.value, path, new)
    if root is None:
        raise EditRefused("edit.no-such-part", part=path)
    return renumbered(replace(document, root=root), new.id)


def add_child(document: Document, paragraph_id: str, new: Paragraph) -> Document:
    """Make `new` the last sub-paragraph of the paragraph."""
    check_new(document, new)
    check_depth(document, paragraph_id, new)
    changed = change_paragraph(
        document, paragraph_id, lambda p: (replace(p, children=(*p.children, new)),)
    )
    return renumbered(changed, new.id)


def delete(document: Document, paragraph_id: str) -> Document:
    """Take the paragraph and its sub-paragraphs out, with the notes only they marked."""
    gone = existing(document, paragraph_id)
    unlabelled = renumbered(document, paragraph_id)
    changed = change_paragraph(unlabelled, paragraph_id, lambda p: ())
    return without_orphans(changed, (note for each in gone.walk() for note in each.text.notes))


def convert(document: Document, paragraph_id: str, kind: Kind) -> Document:
    """Turn the paragraph, with its sub-paragraphs, into another kind.

    It stays where it is, except that the preamble comes before the operative part: a preambular
    paragraph becomes the first operative one, an operative paragraph the last preambular one.
    """
    old = existing(document, paragraph_id)
    if parent(document, paragraph_id) is not None:
        raise EditRefused("edit.sub-paragraph-keeps-kind", id=paragraph_id)
    if kind is Kind.CONTINUATION or (kind in SINGLE and old.children):
        raise EditRefused("edit.stands-alone", id=paragraph_id)
    numbered = kind is not Kind.HEADING if kind is not old.kind else old.numbered
    new = replace(with_kind(old, kind), numbered=numbered)
    placed = _in_section(document, old, new)
    if placed is None:
        placed = change_paragraph(document, paragraph_id, lambda p: (new,))
    return renumbered(placed, paragraph_id)


def confirm(document: Document, paragraph_id: str) -> Document:
    """The document with the text of a paragraph and its sub-paragraphs no longer unchecked."""

    def confirmed(paragraph: Paragraph) -> Paragraph:
        origins = tuple(replace(each, unchecked=False) for each in paragraph.origins)
        children = tuple(confirmed(child) for child in paragraph.children)
        return replace(paragraph, origins=origins, children=children)

    return change_paragraph(document, paragraph_id, lambda old: (confirmed(old),))


def restart(document: Document, paragraph_id: str, *, restarts: bool) -> Document:
    """Let the numbers of the paragraphs below a heading begin again with 1, or run on."""
    heading = existing(document, paragraph_id)
    if heading.kind is not Kind.HEADING:
        raise EditRefused("edit.not-a-heading", id=paragraph_id)
    new = replace(heading, restarts=restarts)
    return renumbered(change_paragraph(document, paragraph_id, lambda p: (new,)), paragraph_id)


def _appended(part: Part, here: str, path: str, new: Paragraph) -> Part | None:
    if here == path:
        own = [i for i, b in enumerate(part.blocks) if isinstance(b, Paragraph)]
        at = own[-1] + 1 if own else 0
        return replace(part, blocks=(*part.blocks[:at], new, *part.blocks[at:]))
    paths = iter(child_paths(part, here))
    for at, block in enumerate(part.blocks):
        inner = _appended(block, next(paths), path, new) if isinstance(block, Part) else None
        if inner is not None:
            return replace(part, blocks=(*part.blocks[:at], inner, *part.blocks[at + 1 :]))
    return None


def _in_section(document: Document, old: Paragraph, new: Paragraph) -> Document | None:
    """`document` with `old` as `new` on the border of its new section; None if it may stay."""
    if {old.kind, new.kind} != {Kind.PREAMBULAR, Kind.OPERATIVE}:
        return None
    row = [each for each in siblings(document, old.id) if each.id != old.id]
    preamble = [each for each in row if each.kind is Kind.PREAMBULAR]
    operative = [each for each in row if each.kind is Kind.OPERATIVE]
    if operative and (new.kind is Kind.OPERATIVE or not preamble):
        return beside(document, new, operative[0].id, before=True)
    return beside(document, new, preamble[-1].id, before=False) if preamble else None

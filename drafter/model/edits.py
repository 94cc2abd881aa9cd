"""Edits: functions from document to document. Each raises `EditRefused` where it cannot apply.

Numbers are derived, so no edit touches them; an edit that restructures a part forgets the labels
that were read there. Words are never changed except where the edit says so, and every edit keeps
the document one that can be written and read: ids stand once, a mark has its note.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.note_edits import (
    add_note,
    check_marks,
    move_note,
    remove_note,
    set_note,
    without_orphans,
)
from drafter.model.rebuild import (
    ancestors,
    change_paragraph,
    neighbours,
    parent,
    renumbered,
    siblings,
)
from drafter.model.text import Text
from drafter.model.tree import Document, Kind, Paragraph, Part, child_paths

__all__ = [
    "add_child",
    "add_note",
    "append",
    "convert",
    "delete",
    "indent",
    "insert_after",
    "insert_before",
    "move",
    "move_note",
    "outdent",
    "remove_note",
    "restart",
    "set_note",
    "set_numbered",
    "set_text",
    "with_kind",
    "without_orphans",
]

MAX_LEVEL = 9
# The order in which a resolution's elements stand; other kinds may stand anywhere.
_RANK = {Kind.TITLE: 0, Kind.ENACTING: 1, Kind.PREAMBULAR: 2, Kind.OPERATIVE: 3}
# Kinds that stand alone: they neither hold sub-paragraphs nor become one.
SINGLE = frozenset({Kind.TITLE, Kind.ENACTING, Kind.HEADING, Kind.NOTE})


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


def set_numbered(document: Document, paragraph_id: str, *, numbered: bool) -> Document:
    """Give the paragraph or heading a number or label, or take it away."""
    changed = change_paragraph(document, paragraph_id, lambda p: (replace(p, numbered=numbered),))
    return renumbered(changed, paragraph_id)


def restart(document: Document, paragraph_id: str, *, restarts: bool) -> Document:
    """Let the numbers of the paragraphs below a heading begin again with 1, or run on."""
    heading = existing(document, paragraph_id)
    if heading.kind is not Kind.HEADING:
        raise EditRefused("edit.not-a-heading", id=paragraph_id)
    new = replace(heading, restarts=restarts)
    return renumbered(change_paragraph(document, paragraph_id, lambda p: (new,)), paragraph_id)


def with_kind(paragraph: Paragraph, kind: Kind) -> Paragraph:
    """The paragraph and its sub-paragraphs as another kind; continuations stay continuations."""
    own = paragraph.kind if paragraph.kind is Kind.CONTINUATION else kind
    children = tuple(with_kind(child, kind) for child in paragraph.children)
    restarts = paragraph.restarts and own is Kind.HEADING
    return replace(paragraph, kind=own, restarts=restarts, children=children)


# for the other modules of edits


def existing(document: Document, paragraph_id: str) -> Paragraph:
    """The paragraph with this id, or a refusal."""
    found = document.paragraph(paragraph_id)
    if found is None:
        raise EditRefused("edit.no-such-paragraph", id=paragraph_id)
    return found


def place_in(row: tuple[Paragraph, ...], paragraph_id: str) -> int:
    """Where the paragraph stands in its row, or a refusal."""
    for index, each in enumerate(row):
        if each.id == paragraph_id:
            return index
    raise EditRefused("edit.no-such-paragraph", id=paragraph_id)


def check_new(document: Document, new: Paragraph) -> None:
    """Refuse a new paragraph whose ids are taken or whose marks have no notes."""
    own = [each.id for each in new.walk()]
    taken = {each.id for _, each in document.walk()} & set(own)
    if taken or len(set(own)) < len(own):
        raise EditRefused("edit.duplicate-id", id=min(taken) if taken else new.id)
    check_marks(document, new)


def beside(document: Document, moving: Paragraph, anchor: str, *, before: bool) -> Document:
    """Take `moving` out and put it, as it is given, before or after the anchor."""
    taken = change_paragraph(document, moving.id, lambda p: ())
    changed = change_paragraph(taken, anchor, lambda p: (moving, p) if before else (p, moving))
    return renumbered(changed, moving.id)


def check_depth(document: Document, holder: str, moving: Paragraph) -> None:
    """Refuse to put `moving` under `holder` if that would nest deeper than files may."""
    if len(ancestors(document, holder)) + 1 + _height(moving) > MAX_LEVEL:
        raise EditRefused("edit.too-deep", id=moving.id, limit=MAX_LEVEL)


def _own_paragraph(paragraph: Paragraph, kind: Kind) -> Paragraph:
    if paragraph.kind is not Kind.CONTINUATION:
        return with_kind(paragraph, kind)
    return with_kind(replace(paragraph, kind=kind, numbered=True), kind)


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


def _under(document: Document, moving: Paragraph, above: Paragraph) -> Document:
    """Take `moving` out and make it the last sub-paragraph of `above`; its kind follows."""
    check_depth(document, above.id, moving)
    child = with_kind(moving, above.kind)
    taken = change_paragraph(document, moving.id, lambda p: ())
    changed = change_paragraph(
        taken, above.id, lambda p: (replace(p, children=(*p.children, child)),)
    )
    return renumbered(changed, moving.id)


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


def _height(paragraph: Paragraph) -> int:
    return 1 + max((_height(child) for child in paragraph.children), default=0)

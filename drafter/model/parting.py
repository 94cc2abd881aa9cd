"""Corrections of where parts begin: an annex that was not seen, a part that is none.

The words stay in their order: what headed a part is its heading, or a paragraph again.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.edit_checks import existing
from drafter.model.rebuild import parent
from drafter.model.text import Text
from drafter.model.tree import (
    Document,
    DocumentType,
    Kind,
    Paragraph,
    Part,
    PartKind,
    child_paths,
)

# Parts whose first paragraph is their printed heading ("Annex II", "A").
_HEADED = frozenset({PartKind.ANNEX, PartKind.APPENDIX, PartKind.LETTERED})
_ROOTS = {
    DocumentType.COMMITTEE_REPORT: PartKind.REPORT,
    DocumentType.DRAFT_DECISION: PartKind.DECISION,
    DocumentType.DECISION: PartKind.DECISION,
}
_WHOLE = frozenset({PartKind.RESOLUTION, PartKind.DECISION, PartKind.REPORT})
Blocks = tuple[Paragraph | Part, ...]


def begin_part(document: Document, paragraph_id: str, kind: PartKind) -> Document:
    """A new part from this paragraph on, up to the next part that was there already.

    An annex begun inside an annex stands after it and takes all that follows. A heading, and
    whatever begins an annex, appendix or lettered part, becomes the heading of the part.
    """
    first = existing(document, paragraph_id)
    if parent(document, paragraph_id) is not None:
        raise EditRefused("edit.not-outermost", id=paragraph_id)
    return replace(document, root=_with_part(document.root, first, kind))


def dissolve_part(document: Document, path: str) -> Document:
    """The paragraphs of the part at `path` in the part around it; its heading is one of them."""
    if path == document.root.kind.value:
        raise EditRefused("edit.whole-document", part=path)
    new = f"{path}/was-heading"
    taken = {p.id for _, p in document.walk()}
    while new in taken:
        new += "-"
    root = _without_part(document.root, document.root.kind.value, path, new)
    if root == document.root:
        raise EditRefused("edit.no-such-part", part=path)
    return replace(document, root=root)


def of_type(document: Document, kind: DocumentType) -> Document:
    """The document as one of another type; its whole is a report, a decision or a resolution."""
    if kind is document.type:
        return document
    root = document.root
    if root.kind in _WHOLE:
        root = replace(root, kind=_ROOTS.get(kind, PartKind.RESOLUTION))
    old, new = document.root.kind.value, root.kind.value
    adopted = tuple((new + path.removeprefix(old), s) for path, s in document.adopted_as)
    return replace(document, type=kind, root=root, adopted_as=adopted)


def _with_part(part: Part, first: Paragraph, kind: PartKind) -> Part:
    blocks: list[Paragraph | Part] = []
    for at, block in enumerate(part.blocks):
        if isinstance(block, Part):
            blocks += _inside(block, first, kind)
        elif block.id == first.id:
            rest = part.blocks[at:]
            end = next((i for i, b in enumerate(rest) if isinstance(b, Part)), len(rest))
            return replace(part, blocks=(*blocks, _begun(rest[:end], kind), *rest[end:]))
        else:
            blocks.append(block)
    return replace(part, blocks=tuple(blocks))


def _inside(part: Part, first: Paragraph, kind: PartKind) -> Blocks:
    """`part` with the new one in it or, being of the same kind, after it."""
    at = next((i for i, b in enumerate(part.blocks) if b == first), None)
    if at is None or kind is not part.kind:
        return (_with_part(part, first, kind),)
    return replace(part, blocks=part.blocks[:at]), _begun(part.blocks[at:], kind)


def _begun(blocks: Blocks, kind: PartKind) -> Part:
    first = blocks[0]
    heads = isinstance(first, Paragraph) and not first.children
    if isinstance(first, Paragraph) and heads and (kind in _HEADED or first.kind is Kind.HEADING):
        words = " ".join(filter(None, (first.label_read, first.text.plain())))
        if not first.text.notes:
            return Part(kind, blocks[1:], words)
    return Part(kind, blocks)


def _without_part(part: Part, here: str, path: str, new: str) -> Part:
    paths = iter(child_paths(part, here))
    blocks: list[Paragraph | Part] = []
    for block in part.blocks:
        if not isinstance(block, Part):
            blocks.append(block)
            continue
        child = next(paths)
        if child == path:
            blocks += _freed(block, new)
        else:
            blocks.append(_without_part(block, child, path, new))
    return replace(part, blocks=tuple(blocks))


def _freed(part: Part, new: str) -> Blocks:
    if not part.heading_read:
        return part.blocks
    heading = Paragraph(new, Kind.HEADING, Text.of(part.heading_read), numbered=False)
    return (heading, *part.blocks)

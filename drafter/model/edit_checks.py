"""What every edit asks before it changes anything, and what it refuses."""

from __future__ import annotations

from drafter.errors import EditRefused
from drafter.model.note_edits import check_marks
from drafter.model.rebuild import ancestors
from drafter.model.tree import Document, Kind, Paragraph

MAX_LEVEL = 9
# Kinds that stand alone: they neither hold sub-paragraphs nor become one.
SINGLE = frozenset({Kind.TITLE, Kind.ENACTING, Kind.HEADING, Kind.NOTE})


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


def check_depth(document: Document, holder: str, moving: Paragraph) -> None:
    """Refuse to put `moving` under `holder` if that would nest deeper than files may."""
    if len(ancestors(document, holder)) + 1 + _height(moving) > MAX_LEVEL:
        raise EditRefused("edit.too-deep", id=moving.id, limit=MAX_LEVEL)


def _height(paragraph: Paragraph) -> int:
    return 1 + max((_height(child) for child in paragraph.children), default=0)

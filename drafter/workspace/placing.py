"""Where a new paragraph goes, given the cursor and what it is.

Preambular paragraphs belong to the preamble and operative ones to the operative part, wherever the
cursor stands; what comes from a declaration or an annex takes the kind of what it is put beside.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.errors import EditRefused
from drafter.model.drafted import main_part
from drafter.model.tree import RECOMMENDED, Document, Kind, Paragraph, Part, PartKind

_BODIES = RECOMMENDED | {PartKind.RESOLUTION, PartKind.LETTERED}
_SECTIONED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})
_RUNNING = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.REPORT})
_ORDER = (Kind.TITLE, Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE)


@dataclass(frozen=True, slots=True)
class Spot:
    """`relation` (after, before, under, end) to `anchor`, and the kind the paragraph takes there.

    The anchor of "end" is a part path; otherwise it is the id of a paragraph.
    """

    relation: str
    anchor: str
    kind: Kind
    part: str


def spot(document: Document, kind: Kind, after: str | None, *, sub: bool = False) -> Spot:
    """The spot for a new paragraph of `kind` when the cursor stands on `after`.

    `after` is the id of a paragraph, of a part's heading, or None for the main part. `sub` says
    that the new one was a sub-paragraph: it joins the sub-paragraphs at the cursor, if any.
    """
    path, part, row = _cursor(document, after)
    if not row:
        return _in_part(path, part, kind, at_start=after is not None)
    top, cursor = row[0], row[-1]
    if sub and (len(row) > 1 or cursor.children):
        relation = "after" if len(row) > 1 else "under"
        return Spot(relation, cursor.id, top.kind, path)
    if part.kind in _BODIES and kind in _SECTIONED and top.kind is not kind:
        return _in_section(path, part, kind)
    taken = top.kind if kind in _RUNNING and top.kind in _RUNNING else kind
    return Spot("after", top.id, taken, path)


def beside(document: Document, kind: Kind, after: str | None) -> Spot:
    """The spot for a newly written paragraph: at the depth of the cursor, if it may stand there."""
    path, _, row = _cursor(document, after)
    if len(row) > 1 and kind in {row[0].kind, Kind.CONTINUATION}:
        return Spot("after", row[-1].id, kind, path)
    return spot(document, kind, after)


def _cursor(document: Document, after: str | None) -> tuple[str, Part, tuple[Paragraph, ...]]:
    """The part of the cursor, and the paragraphs from the top one down to it."""
    if after is None:
        return *main_part(document), ()
    for path, part in document.parts():
        if after in (path, f"{path}/heading"):
            return path, part, ()
        for top in part.paragraphs:
            row = _row(top, after)
            if row:
                return path, part, row
    raise EditRefused("edit.no-such-paragraph", id=after)


def _row(paragraph: Paragraph, wanted: str) -> tuple[Paragraph, ...]:
    if paragraph.id == wanted:
        return (paragraph,)
    for child in paragraph.children:
        inner = _row(child, wanted)
        if inner:
            return (paragraph, *inner)
    return ()


def _in_part(path: str, part: Part, kind: Kind, *, at_start: bool) -> Spot:
    if part.kind in _BODIES and kind in _ORDER:
        return _in_section(path, part, kind)
    if at_start and part.paragraphs:
        return Spot("before", part.paragraphs[0].id, kind, path)
    return Spot("end", path, kind, path)


def _in_section(path: str, part: Part, kind: Kind) -> Spot:
    """After the last paragraph that comes no later than `kind` in a resolution."""
    rank = _ORDER.index(kind)
    before = [p for p in part.paragraphs if p.kind not in _ORDER or _ORDER.index(p.kind) <= rank]
    own = [p for p in part.paragraphs if p.kind is kind] or [p for p in before if p.kind in _ORDER]
    if own:
        return Spot("after", own[-1].id, kind, path)
    if part.paragraphs:
        return Spot("before", part.paragraphs[0].id, kind, path)
    return Spot("end", path, kind, path)

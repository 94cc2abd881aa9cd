"""A draft against its base: what every paragraph is to it, what was dropped, how that comes back.

The base in a draft is the whole source, perhaps a committee's report: only the part that is drafted
is compared, its ids as those of a draft on it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING

from drafter.errors import EditRefused
from drafter.languages import Language
from drafter.model.drafted import main_part
from drafter.model.rebuild import ancestors, siblings
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Base, Document, Note, Paragraph
from drafter.model.view import DocumentView, view
from drafter.workspace.extracting import extracted, with_origins
from drafter.workspace.inserting import NewId
from drafter.workspace.steps import Insert

if TYPE_CHECKING:
    from drafter.compare.documents import Comparison

_KEPT_PARTS = 4


class Standing(StrEnum):
    """What a paragraph is to the base: its value is its mark in the margin."""

    KEPT = "="
    CHANGED = "≈"
    NEW = "+"
    DROPPED = "−"
    MOVED = "↷"


_OF_STATE = {
    "kept": Standing.KEPT,
    "changed": Standing.CHANGED,
    "new": Standing.NEW,
    "moved": Standing.MOVED,
    "split": Standing.CHANGED,
    "fused": Standing.CHANGED,
}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A paragraph of the base that the draft has not, named with its label there.

    `after` is the element of the draft that stood before it, "" where it stood first.
    """

    base_id: str
    label: str
    text: Text
    after: str


@dataclass(frozen=True, slots=True)
class Against:
    """A draft against its base.

    `base` is the part of the base that is drafted, numbered; `marks` has the standing of
    every paragraph of the draft, by id; `dropped` the outermost paragraphs that
    are gone, in the order of the base; `partners` the id in the draft of every paragraph of the
    base that is still there, those that moved in `moved`.
    """

    symbol: str
    comparison: Comparison
    base: DocumentView
    marks: Mapping[str, Standing]
    dropped: tuple[Dropped, ...]
    partners: Mapping[str, str]
    moved: frozenset[str]

    def count(self, standing: Standing) -> int:
        """How many paragraphs have this standing; sub-paragraphs count, too."""
        if standing is Standing.DROPPED:
            return len(self.dropped)
        return sum(each is standing for each in self.marks.values())


def against_base(document: Document, language: Language) -> Against | None:
    """The draft against its base; None for a draft without one."""
    from drafter.compare.documents import RowState, compare_documents

    if document.base is None:
        return None
    base = view(base_part(document.base), language.conventions)
    compared = compare_documents(base.document, document, language)
    elements = {each.id for _, each in document.walk()}
    states = ((each, row.state) for row in compared.rows for each in row.b if each in elements)
    marks = {each: _OF_STATE[state] for each, state in states}
    partners: dict[str, str] = {}
    moved: set[str] = set()
    for row in compared.rows:
        for at, old in enumerate(row.a if row.b else ()):
            partners[old] = row.b[min(at, len(row.b) - 1)]
            moved.update((old,) if row.state is RowState.MOVED else ())
    gone = {old for row in compared.rows if not row.b for old in row.a}
    dropped = tuple(_dropped(base, gone, partners, moved))
    return Against(document.base.symbol, compared, base, marks, dropped, partners, frozenset(moved))


def _dropped(
    base: DocumentView, gone: set[str], partners: Mapping[str, str], moved: set[str]
) -> list[Dropped]:
    found: list[Dropped] = []
    last = ""
    for element in base.elements:
        above = ancestors(base.document, element.id) if element.id in gone else ()
        if element.id in gone and not any(each.id in gone for each in above):
            found.append(Dropped(element.id, element.label, element.text, last))
        if element.id in partners and element.id not in moved:
            last = partners[element.id]
    return found


class _Parts:
    """The drafted parts of the bases that were last asked for, by their hash."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, int], Document] = OrderedDict()
        self._lock = Lock()

    def of(self, base: Base) -> Document:
        key = (base.sha256, id(base.document))
        with self._lock:
            if key not in self._held:
                self._held[key] = part_of(base.document)
                while len(self._held) > _KEPT_PARTS:
                    self._held.popitem(last=False)
            self._held.move_to_end(key)
            return self._held[key]


def part_of(source: Document, *, unchecked: bool = False) -> Document:
    """The part of a source that is drafted, as a document whose paragraphs say where they are
    from, and whether that is `unchecked`."""
    path, _ = main_part(source)
    return with_origins(extracted(source, path), source, unchecked=unchecked)


_PARTS = _Parts()
base_part = _PARTS.of


def restored(document: Document, against: Against, base_id: str, fresh: NewId) -> Insert:
    """The edit that puts a dropped paragraph back where it stood, with its origins, its notes and
    those of its sub-paragraphs that are gone as well.

    Ids are those of the base unless something else has them by now; `fresh` gives others. Raises
    `EditRefused` for a paragraph that was not dropped, or whose parent was. It is unchecked if
    anything that the draft has of its base still is.
    """
    source = against.base.document
    gone = {each.base_id for each in against.dropped}
    paragraph = source.paragraph(base_id)
    if paragraph is None or base_id not in gone:
        raise EditRefused("workspace.not-dropped", id=base_id)
    new, notes = _again(paragraph, source, document, against.partners, fresh)
    relation, anchor = _old_place(document, against, base_id)
    return Insert(new, notes, relation, anchor)


def _again(
    paragraph: Paragraph,
    source: Document,
    document: Document,
    partners: Mapping[str, str],
    fresh: NewId,
) -> tuple[Paragraph, tuple[Note, ...]]:
    taken = {each.id for _, each in document.walk()}
    held = {note.id for note in document.notes}
    names: dict[str, str] = {}
    notes: list[Note] = []
    unchecked = {o.symbol for _, each in document.walk() for o in each.origins if o.unchecked}

    def copy(old: Paragraph) -> Paragraph:
        for each in old.text.notes:
            note = source.note(each)
            if note is not None and each not in names:
                names[each] = fresh("n") if each in held else each
                notes.append(replace(note, id=names[each]))
        children = tuple(copy(child) for child in old.children if child.id not in partners)
        own = fresh("new") if old.id in taken else old.id
        text = with_names(old.text, names)
        origins = tuple(replace(o, unchecked=o.symbol in unchecked) for o in old.origins)
        return replace(old, id=own, text=text, children=children, origins=origins)

    return copy(paragraph), tuple(notes)


def with_names(text: Text, names: Mapping[str, str]) -> Text:
    """The text with its notes called otherwise."""
    spans = (
        Span(names.get(span.text, span.text), span.kind) if span.kind is SpanKind.NOTE else span
        for span in text.spans
    )
    return Text.of(*spans)


def _old_place(document: Document, against: Against, base_id: str) -> tuple[str, str]:
    """Beside the nearest of its like that stayed, else under its parent, else in its part."""
    source = against.base.document
    row = [each.id for each in siblings(source, base_id)]
    at = row.index(base_id)
    above = ancestors(source, base_id)
    parent = against.partners.get(above[-1].id, "") if above else ""
    there = _children_of(document, parent) if above else None
    for relation, near in (("after", row[at - 1 :: -1] if at else []), ("before", row[at + 1 :])):
        for staying in (True, False):
            for each in near:
                partner = against.partners.get(each, "")
                fits = partner in there if there is not None else _is_outermost(document, partner)
                if partner and fits and (each not in against.moved or not staying):
                    return relation, partner
    if parent:
        return "under", parent
    paths = {each for each, _ in document.parts()}
    path = next(path for path, each in source.walk() if each.id == base_id)
    return "end", path if path in paths else document.root.kind.value


def _children_of(document: Document, parent: str) -> frozenset[str]:
    paragraph = document.paragraph(parent)
    return frozenset(each.id for each in paragraph.children) if paragraph else frozenset()


def _is_outermost(document: Document, element: str) -> bool:
    return any(each.id == element for _, part in document.parts() for each in part.paragraphs)

"""One part of a document as a document of its own: the draft inside a committee's report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.errors import UsageError
from drafter.model.provenance import Origin, Stage
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.workspace.inserting import Source, origin

_ROOTS = {PartKind.DRAFT: PartKind.RESOLUTION, PartKind.LETTERED: PartKind.RESOLUTION}
_TYPES = {
    PartKind.DECISION: DocumentType.DRAFT_DECISION,
    PartKind.REPORT: DocumentType.COMMITTEE_REPORT,
}
_LANGUAGE_OF_RESOLUTIONS = frozenset(
    {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.CONTINUATION}
)


@dataclass(frozen=True, slots=True)
class Extract:
    """A part that was taken out: `old` is its path in the document it came from."""

    document: Document
    old: str


def extracted(document: Document, path: str) -> Extract:
    """The part at `path` as a document: ids follow, its notes come with it.

    Raises `UsageError` naming the parts there are.
    """
    part = dict(document.parts()).get(path)
    if part is None:
        known = ", ".join(each for each, _ in document.parts())
        raise UsageError("workspace.no-such-part", part=path, known=known)
    kind = _ROOTS.get(part.kind, part.kind)
    moved = replace(_moved(part, path, kind.value), kind=kind, heading_read="")
    whole = replace(
        document,
        type=document.type if path == document.root.kind.value else _type(kind),
        root=moved,
        adopted_as=tuple(
            (kind.value + where.removeprefix(path), symbol)
            for where, symbol in document.adopted_as
            if _within(where, path)
        ),
    )
    return Extract(replace(whole, notes=_marked(whole)), path)


def with_origins(extract: Extract, source: Document, *, unchecked: bool = False) -> Document:
    """The extract with the paragraph of `source` that each of its paragraphs was taken from.

    A source without a symbol cannot be cited and gives no origins. `unchecked` says that nobody
    has compared it with the document it was read from.
    """
    paths = {p.id: path for path, p in source.walk()}
    originals = {p.id: p for _, p in source.walk()}
    root = extract.document.root.kind.value

    def of(paragraph: Paragraph) -> Paragraph:
        children = tuple(of(child) for child in paragraph.children)
        old = originals[extract.old + paragraph.id.removeprefix(root)]
        origins: tuple[Origin, ...] = ()
        if paragraph.kind in _LANGUAGE_OF_RESOLUTIONS and source.masthead.symbol:
            origins = (origin(old, _source(source, paths[old.id], unchecked=unchecked)),)
        return replace(paragraph, children=children, origins=origins, label_read="")

    def within(part: Part) -> Part:
        blocks = tuple(within(b) if isinstance(b, Part) else of(b) for b in part.blocks)
        return replace(part, blocks=blocks)

    return replace(extract.document, root=within(extract.document.root))


def _source(document: Document, path: str, *, unchecked: bool) -> Source:
    adopted = [symbol for where, symbol in document.adopted_as if _within(path, where)]
    stage = Stage(document.stage) if document.stage in set(Stage) else Stage.UNKNOWN
    return Source(document.masthead.symbol, path, stage, adopted[-1] if adopted else "", unchecked)


def _moved(part: Part, old: str, new: str) -> Part:
    def renamed(paragraph: Paragraph) -> Paragraph:
        children = tuple(renamed(child) for child in paragraph.children)
        return replace(paragraph, id=new + paragraph.id.removeprefix(old), children=children)

    blocks = tuple(
        _moved(block, old, new) if isinstance(block, Part) else renamed(block)
        for block in part.blocks
    )
    return replace(part, blocks=blocks)


def _marked(document: Document) -> tuple[Note, ...]:
    marked = {note for _, p in document.walk() for note in p.text.notes}
    return tuple(note for note in document.notes if note.id in marked)


def _type(kind: PartKind) -> DocumentType:
    return _TYPES.get(kind, DocumentType.DRAFT_RESOLUTION)


def _within(path: str, outer: str) -> bool:
    return path == outer or path.startswith(f"{outer}/")

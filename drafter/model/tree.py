"""The document: a tree of parts holding paragraphs, their sub-paragraphs and the notes.

Each part restarts paragraph numbers. Sections are headings and restart nothing (A/RES/78/245), but
for those that say so, as in resolutions on the budget and the common system (A/C.5/80/L.17).
Footnote numbers run on through annexes and appendices and restart only in a draft embedded in a
report (A/79/439/Add.2 has its own note 1 and the draft's notes 1-23).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from drafter.model.masthead import Masthead
from drafter.model.provenance import Origin, Proposal, Status, Waiver
from drafter.model.text import EMPTY, Text


class Kind(StrEnum):
    """What a paragraph is; sub-paragraphs keep their parent's kind."""

    TITLE = "title"
    ENACTING = "enacting"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    DECLARATION = "declaration"
    PROSE = "prose"
    REPORT = "report"
    HEADING = "heading"
    CONTINUATION = "continuation"
    NOTE = "note"


NUMBERED_KINDS = frozenset({Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE, Kind.REPORT})


class PartKind(StrEnum):
    """What a part is. Its value is the segment of the part path in the contract.

    A draft resolution in a report is a `DRAFT`, a draft decision in a report a `DECISION`: each are
    counted by themselves.
    """

    RESOLUTION = "resolution"
    DECISION = "decision"
    REPORT = "report"
    DRAFT = "draft"
    DECLARATION = "declaration"
    ANNEX = "annex"
    APPENDIX = "appendix"
    LETTERED = "part"


# What a committee's report recommends for adoption.
RECOMMENDED = frozenset({PartKind.DRAFT, PartKind.DECISION})


class DocumentType(StrEnum):
    """The documents a text becomes on its way, and those that change or accompany it: an addendum
    adds sponsors, a chair's text replaces a draft after informal consultations, oral revisions are
    the sheet read out in the meeting, a corrigendum mends words, `OTHER` is what a masthead names
    otherwise."""

    DRAFT_RESOLUTION = "draft-resolution"
    REVISED_DRAFT = "revised-draft-resolution"
    CHAIRS_TEXT = "chairs-text"
    DRAFT_DECISION = "draft-decision"
    AMENDMENTS = "amendments"
    ORAL_REVISIONS = "oral-revisions"
    COMMITTEE_REPORT = "committee-report"
    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "presidential-statement"
    ADDENDUM = "addendum"
    CORRIGENDUM = "corrigendum"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its sub-paragraphs.

    `numbered` says whether it takes a number or label (a chapeau does not; the sole operative
    paragraph loses its number in the view only). `label_read` is the label as printed in the file
    it was read from, kept until its part is restructured, so that gaps can be reported.
    `label_fixed` is the label frozen for a negotiation ("7 bis"). `restarts` on a heading says that
    the numbers of the paragraphs below it begin again with 1.
    """

    id: str
    kind: Kind
    text: Text = EMPTY
    children: tuple[Paragraph, ...] = ()
    numbered: bool = True
    restarts: bool = False
    label_read: str = ""
    label_fixed: str = ""
    origins: tuple[Origin, ...] = ()
    status: Status = Status()
    proposals: tuple[Proposal, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def walk(self) -> Iterator[Paragraph]:
        """This paragraph, then its sub-paragraphs at every depth, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Part:
    """A part: paragraphs and further parts in document order.

    `heading_read` is its heading as read ("附录一", "Draft resolution I"), empty for none.
    """

    kind: PartKind
    blocks: tuple[Paragraph | Part, ...] = ()
    heading_read: str = ""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that stand directly in this part."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that stand directly in this part."""
        return tuple(block for block in self.blocks if isinstance(block, Part))


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; its number is derived from where its mark stands.

    `text` stands on its own, never as ibid. `work` is the leading stretch of `text` that the note
    may share with the one before it; the view prints ibid./同上 for it when it does
    (Editorial Manual, "Footnotes"). `mark` is "*" for a document-level note, else empty.
    """

    id: str
    text: Text
    mark: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """The text a draft departs from, carried inside the draft: one file is enough."""

    symbol: str
    sha256: str
    document: Document


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `stage` and `adopted_as` (part path → symbol) tell how far it came."""

    type: DocumentType
    language: str
    root: Part
    masthead: Masthead = Masthead()
    notes: tuple[Note, ...] = ()
    stage: str = ""
    adopted_as: tuple[tuple[str, str], ...] = ()
    base: Base | None = None
    round: int = 0
    concordance: tuple[tuple[str, str], ...] = field(default=())

    def walk(self) -> Iterator[tuple[str, Paragraph]]:
        """Every paragraph and sub-paragraph with the path of its part, in document order."""
        yield from _walk(self.root, self.root.kind.value)

    def parts(self) -> Iterator[tuple[str, Part]]:
        """Every part with its path, parents before children."""
        yield from _parts(self.root, self.root.kind.value)

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """The paragraph with this id, at any depth."""
        return _found(self.root.blocks, paragraph_id)

    def note(self, note_id: str) -> Note | None:
        """The note with this id."""
        return next((note for note in self.notes if note.id == note_id), None)


def child_paths(part: Part, path: str) -> tuple[str, ...]:
    """The paths of the parts directly in `part`: annex-1, appendix-2, draft-1, part-1; the first
    declaration is plain `declaration`."""
    counts: dict[PartKind, int] = {}
    paths: list[str] = []
    for child in part.parts:
        count = counts[child.kind] = counts.get(child.kind, 0) + 1
        plain = child.kind is PartKind.DECLARATION and count == 1
        paths.append(f"{path}/{child.kind.value}" + ("" if plain else f"-{count}"))
    return tuple(paths)


def _found(blocks: Iterable[Paragraph | Part], paragraph_id: str) -> Paragraph | None:
    for block in blocks:
        if isinstance(block, Paragraph) and block.id == paragraph_id:
            return block
        below = block.children if isinstance(block, Paragraph) else block.blocks
        found = _found(below, paragraph_id) if below else None
        if found is not None:
            return found
    return None


def _walk(part: Part, path: str) -> Iterator[tuple[str, Paragraph]]:
    inner = iter(child_paths(part, path))
    for block in part.blocks:
        if isinstance(block, Part):
            yield from _walk(block, next(inner))
        else:
            for paragraph in block.walk():
                yield path, paragraph


def _parts(part: Part, path: str) -> Iterator[tuple[str, Part]]:
    yield path, part
    for child, child_path in zip(part.parts, child_paths(part, path), strict=True):
        yield from _parts(child, child_path)

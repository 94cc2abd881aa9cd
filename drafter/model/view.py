"""The numbered view of a document: labels, note numbers and ibid. worked out, nothing stored.

Checks, writers and both skins read this; none of them counts for itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.model.conventions import Conventions, LabelStyle
from drafter.model.footnotes import NoteView, numbered_notes
from drafter.model.numbering import count, label, number_of
from drafter.model.text import Text
from drafter.model.tree import (
    NUMBERED_KINDS,
    RECOMMENDED,
    Document,
    Kind,
    Paragraph,
    Part,
    PartKind,
    child_paths,
)

_PRINTED_HEADINGS = frozenset({*RECOMMENDED, PartKind.ANNEX, PartKind.APPENDIX, PartKind.LETTERED})


@dataclass(frozen=True, slots=True)
class ElementView:
    """One element as it prints.

    `label` is derived (or frozen by the negotiation), `label_read` what the file printed;
    `level` is 1 for headings and paragraphs, 2 and more for sub-paragraphs; `marks` are the printed
    footnote marks as (offset in the plain text, mark). A part's own heading ("附录一") is an
    element without a `paragraph`; its id is the part path and "/heading". `section` counts the
    sections of the part up to here whose paragraphs begin again with 1.
    """

    id: str
    part: str
    kind: Kind
    label: str
    label_read: str
    level: int
    text: Text
    marks: tuple[tuple[int, str], ...] = ()
    paragraph: Paragraph | None = None
    section: int = 0

    @property
    def opening(self) -> str:
        """The opening words."""
        return self.text.opening


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The whole document as it prints, in document order."""

    document: Document
    conventions: Conventions
    elements: tuple[ElementView, ...]
    notes: tuple[NoteView, ...]
    _elements: dict[str, ElementView] = field(init=False, repr=False, compare=False)
    _notes: dict[str, NoteView] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_elements", {each.id: each for each in self.elements})
        object.__setattr__(self, "_notes", {each.id: each for each in self.notes})

    def element(self, element_id: str) -> ElementView | None:
        """The element with this id."""
        return self._elements.get(element_id)

    def note(self, note_id: str) -> NoteView | None:
        """The note with this id, if any mark points to it."""
        return self._notes.get(note_id)


def view(document: Document, conventions: Conventions) -> DocumentView:
    """`document` numbered by `conventions`."""
    bare = tuple(_of_part(document.root, document.root.kind.value, "", conventions))
    notes = numbered_notes(document, conventions)
    printed = {note.id: note.number for note in notes}
    elements = tuple(_marked(element, printed) for element in bare)
    return DocumentView(document, conventions, elements, notes)


def _marked(element: ElementView, printed: dict[str, str]) -> ElementView:
    marks = tuple((offset, printed.get(note, "?")) for offset, note in element.text.marks)
    if not marks:
        return element
    return ElementView(
        element.id, element.part, element.kind, element.label, element.label_read,
        element.level, element.text, marks, element.paragraph, element.section,
    )  # fmt: skip


def _of_part(part: Part, path: str, heading: str, rules: Conventions) -> Iterator[ElementView]:
    if heading or part.heading_read:
        printed = heading or part.heading_read
        yield ElementView(
            f"{path}/heading", path, Kind.HEADING, printed, part.heading_read, 1, Text.of(printed)
        )
    counts = _Counts(part, rules)
    paths = iter(zip(child_paths(part, path), part_headings(part, rules), strict=True))
    for block in part.blocks:
        if isinstance(block, Part):
            child_path, child_heading = next(paths)
            yield from _of_part(block, child_path, child_heading, rules)
        else:
            place = _Place(path, counts.section_of(block))
            yield _element(block, place, counts.label(block), 1)
            yield from _of_children(block, place, 2, rules)


def _of_children(
    parent: Paragraph, place: _Place, level: int, rules: Conventions
) -> Iterator[ElementView]:
    number = 0
    for child in parent.children:
        printed = ""
        if child.kind is not Kind.CONTINUATION and child.numbered:
            style = rules.levels[min(level - 1, len(rules.levels) - 1)]
            number += _counts(child, style)
            printed = label(style, max(number, 1))
        yield _element(child, place, printed, level)
        yield from _of_children(child, place, level + 1, rules)


def _element(paragraph: Paragraph, place: _Place, printed: str, level: int) -> ElementView:
    return ElementView(
        paragraph.id, place.part, paragraph.kind, paragraph.label_fixed or printed,
        paragraph.label_read, level, paragraph.text, (), paragraph, place.section,
    )  # fmt: skip


def _counts(paragraph: Paragraph, style: LabelStyle) -> bool:
    """Whether a numbered paragraph takes a number: one put in between (7 bis) takes none."""
    fixed = paragraph.label_fixed
    return not fixed or number_of(style, fixed) > 0


@dataclass(frozen=True, slots=True)
class _Place:
    part: str
    section: int


class _Counts:
    """Running numbers of one part; headings count by themselves."""

    def __init__(self, part: Part, rules: Conventions) -> None:
        self._rules = rules
        self._operatives = _operatives(part)
        self._all_operatives = sum(self._operatives.values())
        self._section = 0
        self._paragraphs = 0
        self._sections = 0

    def section_of(self, paragraph: Paragraph) -> int:
        """The section that the paragraph, which is the next to be labelled, stands in."""
        if paragraph.restarts:
            self._section += 1
            self._paragraphs = 0
        return self._section

    def label(self, paragraph: Paragraph) -> str:
        rules = self._rules
        if not paragraph.numbered:
            return ""
        if paragraph.kind is Kind.HEADING:
            self._sections += 1
            return label(rules.section, self._sections)
        if paragraph.kind not in NUMBERED_KINDS or self._is_sole(paragraph):
            return ""
        self._paragraphs += _counts(paragraph, rules.levels[0])
        return label(rules.levels[0], max(self._paragraphs, 1))

    def _is_sole(self, paragraph: Paragraph) -> bool:
        """Whether it is the only operative paragraph, of the part or of a section that counts by
        itself. There one that was printed with a number keeps it: it shows where numbers begin."""
        if paragraph.kind is not Kind.OPERATIVE:
            return False
        if self._all_operatives == 1:
            return True
        alone = self._operatives[self._section] == 1
        return bool(self._section) and alone and not paragraph.label_read


def _operatives(part: Part) -> Counter[int]:
    """How many operative paragraphs with a number stand in each section that counts by itself."""
    section, found = 0, Counter[int]()
    for each in part.paragraphs:
        section += each.restarts
        found[section] += each.kind is Kind.OPERATIVE and each.numbered
    return found


def part_headings(part: Part, rules: Conventions) -> tuple[str, ...]:
    """The printed heading of each part directly in `part`: 附件, 附录一, 附录二; empty for none.

    A single annex or appendix is not counted; a single draft resolution in a report has no heading.
    """
    headed = {child.kind for child in part.parts if child.heading_read}
    listed = [child for child in part.parts if not _is_quoted(child, headed)]
    totals = Counter(child.kind for child in listed)
    seen: Counter[PartKind] = Counter()
    headings: list[str] = []
    for child in part.parts:
        if _is_quoted(child, headed):
            headings.append("")
            continue
        seen[child.kind] += 1
        headings.append(_heading(child, seen[child.kind], totals[child.kind], rules))
    return tuple(headings)


def _is_quoted(part: Part, headed: set[PartKind]) -> bool:
    """Whether a report only quotes this draft, as it was introduced: those that it recommends were
    read with headings, this one without."""
    return part.kind in RECOMMENDED and part.kind in headed and not part.heading_read


def _heading(part: Part, number: int, total: int, rules: Conventions) -> str:
    word = rules.part_word(part.kind.value)
    if part.kind not in _PRINTED_HEADINGS:
        return ""
    if part.kind is PartKind.LETTERED:
        return count(rules.letter_counter, number)
    if total == 1:
        return "" if part.kind is PartKind.DRAFT else word
    return f"{word}{rules.part_space}{count(rules.part_counter, number)}"

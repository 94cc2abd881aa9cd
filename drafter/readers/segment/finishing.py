"""The tree under construction to a document: ids, texts, notes and their checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.languages import Language, canonical
from drafter.model.findings import Place
from drafter.model.footnotes import NoteView, numbered_notes, scope
from drafter.model.ibid import after_ibid, standing_alone
from drafter.model.numbering import number_of
from drafter.model.places import Places
from drafter.model.text import Text
from drafter.model.tree import Document, Kind, Note, Paragraph, Part, child_paths
from drafter.readers.segment.anchors import Anchor, Anchored
from drafter.readers.segment.branches import Branch
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.labels import is_put_in
from drafter.readers.segment.nesting import Node
from drafter.readers.segment.note_blocks import RawNote
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.roles import ROW
from drafter.readers.segment.texts import Mark, text_of, vocabulary_of, with_emphasis, with_opening

_SET_APART = frozenset({Kind.TITLE, Kind.HEADING, Kind.ENACTING})  # their style may be italic
_OPENED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION})

# Sections that may be missing between two: more, and "C." would be the hundredth.
_SECTIONS_LOST = 9


class Finishing:
    """Texts and ids for the paragraphs of one document."""

    def __init__(
        self, raws: Sequence[Raw], notes: Sequence[RawNote], marks: Anchored, language: Language
    ) -> None:
        self._language = language
        self._notes = notes
        self._known = vocabulary_of(raws)
        self._index = {id(raw): i for i, raw in enumerate(raws)}
        order = [a.note for a in marks.anchors] + list(marks.unmarked)
        self._ids = {note: f"n{i}" for i, note in enumerate(dict.fromkeys(order), 1)}
        self._marks: dict[int, list[Anchor]] = {}
        for anchor in marks.anchors:
            self._marks.setdefault(anchor.paragraph, []).append(anchor)
        self._places: list[Place] = []
        self._sections: dict[str, int] = {}
        lines = [raw.lines[0] for raw in raws]
        # a format that tells opening words as emphasis tells all emphasis
        self._tells_emphasis = any(a < line.italic for line in lines for a, _ in line.emphasis)

    def part(self, branch: Branch, path: str = "") -> Part:
        """The part of `branch`; paragraph ids are `<part path>/<place>`."""
        heading = canonical(branch.heading.text, self._language) if branch.heading else ""
        shape = Part(branch.kind, tuple(_bare(b) for b in branch.blocks), heading)
        path = path or branch.kind.value
        if branch.heading:
            head = branch.heading
            self._places.append(Place(f"{path}/heading", line=head.line, page=head.page))
        paths = iter(child_paths(shape, path))
        places = Places()
        blocks = [
            self.part(block, next(paths))
            if isinstance(block, Branch)
            else self._paragraph(block, path, places, "")
            for block in branch.blocks
        ]
        return replace(shape, blocks=tuple(blocks))

    def note(self, index: int) -> Note:
        """The note as read, ibid. and all."""
        raw = self._notes[index]
        plain = text_of(raw.text, (), self._language, self._known)
        text = with_emphasis(plain, raw.text, raw.emphasis)
        return Note(self._ids[index], text, "" if raw.number else raw.mark)

    def notes(self) -> dict[str, RawNote]:
        """The notes as read by their ids, in the order of the document."""
        return {note_id: self._notes[index] for index, note_id in self._ids.items()}

    def all_notes(self) -> tuple[Note, ...]:
        """Every note as read, in the order of the document."""
        return tuple(self.note(index) for index in self._ids)

    def places(self) -> tuple[Place, ...]:
        """Where paragraphs and notes begin in the file."""
        notes = (Place(each, line=self._notes[i].line) for i, each in self._ids.items())
        return (*self._places, *notes)

    def _paragraph(self, node: Node, path: str, places: Places, parent: str) -> Paragraph:
        bare = self._labelled(node, path)
        place = places.child(parent, bare) if parent else places.top(bare)
        first = node.first
        self._places.append(Place(f"{path}/{place}", line=first.line, page=first.page))
        opened = node.kind in _OPENED and not parent and not self._tells_emphasis
        text = self._text(node, opened=opened)
        children = tuple(self._paragraph(c, path, places, place) for c in node.children)
        return replace(bare, id=f"{path}/{place}", text=text, children=children)

    def _labelled(self, node: Node, path: str) -> Paragraph:
        """The paragraph without its words. A label put in between (7 bis) stays as it was read, and
        so does one that no count gives ((a) below a heading). A heading that does not go on with
        the count of sections ("A." below "II.") keeps the label it has, and their count passes over
        it."""
        bare = Paragraph("", node.kind, numbered=node.numbered, label_read=node.label)
        if node.frozen or is_put_in(node.label):
            return replace(bare, label_fixed=node.label)
        if node.kind is not Kind.HEADING or not node.label:
            return bare
        number = number_of(self._language.conventions.section, node.label)
        before = self._sections.get(path, 0)
        if before < number <= before + _SECTIONS_LOST:
            self._sections[path] = number
            return bare
        return replace(bare, numbered=False, label_fixed=node.label)

    def _text(self, node: Node, *, opened: bool) -> Text:
        joined, marks, emphasis = "", [], []
        for raw in node.raws:
            joined += "\n" if joined else ""
            marks += [
                Mark(a.start + len(joined), a.end + len(joined), self._ids[a.note])
                for a in self._marks.get(self._index[id(raw)], ())
            ]
            emphasis += [(a + len(joined), b + len(joined)) for a, b in raw.emphatic_spans()]
            joined += raw.text
        text = text_of(joined, marks, self._language, self._known)
        italic = _italic(node)
        by_style = italic and node.kind in _SET_APART and not self._tells_emphasis
        if node.first.told == ROW or by_style:
            return text
        if opened and not italic:
            text = with_opening(text, node.kind.value, self._language)
        emphasis.append((0, italic))
        return with_emphasis(text, *_unmarked(joined, emphasis, marks))


def _unmarked(
    raw: str, stretches: Iterable[tuple[int, int]], marks: Sequence[Mark]
) -> tuple[str, list[tuple[int, int]]]:
    """Raw words and stretches of them without the signs of the marks."""

    def moved(place: int) -> int:
        return place - sum(
            min(place, each.end) - each.start for each in marks if each.start < place
        )

    bare = "".join(
        raw[before.end : after.start]
        for before, after in pairwise((Mark(0, 0, ""), *marks, Mark(len(raw), len(raw), "")))
    )
    return bare, [(moved(start), moved(end)) for start, end in stretches]


def _bare(block: Branch | Node) -> Part | Paragraph:
    return Part(block.kind) if isinstance(block, Branch) else Paragraph("", block.kind)


def _italic(node: Node) -> int:
    first = node.first.lines[0]
    shift = len(first.text) - len(node.first.text.split("\n")[0])
    return max(first.italic - shift, 0)


def with_notes(
    document: Document, read: dict[str, RawNote], language: Language, findings: Findings
) -> Document:
    """`document` with its notes standing alone, such that each prints as it was read."""
    rules = language.conventions
    as_read = {note.id: note for note in document.notes}
    before: dict[str, Note] = {}
    full = dict(as_read)
    for view in numbered_notes(document, rules):
        where = scope(view.part)
        note = standing_alone(as_read[view.id], before.get(where), rules)
        full[note.id] = note
        if not note.mark:
            before[where] = note
    settled = replace(document, notes=tuple(full.values()))
    wrong = [view for view in numbered_notes(settled, rules) if view.text != as_read[view.id].text]
    for view in wrong:
        full[view.id] = as_read[view.id]
    settled = replace(document, notes=tuple(full.values()))
    _report(numbered_notes(settled, rules), full, read, language, findings)
    return settled


def _report(
    views: Sequence[NoteView],
    notes: dict[str, Note],
    read: dict[str, RawNote],
    language: Language,
    findings: Findings,
) -> None:
    shift = 0
    for view in views:
        raw = read[view.id]
        before, shift = shift, int(view.number) - raw.number if view.number.isdecimal() else shift
        if shift not in (before, 0):
            findings.add("note-number", raw.line, view.id, read=raw.mark, number=view.number)
        note = notes[view.id]
        if not note.work and after_ibid(note.text.plain(), language.conventions) is not None:
            findings.add("ibid-kept", raw.line, view.id, number=raw.mark)

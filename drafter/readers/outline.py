"""A document whose format tells its whole structure: built as told, nothing inferred.

Ids, ibid. and opening words come out as the segmenter gives them, so that one document is the same
whatever format it is read from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.languages import Language, canonical
from drafter.model.conventions import Conventions
from drafter.model.masthead import Masthead
from drafter.model.numbering import number_of
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part
from drafter.model.view import view
from drafter.readers.reader import ReadOptions, ReadResult, Removed
from drafter.readers.segment.anchors import Anchor, Anchored
from drafter.readers.segment.branches import Branch
from drafter.readers.segment.describing import adopted_as, described, list_missing, type_of
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.finishing import Finishing, with_notes
from drafter.readers.segment.head import Head, head_of
from drafter.readers.segment.lines import Line, Stretches
from drafter.readers.segment.nesting import Node
from drafter.readers.segment.note_blocks import RawNote
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.roles import told
from drafter.readers.segment.sections import with_sections

_WHITE = re.compile(r"[ \t\n\f\r]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a paragraph as its format tells them, on a 1-based line of the file.

    `marks` are the footnote marks as (offset, index of the note), `italic` how many leading
    characters are italic, `emphasis` every italic stretch as (start, end).
    """

    text: str
    line: int
    marks: tuple[tuple[int, int], ...] = ()
    italic: int = 0
    emphasis: Stretches = ()


@dataclass(slots=True)
class Gathering:
    """Words being put together from the pieces of a paragraph; `lead` counts the italic characters
    at their start."""

    text: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    stretches: list[tuple[int, int]] = field(default_factory=list)
    lead: int = 0
    upright: bool = False

    def add(self, text: str, *, italic: bool) -> None:
        """Put a piece behind: runs of white space are one space, none at the start."""
        plain = _WHITE.sub(" ", text)
        if not self.text or self.text.endswith(" "):
            plain = plain.lstrip(" ")
        if italic and plain:
            self.stretches.append((len(self.text), len(self.text) + len(plain)))
        self.text += plain
        if italic and not self.upright:
            self.lead = len(self.text.rstrip())
        elif plain.strip():
            self.upright = True

    def mark(self, note: int) -> None:
        """Put the mark of a note behind."""
        self.marks.append((len(self.text), note))

    def words(self, line: int) -> Words:
        """What was put together; words that are italic throughout have no opening set apart."""
        text = self.text.rstrip()
        marks = tuple((min(offset, len(text)), note) for offset, note in self.marks)
        lead = self.lead if self.lead < len(text) else 0
        return Words(text, line, marks, lead, tuple(self.stretches))


@dataclass(slots=True)
class Outline:
    """A document being told: its masthead lines, its root part and what belongs to it.

    `notes` are the footnotes as (mark, words); a mark of digits is derived again. `closing`
    are the lines that say when it was adopted. `type` None leaves the type to the masthead. `aside`
    are the notes that a line of the masthead marks. `fields` are fields of the masthead that the
    format tells apart from its lines; several values of one stand on a line each.
    """

    root: Branch
    type: DocumentType | None = None
    head: list[Line] = field(default_factory=list)
    closing: list[Raw] = field(default_factory=list)
    notes: list[tuple[str, Words]] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)
    raws: list[Raw] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    symbol: str = ""
    date: str = ""
    aside: set[int] = field(default_factory=set)
    fields: dict[str, str] = field(default_factory=dict)

    def raw(self, words: Words, role: str = "") -> Raw:
        """The words as a piece of a paragraph, their marks put to the notes."""
        line = Line(
            words.text, words.line, starts=True, italic=words.italic, emphasis=words.emphasis,
            raised=(),
        )  # fmt: skip
        made = Raw(words.text, (line,), None, role)
        for offset, note in words.marks:
            self.anchors.append(Anchor(len(self.raws), offset, offset, note))
        self.raws.append(made)
        return made

    def marked_aside(self, words: Words) -> str:
        """The words of a line of the masthead with the stars of its notes in them, as they print:
        no paragraph marks these notes."""
        text = words.text
        for offset, note in sorted(words.marks, reverse=True):
            self.aside.add(note)
            mark = self.notes[note][0]
            text = text[:offset] + ("" if mark.isdecimal() else mark) + text[offset:]
        return text

    def node(self, kind: Kind, words: Words, label: str = "", *, numbered: bool = False) -> Node:
        """A paragraph of these words; `numbered` if it counts without showing a number."""
        role = "enacting" if kind is Kind.ENACTING else ""
        return Node(kind, [self.raw(words, role)], label, numbered=numbered or bool(label))

    def result(self, options: ReadOptions, spoken: Language) -> ReadResult:
        """The document that was told."""
        notes = [RawNote(mark, w.text, w.line, 0, 0, w.emphasis) for mark, w in self.notes]
        marked = {anchor.note for anchor in self.anchors}
        unmarked = tuple(i for i in range(len(notes)) if i not in marked)
        finishing = Finishing(self.raws, notes, Anchored(tuple(self.anchors), unmarked, ()), spoken)
        masthead, kind = self._described(options, spoken)
        document = Document(
            type=kind,
            language=spoken.code,
            root=with_sections(finishing.part(self.root)),
            masthead=masthead,
            notes=finishing.all_notes(),
            adopted_as=adopted_as(options, self.root.kind.value),
        )
        for index in (i for i in unmarked if i not in self.aside):
            self.findings.add("note-without-mark", notes[index].line, number=notes[index].mark)
        document = replace(document, root=_with_labels(document, spoken.conventions))
        document = with_notes(document, finishing.notes(), spoken, self.findings)
        document = replace(document, stage=list_missing(document, options, self.findings))
        removed = sorted(self.removed, key=lambda each: each.line)
        return ReadResult(document, self.findings.all(), tuple(removed), finishing.places())

    def _described(self, options: ReadOptions, spoken: Language) -> tuple[Masthead, DocumentType]:
        raws = [Raw(line.text, (line,), None, told(line.role)) for line in self.head]
        head = head_of(raws, spoken, self.findings)
        masthead = _whole(head, raws[head.body :], spoken)
        titles = tuple(node.first for node in self.root.nodes if node.kind is Kind.TITLE)
        head = replace(head, masthead=masthead, titles=titles)
        masthead = described(head, self.closing, self.raws, options, spoken)
        masthead = _with_fields(masthead, self.fields, options)
        kind = self.type or type_of(head, masthead, self.root, spoken)
        masthead = replace(masthead, symbol=masthead.symbol or self.symbol)
        if kind in (DocumentType.RESOLUTION, DocumentType.DECISION):
            return replace(masthead, adopted_on=masthead.adopted_on or self.date), kind
        return replace(masthead, date=masthead.date or self.date), kind


def _with_labels(document: Document, rules: Conventions) -> Part:
    """The root with the labels as the format tells them where no count gives them: 3. twice, (a)
    below a heading, a number in the preamble. One that is too high is left to be reported as a gap.
    """
    kept: set[str] = set()
    for each in view(document, rules).elements:
        style = rules.levels[min(each.level, len(rules.levels)) - 1]
        read, number = number_of(style, each.label_read), number_of(style, each.label)
        ways = {number_of(level, each.label_read) for level in rules.levels} - {0}
        # (i) is the first of another style before it is the ninth of this one
        other = each.label_read != each.label and (number in ways if read else bool(ways))
        other = other or (each.kind is Kind.PREAMBULAR and bool(each.label_read and not each.label))
        if each.kind is not Kind.HEADING and (other or 0 < read < number):
            kept.add(each.id)
    return _frozen(document.root, kept) if kept else document.root


def _frozen(part: Part, kept: set[str]) -> Part:
    blocks = (
        _frozen(block, kept) if isinstance(block, Part) else _label_kept(block, kept)
        for block in part.blocks
    )
    return replace(part, blocks=tuple(blocks))


def _label_kept(paragraph: Paragraph, kept: set[str]) -> Paragraph:
    label = paragraph.label_read if paragraph.id in kept else paragraph.label_fixed
    children = tuple(_label_kept(child, kept) for child in paragraph.children)
    return replace(paragraph, label_fixed=label, children=children)


def _whole(head: Head, rest: Sequence[Raw], spoken: Language) -> Masthead:
    """The masthead with every line of it: those that it takes for titles, which are told apart
    here, and those below what looks like its end."""
    lines = tuple(canonical(raw.text, spoken) for raw in (*head.titles, *rest))
    return replace(head.masthead, read=(*head.masthead.read, *lines))


def _with_fields(masthead: Masthead, told: Mapping[str, str], options: ReadOptions) -> Masthead:
    """The masthead with the fields that the format tells; what the person reading knows wins."""
    values = {name: getattr(masthead, name) for name in told}
    for name, words in told.items():
        if isinstance(values[name], tuple):
            values[name] = tuple(filter(None, words.split("\n")))
        elif name == "session":
            values[name] = int(words) if words.isascii() and words.isdigit() else None
        else:
            values[name] = words
    known = {"symbol": options.symbol, "date": options.date}
    return replace(masthead, **{**values, **{k: v for k, v in known.items() if v}})

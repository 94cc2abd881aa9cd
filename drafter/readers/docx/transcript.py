"""A Word file written out: its paragraphs in order, with numbers and marks as Word shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from drafter.languages import Language
from drafter.model.text import dense
from drafter.readers.docx.blocks import Block, Paragraph, Section, Table
from drafter.readers.docx.changes import Changes
from drafter.readers.docx.notes import Notes
from drafter.readers.docx.numbering import Lists
from drafter.readers.docx.roles import role_in_text
from drafter.readers.docx.tables import flat, head_of, in_line, is_frame, is_numbered, merged
from drafter.readers.docx.wording import Wording, Writing, lines_of
from drafter.readers.segment.labels import label_of
from drafter.readers.segment.lines import Line
from drafter.readers.segment.roles import ROW, head_role, told

_COLUMN = 120  # twentieths of a point
_GAP = " "


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to report: `what` it is ("table", "comment", "thing"), in which paragraph or note,
    after how many characters; `words` is the id of a comment, the kind of a thing."""

    what: str
    paragraph: int
    count: int = 0
    words: str = ""
    note: int = -1


@dataclass(slots=True)
class Transcript:
    """What has been written out so far; `dense` and `wordings` map each paragraph to its
    characters, and -1, -2 … to those of the notes."""

    lines: list[Line] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    hidden: list[tuple[int, str]] = field(default_factory=list)
    dense: dict[int, str] = field(default_factory=dict)
    wordings: dict[int, Wording] = field(default_factory=dict)
    paragraphs: int = 0


class Transcribing:
    """Writes the blocks of the body into a transcript."""

    def __init__(
        self,
        lists: Lists,
        notes: Notes,
        changes: Changes,
        sections: Iterable[Section],
        spoken: Language,
        *,
        original: bool,
    ) -> None:
        self._lists = lists
        self._notes = notes
        self._changes = changes
        self._sections = iter(sections)
        self._spoken = spoken
        self._original = original
        self._rows = 0  # of so many tables within each other
        self.made = Transcript()
        self._next_section()

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write out blocks that follow each other."""
        for block in merged(blocks, original=self._original):
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)

    def dissolved(self, blocks: Iterable[Block]) -> None:
        """Write out blocks in which tables only set things side by side."""
        for paragraph in flat(blocks):
            self._paragraph(paragraph, reporting=False)

    def _table(self, table: Table) -> None:
        if not self._rows and is_frame(table, original=self._original):
            self.blocks(block for row in table.rows for cell in row.cells for block in cell.blocks)
            return
        number = self.made.paragraphs + 1
        before = len(self.made.lines)
        self._rows += 1
        heads, words = head_of(table.rows, original=self._original)
        if words:
            self._row(words)
        for row in table.rows[heads:]:
            cells = in_line(row, original=self._original)
            if cells is not None:
                self._row(cells)
            else:
                for cell in row.cells:
                    self.blocks(cell.blocks)
        self._rows -= 1
        if len(self.made.lines) > before and not self._rows:
            self.made.remarks.append(Remark("table", number))

    def _row(self, cells: list[Paragraph]) -> None:
        made = Wording()
        number = self.made.paragraphs + 1
        for cell in cells:
            if made.last and not made.last.isspace():
                made.plain(_GAP)
            self._write(made, cell, number)
        self._put(made, Line("", number=number, role=ROW), number, 0)

    def _paragraph(self, paragraph: Paragraph, *, reporting: bool = True) -> None:
        made = Wording()
        number = self.made.paragraphs + 1
        label = self._label(paragraph)
        if label and (self._rows or not _is_label(label)):
            made.plain(f"{label}{_GAP}")
            label = ""
        self._write(made, paragraph, number)
        if not reporting:
            made.things.clear()
        literal = None if label else label_of(made.text.strip())
        shape = paragraph.shape
        indent = max(shape.left + shape.first, 0) // _COLUMN
        role = ROW if self._rows else ""
        line = Line("", number=number, indent=indent, label=label, role=role)
        self._put(made, line, number, literal.end if literal else 0)
        for box in paragraph.boxes:
            self.blocks(box)
        if paragraph.section is not None:
            self._next_section()

    def _next_section(self) -> None:
        section = next(self._sections, None)
        if section is not None:
            self._notes.begin_section(section)

    def _write(self, into: Wording, paragraph: Paragraph, number: int) -> None:
        self._changes.begin()
        spot = (number, -1)
        Writing(into, self._notes, self._changes, spot, original=self._original).write(
            paragraph.pieces
        )
        self._changes.mark(paragraph.mark, (*spot, into.count))
        into.style = paragraph.style

    def _put(self, made: Wording, line: Line, number: int, skipped: int) -> None:
        lines = lines_of(made, line, skipped)
        if not lines:
            self._remark(made, number)
            return
        if not line.role:
            role = self._role(made, bold=all(each.bold for each in lines))
            lines = [replace(each, role=role) for each in lines]
        self.made.paragraphs = number
        self.made.lines += lines
        self.made.dense[number] = dense(_without(made))
        self.made.wordings[number] = made
        self._remark(made, number)

    def _role(self, made: Wording, *, bold: bool) -> str:
        """What the style tells, unless the words tell which field of a masthead the line is."""
        words = made.text.strip()
        role = role_in_text(made.style, words, bold=bold)
        return "" if told(role) and head_role(words, self._spoken) else role

    def _remark(self, made: Wording, number: int) -> None:
        remarks = self.made.remarks
        remarks += [Remark("comment", number, count, key) for key, count in made.comments]
        remarks += [Remark("thing", number, 0, thing) for thing in dict.fromkeys(made.things)]
        hidden = "".join(made.hidden).strip()
        if hidden:
            self.made.hidden.append((number, hidden))

    def _label(self, paragraph: Paragraph) -> str:
        if not is_numbered(paragraph):
            return ""
        shape = paragraph.shape
        level = shape.level
        if level < 0:
            level = self._lists.level_of(shape.number, paragraph.style_id)
        return self._lists.label(shape.number, level)


def _is_label(label: str) -> bool:
    """Whether an automatic number is a label of a paragraph here: "15.", "(a)"; "Article 1" and a
    bullet are words before the text."""
    found = label_of(f"{label} x")
    return found is not None and found.end == len(label) + 1


def _without(made: Wording) -> str:
    """The text without the marks of notes."""
    kept, position = [], 0
    for start, end in made.raised:
        kept.append(made.text[position:start])
        position = end
    return "".join((*kept, made.text[position:]))

"""Printed lines to lines with hints: where paragraphs begin, what their type says they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.conventions import Counter
from drafter.readers.pdf.leaves import Leaf, Measures, alike
from drafter.readers.pdf.printed import Printed
from drafter.readers.segment.characters import ending, ends_sentence, first_token
from drafter.readers.segment.labels import SUB_FORMS, Form, Label, counts, label_of
from drafter.readers.segment.lines import Line
from drafter.readers.segment.roles import ROW

_GAP = 1.25
_LEADING = 1.2
_SET_IN = 0.7
_FIRST = 4.5  # no first line is set in further, in ems
_TITLE = 1.12
_LONGEST_HEADING = 5
_NARROW = 0.45
_SLACK = 1.0


@dataclass(slots=True)
class Flow:
    """The lines of the text one after the other; each leaf is put below the one before.

    `items` are the labels of sub-paragraphs below the last number, as they count.
    """

    measures: Measures
    edge: float
    lines: list[Printed]
    starts: list[bool]
    indents: bool = True
    margin: float = 0.0
    rows: set[int] = field(default_factory=set)
    items: set[tuple[Counter, int]] = field(default_factory=set)

    def put(self, line: Printed, leaf: Leaf, *, row: bool = False) -> None:
        """Add a line, or a whole `row` of a table."""
        after_row = bool(self.rows) and len(self.lines) - 1 in self.rows
        if row:
            self.rows.add(len(self.lines))
        begins = row or not self.lines or after_row
        begins = begins or self._begins(self.lines[-1], line, leaf)
        self.starts.append(begins)
        self.lines.append(line)
        label = label_of(line.text) if begins and not row else None
        if label is not None and label.form in SUB_FORMS:
            self.items |= counts(label.token)
        elif label is not None:
            self.items.clear()

    def _begins(self, before: Printed, line: Printed, leaf: Leaf) -> bool:
        if not alike(before.size, line.size):
            return True
        step = line.y - before.y
        if before.page != line.page or step <= 0:
            return self._begins_page(before, line, leaf)
        if step > self._leading(line) * _GAP:
            return True
        return self._begins_tight(before, line)

    def _leading(self, line: Printed) -> float:
        if alike(line.size, self.measures.size):
            return self.measures.leading
        return line.size * _LEADING

    def _begins_tight(self, before: Printed, line: Printed) -> bool:
        """Whether a line that follows closely begins a paragraph."""
        em = line.size
        shift = line.x0 - before.x0
        first = self.starts[-1]
        if self._at_right(before) and self._at_right(line):
            return True
        if before.bold != line.bold and self._narrow(before) and self._had_room(before, line):
            return True
        if before.bold and line.bold:
            return self._narrow(before) and self._had_room(before, line)
        if abs(shift) < _SET_IN * em:
            return self._ended(before, line)
        if shift > 0:
            hangs = first and abs(line.x0 - before.start) < em
            return not (hangs and not self._ended(before, line)) and (
                self._had_room(before, line) or not first
            )
        return not first or self._ended(before, line)

    def _ended(self, before: Printed, line: Printed) -> bool:
        """Whether a paragraph visibly ends with the line before: it stops where there was room."""
        if not self._had_room(before, line):
            return False
        return bool(ending(before.text)) or label_of(line.text) is not None

    def _is_item(self, label: Label) -> bool:
        """Whether a label may be that of an item: "(vi)" amid a sentence goes on from a "(v)" that
        is none either."""
        if label.form not in SUB_FORMS or label.later:
            return True
        return any(
            number == 1 or (counter, number - 1) in self.items
            for counter, number in counts(label.token)
        )

    def _had_room(self, before: Printed, line: Printed) -> bool:
        """Whether the first word of `line` would have stood on the line before."""
        wide = (line.x1 - line.x0) / max(len(line.text), 1)
        return before.x1 + (len(first_token(line.text)) + _SLACK) * wide < self.edge

    def _at_right(self, line: Printed) -> bool:
        """Whether the line stands at the right edge, as closing lines do."""
        wide = self.edge - self.margin
        return line.x0 > self.edge - _NARROW * wide and line.x1 > self.edge - line.size

    def _narrow(self, line: Printed) -> bool:
        return line.x1 - line.x0 < _NARROW * (self.edge - self.margin)

    def _begins_page(self, before: Printed, line: Printed, leaf: Leaf) -> bool:
        """Whether the first line of a page, or the first below notes, begins a paragraph."""
        if before.bold != line.bold and line.bold and not ending(line.text):
            closed = ending(before.text) or self._at_right(before)
            return bool(closed) or self._had_room(before, line)
        em = line.size
        set_in = line.x0 - leaf.margin
        level = line.x0 - leaf.margin - (before.x0 - self.margin)
        if self.indents and _SET_IN * em < set_in:
            return self.starts[-1] or abs(level) > _SET_IN * em or self._had_room(before, line)
        label = label_of(line.text)
        if label is not None and ends_sentence(before.text) and label.form is Form.NUMBER:
            return True
        if label is not None and not self._is_item(label):
            return False
        if self.indents:
            return self._ended(before, line)
        return bool(ending(before.text)) and (self._had_room(before, line) or label is not None)

    def done(self) -> list[Line]:
        """The lines with their hints."""
        found: list[Line] = []
        index = 0
        while index < len(self.lines):
            end = index + 1
            while end < len(self.lines) and not self.starts[end]:
                end += 1
            role = ROW if index in self.rows else self._role(self.lines[index:end])
            found += self._paragraph(self.lines[index:end], role)
            index = end
        return found

    def _paragraph(self, lines: Sequence[Printed], role: str) -> list[Line]:
        return [
            replace(each, role=role) if not index else each
            for index, each in enumerate(lined(lines, spaced=self.measures.spaced))
        ]

    def _role(self, lines: Sequence[Printed]) -> str:
        """What the type of a paragraph says that it is: a title, a heading, or plain text."""
        first, text = lines[0], lines[-1].text
        label = label_of(first.text)
        if all(line.bold for line in lines):
            if first.size > self.measures.size * _TITLE and len(lines) <= 2 * _LONGEST_HEADING:
                return "title" if first.page == 1 else "heading"
            short = len(lines) <= _LONGEST_HEADING and not ending(text)
            return "heading" if short and first.page > 1 else ""
        if len(lines) > 1 and not all(line.italic for line in lines) and label is None:
            return "text" if alike(first.size, self.measures.size) and not first.bold else ""
        return ""


def lined(lines: Sequence[Printed], *, spaced: bool) -> list[Line]:
    """The lines of one paragraph; where each line ends with a space, one that does not runs on
    into the next without any."""
    found: list[Line] = []
    open_end = False
    for line in lines:
        if found and open_end and not found[-1].text.endswith("-"):
            last = found[-1]
            shift = len(last.text)
            raised, slanted = (
                tuple((a + shift, b + shift) for a, b in stretches)
                for stretches in (line.raised, line.emphasis)
            )
            found[-1] = replace(
                last, text=last.text + line.text, raised=(*(last.raised or ()), *raised),
                emphasis=(*last.emphasis, *slanted),
            )  # fmt: skip
        else:
            found.append(_line(line, starts=not found))
        open_end = spaced and not line.spaced
    return found


def _line(line: Printed, *, starts: bool) -> Line:
    italic = _italic(line) if starts else 0
    return Line(
        line.text, line.number, line.page, starts=starts, bold=line.bold, size=line.size,
        italic=italic, emphasis=tuple(each for each in line.emphasis if each[0] >= italic),
        raised=line.raised,
    )  # fmt: skip


def _italic(line: Printed) -> int:
    """How many characters the opening words take that are set in italics, the label counted."""
    start, end = line.emphatic
    if not end:
        return 0
    label = label_of(line.text)
    lead = line.text[label.end if label else 0 : start]
    return end if not any(c.isalnum() for c in lead) else 0

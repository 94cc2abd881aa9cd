"""One part of the package with the changes it is to have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.writers.tracked.carrying import has_comment
from drafter.writers.tracked.edits import CannotMark, Edit, Patch
from drafter.writers.tracked.marks import Marks
from drafter.writers.tracked.parts import Paragraph, Scan
from drafter.writers.tracked.rewriting import Rewriting
from drafter.writers.tracked.units import units_of


class Sheet:
    """The bytes of the part `part`, and what is to change in each of its paragraphs."""

    def __init__(self, part: str, scan: Scan, marks: Marks) -> None:
        self.part = part
        self.scan = scan
        self.marks = marks
        self.patches: list[Patch] = []
        self._edits: dict[int, Edit] = {}
        self._rows: dict[int, None] = {}
        self._done = False
        self._refused: list[int] = []

    def paragraph(self, number: int) -> Paragraph:
        """The paragraph with this number."""
        return self.scan.paragraphs[number]

    def edit(self, number: int) -> Edit:
        """What is to change in a paragraph. Raises `CannotMark` where nothing may."""
        if self.paragraph(number).fixed:
            raise CannotMark
        return self._edits.setdefault(number, Edit())

    def broken(self) -> Iterator[tuple[int, str]]:
        """The links and fields that become plain words: the paragraph, the words."""
        self._settle()
        for number, edit in sorted(self._edits.items()):
            yield from ((number, words) for words in edit.broken if number not in self._refused)

    def uncommented(self) -> Iterator[int]:
        """The paragraphs that move without the comments on them."""
        self._settle()
        for number, edit in sorted(self._edits.items()):
            if edit.taken == "moveFrom" and has_comment(self.paragraph(number)):
                yield number

    def take_row(self, row: int) -> None:
        """Take out a row of a table."""
        self._rows[row] = None

    def refused(self) -> tuple[int, ...]:
        """The paragraphs whose changes cannot be marked, which stay as they are."""
        self._settle()
        return tuple(self._refused)

    def written(self) -> bytes:
        """The part with its changes."""
        self._settle()
        out: list[bytes] = []
        at = 0
        for start, end, new in sorted(self.patches, key=lambda each: each[:2]):
            out += (self.scan.data[at:start], new)
            at = end
        return b"".join((*out, self.scan.data[at:]))

    def _settle(self) -> None:
        if self._done:
            return
        self._done = True
        for number, edit in sorted(self._edits.items()):
            paragraph = self.paragraph(number)
            try:
                self.patches += Rewriting(
                    self.scan, paragraph, units_of(paragraph), edit, self.marks
                ).patches()
            except CannotMark:
                self._refused.append(number)
        self.patches += [self._without_row(row) for row in self._rows]

    def _without_row(self, number: int) -> Patch:
        row = self.scan.rows[number]
        start, end = row.props
        mark = self.marks.mark("del")
        if end == 0:
            prefix = self.scan.prefix.encode()
            found = re.compile(rb"<%s:tblPrEx>.*?</%s:tblPrEx>" % (prefix, prefix), re.DOTALL)
            before = found.match(self.scan.data, row.opened)
            at = before.end() if before else row.opened
            return at, at, self.marks.element("trPr", mark)
        data = self.scan.data[start:end]
        if data.endswith(b"/>"):
            return start, end, self.marks.element("trPr", mark)
        at = start + data.rindex(b"</")
        return at, at, mark

"""A paragraph before it has a place in the document: its lines put together, its label apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.readers.segment.characters import ending
from drafter.readers.segment.labels import SECTION_FORMS, Form, Label
from drafter.readers.segment.lines import Line, Stretches, columns

_LONGEST_TITLE = 240
_TITLED = SECTION_FORMS | {Form.RESOLUTION}


@dataclass(frozen=True, slots=True)
class Raw:
    """`text` is what follows the label, with a line feed where the file had one; `role` says what
    the whole paragraph is if its words tell ("enacting", "annex", "session" …)."""

    text: str
    lines: tuple[Line, ...]
    label: Label | None = None
    role: str = ""

    @property
    def line(self) -> int:
        """Its first line in the file."""
        return self.lines[0].number

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.lines[0].page

    @property
    def told(self) -> str:
        """What its style or place told, as `Line.role`."""
        return self.lines[0].role

    @property
    def number(self) -> int:
        """The number of its label if that is of the form 15., else 0."""
        return self.label.number if self.label and self.label.form is Form.NUMBER else 0

    @property
    def is_section(self) -> bool:
        """Whether its label is that of a section: 一., II., A."""
        return self.label is not None and self.label.form in SECTION_FORMS

    @property
    def starts_text(self) -> bool:
        """Whether its label shows that it is no line of a masthead."""
        return self.label is not None and self.label.form is not Form.RESOLUTION

    @property
    def title_like(self) -> bool:
        """Whether it could be a title or heading: told so, or short and no whole sentence."""
        if self.told in ("title", "heading", "text", "row"):
            return self.told in ("title", "heading")
        plain = self.label is None or self.label.form in _TITLED
        short = len(self.text) <= _LONGEST_TITLE and columns(self.text) <= _LONGEST_TITLE
        return plain and short and not ending(self.text)

    def line_at(self, offset: int) -> Line:
        """The line that the character of `text` at `offset` stands on."""
        index = self.text.count("\n", 0, offset)
        return self.lines[min(index, len(self.lines) - 1)]

    def raised_spans(self) -> Stretches | None:
        """The stretches of `text` that stand raised, None where the reader did not know."""
        if any(line.raised is None for line in self.lines):
            return None
        return tuple(self._placed(line.raised or () for line in self.lines))

    def emphatic_spans(self) -> Stretches:
        """The stretches of `text` that stand in italics, as far as the format tells them."""
        return tuple(self._placed(line.emphasis for line in self.lines))

    def _placed(self, told: Iterable[Stretches]) -> Iterator[tuple[int, int]]:
        """The stretches of each line as stretches of `text`, which has no label."""
        start = 0
        for line, piece, stretches in zip(self.lines, self.text.split("\n"), told, strict=True):
            shift = start - max(line.text.find(piece), 0)
            end = start + len(piece)
            moved = ((a + shift, b + shift) for a, b in stretches)
            yield from ((a, b) for a, b in moved if start <= a and b <= end)
            start += len(piece) + 1

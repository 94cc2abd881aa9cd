"""Sections whose paragraphs count by themselves, told by the numbers that the file printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.model.places import bare_label
from drafter.model.tree import NUMBERED_KINDS, Kind, Paragraph, Part

_FIRST = 1


def with_sections(part: Part) -> Part:
    """The part, and those in it, with each heading that begins the numbers of paragraphs again.

    Of headings that stand together the first does. Among such sections one that holds a sole
    operative paragraph counts by itself too: it bears no number (A/C.5/80/L.17, sections I, II),
    and the numbers below it are not its own.
    """
    rows = [block for block in part.blocks if isinstance(block, Paragraph)]
    restarts, sole = _marked(tuple(_sections(rows)))
    blocks = (
        with_sections(block)
        if isinstance(block, Part)
        else replace(block, restarts=True)
        if id(block) in restarts
        else replace(block, numbered=True)
        if id(block) in sole
        else block
        for block in part.blocks
    )
    return replace(part, blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Section:
    """Paragraphs below a heading; `numbers` are those that were printed before them."""

    heading: Paragraph | None
    rows: tuple[Paragraph, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(number for number in map(_number, self.rows) if number)

    @property
    def sole(self) -> Paragraph | None:
        """Its operative paragraph, if there is but one and it bears no number."""
        acting = [each for each in self.rows if each.kind is Kind.OPERATIVE]
        return acting[0] if len(acting) == 1 and not acting[0].label_read else None


def _sections(rows: Sequence[Paragraph]) -> Iterator[_Section]:
    heading: Paragraph | None = None
    held: list[Paragraph] = []
    for row in rows:
        if row.kind is not Kind.HEADING:
            held.append(row)
        elif held or heading is None:
            yield _Section(heading, tuple(held))
            heading, held = row, []
    yield _Section(heading, tuple(held))


def _marked(sections: Sequence[_Section]) -> tuple[set[int], set[int]]:
    """The headings that begin the numbers again, and the sole paragraphs without a number."""
    counted = False
    again = [False] * len(sections)
    for index, section in enumerate(sections):
        again[index] = counted and section.numbers[:1] == (_FIRST,)
        counted = counted or bool(section.numbers or (section.heading and section.sole))
    restarts = {id(s.heading) for s, new in zip(sections, again, strict=True) if new}
    if not restarts:
        return set(), set()
    sole: set[int] = set()
    runs_on = False  # whether the next number printed goes on with those before
    for section, new in zip(reversed(sections), reversed(again), strict=True):
        if section.numbers:
            runs_on = not new
        elif section.heading and section.sole and not runs_on:
            restarts.add(id(section.heading))
            sole.add(id(section.sole))
    return restarts, sole


def _number(paragraph: Paragraph) -> int:
    """The printed number of a paragraph that counts, 0 for none."""
    label = bare_label(paragraph.label_read)
    counts = paragraph.kind in NUMBERED_KINDS and paragraph.numbered and not paragraph.label_fixed
    return int(label) if counts and label.isascii() and label.isdecimal() else 0

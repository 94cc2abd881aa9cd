"""A page to the lines and notes of its document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.readers.html.blocks import Block, Blocks, Piece, Run, blocks_of, merged
from drafter.readers.html.notes import Noted, mark_of, note_text, noted
from drafter.readers.html.shown import shown_of
from drafter.readers.html.tree import Element, Page
from drafter.readers.reader import Removed
from drafter.readers.segment.characters import SUPERSCRIPTS
from drafter.readers.segment.labels import SUB_FORMS, Form, label_of
from drafter.readers.segment.lines import Line
from drafter.readers.segment.note_blocks import RawNote

_TITLES = frozenset({"title", "titre", "titulo"})
_UNICODE_MARK = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}}")
_LABELS = SUB_FORMS | {Form.NUMBER}
_LONGEST_LABEL = 12
_RULE = "____"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page says: its lines, its notes in the order of their marks if it tells them apart
    (`noted`), what was taken out, and the rows of tables (the line of each table's first)."""

    lines: tuple[Line, ...]
    notes: tuple[RawNote, ...]
    removed: tuple[Removed, ...]
    tables: tuple[int, ...]
    noted: bool


def reading_of(page: Page) -> Reading:
    """The lines of a page."""
    found = blocks_of(page.root, shown_of(page.root))
    blocks = labelled(found.blocks)
    known = noted(blocks, page.root)
    return _Lines(page, blocks, known, found).reading()


def labelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a label that stands by itself in a cell put before its words."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if last and _is_label(last) and not block.row and label_of(block.text) is None:
            out[-1] = merged(last, block)
        else:
            out.append(block)
    return tuple(out)


def _is_label(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST_LABEL or block.row or block.runs[0].look.raised:
        return False
    found = label_of(f"{text} x")
    return found is not None and found.form in _LABELS and found.end > len(text)


class _Lines:
    def __init__(self, page: Page, blocks: Sequence[Block], known: Noted, found: Blocks) -> None:
        self._page = page
        self._blocks = blocks
        self._known = known
        self._found = found
        self._raised = bool(known.entries) or any(r.look.raised for b in blocks for r in b.runs)

    def reading(self) -> Reading:
        lines: list[Line] = []
        before: list[int] = []
        for index, block in enumerate(self._blocks):
            before.append(len(lines))
            if index not in self._known.blocks:
                lines += self._of_block(index, block, seam=index - 1 in self._known.blocks)
        notes = tuple(
            RawNote(
                each.mark,
                note_text(each, self._blocks),
                self._blocks[each.blocks[0]].line,
                each.group,
                before[each.blocks[0]],
            )
            for each in self._known.entries
        )
        removed = (*self._found.removed, *self._lost(), *self._headings())
        return Reading(
            tuple(lines), notes, removed, tuple(_tables(self._blocks)), bool(self._known.entries)
        )

    def _lost(self) -> Iterator[Removed]:
        for lost in self._page.lost:
            yield Removed("web-page", lost.line, lost.text)

    def _headings(self) -> Iterator[Removed]:
        for index in sorted(self._known.headings):
            yield Removed("web-page", self._blocks[index].line, self._blocks[index].text)

    def _of_block(self, index: int, block: Block, *, seam: bool) -> Iterator[Line]:
        if block.ruled and not self._known.entries:
            yield Line(_RULE, block.line, starts=True, raised=() if self._raised else None)
        place, role = 0, _role(block)
        for number, piece in enumerate(block.pieces):
            runs = [
                (run, self._is_mark(index, place + offset, run))
                for offset, run in enumerate(piece.runs)
            ]
            place += len(piece.runs)
            line = self._line(piece, runs)
            starts = True if number == 0 or piece.blank else None
            if block.is_heading and number and starts is None:
                starts = line.text.startswith("[")
            if block.kept and number:
                starts = None
            yield replace(
                line, starts=starts, blank_before=piece.blank, seam=seam and number == 0, role=role,
                label=_automatic(block.label, line.text) if number == 0 else "",
            )  # fmt: skip

    def _is_mark(self, index: int, place: int, run: Run) -> bool:
        return (index, place) in self._known.marks or (
            not self._known.entries and run.look.raised and bool(mark_of(run.text))
        )

    def _line(self, piece: Piece, runs: Sequence[tuple[Run, bool]]) -> Line:
        text, spans = "", []
        for run, is_mark in runs:
            words = mark_of(run.text) if is_mark else run.text
            words = words if text else words.lstrip()
            if is_mark:
                spans.append((len(text), len(text) + len(words)))
            elif self._raised:
                spans += [
                    (len(text) + found.start(), len(text) + found.end())
                    for found in _UNICODE_MARK.finditer(words)
                ]
            text += words
        text = text.rstrip()
        line = next(run.line for run, _ in runs if run.text.strip())
        bold = all(run.look.bold for run, _ in runs if run.text.strip())
        return Line(
            text, line, bold=bold, italic=_italic(text, runs),
            raised=tuple(spans) if self._raised else None,
        )  # fmt: skip


def _italic(text: str, runs: Sequence[tuple[Run, bool]]) -> int:
    """How many characters at the start are italic, a label before them counted in; 0 if all are."""
    label = label_of(text)
    begins = label.end if label else 0
    position = lead = 0
    for run, is_mark in runs:
        words = mark_of(run.text) if is_mark else run.text
        words = words if position else words.lstrip()
        position += len(words)
        if run.look.italic and words.strip() and not is_mark:
            lead = position - (len(words) - len(words.rstrip()))
        elif words.strip() and not is_mark and position > begins:
            break
    return lead if begins < lead < len(text) else 0


def _automatic(label: str, text: str) -> str:
    """The automatic number of a list item, unless its words bring their own: a style sheet that
    the page only points to hides it then."""
    return label if label and label_of(text) is None else ""


def _role(block: Block) -> str:
    """What the marking of a block tells: a title, a heading, a row of a table."""
    if block.row:
        return "text"
    if any(not _TITLES.isdisjoint(each.classes) for each in _near(block.element)):
        return "title"
    return "heading" if block.is_heading else ""


def _near(element: Element) -> Iterator[Element]:
    """The element and, where it is no block of its own kind, the one around it."""
    yield element
    if element.parent is not None and element.parent.tag in ("header", "hgroup"):
        yield element.parent


def _tables(blocks: Sequence[Block]) -> Iterator[int]:
    for before, block in zip((None, *blocks), blocks, strict=False):
        if block.row and not (before and before.row):
            yield block.line

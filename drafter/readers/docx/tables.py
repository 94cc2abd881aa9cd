"""The rows of tables: which of them read as one line of text, and what the head is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from drafter.readers.docx.blocks import UNTRACKED, Block, Cell, Paragraph, Piece, Row, Table
from drafter.readers.segment.table_heads import HeadCell, by_column

_LONGEST_CELL = 160


def flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph in the blocks, tables dissolved, text boxes after what they hang on."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from flat(cell.blocks)
        else:
            yield replace(block, boxes=())
            for box in block.boxes:
                yield from flat(box)


def merged(blocks: Iterable[Block], *, original: bool) -> Iterator[Block]:
    """The blocks, paragraphs put together whose mark is not there in this reading. The last mark
    left rules how the whole is set, unless it has no words of its own."""
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            waiting.append(block)
            if block.runs_on or not block.mark.shown(original=original):
                continue
        if waiting:
            yield _fused(waiting, original=original)
            waiting = []
        if isinstance(block, Table):
            yield block
    if waiting:
        yield _fused(waiting, original=original)


def is_frame(table: Table, *, original: bool) -> bool:
    """Whether a table is no more than a frame round text."""
    return all(
        sum(_has_words(cell.blocks, original=original) for cell in row.cells) <= 1
        for row in table.rows
    )


def in_line(row: Row, *, original: bool) -> list[Paragraph] | None:
    """The paragraphs of a row that reads as one line, one for each cell that has any; None where a
    cell holds more than a few words."""
    found: list[Paragraph] = []
    for cell in row.cells:
        blocks = tuple(merged(cell.blocks, original=original))
        if len(blocks) > 1:
            return None
        for block in blocks:
            if not isinstance(block, Paragraph) or not _is_short(block, original=original):
                return None
            found.append(block)
    return found


def head_of(rows: Sequence[Row], *, original: bool) -> tuple[int, list[Paragraph]]:
    """How many rows the head of a table takes, and what they hold in the order of reading; 0 where
    it holds more than short words, or is all of the table. A head with notes is left as well:
    their marks are counted in the order of the file."""
    head = list(takewhile(lambda row: row.head, rows))
    found: list[HeadCell[list[Paragraph]]] = []
    for index, row in enumerate(head):
        for cell in row.cells:
            words = _heading_words(cell, original=original)
            if words is None:
                return 0, []
            if words:
                found.append(HeadCell(words, index, cell.start, cell.end))
    if len(head) == len(rows):
        return 0, []
    return len(head), [paragraph for words in by_column(found) for paragraph in words]


def is_numbered(paragraph: Paragraph) -> bool:
    """Whether it has an automatic number."""
    return paragraph.shape.number not in ("", "0")


def _heading_words(cell: Cell, *, original: bool) -> list[Paragraph] | None:
    """The paragraphs of a cell of a head that hold anything; None if it is more than short plain
    words."""
    found: list[Paragraph] = []
    for block in merged(cell.blocks, original=original):
        if not isinstance(block, Paragraph) or not _is_short(block, original=original):
            return None
        if any(piece.note for piece in block.pieces):
            return None
        if block.mark != UNTRACKED or any(map(_tells, block.pieces)):
            found.append(block)
    return found


def _has_words(blocks: Iterable[Block], *, original: bool) -> bool:
    pieces = (piece for paragraph in flat(blocks) for piece in paragraph.pieces)
    return any(p.text.strip() and p.tracked.shown(original=original) for p in pieces)


def _is_short(paragraph: Paragraph, *, original: bool) -> bool:
    """Whether a paragraph holds no more than a few words."""
    if paragraph.boxes or is_numbered(paragraph):
        return False
    shown = (p for p in paragraph.pieces if p.tracked.shown(original=original))
    return sum(len(piece.text) for piece in shown) <= _LONGEST_CELL


def _tells(piece: Piece) -> bool:
    """Whether a piece is more than white space."""
    return bool(piece.text.strip() or piece.thing or piece.comment)


def _fused(paragraphs: list[Paragraph], *, original: bool) -> Paragraph:
    """One paragraph of several; the last that has words rules how it is set."""
    if len(paragraphs) == 1:
        return paragraphs[0]
    pieces: list[Piece] = []
    ruling = paragraphs[0]
    for each in paragraphs:
        if any(p.text.strip() and p.tracked.shown(original=original) for p in each.pieces):
            ruling = each
        pieces += (*each.pieces, Piece(tracked=each.mark, ended=True))
    return replace(
        ruling,
        pieces=tuple(pieces[:-1]),
        boxes=tuple(box for each in paragraphs for box in each.boxes),
        mark=paragraphs[-1].mark,
        section=next((each.section for each in paragraphs if each.section), None),
    )

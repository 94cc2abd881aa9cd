"""Pages to a `Copy`: masthead, text, notes, and what was taken out, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.model.findings import Finding, Place
from drafter.readers.pdf.box import box_of, take_masthead
from drafter.readers.pdf.columns import columns_of
from drafter.readers.pdf.leaves import Cells, Leaf, Measures, Places, alike, leaves_of, measures_of
from drafter.readers.pdf.notes import Footnotes
from drafter.readers.pdf.page import Page
from drafter.readers.pdf.paragraphs import Flow
from drafter.readers.pdf.printed import Printed
from drafter.readers.pdf.running import Running
from drafter.readers.pdf.tables import blocks_of
from drafter.readers.reader import Removed
from drafter.readers.segment.findings import FINDINGS
from drafter.readers.segment.furniture import is_rule
from drafter.readers.segment.segmenter import Copy

_APART = 1.25
_SET_IN = 0.7
_FULL = 0.8
_FEW = 2


@dataclass(slots=True)
class OpenTable:
    """The table that what was read last belongs to: the words of its `head`, "" for none."""

    head: str = ""


@dataclass(frozen=True, slots=True)
class Copied:
    """The copy, the job number, and which page and line each line of the file is."""

    copy: Copy
    job: str
    places: Places


def copied(pages: Sequence[Page]) -> Copied:
    """What the pages say, ready for the segmenter."""
    places = Places()
    leaves = leaves_of(pages, places)
    measures = measures_of(leaves)
    running = Running(leaves)
    running.take(masthead=bool(leaves) and box_of(leaves[0]) is not None)
    head = take_masthead(leaves[0]) if leaves else []
    if head and len(leaves) <= _FEW and any(leaf.rows for leaf in leaves):
        measures = measures_of(leaves)  # the masthead keeps its own, and is most of a short text
    footnotes = Footnotes([], [], [], {})
    flow = Flow(measures, _edge(leaves, measures), [], [], margin=_margin(leaves))
    flow.indents = _indents(leaves, measures)
    findings: list[Finding] = []
    table = OpenTable()
    for leaf in leaves:
        footnotes.take(leaf, measures, len(head) + len(flow.lines))
        _without_rules(leaf, running.removed)
        findings += _put(leaf, flow, table, running.removed)
    removed = (*running.removed, *footnotes.removed)
    lines = (*head, *flow.done())
    return Copied(
        Copy(lines, tuple(footnotes.notes), removed, tuple(findings)), running.job, places
    )


def _put(leaf: Leaf, flow: Flow, table: OpenTable, removed: list[Removed]) -> Iterator[Finding]:
    """Add the text of a leaf to what was read before; tables and columns are reported."""
    set_aside = columns_of(leaf, leaf.margin, flow.edge)
    end = set_aside.start if set_aside else len(leaf.rows)
    yield from _put_rows(leaf, leaf.rows[:end], flow, table, removed)
    if set_aside is None:
        return
    yield _found("pdf-columns", set_aside.lines[0])
    table.head = ""
    for line in set_aside.lines:
        flow.put(line, leaf)
    yield from _put_rows(leaf, leaf.rows[set_aside.end :], flow, table, removed)


def _put_rows(
    leaf: Leaf, rows: Sequence[Cells], flow: Flow, table: OpenTable, removed: list[Removed]
) -> Iterator[Finding]:
    for block in blocks_of(leaf, rows, flow.measures):
        lines = block.lines
        head = lines[0].text if block.headed else ""
        if head and head == table.head:  # the table goes on from the page before
            removed.append(Removed("repeated-head", lines[0].number, head))
            lines = lines[1:]
        elif block.table:
            yield _found("table", lines[0])
        table.head = head
        for line in lines:
            flow.put(line, leaf, row=block.table)


def _found(slug: str, line: Printed) -> Finding:
    code, severity = FINDINGS[slug]
    return Finding(code, severity, f"reading.{slug}", Place(line=line.number))


def _without_rules(leaf: Leaf, removed: list[Removed]) -> None:
    """A rule that nothing stands below ends the document."""
    while leaf.rows and len(leaf.rows[-1]) == 1 and is_rule(leaf.rows[-1][0].text):
        cell = leaf.rows.pop()[0]
        removed.append(Removed("rule", cell.number, cell.text))


def _edge(leaves: Sequence[Leaf], measures: Measures) -> float:
    """Where most lines of the text end that are full."""
    ends = sorted(
        cells[-1].x1 for leaf in leaves for cells in leaf.rows
        if len(cells) == 1 and alike(cells[0].size, measures.size)
    )  # fmt: skip
    return ends[int(len(ends) * _FULL)] if ends else 0.0


def _margin(leaves: Sequence[Leaf]) -> float:
    margins = sorted(leaf.margin for leaf in leaves)
    return margins[len(margins) // 2] if margins else 0.0


def _indents(leaves: Sequence[Leaf], measures: Measures) -> bool:
    """Whether first lines are set in: most lines that white space parts from the line above."""
    set_in = level = 0
    for leaf in leaves:
        for (above, *_), (line, *_) in pairwise(leaf.rows):
            apart = line.y - above.y > measures.leading * _APART
            if not apart or line.bold or not alike(line.size, measures.size):
                continue
            shift = line.x0 - leaf.margin
            set_in += shift > line.size * _SET_IN
            level += abs(shift) < line.size * _SET_IN
    return set_in > level

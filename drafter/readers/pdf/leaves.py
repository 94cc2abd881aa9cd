"""Pages to leaves: their printed lines in rows, the rules between them, what measures they keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from drafter.readers.pdf.cleaning import cleaned
from drafter.readers.pdf.hand import Hand, hand_of
from drafter.readers.pdf.page import Page, Rule, Run
from drafter.readers.pdf.printed import Printed, cells_of
from drafter.readers.pdf.rows import Row, rows_of
from drafter.readers.segment.characters import ending

Cells = tuple[Printed, ...]
_SAME = 1.5
_BROKEN = 20.0  # the emblem or a cell border may interrupt a rule
_ALIKE = 0.6
_LOOSEST = 2.2
_LEADING = 1.2
_ENOUGH = 12
_FAR = 1_000_000
_ROOM = 4.0
_RARE = 4
_USUAL = 1.5


@dataclass(slots=True)
class Leaf:
    """One page as printed lines: `rows` from top to bottom, each of cells from left to right;
    `rules` whole, where borders of cells were pieces; `bars` what bar codes say."""

    number: int
    width: float
    height: float
    rows: list[Cells]
    rules: tuple[Rule, ...] = ()
    bars: tuple[Run, ...] = ()
    turned: tuple[Run, ...] = ()
    margin: float = 0.0
    hand: Hand = field(default_factory=Hand)
    sources: dict[int, Row] = field(default_factory=dict)

    def finely(self, cells: Cells, cut: float) -> Cells:
        """A row cut into cells where white space is wider than `cut` ems."""
        number = cells[0].number
        source = self.sources.get(number)
        if source is None:
            return cells
        return _seen(cells_of(source, self.number, self.hand, number, cut), self.width, self.hand)


@dataclass(frozen=True, slots=True)
class Measures:
    """What most of the text keeps to: its `size` of type, its `leading` from line to line, and
    whether a space ends each line that a word follows (`spaced`)."""

    size: float
    leading: float
    spaced: bool


@dataclass(slots=True)
class Places:
    """Which page and which line of it each line of the file is."""

    found: list[tuple[int, int]] = field(default_factory=list)

    def put(self, page: int, line: int) -> int:
        """The number of a further line."""
        self.found.append((page, line))
        return len(self.found)

    def at(self, number: int) -> tuple[int, int]:
        """Page and line of line `number`; (0, 0) if it is none."""
        return self.found[number - 1] if 0 < number <= len(self.found) else (0, 0)


def leaves_of(pages: Sequence[Page], places: Places) -> list[Leaf]:
    """The pages as lines."""
    told = any(page.leftward for page in pages)
    hand = hand_of((run.text for page in pages for run in page.runs), leftward=told)
    if hand.leftward:
        found = [_leaf(page, hand, Places()) for page in pages]
        hand = replace(hand, flipped=_flipped(found))
    return [_leaf(page, hand, places) for page in pages]


def _flipped(leaves: Sequence[Leaf]) -> bool:
    """Whether most lines with brackets begin with one that closes."""
    first = [
        min(cell.text.find("(") % _FAR, cell.text.find(")") % _FAR) == cell.text.find(")")
        for leaf in leaves
        for cells in leaf.rows
        for cell in cells
        if "(" in cell.text and ")" in cell.text
    ]
    return sum(first) * 2 > len(first)


def _seen(cells: Cells, width: float, hand: Hand) -> Cells:
    """The cells in the order of reading; where that is from right to left, places are counted from
    the right edge."""
    if not hand.leftward:
        return cells
    return tuple(
        replace(cell, x0=width - cell.x1, x1=width - cell.x0, start=width - cell.start)
        for cell in reversed(cells)
    )


def _leaf(page: Page, hand: Hand, places: Places) -> Leaf:
    rows: list[Cells] = []
    sources: dict[int, Row] = {}
    if page.loose:
        rows = _loose(page, places)
    for row in rows_of(run for run in page.runs if not run.font.bars):
        number = places.put(page.number, len(rows) + 1)
        cells = _seen(cells_of(row, page.number, hand, number), page.width, hand)
        if cells:
            rows.append(cells)
            sources[number] = row
    rules = page.rules
    if hand.leftward:
        rules = tuple(Rule(page.width - r.x1, page.width - r.x0, r.y) for r in rules)
    bars = tuple(run for run in page.runs if run.font.bars and run.text.strip())
    return Leaf(
        page.number, page.width, page.height, rows, _whole(rules), bars, page.turned,
        hand=hand, sources=sources,
    )  # fmt: skip


def _loose(page: Page, places: Places) -> list[Cells]:
    """The lines of a page whose places were not asked for, one below the other."""
    rows: list[Cells] = []
    for index, words in enumerate(page.loose.split("\n"), 1):
        text = cleaned(words).strip()
        if text:
            number = places.put(page.number, index)
            y = float(index * 12)
            rows.append((Printed(text, page.number, y, 0, 0, 10.0, number=number),))
    return rows


def _whole(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules without the gaps between the pieces they were drawn in."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda each: (round(each.y / _SAME), each.x0)):
        last = found[-1] if found else None
        if last and abs(last.y - rule.y) <= _SAME and rule.x0 - last.x1 <= _BROKEN:
            found[-1] = Rule(last.x0, max(last.x1, rule.x1), last.y)
        else:
            found.append(rule)
    return tuple(sorted(found, key=lambda each: each.y))


def measures_of(leaves: Sequence[Leaf]) -> Measures:
    """The measures that most lines keep; sets the left margin of each leaf."""
    lines = [cells[0] for leaf in leaves for cells in leaf.rows]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    tight = [
        (above, below)
        for leaf in leaves
        for above, below in pairwise(cells[0] for cells in leaf.rows)
        if alike(above.size, size) and alike(below.size, size)
        and 0 < below.y - above.y < _LOOSEST * size
    ]  # fmt: skip
    leading = _leading(tight, size)
    close = [(a, b) for a, b in tight if b.y - a.y < leading * 1.2]
    spaced = sum(a.spaced for a, _ in close) * 10 > len(close) * 8
    least = min((line.x0 for line in lines if alike(line.size, size)), default=0.0)
    everywhere = _usual([round(b.x0) for _, b in close], least)
    for leaf in leaves:
        own = [round(b.x0) for _, b in close if b.page == leaf.number]
        leaf.margin = _usual(own, everywhere) if len(own) >= _ENOUGH else everywhere
    return Measures(size, leading, spaced)


def _leading(tight: Sequence[tuple[Printed, Printed]], size: float) -> float:
    """The least distance that is common from one line to the next; a wider one only where the line
    above is full and goes on, as a paragraph may end above any other."""
    edge = max((above.x1 for above, _ in tight), default=0.0)
    steps: dict[float, list[bool]] = {}
    for above, below in tight:
        goes_on = above.x1 > edge - _ROOM * size and not ending(above.text)
        steps.setdefault(round(below.y - above.y, 1), []).append(goes_on)
    common = max(map(len, steps.values()), default=0)
    for step, going_on in sorted(steps.items()):
        usual = step <= _USUAL * size
        shown = len(going_on) >= _RARE and sum(going_on) * 2 > len(going_on)
        if len(going_on) * _RARE >= common and (usual or shown):
            return step
    return _LEADING * size


def alike(one: float, other: float) -> bool:
    """Whether two sizes of type are the same for the eye."""
    return abs(one - other) <= _ALIKE


def _usual(numbers: Sequence[float], otherwise: float) -> float:
    return Counter(numbers).most_common(1)[0][0] if numbers else otherwise

"""The footnotes of a page: by the links of their marks, or by raised numbers at their start."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.readers.html.blocks import Block, Run
from drafter.readers.html.shown import holds_notes
from drafter.readers.html.tree import Element
from drafter.readers.segment.characters import SUPERSCRIPTS, digits

_SIGN = rf"\d{{1,3}}|[{SUPERSCRIPTS}]{{1,3}}|\*{{1,3}}"
_MARK = re.compile(rf"[\[(（]?\s*(?P<mark>{_SIGN})\s*[\])）]?\.?")
_LEADING = re.compile(rf"[\[(（]?(?P<mark>{_SIGN})(?:[\])）]\.?\s*|\.\s+|\s+|(?<=\*)(?=\S))")
_STARRED = re.compile(r"(?P<mark>\*{1,3})\s*(?=[^\s*])")
_BACK = re.compile(r"\s*[\[(]?[↑↩⏎^⇑↵\ufe0e\ufe0f]+[\])]?\s*")
_STARS = re.compile(r"(?<=[^\s*])(\*{1,3})(?=\s|$)")
_CONTAINERS = frozenset({
    "a", "sup", "span", "b", "strong", "i", "em", "small", "font", "p", "li", "aside", "dd", "td",
    "th", "tr", "div",
})  # fmt: skip
_HEADING = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of the page: its `mark` "1" or "*", its blocks in order (indices), and how many runs
    of the first are its mark. `at` is where its mark stands, as (block, run); `group` counts the
    stretches of notes of the page."""

    mark: str
    blocks: tuple[int, ...]
    runs: int
    at: tuple[int, int]
    group: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """The notes of a page in the order of their marks; the runs of text that are marks as (index of
    the block, index of the run); the blocks that are notes or their heading."""

    entries: tuple[Entry, ...] = ()
    marks: frozenset[tuple[int, int]] = frozenset()
    headings: frozenset[int] = frozenset()

    @property
    def blocks(self) -> frozenset[int]:
        """The blocks that are no text of the body."""
        return frozenset(i for each in self.entries for i in each.blocks) | self.headings


def mark_of(text: str) -> str:
    """The mark that `text` is ("1", "*"), without brackets; empty if it is none."""
    found = _MARK.fullmatch(text.strip())
    return digits(found["mark"]) if found else ""


def noted(blocks: Sequence[Block], root: Element) -> Noted:
    """The notes of the blocks of a page."""
    linked = _Linked(blocks, root).noted()
    raised = linked if linked.entries else _by_raised(blocks)
    starred = _by_stars(blocks, raised)
    found = tuple(sorted((*raised.entries, *starred), key=lambda e: e.blocks[0]))
    if not found:
        return Noted()
    return _in_order_of_marks(found, blocks, raised.marks)


def _in_order_of_marks(
    found: tuple[Entry, ...], blocks: Sequence[Block], linked: frozenset[tuple[int, int]]
) -> Noted:
    taken = frozenset(i for each in found for i in each.blocks)
    grouped = _grouped(found)
    marks = linked | {
        (index, place)
        for index, block in enumerate(blocks)
        if index not in taken
        for place, run in enumerate(block.runs)
        if run.look.raised and mark_of(run.text) and (not linked or "*" in run.text)
    }
    ordered = tuple(sorted(grouped, key=lambda each: each.at))
    return Noted(ordered, marks, _headings(blocks, taken))


def _grouped(found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The notes, each stretch of them numbered."""
    group, out = 0, [replace(found[0], group=0)]
    for before, after in pairwise(found):
        group += after.blocks[0] != before.blocks[-1] + 1
        out.append(replace(after, group=group))
    return tuple(out)


def _headings(blocks: Sequence[Block], taken: frozenset[int]) -> frozenset[int]:
    """Headings that stand over nothing but notes: "Notes"."""
    return frozenset(
        i
        for i, block in enumerate(blocks)
        if i + 1 in taken and i not in taken and block.is_heading and len(block.text) <= _HEADING
    )


class _Linked:
    """Notes whose marks link to them."""

    def __init__(self, blocks: Sequence[Block], root: Element) -> None:
        self._blocks = blocks
        self._places = _places(root)
        self._marks = [
            (index, place, run)
            for index, block in enumerate(blocks)
            for place, run in enumerate(block.runs)
            if run.target in self._places and self._is_mark(run)
        ]

    def _is_mark(self, run: Run) -> bool:
        """Whether a linked run is the mark of a note: it looks like one, or says so, and what it
        points to comes later and is not the text itself."""
        place = self._places[run.target]
        mark = mark_of(run.text)
        if not mark or place.order <= run.order:
            return False
        return run.look.raised or "*" in mark or _says_so(run.target) or holds_notes(place)

    def noted(self) -> Noted:
        targets = {run.target: self._places[run.target] for _, _, run in self._marks}
        orders = sorted(place.order for place in targets.values())
        sources = sorted(run.order for _, _, run in self._marks)
        starts = sorted((block.order, i) for i, block in enumerate(self._blocks))
        found: dict[str, Entry] = {}
        for index, place, run in self._marks:
            if run.target in found:
                continue
            holder = _holder(targets[run.target], orders, sources)
            low, high = bisect_left(starts, (holder.order,)), bisect_left(starts, (holder.end + 1,))
            inside = tuple(sorted(i for _, i in starts[low:high]))
            if inside:
                mark = mark_of(run.text)
                leading = _leading(self._blocks[inside[0]], mark)
                found[run.target] = Entry(mark, inside, leading, (index, place))
        marks = frozenset((i, p) for i, p, run in self._marks if run.target in found)
        return Noted(tuple(found.values()), marks)


def _places(root: Element) -> Mapping[str, Element]:
    """The elements that a link in the page can point to."""
    out: dict[str, Element] = {}
    for element in root.elements():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if name:
                out.setdefault(name, element)
    return out


def _says_so(target: str) -> bool:
    name = target.lower().lstrip("_")
    return name.startswith(("ftn", "fn", "note", "edn", "foot", "end"))


def _holder(place: Element, targets: Sequence[int], sources: Sequence[int]) -> Element:
    """The element that holds one note: the largest around its anchor that holds no other's, nor the
    mark of one."""
    held = place
    for element in place.up():
        alone = _within(element, targets) <= 1 and _within(element, sources) == 0
        named = element.tag != "div" or bool(element.get("id") or element.classes)
        if element.tag not in _CONTAINERS or not alone or not named:
            break
        held = element
    return held


def _within(element: Element, orders: Sequence[int]) -> int:
    return bisect_right(orders, element.end) - bisect_left(orders, element.order)


def _leading(block: Block, mark: str) -> int:
    """How many runs at the start of a note repeat its mark."""
    text = ""
    for count, run in enumerate(block.runs, 1):
        text += run.text
        if text.strip() and mark_of(text) == mark:
            return count
        if len(text.strip()) > len(mark) + 3:
            break
    return 0


def _by_raised(blocks: Sequence[Block]) -> Noted:
    """Notes that begin with a raised mark that stands raised in the text before."""
    waiting: dict[str, deque[tuple[int, int]]] = {}
    entries: list[Entry] = []
    for index, block in enumerate(blocks):
        runs = block.runs
        leading = next((p for p, run in enumerate(runs) if run.text.strip()), 0)
        first = runs[leading]
        mark = mark_of(first.text) if first.look.raised and len(runs) > leading + 1 else ""
        if mark and waiting.get(mark):
            entries.append(Entry(mark, (index,), leading + 1, waiting[mark].popleft()))
            continue
        for place, run in enumerate(runs):
            if run.look.raised and mark_of(run.text):
                waiting.setdefault(mark_of(run.text), deque()).append((index, place))
    return Noted(tuple(entries))


def _by_stars(blocks: Sequence[Block], known: Noted) -> list[Entry]:
    """Notes that begin with a star that stands behind a word before."""
    ended: dict[str, tuple[int, int]] = {}
    out: list[Entry] = []
    for index, block in enumerate(blocks):
        if index in known.blocks:
            continue
        text = block.text
        found = _STARRED.match(text)
        if found and found["mark"] in ended:
            out.append(Entry(found["mark"], (index,), 0, ended.pop(found["mark"])))
        for stars in _STARS.finditer(text):
            ended[stars[1]] = (index, len(block.runs))
    return out


def note_text(entry: Entry, blocks: Sequence[Block]) -> str:
    """The words of a note, without its mark and without the arrows that lead back."""
    lines = []
    for number, index in enumerate(entry.blocks):
        runs = blocks[index].runs[entry.runs if number == 0 else 0 :]
        lines.append("".join(run.text for run in runs if not _leads_back(run)).strip())
    text = "\n".join(line for line in lines if line)
    if entry.runs:
        return text
    # the mark stands in the same run as the words
    found = _LEADING.match(text)
    same = found is not None and digits(found["mark"]) == entry.mark
    return text[found.end() :] if found is not None and same else text


def _leads_back(run: Run) -> bool:
    return bool(run.target) and _BACK.fullmatch(run.text) is not None

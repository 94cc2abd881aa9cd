"""How the lines of a file are laid out: whether and where they wrap, what white space means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from drafter.readers.segment.characters import ending, first_token
from drafter.readers.segment.labels import label_of
from drafter.readers.segment.lines import Line, columns

_LEAST = 24
_SPREAD = 0.88
_SHARE = 0.35
_SLACK = 6
_FEW = 4
_MARGIN = 5
_CLOSER = 0.25  # where so many lines stand closer, empty lines part paragraphs


@dataclass(frozen=True, slots=True)
class Layout:
    """How white space is used.

    `measure` is the width in columns at which lines wrap, 0 if they do not; `blank` how many empty
    lines stand between the lines of one paragraph, `indent` how far its lines are set in and
    `first` how far its first line usually is; `indents` whether first lines are set in at all,
    None if too few lines show it; `gaps` whether more empty lines part paragraphs; `top` how far a
    line at the top of a page is set in that carries on a paragraph, None if none is seen.
    """

    measure: int = 0
    blank: int = 0
    indent: int = 0
    first: int = 1
    indents: bool | None = None
    gaps: bool = False
    top: int | None = None

    @property
    def wrapped(self) -> bool:
        """Whether lines are the printed lines of a page, not whole paragraphs."""
        return self.measure > 0

    def indented(self, line: Line) -> bool:
        """Whether `line` is set in as first lines are."""
        return line.indent > self.indent and 2 * line.indent > self.first

    def at_seam(self, line: Line) -> bool:
        """Whether something stood between `line` and the line before, if only a page break: it has
        fewer empty lines before it than lines have."""
        return line.seam or line.blank_before < self.blank

    def begins_page(self, line: Line) -> bool | None:
        """Whether a line after a page break is set in as a first line is, None if that cannot be
        told."""
        if self.top is None or not self.indents:
            return None
        return line.indent > self.top

    def short(self, line: Line, following: str) -> bool:
        """Whether `line` ends although the first words of `following` that no line end
        parts had room on it."""
        return self.measure - line.width - columns(first_token(following)) > _SLACK


def levelled(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a file laid out as printed, their indents counted from the margin of their page:
    it differs between left and right pages."""
    bare = Layout(_measure(lines))
    if not bare.wrapped:
        return tuple(lines)
    carried: dict[int, list[int]] = {}
    for before, after in pairwise(lines):
        if before.page == after.page and _goes_on(before, after, bare):
            carried.setdefault(after.page, []).append(after.indent)
    everywhere = [indent for indents in carried.values() for indent in indents]
    if not everywhere or _usual(everywhere) < _MARGIN:
        return tuple(lines)
    margins = {page: _usual(indents) for page, indents in carried.items()}
    for page in {line.page for line in lines} - margins.keys():
        margins[page] = min(line.indent for line in lines if line.page == page)
    return tuple(replace(x, indent=max(x.indent - margins[x.page], 0)) for x in lines)


def layout_of(lines: Sequence[Line]) -> Layout:
    """The layout that the lines show by themselves."""
    measure = _measure(lines)
    bare = Layout(measure)
    sure = [
        after
        for before, after in pairwise(lines)
        if measure and _goes_on(before, after, bare) and not after.seam
    ]
    starts = [
        after
        for before, after in pairwise(lines)
        if not after.seam and (label_of(after.text) or _ends(before, after, bare))
    ]
    if len(sure) < _FEW:
        blank, indent = 0, min((line.indent for line in lines), default=0)
    else:
        blank, indent = _usual(x.blank_before for x in sure), _usual(x.indent for x in sure)
        closer = sum(line.blank_before < blank for line in lines)
        blank = 0 if closer > len(lines) * _CLOSER else blank
    deeper = [line.indent for line in starts if line.indent > indent]
    return Layout(
        measure, blank, indent, _usual(deeper) if deeper else indent + 1,
        indents=_mostly(line.indent > indent for line in starts),
        gaps=bool(_mostly(line.blank_before > blank for line in starts)),
        top=_top(lines, Layout(measure, blank)),
    )  # fmt: skip


def _measure(lines: Sequence[Line]) -> int:
    """The width at which most lines end, or many in the middle of a sentence; 0 where there is
    none."""
    if len(lines) < _FEW:
        return 0
    weights = _cut_for_room(lines)
    best, heaviest = 0, 0
    for width in sorted({line.width for line in lines if line.width >= _LEAST}):
        weight = sum(n for w, n in weights.items() if width * _SPREAD < w <= width)
        if weight >= heaviest:
            best, heaviest = width, weight
    full = [line for line in lines if best * _SPREAD < line.width <= best]
    cut = sum(not ending(line.text) for line in full)
    share = len(full) / len(lines)
    return best if share >= _SHARE or (share >= _SHARE / 2 and cut * 2 > len(full)) else 0


def _cut_for_room(lines: Sequence[Line]) -> Counter[int]:
    """How much text of each width ends in the middle of a sentence; a line that a small letter
    follows surely does, and counts twice."""
    weights: Counter[int] = Counter()
    for line, after in zip_longest(lines, lines[1:]):
        sure = after is not None and after.text[:1].islower()
        weights[line.width] += line.width * ((not ending(line.text)) + sure)
    return weights


def _top(lines: Sequence[Line], layout: Layout) -> int | None:
    tops = [
        after.indent
        for before, after in pairwise(lines)
        if layout.wrapped and layout.at_seam(after) and _goes_on(before, after, layout)
    ]
    return _usual(tops) if tops else None


def _goes_on(before: Line, after: Line, layout: Layout) -> bool:
    """Whether the two lines surely belong to one paragraph."""
    full = not layout.short(before, after.text)
    return full and not ending(before.text) and label_of(after.text) is None


def _ends(before: Line, after: Line, layout: Layout) -> bool:
    """Whether a paragraph surely ends with the line `before`."""
    return layout.wrapped and layout.short(before, after.text) and bool(ending(before.text))


def _usual(numbers: Iterable[int]) -> int:
    return Counter(numbers).most_common(1)[0][0]


def _mostly(facts: Iterable[bool]) -> bool | None:
    listed = list(facts)
    return sum(listed) * 2 > len(listed) if len(listed) > 2 else None

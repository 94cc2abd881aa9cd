"""Footnotes at the foot of a page: small type below a short rule, or with a mark to begin it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.readers.pdf.leaves import Cells, Leaf, Measures
from drafter.readers.pdf.page import Rule
from drafter.readers.pdf.printed import Printed, joined
from drafter.readers.reader import Removed
from drafter.readers.segment.furniture import is_rule
from drafter.readers.segment.lines import Stretches
from drafter.readers.segment.note_blocks import RawNote

_STARS = re.compile(r"\*{1,3}(?![\w*])")
_PLAIN = re.compile(r"\d{1,3}(?=[\s\u3400-\u9fff])")
_FOOT = 0.25
_SMALLER = 0.93
_SHORT = (30.0, 260.0)
_BELOW = 30.0


@dataclass(slots=True)
class Footnotes:
    """Gathers the notes of all leaves; `removed` lists the rules above them."""

    notes: list[RawNote]
    removed: list[Removed]
    lines: list[Printed]
    marks: dict[int, set[str]]

    def take(self, leaf: Leaf, measures: Measures, before: int) -> None:
        """Take the notes out of a leaf; `before` counts the lines of the text above."""
        start = self._rule(leaf, measures)
        if start is None:
            start = _without_rule(leaf.rows, measures)
        if start is None:
            return
        rows, leaf.rows[start:] = leaf.rows[start:], []
        for cells in rows:
            self._put(joined(cells), rows, before)

    def _rule(self, leaf: Leaf, measures: Measures) -> int | None:
        """Where the notes below a rule begin."""
        rows = leaf.rows
        for index, cells in enumerate(rows):
            drawn = len(cells) == 1 and is_rule(cells[0].text)
            low = drawn and cells[0].y > _FOOT * leaf.height
            if low and (_small(rows[index + 1 :], measures) or _parts(rows, index)):
                self.removed.append(Removed("rule", cells[0].number, cells[0].text))
                del rows[index]
                return index
            above = rows[index - 1][0].y if index else 0.0
            ruled = any(_is_short(r, above, cells) for r in leaf.rules)
            if ruled and _begins(joined(cells)) and _small(rows[index:], measures):
                return index
        return None

    def _put(self, line: Printed, rows: Sequence[Cells], before: int) -> None:
        mark = _mark(line, plain=not any(_begins(joined(cells)) for cells in rows))
        if mark:
            end = line.raised[0][1] if line.raised and line.raised[0][0] == 0 else len(mark)
            words = line.text[end:]
            shift = len(words.lstrip()) - len(line.text)
            note = RawNote(
                mark, words.strip(), line.number, line.page, before, _moved(line.emphasis, shift)
            )
            self.notes.append(note)
            self.marks.setdefault(line.page, set()).add(mark)
        elif self.notes:
            last = self.notes[-1]
            emphasis = (*last.emphasis, *_moved(line.emphasis, len(last.text) + 1))
            self.notes[-1] = replace(last, text=f"{last.text}\n{line.text}", emphasis=emphasis)
        else:
            self.lines.append(line)


def _moved(stretches: Stretches, by: int) -> Stretches:
    return tuple((max(start + by, 0), end + by) for start, end in stretches if end + by > 0)


def _is_short(rule: Rule, above: float, cells: Cells) -> bool:
    y = cells[0].y
    return _SHORT[0] <= rule.width <= _SHORT[1] and max(above, y - _BELOW) < rule.y < y


def _small(rows: Sequence[Cells], measures: Measures) -> bool:
    return bool(rows) and all(
        cell.size < measures.size * _SMALLER for cells in rows for cell in cells
    )


def _parts(rows: Sequence[Cells], index: int) -> bool:
    """Whether a drawn rule parts larger type from a line that a mark begins, as above notes that
    are longer than the text."""
    above, below = rows[:index], rows[index + 1 :]
    if not (above and below and _begins(joined(below[0]))):
        return False
    return all(each.size < above[-1][0].size * _SMALLER for cells in below for each in cells)


def _begins(line: Printed) -> bool:
    """Whether the line begins with a mark that its type shows."""
    return bool(_mark(line, plain=False))


def _mark(line: Printed, *, plain: bool) -> str:
    if line.raised and line.raised[0][0] == 0:
        return line.text[: line.raised[0][1]]
    found = _STARS.match(line.text) or (_PLAIN.match(line.text) if plain else None)
    return found[0] if found else ""


def _without_rule(rows: Sequence[Cells], measures: Measures) -> int | None:
    """Where small type at the foot of a page begins whose first line a mark begins."""
    start = len(rows)
    while start and _small(rows[start - 1 : start], measures):
        start -= 1
    while start < len(rows) and not _begins(joined(rows[start])):
        start += 1
    return start if start < len(rows) else None

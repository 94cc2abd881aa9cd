"""What stands on the edges of pages and is no text: headers, page numbers, job numbers, bars."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafter.model.symbols import parse_symbol
from drafter.readers.pdf.leaves import Cells, Leaf
from drafter.readers.pdf.page import Rule
from drafter.readers.reader import Removed

_TOP = 0.14
_BOTTOM = 0.9
_WIDE = 0.6
_SAME = 3.0
_FOOT = 0.93
_LOOSE = 1.4
_PAGE = r"\d{1,4}\s?/\s?\d{1,4}|[-–—]?\s?\d{1,4}\s?[-–—]?|[ivxlc]{1,7}"
_JOB = (
    r"\*?(?:(?:GE|V|HS|K)\.)?\d{2}-\d{5,6}\*?(?:\s?\*?\([A-Z]\)\*?)?(?:\s+\d{6}){0,3}"
    r"|(?:\d{6}\s+){1,2}\*?\d{2}-\d{5,6}\*?(?:\s?\([A-Z]\))?|\*\d{7,9}(?:\([A-Z]\))?\*"
)
_PAGE_ONLY = re.compile(_PAGE)
_JOB_ONLY = re.compile(_JOB)
_BOTH = re.compile(rf"(?:{_PAGE}|{_JOB})(?:\s+(?:{_PAGE}|{_JOB}))+")
_NUMBER = re.compile(r"(?:(?:GE|V|HS|K)\.)?\d{2}-\d{5,6}")
_COUNT = re.compile(r"^\d{1,4}(?:/\d{1,4})?\s+|\s+\d{1,4}(?:/\d{1,4})?$|^\d{1,4}(?:/\d{1,4})?$")


class Running:
    """Takes the running matter out of leaves; `removed` lists it, `job` is the job number."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._again = _coming_again(leaves)
        self.removed: list[Removed] = []
        self.job = ""

    def take(self, masthead: bool) -> None:
        """Take it out of every leaf; the first page has a masthead in place of a header if
        `masthead`."""
        for leaf in self._leaves:
            if leaf.number > 1 or not masthead:
                self._take_header(leaf)
            self._take_footer(leaf)
            number = leaf.rows[-1][0].number if leaf.rows else 0
            for run in leaf.bars:
                self.removed.append(Removed("job", number, run.text.strip()))
            for run in leaf.turned:
                if run.text.strip():
                    self.removed.append(Removed("turned", number, run.text.strip()))

    def _take_header(self, leaf: Leaf) -> None:
        rule = header_rule(leaf)
        count = 0
        for index, cells in enumerate(leaf.rows):
            y = cells[0].y
            if y > leaf.height * _TOP or (rule and y > rule.y):
                break
            if rule or self._comes_again(leaf, cells) or _is_symbol(cells[0].text):
                count = index + 1
        for cells in leaf.rows[:count]:
            self._remove(cells, "header")
        del leaf.rows[:count]

    def _take_footer(self, leaf: Leaf) -> None:
        first = len(leaf.rows)
        while first and leaf.rows[first - 1][0].y > leaf.height * _BOTTOM:
            cells = leaf.rows[first - 1]
            if not all(_is_furniture(cell.text) for cell in cells) and not self._comes_again(
                leaf, cells
            ):
                if self._apart(leaf, first):
                    self._remove(cells, "footer")
                    del leaf.rows[first - 1]
                    first -= 1
                    continue
                beside = [row for row in leaf.rows[:first] if _has_job(row)]
                if not (leaf.number == 1 and beside and cells[0].y > beside[0][0].y - _SAME):
                    break
            first -= 1
        for cells in leaf.rows[first:]:
            self._remove(cells, "page")
        del leaf.rows[first:]

    def _apart(self, leaf: Leaf, end: int) -> bool:
        """Whether the last row stands by itself at the very foot of the page, in other type."""
        if end < 2 or leaf.rows[end - 1][0].y < leaf.height * _FOOT:
            return False
        above, row = leaf.rows[end - 2][0], leaf.rows[end - 1][0]
        return row.y - above.y > _LOOSE * above.size and abs(row.size - above.size) > 1

    def _remove(self, cells: Cells, otherwise: str) -> None:
        for cell in cells:
            reason = otherwise
            if otherwise == "header":
                reason = "symbol" if _is_symbol(cell.text) else "header"
            elif otherwise == "page" and not _PAGE_ONLY.fullmatch(cell.text):
                reason = "job"
                found = _NUMBER.search(cell.text)
                self.job = self.job or (found[0] if found else "")
            self.removed.append(Removed(reason, cell.number, cell.text))

    def _comes_again(self, leaf: Leaf, cells: Cells) -> bool:
        noted = cells[0].raised and cells[0].raised[0][0] == 0
        words = [cell for cell in cells if not _is_furniture(cell.text)] or cells
        often = all(len(self._again[_key(cell.text)]) > 1 for cell in words)
        return (
            often
            and not noted
            and any(
                abs(cells[0].y - y) <= _SAME
                for cell in words
                for page, y in self._again[_key(cell.text)]
                if page != leaf.number
            )
        )


def header_rule(leaf: Leaf) -> Rule | None:
    """The rule across the page that stands below its header."""
    return next(
        (
            rule
            for rule in leaf.rules
            if rule.width > _WIDE * leaf.width and rule.y < _TOP * leaf.height
        ),
        None,
    )


def _coming_again(leaves: Sequence[Leaf]) -> defaultdict[str, list[tuple[int, float]]]:
    """Where on their pages the words stand that stand near the edge of a page."""
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for leaf in leaves:
        for cells in _edges(leaf):
            for cell in cells:
                found[_key(cell.text)].append((leaf.number, cell.y))
    return found


def _edges(leaf: Leaf) -> Iterator[Cells]:
    for cells in leaf.rows:
        if not _TOP * leaf.height < cells[0].y < _BOTTOM * leaf.height:
            yield cells


def _key(text: str) -> str:
    """The words of running matter without the number of the page."""
    return _COUNT.sub("", text)


def _is_furniture(text: str) -> bool:
    return any(each.fullmatch(text) for each in (_PAGE_ONLY, _JOB_ONLY, _BOTH))


def _has_job(cells: Cells) -> bool:
    return any(_JOB_ONLY.fullmatch(cell.text) for cell in cells)


def _is_symbol(text: str) -> bool:
    return "/" in text and len(text) < 80 and parse_symbol(text) is not None

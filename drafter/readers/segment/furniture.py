"""What belongs to the page and not to the text: addresses, page numbers, job numbers, rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from drafter.model.symbols import parse_symbol
from drafter.readers.reader import Removed
from drafter.readers.segment.lines import Line
from drafter.readers.segment.vocabulary import Vocabulary

# an address that ends as a sentence does is the end of one: "Available at" stands before it
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?:\s+(?:https?://|www\.)\S+)*(?<![.。;,])")
_CUT_ADDRESS = re.compile(r"(?=[^\s]*[./])[!-~]+")
_RULE = re.compile(r"[_＿]{3,}|[-–—―─━═=]{5,}|[*＊·.]\s?(?:[*＊·.]\s?){4,400}")
_PAGE = re.compile(
    r"\d{1,4}\s?/\s?\d{1,4}|[-–—]\s?\d{1,4}\s?[-–—]|(?:Page|page)\s\d+(?:\sof\s\d+)?"
)
_NUMBER = re.compile(r"\d{1,4}")
_JOB = re.compile(
    r"\*?\d{2}-\d{5}\*?(?:\s?\*?\([A-Z]\)\*?)?(?:\s+\d{6}){0,3}|(?:\d{6}\s+){1,2}\*?\d{2}-\d{5}"
    r"(?:\s?\([A-Z]\))?|\*\d{7,9}(?:\([A-Z]\))?\*|\d{6}"
)
_UNOFFICIAL = "unofficial"  # what drafter prints on every page (DRAFT, no official document)
_LONGEST = 400  # no line of running matter is longer
_HEAD = 12
_HEADER = 4
_TITLES = 40
_SHORTEST_TITLE = 5
_SEVERAL = re.compile(
    rf"(?:{_PAGE.pattern}|{_JOB.pattern})(?:\s+(?:{_PAGE.pattern}|{_JOB.pattern}))+"
)
_GAP = re.compile(r"\s{2,}|\t")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines of the text, and what was taken out from between them."""

    lines: tuple[Line, ...]
    removed: tuple[Removed, ...]


def is_rule(text: str) -> bool:
    """Whether the line is a drawn rule, such as stands above footnotes."""
    return _RULE.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether the line holds web addresses and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def without_furniture(lines: Iterable[Line], words: Vocabulary, own_symbol: str) -> Cleaned:
    """The lines without running matter; rules stay, since notes stand below them.

    A line goes if it says that the text is a draft or no official document, or if every piece of
    it is a page number, a job number, a bar code, the request to recycle, or a symbol that is the
    document's own or comes back. The first symbol, which the masthead carries, stays.
    """
    listed = tuple(lines)
    page = _Page.of(listed, own_symbol, words)
    kept: list[Line] = []
    removed: list[Removed] = []
    seam = False
    for index, line in enumerate(listed):
        reason = _reason(line, listed[index - 1] if index else None, words)
        if not reason and not _heads(line, kept, removed):
            reason = _running(line, index, page)
        if reason:
            removed.append(Removed(reason, line.number, line.text))
            seam = True
            continue
        turned = bool(kept) and line.page != kept[-1].page
        kept.append(replace(line, seam=line.seam or seam or turned))
        seam = False
    return Cleaned(tuple(kept), tuple(removed))


def _heads(line: Line, kept: list[Line], removed: list[Removed]) -> bool:
    """Whether the line is the symbol in the masthead: the first, near the top of the first page."""
    first = len(kept) < _HEAD and not any(_is_symbol(each.text) for each in kept)
    turned = any(each.reason != _UNOFFICIAL for each in removed)
    return first and not turned and _is_symbol(line.text)


def _reason(line: Line, before: Line | None, words: Vocabulary) -> str:
    text = line.text
    if is_address(text):
        return "address"
    if words.unofficial.fullmatch(text.strip()):
        return _UNOFFICIAL
    if len(text) > _LONGEST:
        return ""
    if before and _continues_address(before, line):
        return "address"
    pieces = [piece for piece in _GAP.split(text) if piece]
    kinds = {_piece(piece, words) for piece in pieces}
    if "" in kinds:
        kinds = {_piece(text, words)}
    if "" in kinds and _SEVERAL.fullmatch(text):
        return "job"
    return "" if "" in kinds else "job" if "job" in kinds else "page"


def _continues_address(before: Line, line: Line) -> bool:
    cut = before.text.endswith(("/", "-", "_")) and is_address(before.text)
    return cut and line.blank_before == 0 and _CUT_ADDRESS.fullmatch(line.text) is not None


def _piece(text: str, words: Vocabulary) -> str:
    if _PAGE.fullmatch(text):
        return "page"
    if _JOB.fullmatch(text) or words.recycle.fullmatch(text):
        return "job"
    return ""


@dataclass(frozen=True, slots=True)
class _Page:
    """What the whole file shows of its running matter: its symbol, the words of its masthead and
    titles, the lines that come back."""

    lines: tuple[Line, ...]
    symbol: str
    head: str
    repeated: Counter[str]
    tops: frozenset[int] = frozenset()

    @staticmethod
    def of(lines: tuple[Line, ...], own_symbol: str, words: Vocabulary) -> _Page:
        def titled(line: Line) -> bool:
            return words.enacting.fullmatch(line.text) is None

        first = next((line.text for line in lines[:_HEAD] if _is_symbol(line.text)), "")
        head = " ".join(line.text for line in takewhile(titled, lines[:_TITLES]))
        keys = Counter(_key(line.text) for line in lines if len(line.text) <= _LONGEST)
        bare = _Page(lines, own_symbol or first, _words(head), keys)
        return replace(bare, tops=frozenset(_tops(bare)))

    def beside(self, index: int) -> list[Line]:
        return [self.lines[i] for i in (index - 1, index + 1) if 0 <= i < len(self.lines)]

    def is_own(self, text: str) -> bool:
        return (
            bool(self.symbol)
            and text.rstrip("* ").casefold() == self.symbol.rstrip("* ").casefold()
        )

    def is_title(self, text: str) -> bool:
        """Whether the words stand in the head of the document."""
        return len(text) > _SHORTEST_TITLE and _words(text) in self.head


def _running(line: Line, index: int, page: _Page) -> str:
    """What the line is if it is running matter by where it stands: "symbol", "page", "header"."""
    text, beside = line.text, page.beside(index)
    if len(text) > _LONGEST:
        return ""
    turned = [each for each in beside if each.page != line.page]
    edge = line.seam or bool(turned)
    if _is_symbol(text) and (page.is_own(text) or page.repeated[_key(text)] > 1):
        return "symbol"
    if edge and _NUMBER.fullmatch(text) and _counts_pages(line, page.lines):
        return "page"
    furnished = any(_JOB.fullmatch(b.text) or _PAGE.fullmatch(b.text) for b in beside)
    if _is_symbol(text) and (edge or furnished):
        return "symbol"
    if _with_page(text):
        return "page"
    header = index in page.tops or _is_header(text, page, edge=edge or furnished)
    return "header" if header else ""


def _tops(page: _Page) -> Iterator[int]:
    """The lines at the top of pages that carry on a running title beside the symbol."""
    start = 0
    for index, line in enumerate(page.lines):
        if index and line.page != page.lines[index - 1].page:
            start = index
        if start == 0 or index > start + _HEADER:
            continue
        if _is_header(line.text, page, edge=True) or page.is_own(line.text):
            yield from (i for i in range(start, index) if page.is_title(page.lines[i].text))
            yield from takewhile(
                lambda i: not page.lines[i].blank_before and page.is_title(page.lines[i].text),
                range(index + 1, min(index + _HEADER, len(page.lines))),
            )


def _is_header(text: str, page: _Page, *, edge: bool) -> bool:
    """Whether the line is the symbol and a short title, set apart by wide white space."""
    pieces = [piece for piece in _GAP.split(text) if piece]
    symbols = [piece for piece in pieces if _is_symbol(piece)]
    if len(pieces) < 2 or not symbols:
        return False
    titles = [piece for piece in pieces if piece not in symbols]
    told = all(page.is_title(piece) for piece in titles)
    return page.repeated[_key(text)] > 1 or (edge and (told or any(map(page.is_own, symbols))))


def _words(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _counts_pages(line: Line, lines: tuple[Line, ...]) -> bool:
    """Whether a number alone on its line is one of a series that counts the pages."""
    number = int(line.text)
    near = {str(number - 1), str(number + 1)}
    return number == line.page or any(each.text in near for each in lines)


def _key(text: str) -> str:
    """The line as running matter repeats it: pieces in any order, page numbers apart."""
    pieces = (piece for piece in _GAP.split(text) if piece and not _PAGE.fullmatch(piece))
    return " ".join(sorted(pieces))


def _is_symbol(text: str) -> bool:
    return "/" in text and len(text) <= _LONGEST and parse_symbol(text) is not None


def _with_page(text: str) -> bool:
    """Whether the line is a symbol with a page or job number: "A/79/439/Add.2 2/11"."""
    rest = [word for word in text.split() if not (_PAGE.fullmatch(word) or _JOB.fullmatch(word))]
    return 0 < len(rest) < len(text.split()) and _is_symbol(" ".join(rest))

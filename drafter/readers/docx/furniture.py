"""Headers and footers: the masthead of the first page, and running matter that is taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from drafter.languages import Language
from drafter.readers.docx.blocks import Block, Paragraph, Section, Table
from drafter.readers.docx.content import Story
from drafter.readers.docx.tables import flat
from drafter.readers.reader import Removed
from drafter.readers.segment.roles import head_role

_FIELDS = frozenset({"symbol", "distribution", "organization"})
_JOB = re.compile(r"(?<!\d)\d{2}-\d{5}(?!\d)")
_BARS = re.compile(r"\*\d{7,9}\*")
_PAGE = re.compile(r"[-–— ]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–— ]*")
_CELLS = 60  # no masthead has more
_TOP = 6  # so many blocks may hold a masthead in a table


class Furniture:
    """The headers and footers of a file (`parts`: by the ids of their links)."""

    def __init__(
        self,
        parts: Mapping[str, Element | None],
        sections: Sequence[Section],
        story: Callable[[], Story],
        spoken: Language,
    ) -> None:
        self._blocks = {key: story().blocks(part) for key, part in parts.items()}
        self._feet = {key for section in sections for _, key in section.footers}
        self._spoken = spoken
        first = sections[0] if sections else Section()
        page = "first" if first.first_page else "default"
        self._own = first.first_page
        self._head = dict(first.headers).get(page, "")
        self._foot = dict(first.footers).get(page, "")
        self._taken: tuple[Paragraph, ...] = ()

    def masthead(self, body: Sequence[Block]) -> tuple[Paragraph, ...]:
        """What of the header of the first page belongs to the masthead: all of it if that page has
        a header of its own; else only a symbol that the top of the text does not give."""
        found = tuple(flat(self._blocks.get(self._head, ())))
        if not self._own:
            top = body[: _TOP * 2]
            above = map(words_of, islice(flat(top), _CELLS))
            known = any(self._role(words) == "symbol" for words in above)
            symbols = [p for p in found if self._role(words_of(p)) == "symbol"]
            found = () if known else tuple(symbols[:1])
        self._taken = found
        return found

    def removed(self) -> Iterator[Removed]:
        """The other headers and footers, each of its lines once."""
        seen: set[tuple[str, str]] = set()
        taken = {words_of(each) for each in self._taken}
        for key, blocks in self._blocks.items():
            footer = key in self._feet
            for words in map(words_of, flat(blocks)):
                if key == self._head and words in taken:
                    continue
                reason = self._reason(words, footer=footer)
                if words and (reason, words) not in seen:
                    seen.add((reason, words))
                    yield Removed(reason, 1, words)

    def job_number(self) -> str:
        """The job number at the foot of the first page, "" for none."""
        words = map(words_of, flat(self._blocks.get(self._foot, ())))
        found = (_JOB.search(each) for each in words)
        return next((each[0] for each in found if each), "")

    def _reason(self, words: str, *, footer: bool) -> str:
        if not footer:
            return "symbol" if self._role(words) == "symbol" else "header"
        if _PAGE.fullmatch(words):
            return "page"
        return "job" if _JOB.search(words) or _BARS.fullmatch(words) else "footer"

    def _role(self, words: str) -> str:
        return head_role(words, self._spoken)


def is_masthead(body: Sequence[Block], spoken: Language) -> int:
    """How many of the first blocks end with a table that only sets a masthead side by side."""
    for index, block in enumerate(body[:_TOP]):
        found = islice(flat((block,)), _CELLS) if isinstance(block, Table) else ()
        cells = map(words_of, found)
        if any(head_role(words, spoken) in _FIELDS for words in cells):
            return index + 1
    return 0


def words_of(paragraph: Paragraph) -> str:
    """The characters of a paragraph of running matter."""
    shown = (p.text for p in paragraph.pieces if p.tracked.shown(original=False) and not p.note)
    return " ".join("".join(shown).split())

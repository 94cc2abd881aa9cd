"""Headers and footers: the masthead of the first page, and running matter that is taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from drafter.languages import Language
from drafter.readers.docx.blocks import Block, Paragraph, Section, Table
from drafter.readers.docx.content import Story
from drafter.readers.docx.transcript import flat
from drafter.readers.reader import Removed
from drafter.readers.segment.roles import head_role

_FIELDS = frozenset({"symbol", "distribution", "organization"})
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
        heads = dict(first.headers)
        self._own = first.first_page
        self._head = heads.get("first" if first.first_page else "default", "")
        self._taken: tuple[Paragraph, ...] = ()

    def masthead(self, body: Sequence[Block]) -> tuple[Paragraph, ...]:
        """What of the header of the first page belongs to the masthead: all of it if that page has
        a header of its own; else only a symbol that the top of the text does not give."""
        found = tuple(flat(self._blocks.get(self._head, ())))
        if not self._own:
            top = body[: _TOP * 2]
            known = any(self._role(words) == "symbol" for words in map(words_of, flat(top)))
            symbols = [p for p in found if self._role(words_of(p)) == "symbol"]
            found = () if known else tuple(symbols[:1])
        self._taken = found
        return found

    def removed(self) -> Iterator[Removed]:
        """The other headers and footers, each of its lines once."""
        seen: set[tuple[str, str]] = set()
        taken = {words_of(each) for each in self._taken}
        for key, blocks in self._blocks.items():
            reason = "footer" if key in self._feet else "header"
            for words in map(words_of, flat(blocks)):
                if key == self._head and words in taken:
                    continue
                if words and (reason, words) not in seen:
                    seen.add((reason, words))
                    yield Removed(reason, 1, words)

    def _role(self, words: str) -> str:
        return head_role(words, self._spoken)


def is_masthead(body: Sequence[Block], spoken: Language) -> int:
    """How many of the first blocks end with a table that only sets a masthead side by side."""
    for index, block in enumerate(body[:_TOP]):
        cells = map(words_of, flat((block,))) if isinstance(block, Table) else ()
        if any(head_role(words, spoken) in _FIELDS for words in cells):
            return index + 1
    return 0


def words_of(paragraph: Paragraph) -> str:
    """The characters of a paragraph of running matter."""
    shown = (p.text for p in paragraph.pieces if p.tracked.shown(original=False) and not p.note)
    return " ".join("".join(shown).split())

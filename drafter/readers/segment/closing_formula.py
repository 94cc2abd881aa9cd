"""The lines that say when a text was adopted: the meeting, the day, the vote in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.languages import Language, canonical
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.roles import role_in_body
from drafter.readers.segment.vocabulary import vocabulary

_VOTE = 20  # a recorded vote with its lists of States takes no more paragraphs


class ClosingFormula:
    """Gathers these `lines` from among the paragraphs of a document."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.lines: list[Raw] = []
        self._vote_ends = -1

    def takes(self, raws: Sequence[Raw], index: int) -> bool:
        """Whether the paragraph at `index` is one of them; if so it is gathered."""
        raw = raws[index]
        following = raws[index + 1 : index + 2]
        near = bool(self.lines) or any(self._is_meeting(each) for each in following)
        if not (
            self._is_meeting(raw) or (near and self._is_day(raw)) or self._is_vote(raws, index)
        ):
            return False
        self.lines.append(raw)
        return True

    def _is_meeting(self, raw: Raw) -> bool:
        return role_in_body(raw, self._language) == "meeting"

    def _is_day(self, raw: Raw) -> bool:
        words = canonical(raw.text, self._language)
        blank = not words.strip("_/")
        return blank or vocabulary(self._language).date.fullmatch(words) is not None

    def _is_vote(self, raws: Sequence[Raw], index: int) -> bool:
        """Whether the line is, or is in, what stands in brackets below the meeting: the vote."""
        if not self.lines or raws[index - 1] is not self.lines[-1]:
            return False
        if index > self._vote_ends and raws[index].text.startswith("["):
            self._vote_ends = _closed(raws, index)
        return index <= self._vote_ends


def _closed(raws: Sequence[Raw], index: int) -> int:
    """Where the bracket that opens at `index` is closed; there, if it is not so soon."""
    depth = 0
    for at, raw in enumerate(raws[index : index + _VOTE], start=index):
        depth += raw.text.count("[") - raw.text.count("]")
        if depth <= 0:
            return at
    return index

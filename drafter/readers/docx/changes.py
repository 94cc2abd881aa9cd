"""Tracked changes as they are met: where each stands, and what it put in or took out."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.readers.docx.blocks import Revision, Tracked

# A paragraph mark that came or went, with no words beside it.
MARK = "¶"


@dataclass(slots=True)
class Spot:
    """A change at characters `start`…`end` (white space apart) of a paragraph (its number in the
    file), or of a note (its index among the notes read, -1 for none)."""

    revision: Revision
    words: list[str]
    paragraph: int
    note: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """What it put in or took out."""
        return "".join(self.words)


class Changes:
    """Gathers the changes of a file in their order, those that belong together as one."""

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self._last: dict[str, Spot] = {}
        self._mark: tuple[Revision, Spot] | None = None
        self._fresh = False

    def begin(self) -> None:
        """A paragraph begins: nothing of the one before goes on in it."""
        self._last = {}
        self._fresh = True

    def unchanged(self) -> None:
        """Words stand here that no change touched."""
        self._fresh = False

    def words(self, tracked: Tracked, text: str, spot: tuple[int, int, int], length: int) -> None:
        """Record words of the paragraph or note `spot` (paragraph, note, offset), `length` of whose
        characters the text read now has."""
        for revision in (tracked.gain, tracked.loss):
            if revision is not None and text:
                self._add(revision, text, spot, length)
        self._fresh = False

    def mark(self, tracked: Tracked, spot: tuple[int, int, int]) -> None:
        """Record a paragraph mark at the end of a paragraph, unless the words beside it say it."""
        for revision in (tracked.gain, tracked.loss):
            last = self._last.get(revision.kind) if revision is not None else None
            if revision is None or (
                last is not None and _alike(last.revision, revision) and last.end == spot[2]
            ):
                continue
            made = Spot(revision, [MARK], *spot[:2], spot[2], spot[2])
            self.spots.append(made)
            self._mark = (revision, made)
        self.begin()

    def _add(self, revision: Revision, text: str, spot: tuple[int, int, int], length: int) -> None:
        paragraph, note, offset = spot
        if self._fresh and self._mark is not None and _alike(self._mark[0], revision):
            self._drop(self._mark[1])
        self._mark = None
        last = self._last.get(revision.kind)
        if last is not None and last.revision == revision and last.end == offset:
            last.words.append(text)
            last.end = offset + length
            return
        made = Spot(revision, [text], paragraph, note, offset, offset + length)
        self.spots.append(made)
        self._last[revision.kind] = made

    def _drop(self, mark: Spot) -> None:
        """Take back the mark of the paragraph before, the last spot or nearly."""
        for index in range(len(self.spots) - 1, -1, -1):
            if self.spots[index] is mark:
                del self.spots[index]
                return


def _alike(one: Revision, other: Revision) -> bool:
    """Whether one hand did both in one go; a paragraph mark may bear another minute."""
    return (one.kind, one.author) == (other.kind, other.author)

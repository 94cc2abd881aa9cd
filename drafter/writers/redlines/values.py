"""What the forms of a redline print: paragraphs as lines of words, each with its fate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.model.revision import Fate

KEPT, CHANGED, NEW, DROPPED, MOVED = "=", "≈", "+", "−", "↷"
MOVES = frozenset({Fate.MOVED_FROM, Fate.MOVED_TO})
_ENDS_BASE = frozenset({Fate.KEPT, Fate.DELETED, Fate.MOVED_FROM})
_ENDS_DRAFT = frozenset({Fate.KEPT, Fate.INSERTED, Fate.MOVED_TO})
_NAMES = {KEPT: "kept", CHANGED: "changed", NEW: "new", DROPPED: "dropped", MOVED: "moved"}


@dataclass(frozen=True, slots=True)
class Words:
    """Characters of one fate and look; `mark` says that they are the printed mark of a note."""

    fate: Fate
    text: str
    emphasis: bool = False
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph up to its mark; `look` is title, heading, enacting, text or note."""

    fate: Fate
    words: tuple[Words, ...]
    old_label: str = ""
    new_label: str = ""
    look: str = "text"
    level: int = 1
    move: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph as it stands in one of the two texts."""

    label: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or those that were fused or split, with its name and what is said of it."""

    lines: tuple[Line, ...]
    place: str = ""
    said: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """How it stands to the base: kept, changed, new, dropped or moved."""
        if any(line.fate in MOVES for line in self.lines):
            return MOVED
        if not self.base:
            return NEW
        if not self.draft:
            return DROPPED
        kept = all(line.fate is Fate.KEPT for line in self.lines) and all(
            words.fate is Fate.KEPT for line in self.lines for words in line.words
        )
        return KEPT if kept and not self.said else CHANGED

    @property
    def standing(self) -> str:
        """The word for the sign."""
        return _NAMES[self.sign]

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """For each line the labels, in base and draft, of the paragraphs that begin with it."""
        old = _beginnings(self.lines, _ENDS_BASE, lambda line: line.old_label)
        new = _beginnings(self.lines, _ENDS_DRAFT, lambda line: line.new_label)
        return tuple(zip(old, new, strict=True))

    @property
    def base(self) -> tuple[Side, ...]:
        """The paragraphs of the base; none for what is new here."""
        return tuple(_sides(self.lines, _ENDS_BASE, Fate.INSERTED, lambda line: line.old_label))

    @property
    def draft(self) -> tuple[Side, ...]:
        """The paragraphs of the draft; none for what is gone from here."""
        return tuple(_sides(self.lines, _ENDS_DRAFT, Fate.DELETED, lambda line: line.new_label))


@dataclass(frozen=True, slots=True)
class Redline:
    """Everything that the forms of a redline print.

    `old_title` and `new_title` name the two texts; `masthead` has the fields that differ, by their
    names in the interface language, which `interface` is the code of; `captions` are the words of
    the page itself; `notice` is in the language of the text.
    """

    old_title: str
    new_title: str
    language: str
    direction: str
    blocks: tuple[Block, ...]
    notes: tuple[Block, ...]
    masthead: tuple[tuple[str, str, str], ...]
    summary: str
    captions: Mapping[str, str]
    interface: str
    notice: str

    @property
    def changed(self) -> tuple[Block, ...]:
        """The paragraphs that are not as they were; one that was moved once, where it came to,
        with its words as they stood before."""
        left = {line.move: block for block in self.blocks for line in _left(block)}
        there = (block for block in self.blocks if not _left(block) and block.sign != KEPT)
        return tuple(_with_words_before(block, left) for block in there)

    @property
    def changed_notes(self) -> tuple[Block, ...]:
        """The notes that are not as they were."""
        return tuple(block for block in self.notes if block.sign != KEPT)


def _left(block: Block) -> tuple[Line, ...]:
    return tuple(line for line in block.lines if line.fate is Fate.MOVED_FROM)


def _with_words_before(block: Block, left: Mapping[str, Block]) -> Block:
    before = left.get(block.lines[0].move)
    if before is None:
        return block
    kept = tuple(
        replace(line, words=tuple(replace(each, fate=Fate.KEPT) for each in line.words))
        for line in before.lines
    )
    return replace(block, lines=(*kept, *block.lines))


def _sides(
    lines: Iterable[Line], ending: frozenset[Fate], absent: Fate, label: Callable[[Line], str]
) -> Iterator[Side]:
    words: list[Words] = []
    for line in lines:
        if line.fate in MOVES - ending:
            continue
        words += (each for each in line.words if each.fate is not absent)
        if line.fate in ending:
            yield Side(label(line), tuple(words))
            words = []


def _beginnings(
    lines: Sequence[Line], ending: frozenset[Fate], label: Callable[[Line], str]
) -> list[str]:
    """The label of each paragraph of one text at the line it begins with."""
    found = [""] * len(lines)
    first = 0
    for at, line in enumerate(lines):
        if line.fate in ending:
            found[first] = label(line)
            first = at + 1
    return found

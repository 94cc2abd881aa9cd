"""What becomes of a draft that is put on another issue of its base."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.model.tree import Document

_LEAST_LIKENESS = 0.25


class How(StrEnum):
    """How a paragraph follows the new base."""

    CHANGED = "changed"
    CAME = "came"
    WENT = "went"
    MOVED = "moved"


class Why(StrEnum):
    """Why a paragraph needs a look: both changed it; it is gone from the new base, and the draft
    changed it; the draft dropped it, and the new base changed or added to it."""

    BOTH = "both"
    GONE = "gone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Carried:
    """A paragraph or note that follows the new base: its id in the draft and its words now; of one
    that went, those it had."""

    element: str
    how: How
    text: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A paragraph or note that keeps the words of the draft (`ours`, empty if it was dropped)
    while the new base has `theirs` (empty if it is gone there). `element` is its id in the draft,
    of one that was dropped that in the new base."""

    element: str
    why: Why
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Rebased:
    """The draft on its new base, what it took from there, and what is to be looked at; `likeness`
    is the share of the old base, by characters, whose paragraphs the new one still has, 0 to 1."""

    document: Document
    carried: tuple[Carried, ...]
    conflicts: tuple[Conflict, ...]
    likeness: float

    @property
    def is_another_text(self) -> bool:
        """Whether the new base has so little of the old one that it is hardly an issue of it."""
        return self.likeness < _LEAST_LIKENESS

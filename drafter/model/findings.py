"""What readers, checks and comparison have to say about a document: values, never sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from drafter.model.text import Text
from drafter.model.tree import Note


class Severity(StrEnum):
    """How much a finding matters. Listings for the secretary are INFO."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a paragraph or note id with a stretch of its plain text, and/or a file and line.

    `end` is -1 where the whole element is meant; `line` and `page` are 1-based, 0 if unknown.
    """

    element: str = ""
    start: int = 0
    end: int = -1
    file: str = ""
    line: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Fix:
    """Put `new` in place of characters `start`…`end` of the plain text of `element`.

    Offered, never applied silently. `old` is what stood there when the fix was made: a fix whose
    `old` no longer stands there is out of date and is refused. With `marks_at` (0 and up) the words
    stay: the footnote marks at `start`…`end` move there, in their order.
    """

    element: str
    start: int
    end: int
    old: str
    new: str
    marks_at: int = -1

    def applied_to(self, text: Text) -> Text:
        """The text of the element with the fix."""
        if self.marks_at >= 0:
            return text.marks_moved(self.start, self.end, self.marks_at)
        return text.replaced(self.start, self.end, self.new)

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it is made, as (element, start, end)."""
        return self.element, self.start, self.end


@dataclass(frozen=True, slots=True)
class NoteFix:
    """Put `new` in place of the note `old`, of the same id: it prints as ibid. where that holds."""

    old: Note
    new: Note

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it is made, as (element, start, end)."""
        return self.old.id, 0, len(self.old.text)


class NameList(StrEnum):
    """A list of names in the masthead, by its field."""

    SPONSORS = "sponsors"
    ADDED_SPONSORS = "added_sponsors"


@dataclass(frozen=True, slots=True)
class NamesFix:
    """Put the names `new` in place of `old` in a list of the masthead."""

    listed: NameList
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it is made, as (element, start, end)."""
        return self.listed, 0, len(self.old)


AnyFix: TypeAlias = Fix | NoteFix | NamesFix


def last_first(fixes: Iterable[AnyFix]) -> list[AnyFix]:
    """Each fix once, later stretches first, so that earlier ones stay where they were."""
    return sorted(dict.fromkeys(fixes), key=_from_the_end)


def _from_the_end(fix: AnyFix) -> tuple[str, int, int]:
    element, start, end = fix.place
    return element, -start, -end


Params = tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `message` names a catalogue entry that `params` fill."""

    code: str
    severity: Severity
    message: str
    place: Place = Place()
    params: Params = ()
    fixes: tuple[AnyFix, ...] = field(default=())

    @property
    def values(self) -> dict[str, str | int]:
        """`params` as keyword arguments for the message."""
        return dict(self.params)


class ChangeSeverity(StrEnum):
    """The severities of `contract.md`, mildest first."""

    COSMETIC = "cosmetic"
    UPDATE = "update"
    WORDING = "wording"
    SUBSTANTIVE = "substantive"
    REVERSAL = "reversal"


class ChangeKind(StrEnum):
    """Every way one text can depart from another (`contract.md`, `compare`)."""

    COSMETIC = "cosmetic"
    DATE = "date"
    NUMBER = "number"
    SESSION = "session"
    CITATION = "citation"
    ADVERB = "adverb"
    ORDER = "order"
    TERM = "term"
    REWORDED = "reworded"
    VERB_CHANGED = "verb-changed"
    VERB_STRONGER = "verb-stronger"
    VERB_WEAKER = "verb-weaker"
    MODAL = "modal"
    QUALIFIER_ADDED = "qualifier-added"
    QUALIFIER_DROPPED = "qualifier-dropped"
    ADDRESSEE = "addressee"
    ITEM_ADDED = "item-added"
    ITEM_DROPPED = "item-dropped"
    ADDED = "added"
    DROPPED = "dropped"
    QUANTITY = "quantity"
    FUSED = "fused"
    SPLIT = "split"
    NEGATION = "negation"
    PARTY = "party"

    @property
    def severity(self) -> ChangeSeverity:
        """The fixed severity of this kind."""
        return _SEVERITY[self]


_BY_SEVERITY = {
    ChangeSeverity.COSMETIC: "cosmetic",
    ChangeSeverity.UPDATE: "date number session citation adverb",
    ChangeSeverity.WORDING: "order term reworded verb-changed",
    ChangeSeverity.SUBSTANTIVE: "verb-stronger verb-weaker modal qualifier-added qualifier-dropped"
    " addressee item-added item-dropped added dropped quantity fused split",
    ChangeSeverity.REVERSAL: "negation party",
}
_SEVERITY = {
    ChangeKind(kind): severity for severity, kinds in _BY_SEVERITY.items() for kind in kinds.split()
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between text `a` and text `b`, named once, by its most specific kind.

    Offsets are code points of the two plain texts; `message` names the sentence to read aloud.
    """

    kind: ChangeKind
    old: str
    new: str
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    message: str
    params: Params = ()

    @property
    def severity(self) -> ChangeSeverity:
        """The severity of the kind."""
        return self.kind.severity
